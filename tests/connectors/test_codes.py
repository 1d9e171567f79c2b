"""QR codes in pictures from a camera."""

import pytest
from zxingcpp import BarcodeFormat, create_barcode, write_barcode_to_image

from leadpact.connectors.codes import SIDE_MOST, NotAPicture, read_qr

CARD = "BEGIN:VCARD\nVERSION:3.0\nN:Rahman;Nadia;;;\nORG:Kessler Löfgren\nEND:VCARD"
WIDTH = 640


def picture(text, *, high=480, dim=0, turned=False, kind=BarcodeFormat.QRCode):
    """A code in the midst of a picture, as grey points; ``dim`` makes it pale, ``turned`` stands it on its head."""
    code = memoryview(write_barcode_to_image(create_barcode(text, kind), scale=4)).tolist()
    rows = [bytearray([160]) * WIDTH for _ in range(high)]
    for at, line in enumerate(reversed(code) if turned else code):
        row = bytes(min(255, point + dim) for point in (reversed(line) if turned else line))
        rows[50 + at][100 : 100 + len(row)] = row
    return b"".join(rows)


@pytest.mark.parametrize("how", [{}, {"dim": 90}, {"turned": True}])
def test_a_code_is_read_as_it_was_written(how):
    assert read_qr(picture(CARD, **how), WIDTH) == CARD


def test_without_a_code_there_is_no_text():
    assert read_qr(bytes([128]) * (WIDTH * 480), WIDTH) == ""
    assert read_qr(picture("4006381333931", kind=BarcodeFormat.EAN13), WIDTH) == "", "a price tag is no card"


@pytest.mark.parametrize(
    ("grey", "width"),
    [(b"", WIDTH), (b"123", 2), (b"1234", 0), (b"1234", -2), (b"1" * (SIDE_MOST + 1), SIDE_MOST + 1), (b"1" * (SIDE_MOST + 1), 1)],
)  # fmt: skip
def test_what_is_no_picture_is_refused(grey, width):
    with pytest.raises(NotAPicture, match="are no picture"):
        read_qr(grey, width)
