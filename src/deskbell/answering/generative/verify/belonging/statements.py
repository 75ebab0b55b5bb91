"""The statements of a text: its sentences taken apart where they tell of another thing, each with what it goes on about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from deskbell.answering.generative.verify.facts import Fact, Kind, facts_of
from deskbell.answering.generative.verify.stretches import lines_of
from deskbell.knowledge.finding.terms import is_stop_word, stems

_BREAK = re.compile(
    r"(;\s+|\s[—–-]\s+|:\s+|,\s+(?:(?:and|but|while|whereas|or|though)\s+)?|\s+(?:and(?!\s+\d)|but|while|whereas|though)\s+)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|can|cannot|may|must|will|should|has|have|had|do|does|did|don['’]t|doesn['’]t|costs?|pays?|takes?|needs?|"
    r"gets?|goes|go|includ\w+|opens?|closes?|starts?|begins?|ends?|charged?s?|arrives?|comes?|lasts?|runs?|allowed|required|works?|"
    r"gives?|keeps?|leaves?|expires?|receives?|sends?|treats?|sees?|books?|ships?|stays?|adds?)\b",
    re.IGNORECASE,
)
_CASE = re.compile(
    r"(?:even )?(?:if|when|whenever|unless|until|once|after|before|because|so that|provided|as long as|except|for|without|with)\b",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"^(?:it|they|this|these|that|those|he|she|later|larger|others?|both|all)\b|\b(?:it|they|them|ones?|otherwise|else\w*)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"(to|on|at|in|for|from|by|with)\b", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    rf"(?:{_VERB.pattern}|{_PREPOSITION.pattern}|under|over|above|below|[$€£]?\d)", re.IGNORECASE
)
_NONE: frozenset[str] = frozenset()
NOTHING, EXTRA = "0", "extra"
_CHARGED_EXTRA = re.compile(
    r"\b(?:(?:charged|billed|paid|costs?|pay) (?:extra|separately|on top)|not included|for (?:a|an extra) fee|extra charges?|surcharge)\b",
    re.IGNORECASE,
)
_FREE_OF_CHARGE = re.compile(
    r"\b(?:(?<!feel )(?<!-)free(?! to\b)|(?:is|are|comes?) (?:already )?included|at no (?:extra )?(?:cost|charge)|no (?:\w+ )?(?:fee|charge|cost)s?|"
    r"costs? nothing|waived?|gratis|(?:not|\w+n['’]t|never) (?:be )?(?:cost|charge)\w*|(?:not|\w+n['’]t) pay (?:it|this|the|a)\b)\b",
    re.IGNORECASE,
)
_COUNTING = re.compile(
    r"\b(?:within|[ap]\.?m\b\.?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"minutes?|hours?|days?|weeks?|months?|years?|dollars?|euros?|percent|cents?|costs?|pays?|paid)(?!\w)",
    re.IGNORECASE,
)
_LETTER = re.compile(r"(?<=\w )[B-HJ-Z]\b(?!['’])")  # plan S, zone B
_SORTS = {
    Kind.MONEY: "amount", Kind.PERCENT: "amount", Kind.TIME: "time", Kind.DATE: "date", Kind.MONTH: "date"
}  # fmt: skip


@dataclass(frozen=True)
class Measure:
    """A fact that only one thing has: `sort` says what may stand in its place, "nothing to pay" in that of an amount."""

    sort: str
    value: str
    either: tuple[str, ...] = ()
    of: str = ""

    def rivals(self, other: "Measure") -> bool:
        """Whether it could stand in the place of the other. What is counted must be the same where both say it."""
        return self.sort == other.sort and (self.of == other.of or not (self.of and other.of))


@dataclass(frozen=True)
class Statement:
    """`words` are its own, `carried` those of what it goes on about, `beside` the others of its sentence and of the heading."""

    words: frozenset[str]
    carried: frozenset[str]
    beside: frozenset[str]
    measures: tuple[Measure, ...]

    def holds(self, measure: Measure) -> bool:
        """Whether it gives this measure, in any reading of it."""
        wanted = {measure.value, *measure.either}
        return any(
            measure.sort == own.sort
            and (
                wanted & {own.value, *own.either}
                or own.value.startswith(f"{measure.value}-")
                or (measure.value == EXTRA and own.value != NOTHING)
            )
            for own in self.measures
        )


@lru_cache(maxsize=256)
def statements_of(source: str) -> tuple[Statement, ...]:
    """Every statement of a source; its first line is its heading."""
    heading, *_ = (words_of(line) for line, _, _ in lines_of(source))
    found: list[Statement] = []
    before = _NONE
    for line, announced, is_row in lines_of(source):
        parts = [line] if is_row else split(line)
        about = subject_of(parts[0])
        for part in parts:
            carried = words_of(announced) | (_NONE if part is parts[0] else _carried(parts[0], part))
            carried |= before if leans(part) else _NONE
            own = words_of(part)
            found.append(
                Statement(
                    own, carried - own, (words_of(line) | heading) - own - carried, tuple(measures_of(part))
                )
            )
        before = about | (before if leans(line) else _NONE)
    return tuple(found)


def split(sentence: str) -> list[str]:
    """A sentence in its statements. What has neither verb nor fact of its own stays with its neighbor, and so does a case."""
    pieces = _BREAK.split(sentence)
    found: list[str] = []
    waiting = ""
    for text, before, after in zip(pieces[::2], ["", *pieces[1::2]], [*pieces[1::2], ""], strict=True):
        whole, waiting = waiting + text, ""
        begins = not found or ";" in before
        case = _is_case(text) and not facts_of(text)
        if begins and after and ((_is_case(text) and ";" not in after) or not _says_something(whole)):
            waiting = whole + after
        elif found and (not _says_something(text) or (case and ";" not in before)):
            found[-1] += before + text
        else:
            found.append(whole)
    return found or [sentence]


def words_of(text: str) -> frozenset[str]:
    """Its counting words without numbers and units, which belong to the measure."""
    bare = _COUNTING.sub(" ", _FREE_OF_CHARGE.sub(" ", re.sub(r"[$€£]?\d[\d.,:]*", " ", text)))
    counting = (word for word in stems(bare) if not word.isdigit() and not is_stop_word(word))
    return frozenset([*counting, *_LETTER.findall(text)])


def subject_of(part: str) -> frozenset[str]:
    """What stands before its verb or its first number."""
    ends = [found.start() for found in (_VERB.search(part), re.search(r"[$€£]?\d", part)) if found]
    begin = part[: min(ends, default=len(part))]
    return words_of(begin)


def leans(part: str) -> bool:
    """Whether it speaks of something that was named before it."""
    return bool(_LEANS.search(part))


def has_no_subject(part: str) -> bool:
    """Whether it goes on about what the part before it was about."""
    return bool(_NO_SUBJECT.match(part)) or leans(part)


def measures_of(text: str) -> Iterator[Measure]:
    """Amounts, durations, times, dates and other counted things."""
    if _FREE_OF_CHARGE.search(text):
        yield Measure("amount", NOTHING)
    elif _CHARGED_EXTRA.search(text):
        yield Measure("amount", EXTRA)
    yield from filter(None, (_measure(fact, text) for fact in facts_of(text)))


def _measure(fact: Fact, text: str) -> Measure | None:
    if fact.kind is not Kind.NUMBER:
        sort = _SORTS.get(fact.kind)
        return Measure(sort, fact.value, fact.either) if sort else None
    if " " in fact.value:
        return Measure("duration", fact.value)
    return Measure("number", fact.value, of=_counted(text, fact.value))


def _counted(text: str, number: str) -> str:
    """What is counted: the 20 of "20 GB" and the 5 of "5 GB" may stand for each other, not for the 5 of "5 users"."""
    after = re.search(rf"(?<![\d.,]){re.escape(number)}\s+([A-Za-z]{{2,}})", text)
    return "".join(stems(after[1])[:1]) if after and not is_stop_word(after[1]) else ""


def _says_something(text: str) -> bool:
    return bool(_VERB.search(text)) or bool(facts_of(text))


def _is_case(text: str) -> bool:
    return bool(_CASE.match(text.strip()))


def _carried(first: str, part: str) -> frozenset[str]:
    """ "We close at 6, on Saturdays at 1": all of the first part. "You can change to a larger plan now and to a smaller one later":
    the second part begins like the first. Otherwise what the first is about.
    """
    if leans(part) or not _VERB.search(part):
        return words_of(first)
    preposition = _PREPOSITION.match(part)
    place = re.search(rf"\b{preposition[1]}\b", first, re.IGNORECASE) if preposition else None
    return subject_of(first) | (words_of(first[: place.start()]) if place else _NONE)
