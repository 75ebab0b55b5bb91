"""Reads one value for one field: the clean value, or the sentence that says what is wrong. The visitor's own words are kept elsewhere."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from typing import Literal, TypeAlias

import phonenumbers
from dateutil import parser as dates
from email_validator import EmailNotValidError, validate_email

from deskbell.actions.fields import LONGEST_VALUE, FieldSpec, FieldType
from deskbell.actions.wording import field_name, said, together
from deskbell.kit.languages import FALLBACK, Language

HOME_REGION = "US"
PLAIN_REFERENCE = re.compile(r"(?=[^\d]*\d)[A-Za-z0-9][A-Za-z0-9\-/_.]{2,39}")
BEFORE_REFERENCE = re.compile(
    r"^(?:(?:reference|ref|case|order|claim|invoice|confirmation|ticket|member|number|no|num|id|code|is|it'?s)\b[\s.:#]*|#\s*)+",
    re.I,
)
CLOSE_ENOUGH = 0.8
# A month as people write it: in English, Spanish, French, Portuguese and Tagalog; Chinese and Vietnamese number theirs.
_MONTHS = (
    "january jan enero ene janvier janv janeiro enero",
    "february feb febrero fevrier fevr fevereiro fev pebrero",
    "march mar marzo mars marco marso",
    "april apr abril abr avril avr abril",
    "may mayo mai maio",
    "june jun junio juin junho hunyo",
    "july jul julio juillet juil julho hulyo",
    "august aug agosto ago aout agosto",
    "september sep sept septiembre septembre setembro setyembre",
    "october oct octubre octobre outubro oktubre",
    "november nov noviembre novembre novembro nobyembre",
    "december dec diciembre dic decembre dezembro disyembre",
)
_NUMBER = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
_LONG = [name for name in _NUMBER if len(name) > 4]
_SPELLED = (
    re.compile(r"(?P<year>\d{4})\s*年\s*(?P<month>\d{1,2})\s*月\s*(?P<day>\d{1,2})\s*[日号]"),
    re.compile(r"(?P<day>\d{1,2})\s+tháng\s+(?P<month>\d{1,2})\s*,?\s*(?:năm\s*)?(?P<year>\d{4})", re.I),
)
SURE_OF_A_TYPO = 0.84
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
Wrong: TypeAlias = Literal["email", "phone", "whole_phone", "date", "field", "choose"]


def tidy(text: str, longest: int = LONGEST_VALUE) -> str:
    """Without control characters, with single spaces, cut to the longest a value may be. Nothing in it is ever an instruction."""
    visible = "".join(
        " " if unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} else char
        for char in text[: 4 * longest]
    )
    return " ".join(visible.split())[:longest].strip()


def read(field: FieldSpec, text: str, language: Language = FALLBACK) -> Read:
    """The value that `text` gives for `field`; what is wrong with it in `language`."""
    text = tidy(text)
    if not text:
        return Bad(said("missing", language, field=field_name(field, language)))
    value = _value(field, text)
    if isinstance(value, Good):
        return value
    if value == "choose":
        return Bad(
            said("choose", language, field=field_name(field, language), choices=", ".join(field.choices))
        )
    return Bad(_what_is_wrong(value, field, text, language))


def _value(field: FieldSpec, text: str) -> Good | Wrong:
    match field.type:
        case FieldType.EMAIL:
            return _email(text)
        case FieldType.PHONE:
            return _phone(text)
        case FieldType.DATE:
            return _date(text)
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


def _what_is_wrong(wrong: Wrong, field: FieldSpec, text: str, language: Language) -> str:
    shown = text if len(text) <= 40 else f"{text[:39]}…"
    seen = said(f"wrong.{wrong}", language, shown=shown, field=field_name(field, language))
    advice = field.hint or said(f"advice.{'phone' if wrong == 'whole_phone' else wrong}", language)
    return together(language, seen, advice)


def _email(text: str) -> Good | Wrong:
    found = re.search(r"[^\s<>,;:()\[\]\"']+@[^\s<>,;:()\[\]\"']+", text)
    try:
        checked = validate_email((found[0] if found else text).rstrip(".!?"), check_deliverability=False)
    except EmailNotValidError:
        return "email"
    return Good(checked.normalized)


def _phone(text: str) -> Good | Wrong:
    try:
        number = phonenumbers.parse(text, HOME_REGION)
    except phonenumbers.NumberParseException:
        return "phone"
    if not phonenumbers.is_possible_number(number):
        return "whole_phone"
    return Good(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


def _date(text: str) -> Good | Wrong:
    try:
        days = {dates.parse(text, default=day).date() for day in SOME_DAYS}
    except (ValueError, OverflowError):
        days = set[object]()
    if len(days) != 1:
        told = _date_in_words(text)
        return Good(str(told)) if told else "date"
    return Good(str(days.pop()))


def _date_in_words(text: str) -> date | None:
    """The one whole date that a sentence holds; None when day, month or year is missing or there are two."""
    for spelled in _SPELLED:
        found = spelled.search(text)
        if found:
            return _calendar_date(int(found["year"]), int(found["month"]), int(found["day"]))
    pieces = re.findall(r"[^\W\d_]+|\d+", _without_accents(text))
    years = [int(piece) for piece in pieces if piece.isdecimal() and len(piece) == 4]
    days = [int(piece) for piece in pieces if piece.isdecimal() and len(piece) <= 2]
    months = [number for piece in pieces if (number := _month(piece))]
    if len(years) != 1 or len(days) != 1 or len(months) != 1:
        return None
    return _calendar_date(years[0], months[0], days[0])


def _month(word: str) -> int:
    if word in _NUMBER:
        return _NUMBER[word]
    near = get_close_matches(word, _LONG, n=1, cutoff=SURE_OF_A_TYPO) if len(word) > 4 else []
    return _NUMBER[near[0]] if near else 0


def _calendar_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in apart if not unicodedata.combining(char))


def _choice(field: FieldSpec, text: str) -> Good | Wrong:
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
    return "choose"


def _reference(field: FieldSpec, text: str) -> Good | Wrong:
    bare = BEFORE_REFERENCE.sub("", text).strip(" .,:;#")
    shape = re.compile(field.pattern) if field.pattern else PLAIN_REFERENCE
    for candidate in (bare, bare.replace(" ", ""), text, *bare.split()):
        if shape.fullmatch(candidate):
            return Good(candidate)
    return "field"


def _text(field: FieldSpec, text: str) -> Good | Wrong:
    if field.pattern and not re.fullmatch(field.pattern, text):
        return "field"
    return Good(text)


def _bare(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(
        re.sub(r"[^\w\s&/+-]", " ", "".join(c for c in apart if not unicodedata.combining(c))).split()
    )
