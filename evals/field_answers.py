"""What visitors answer when details are collected: `python -m evals field_answers`; `python -m evals.field_answers` names every one
that was misread. The set was written before it was first measured (224/304). Then its misses were read and dates, introductions and
refusals in other languages were mended, so today's figure is a development figure; a new set is needed for the next one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from deskbell.actions import collecting
from deskbell.actions.fields import FieldSpec, FieldType
from evals.figures import Row, share

ANSWERS = Path(__file__).parent / "sets" / "field_answers.txt"
TOPICS = ("Billing", "Refill", "Test results", "Scheduling", "Something else")
STATES = ("California", "New York", "North Carolina", "Oregon", "Texas", "Washington")
FIELDS = {
    "name": FieldSpec("name", "Patient name"),
    "provider": FieldSpec("provider", "Provider"),
    "dob": FieldSpec("dob", "Date of birth", FieldType.DATE),
    "phone": FieldSpec("phone", "Phone", FieldType.PHONE),
    "email": FieldSpec("email", "E-mail", FieldType.EMAIL),
    "ref": FieldSpec("ref", "Reference number", FieldType.REFERENCE, pattern=r"\d{4,}"),
    "code": FieldSpec("code", "Member code", FieldType.REFERENCE),
    "topic": FieldSpec("topic", "Inquiry type", FieldType.CHOICE, choices=TOPICS),
    "state": FieldSpec("state", "State", FieldType.CHOICE, choices=STATES),
}


@dataclass(frozen=True)
class Case:
    """An answer and what it holds. `gives` is empty when it gives nothing; `asks`: it is a question."""

    fields: tuple[str, ...]
    text: str
    gives: Mapping[str, str]
    asks: bool


@dataclass(frozen=True)
class Judged:
    """One field of one answer. `got`: what was kept as verified."""

    case: Case
    key: str
    wanted: str
    got: str

    @property
    def right(self) -> bool:
        return _plain(self.key, self.wanted) == _plain(self.key, self.got)


def cases() -> Iterator[Case]:
    """Every answer of the set."""
    for line in ANSWERS.read_text().splitlines():
        if line and not line.startswith("#"):
            asked, rest = line.split(" | ", 1)
            text, meant = rest.rsplit(" => ", 1)
            pairs = [pair.split("=", 1) for pair in meant.split("; ") if meant not in ("?", "-")]
            yield Case(tuple(asked.split()), text, dict(pairs), meant == "?")


def judged(case: Case) -> Iterator[Judged]:
    """Every asked field: the value that is there, or that none is."""
    begun = collecting.begin([FIELDS[key] for key in case.fields], {}, "")
    step = collecting.take(begun.collection, case.text)
    kept = {value.key: value.value for value in step.collection.values if value.verified}
    for key in case.fields:
        yield Judged(case, key, case.gives.get(key, ""), kept.get(key, ""))


def rows() -> list[Row]:
    every = [one for case in cases() for one in judged(case)]
    given = [one for one in every if one.wanted]
    absent = [one for one in every if not one.wanted]
    of_kind = Counter(one.key for one in given)
    right = Counter(one.key for one in given if one.right)
    kinds = ", ".join(f"{key} {right[key]}/{of_kind[key]}" for key in FIELDS)
    on = f"{sum(1 for _ in cases())} answers in seven languages; first run .737, since then its misses were read"
    return [
        Row("fields right", share(sum(one.right for one in every), len(every)), ".95", on),
        Row("values read", share(sum(one.right for one in given), len(given)), "", kinds),
        Row("nothing stored where nothing was given", share(sum(one.right for one in absent), len(absent)), "", "refusals, questions, noise"),
    ]  # fmt: skip


def _plain(key: str, value: str) -> str:
    return re.sub(r"\D", "", value) if key == "phone" else value.casefold().strip(" .")


if __name__ == "__main__":
    print(*rows(), sep="\n")
    for one in (one for case in cases() for one in judged(case) if not one.right):
        print(f"{one.key}: {one.case.text!r}: wanted {one.wanted!r}, got {one.got!r}")
