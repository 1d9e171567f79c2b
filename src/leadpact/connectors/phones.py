"""Phone numbers: one spelling for all (E.164), or the reason why a text is no number."""

from __future__ import annotations

from typing import NamedTuple

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, ValidationResult

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


def _why_invalid(number: PhoneNumber) -> str:
    length = phonenumbers.is_possible_number_with_reason(number)
    place = phonenumbers.region_code_for_country_code(number.country_code or 0) or f"+{number.country_code}"
    return _IMPOSSIBLE.get(length, f"no number in {place} begins so")
