"""The hard facts of a text in one form: 8 am = 8:00 a.m., $85 = 85 dollars, Mon = Monday = lunes, May 3 = 3 May, 10 % = ten percent."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from deskbell.answering.generative.verify.facts.times import clock_times


class Kind(StrEnum):
    """What a fact is about."""

    LINK = "link"
    EMAIL = "email"
    PHONE = "phone"
    TIME = "time"
    DATE = "date"
    MONEY = "money"
    PERCENT = "percent"
    WEEKDAY = "weekday"
    MONTH = "month"
    NUMBER = "number"


@dataclass(frozen=True)
class Fact:
    """`value` in the one form; `either`: other readings, one of which is enough."""

    kind: Kind
    value: str
    either: tuple[str, ...] = ()


def _forms(patterns: str) -> list[str]:
    """ "days?" → day, days."""
    return [
        form
        for word in patterns.split()
        for form in ({word.rstrip("?"), word[:-2]} if word.endswith("?") else {word})
    ]


_LINK = re.compile(
    r"\b(?:https?://|www\.)[^\s)\]>}\"']+|\b[a-z0-9][\w-]*(?:\.[\w-]+)*\.(?:com|org|net|example|io|co|us|gov|edu|info|app|dev|health|care|biz|ru|cn|uk|de|ly|me)\b(?:/[^\s)\]>}\"']*)?",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"(?<![\w.,$€£])\+?(?:\(\d{2,4}\)|\d)[\d()\-–.\s]{5,}\d(?![\w%])|\b\d{3}[-–.]\d{4}\b")
_MONEY = re.compile(
    r"(?:[$€£]|\b(?:usd|eur|us\$)\s?)\s?(\d[\d,]*(?:\.\d+)?)|\b(\d[\d,]*(?:\.\d+)?)\s?(?:[$€£]|(?:us )?dollars?\b|usd\b|bucks\b|euros?\b|dólares\b)",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)\s?(?:%|percent\b|per cent\b|por ciento\b)", re.IGNORECASE)
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_UNITS = {
    "minute": "minutes? mins? minutos?", "hour": "hours? hrs? horas?", "day": "days? días? dias?", "week": "weeks? semanas?",
    "month": "months? mes meses", "year": "years? años?",
}  # fmt: skip
_UNIT_OF = {form: unit for unit, forms in _UNITS.items() for form in _forms(forms)}
_MEASURED = re.compile(
    rf"(\d+)(?:(?:\s*(?:to|or|and|-|–|a|o)\s*)(\d+))?[-\s]+(?:(?:working|business|calendar|full|more)[-\s]+)?({'|'.join(sorted(_UNIT_OF, key=len, reverse=True))})\b",
    re.IGNORECASE,
)

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan enero", "february feb febrero", "march mar marzo", "april apr abril", "may mayo", "june jun junio",
            "july jul julio", "august aug agosto", "september sep sept septiembre", "october oct octubre",
            "november nov noviembre", "december dec diciembre",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_LONG_MONTHS = sorted((name for name in _MONTHS if name not in {"may", "mar", "mayo"}), key=len, reverse=True)
_ALL_MONTHS = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DATE = re.compile(
    rf"\b({_ALL_MONTHS})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*(?:am|pm|:))|\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+|de\s+)?(?!(?-i:may|march|mar)\b)({_ALL_MONTHS})\b|\b(?:20\d\d)-(\d\d)-(\d\d)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(
    rf"\b({'|'.join(_LONG_MONTHS)})\b|\b((?-i:May|March))\b(?!\s+(?:be|not|I|we|you))", re.IGNORECASE
)

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY_NAMES = {
    name: day
    for day, names in zip(
        DAYS,
        (
            "monday mondays mon lunes", "tuesday tuesdays tue tues martes", "wednesday wednesdays wed miércoles miercoles",
            "thursday thursdays thu thur thurs jueves", "friday fridays fri viernes", "saturday saturdays sat sábado sábados sabado",
            "sunday sundays sun domingo domingos",
        ),
        strict=True,
    )
    for name in names.split()
}  # fmt: skip
_DAY = "|".join(sorted(_DAY_NAMES, key=len, reverse=True))
_DAY_RANGE = re.compile(
    rf"\b({_DAY})\b\.?\s*(?:to|through|thru|until|till|and until|–|—|-|a|hasta)\s*(?:el\s+)?\b({_DAY})\b",
    re.IGNORECASE,
)
_ONE_DAY = re.compile(rf"\b({_DAY})\b", re.IGNORECASE)
_GROUPS = {
    re.compile(r"\b(?:weekdays|work(?:ing)? days|business days|entre semana|días laborables)\b", re.IGNORECASE): DAYS[:5],
    re.compile(r"\b(?:weekends?|fin(?:es)? de semana)\b", re.IGNORECASE): DAYS[5:],
    re.compile(r"\b(?:every day|daily|seven days|7 days a week|todos los días)\b", re.IGNORECASE): DAYS,
}  # fmt: skip

_WORDS = {
    word: str(number)
    for number, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
    )
} | {"twenty": "20", "thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80",
     "ninety": "90", "hundred": "100", "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6", "siete": "7",
     "ocho": "8", "nueve": "9", "diez": "10", "doce": "12", "quince": "15", "veinte": "20", "treinta": "30", "cien": "100"}  # fmt: skip
_TENS = re.compile(r"\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)[- ](one|two|three|four|five|six|seven|eight|nine)\b", re.IGNORECASE)  # fmt: skip
_WORD = re.compile(rf"\b({'|'.join(word for word in _WORDS if word != 'one')})\b", re.IGNORECASE)
_ONE = re.compile(
    r"\bone(?=\s+(?:hours?|days?|weeks?|months?|years?|minutes?|business|time|percent)\b)",
    re.IGNORECASE,
)


_ORDINALS = {
    word: str(number)
    for number, word in enumerate(["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], start=1)
}  # fmt: skip
_ORDINAL = re.compile(rf"\b({'|'.join(_ORDINALS)})(?=\s+(?:day|week|month|year)\b)", re.IGNORECASE)


def facts_of(text: str) -> list[Fact]:
    """Every hard fact that the text states, each once. Words for small numbers count as numbers."""
    rest = in_digits(text)
    found: list[Fact] = []
    for take in (
        _emails,
        _links,
        _times,
        _dates,
        _money,
        _percents,
        _phones,
        _weekdays,
        _months,
        _measures,
        _numbers,
    ):
        rest = take(rest, found)
    return list(dict.fromkeys(found))


def stands(fact: Fact, known: frozenset[tuple[Kind, str]], *, sold_here: bool) -> bool:
    """Whether the fact is among the `known` ones. `sold_here`: the passage speaks of prices, so a bare number may be one."""
    for value in (fact.value, *fact.either):
        if (fact.kind, value) in known:
            return True
        if fact.kind in (Kind.NUMBER, Kind.TIME) and _same_number(value, known):
            return True
        if fact.kind is Kind.MONEY and sold_here and _stands_bare(value, known):
            return True
    return fact.kind is Kind.MONTH and any(
        kind is Kind.DATE and value.startswith(f"{fact.value}-") for kind, value in known
    )


def _stands_bare(value: str, known: frozenset[tuple[Kind, str]]) -> bool:
    """A number that measures nothing: the 20 of "20 minutes" is no price."""
    measured = any(kind is Kind.NUMBER and other.startswith(f"{value} ") for kind, other in known)
    return (Kind.NUMBER, value) in known and not measured


def _same_number(value: str, known: frozenset[tuple[Kind, str]]) -> bool:
    return any((kind, value) in known for kind in (Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.TIME))


@lru_cache(maxsize=2048)
def known_in(text: str) -> frozenset[tuple[Kind, str]]:
    """The facts of a source with every reading of each: "6:00" after "8:00 to" may be the evening's."""
    known = {(fact.kind, value) for fact in facts_of(text) for value in (fact.value, *fact.either)}
    bare = {(kind, value.partition(" ")[0]) for kind, value in known if kind is Kind.NUMBER}
    return frozenset(known | bare)


def speaks_of_prices(text: str) -> bool:
    return bool(re.search(r"[$€£]|\b(?:usd|dollars?|prices?|fees?|costs?|charges?)\b", text, re.IGNORECASE))


def in_digits(text: str) -> str:
    """The text with its numbers in digits: "twenty-one" reads 21."""
    text = _TENS.sub(lambda m: str(int(_WORDS[m[1].lower()]) + int(_WORDS[m[2].lower()])), text)
    text = _ONE.sub("1", text)
    text = _ORDINAL.sub(lambda m: _ORDINALS[m[1].lower()], text)
    return _WORD.sub(lambda m: _WORDS[m[1].lower()], text)


def _taker(
    pattern: re.Pattern[str], kind: Kind, value: Callable[[re.Match[str]], str]
) -> Callable[[str, list[Fact]], str]:
    def take(text: str, found: list[Fact]) -> str:
        found.extend(Fact(kind, value(match)) for match in pattern.finditer(text))
        return pattern.sub(" ; ", text)

    return take


def _link(match: re.Match[str]) -> str:
    bare = re.sub(r"^(?:https?://)?(?:www\.)?", "", match[0].lower())
    return bare.rstrip(".,;:!?/)")


def _plain(number: str) -> str:
    bare = number.rstrip(".,:")
    bare = (
        bare.replace(",", "")
        if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", bare)
        else bare.replace(",", ".")
    )
    return re.sub(r"^0+(?=\d)", "", re.sub(r"\.0+$", "", bare))


def _day_of(match: re.Match[str]) -> str:
    if match[5]:
        return f"{int(match[5])}-{int(match[6])}"
    month, day = (match[1], match[2]) if match[1] else (match[4], match[3])
    return f"{_MONTHS[month.lower()]}-{int(day)}"


def _times(text: str, found: list[Fact]) -> str:
    rest, times = clock_times(text)
    found.extend(Fact(Kind.TIME, first, tuple(others)) for first, *others in times)
    return rest


def _measures(text: str, found: list[Fact]) -> str:
    """ "6 months" is not 6 weeks. Read before the bare numbers, which it keeps as such for a source."""
    for match in _MEASURED.finditer(text):
        unit = _UNIT_OF[match[3].lower()]
        found.extend(Fact(Kind.NUMBER, f"{int(number)} {unit}") for number in match.groups()[:2] if number)
    return _MEASURED.sub(" ; ", text)


def _weekdays(text: str, found: list[Fact]) -> str:
    found.extend(Fact(Kind.WEEKDAY, day) for day in weekdays_in(text))
    for pattern in (_DAY_RANGE, *_GROUPS, _ONE_DAY):
        text = pattern.sub(" ; ", text)
    return text


def weekdays_in(text: str) -> Iterator[str]:
    """Each day that is meant; "Monday to Friday" means five."""
    for first, last in _DAY_RANGE.findall(text):
        start, end = DAYS.index(_DAY_NAMES[first.lower()]), DAYS.index(_DAY_NAMES[last.lower()])
        yield from (DAYS[(start + step) % 7] for step in range((end - start) % 7 + 1))
    for pattern, days in _GROUPS.items():
        if pattern.search(text):
            yield from days
    yield from (
        _DAY_NAMES[name.lower()] for name in _ONE_DAY.findall(text) if name[:1].isupper() or len(name) > 3
    )


_emails = _taker(_EMAIL, Kind.EMAIL, lambda match: match[0].lower())
_links = _taker(_LINK, Kind.LINK, _link)
_dates = _taker(_DATE, Kind.DATE, _day_of)
_money = _taker(_MONEY, Kind.MONEY, lambda match: _plain(match[1] or match[2]))
_percents = _taker(_PERCENT, Kind.PERCENT, lambda match: _plain(match[1]))
_phones = _taker(_PHONE, Kind.PHONE, lambda match: re.sub(r"\D", "", match[0])[-10:])
_months = _taker(_MONTH, Kind.MONTH, lambda match: str(_MONTHS[match[0].lower()]))
_numbers = _taker(_NUMBER, Kind.NUMBER, lambda match: _plain(match[0]))
