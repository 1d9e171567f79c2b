"""QR codes in a picture from a camera, for browsers that cannot read them by themselves."""

from __future__ import annotations

from zxingcpp import BarcodeFormat, BarcodeFormats, read_barcodes

SIDE_MOST = 1_280
"""Longest side of a picture, in points."""


class NotAPicture(ValueError):
    """Bytes that are no picture of the width that was said."""


def read_qr(grey: bytes, width: int) -> str:
    """The text of the first QR code in a picture, empty where none is found.

    ``grey`` holds one byte a point, from dark to light, row by row. Raises ``NotAPicture``.
    """
    if not 0 < width <= SIDE_MOST or not grey or len(grey) % width or len(grey) // width > SIDE_MOST:
        raise NotAPicture(f"{len(grey)} points are no picture {width} points wide and at most {SIDE_MOST} high.")
    picture = memoryview(grey).cast("B", (len(grey) // width, width))
    found = read_barcodes(picture, formats=BarcodeFormats([BarcodeFormat.QRCode]))
    return found[0].text if found else ""
