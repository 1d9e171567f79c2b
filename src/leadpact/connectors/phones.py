"""Phone numbers: one spelling for all (E.164), or the reason why a text is no number."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import phonenumbers
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, NumberParseException, PhoneMetadata, PhoneNumber, ValidationResult

LONGEST = 100
_UNREADABLE = {
    NumberParseException.INVALID_COUNTRY_CODE: "it has no country code, and the lead's country is not known",
    NumberParseException.NOT_A_NUMBER: "it holds no phone number",
    NumberParseException.TOO_SHORT_AFTER_IDD: "it is too short after its country code",
    NumberParseException.TOO_SHORT_NSN: "it is too short",
    NumberParseException.TOO_LONG: "it is too long",
}
_IMPOSSIBLE = {
    ValidationResult.TOO_SHORT: "it is too short",
    ValidationResult.TOO_LONG: "it is too long",
    ValidationResult.INVALID_LENGTH: "it has a length that no number there has",
    ValidationResult.INVALID_COUNTRY_CODE: "its country code does not exist",
    ValidationResult.IS_POSSIBLE_LOCAL_ONLY: "it lacks its area code",
}


class Phone(NamedTuple):
    """A phone number in E.164 (``+4930123456``), or None with the reason."""

    e164: str | None
    reason: str | None = None


def read_phone(text: str, region: str | None = None) -> Phone:
    """Normalise a phone number. ``region`` is the lead's country (ISO 3166, two letters).

    A national spelling cannot be read without it. Extensions are dropped. Nothing is raised.
    """
    text = text.strip()
    if not text:
        return Phone(None, "it is blank")
    if _is_written_so(text):
        return Phone(text)
    if len(text) > LONGEST:
        return Phone(None, "it is too long")
    try:
        number = phonenumbers.parse(text, region.strip().upper() if region else None)
    except NumberParseException as error:
        if error.error_type == NumberParseException.INVALID_COUNTRY_CODE and text.startswith(("+", "00", "tel:")):
            return Phone(None, "its country code does not exist")
        return Phone(None, _UNREADABLE.get(error.error_type, "it holds no phone number"))
    if phonenumbers.is_valid_number(number):
        return Phone(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
    return Phone(None, _why_invalid(number))


_WRITTEN = re.compile(r"\+[1-9][0-9]{6,14}")
"""E.164: a plus and 7 to 15 digits."""


def _is_written_so(text: str) -> bool:
    """Whether the text is, in E.164 already, an ordinary number of the first country with its code.

    For these the whole reading would give the text back, at ten times the cost. Any other number is read in whole.
    """
    if _WRITTEN.fullmatch(text) is None:
        return False
    length = next((size for size in (2, 3, 4) if int(text[1:size]) in COUNTRY_CODE_TO_REGION_CODE), None)
    ordinary = None if length is None else _ordinary(int(text[1:length]))
    return ordinary is not None and ordinary.fullmatch(text, length or 0) is not None


@lru_cache(maxsize=256)
def _ordinary(code: int) -> re.Pattern[str] | None:
    """What fixed and mobile numbers of the first country with a code look like, without the code.

    They start neither with a zero nor with the prefix that the country dials before them, and have a length that
    their kind may have. None where the code belongs to no country.
    """
    about = PhoneMetadata.metadata_for_region(COUNTRY_CODE_TO_REGION_CODE[code][0], None)
    general = about.general_desc.national_number_pattern if about is not None and about.general_desc else None
    if about is None or not general:
        return None
    kinds = [
        f"(?=(?:{'|'.join(f'.{{{size}}}' for size in kind.possible_length)})$)(?:{kind.national_number_pattern})"
        for kind in (about.fixed_line, about.mobile)
        if kind is not None and kind.national_number_pattern and kind.possible_length
    ]
    dialled = f"(?!{about.national_prefix_for_parsing})" if about.national_prefix_for_parsing else ""
    return re.compile(f"(?!0){dialled}(?=(?:{general})$)(?:{'|'.join(kinds)})") if kinds else None


def _why_invalid(number: PhoneNumber) -> str:
    length = phonenumbers.is_possible_number_with_reason(number)
    place = phonenumbers.region_code_for_country_code(number.country_code or 0) or f"+{number.country_code}"
    return _IMPOSSIBLE.get(length, f"no number in {place} begins so")
