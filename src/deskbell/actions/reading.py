"""Reads one value for one field: the clean value, or the sentence that says what is wrong. The visitor's own words are kept elsewhere."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from typing import TypeAlias

import phonenumbers
from dateutil import parser as dates
from email_validator import EmailNotValidError, validate_email

from deskbell.actions.fields import LONGEST_VALUE, FieldSpec, FieldType

HOME_REGION = "US"
PLAIN_REFERENCE = re.compile(r"(?=[^\d]*\d)[A-Za-z0-9][A-Za-z0-9\-/_.]{2,39}")
BEFORE_REFERENCE = re.compile(
    r"^(?:(?:reference|ref|case|order|claim|invoice|confirmation|ticket|member|number|no|num|id|code|is|it'?s)\b[\s.:#]*|#\s*)+",
    re.I,
)
CLOSE_ENOUGH = 0.8
# A date is whole when it does not change with the day it is completed from.
SOME_DAYS = (datetime(2000, 1, 1), datetime(2001, 2, 2))  # noqa: DTZ001  only the calendar date is used


@dataclass(frozen=True)
class Good:
    value: str


@dataclass(frozen=True)
class Bad:
    """`sentence`: what is wrong and what to write instead, for the visitor."""

    sentence: str


Read: TypeAlias = Good | Bad


def tidy(text: str, longest: int = LONGEST_VALUE) -> str:
    """Without control characters, with single spaces, cut to the longest a value may be. Nothing in it is ever an instruction."""
    visible = "".join(
        " " if unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} else char
        for char in text[: 4 * longest]
    )
    return " ".join(visible.split())[:longest].strip()


def read(field: FieldSpec, text: str) -> Read:
    """The value that `text` gives for `field`."""
    text = tidy(text)
    if not text:
        return Bad(f"Please add the {plain_label(field)}.")
    match field.type:
        case FieldType.EMAIL:
            return _email(field, text)
        case FieldType.PHONE:
            return _phone(field, text)
        case FieldType.DATE:
            return _date(field, text)
        case FieldType.CHOICE:
            return _choice(field, text)
        case FieldType.REFERENCE:
            return _reference(field, text)
        case FieldType.TEXT:
            return _text(field, text)


def choices_in(field: FieldSpec, text: str) -> list[str]:
    """The choices a text names, in the order of the field."""
    said = _bare(text)
    whole = [choice for choice in field.choices if _bare(choice) == said]
    return whole or [
        choice for choice in field.choices if re.search(rf"(?<!\w){re.escape(_bare(choice))}(?!\w)", said)
    ]


def plain_label(field: FieldSpec) -> str:
    """The label inside a sentence: "Patient name" → "patient name", but "NHS number" stays."""
    first, _, rest = field.label.strip().rstrip(":?*").partition(" ")
    first = first if first.isupper() and len(first) > 1 else first[:1].lower() + first[1:]
    return f"{first} {rest}".strip()


def _email(field: FieldSpec, text: str) -> Read:
    found = re.search(r"[^\s<>,;:()\[\]\"']+@[^\s<>,;:()\[\]\"']+", text)
    try:
        checked = validate_email((found[0] if found else text).rstrip(".!?"), check_deliverability=False)
    except EmailNotValidError:
        return _bad(field, text, "an e-mail address", "Write it like name@example.com.")
    return Good(checked.normalized)


def _phone(field: FieldSpec, text: str) -> Read:
    try:
        number = phonenumbers.parse(text, HOME_REGION)
    except phonenumbers.NumberParseException:
        return _bad(field, text, "a phone number", "Write it with the area code, like 555 010 0199.")
    if not phonenumbers.is_possible_number(number):
        return _bad(field, text, "a whole phone number", "Write it with the area code, like 555 010 0199.")
    return Good(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


def _date(field: FieldSpec, text: str) -> Read:
    try:
        days = {dates.parse(text, default=day).date() for day in SOME_DAYS}
    except (ValueError, OverflowError):
        days = set[object]()
    if len(days) != 1:
        return _bad(field, text, "a whole date", "Write day, month and year, like 1980-03-24.")
    return Good(str(days.pop()))


def _choice(field: FieldSpec, text: str) -> Read:
    named = choices_in(field, text)
    if len(named) == 1:
        return Good(named[0])
    if text.isdecimal() and 1 <= int(text[:3]) <= len(field.choices):
        return Good(field.choices[int(text) - 1])
    by_bare = {_bare(choice): choice for choice in field.choices}
    said = set(_bare(text).split())
    partly = [
        choice
        for bare, choice in by_bare.items()
        if bare.startswith(_bare(text)) or said <= set(bare.split())
    ]
    if len(partly) == 1 and said:
        return Good(partly[0])
    close = get_close_matches(_bare(text), by_bare, n=1, cutoff=CLOSE_ENOUGH)
    if close and not named:
        return Good(by_bare[close[0]])
    return Bad(f"For the {plain_label(field)}, please choose one: {', '.join(field.choices)}.")


def _reference(field: FieldSpec, text: str) -> Read:
    bare = BEFORE_REFERENCE.sub("", text).strip(" .,:;#")
    shape = re.compile(field.pattern) if field.pattern else PLAIN_REFERENCE
    for candidate in (bare, bare.replace(" ", ""), text, *bare.split()):
        if shape.fullmatch(candidate):
            return Good(candidate)
    return _bad(field, text, f"a {plain_label(field)}", "Please check it.")


def _text(field: FieldSpec, text: str) -> Read:
    if field.pattern and not re.fullmatch(field.pattern, text):
        return _bad(field, text, f"a {plain_label(field)}", "Please check it.")
    return Good(text)


def _bad(field: FieldSpec, text: str, what: str, advice: str) -> Bad:
    shown = text if len(text) <= 40 else f"{text[:39]}…"
    return Bad(f"“{shown}” does not look like {what}. {field.hint or advice}")


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(
        re.sub(r"[^\w\s&/+-]", " ", "".join(c for c in apart if not unicodedata.combining(c))).split()
    )
