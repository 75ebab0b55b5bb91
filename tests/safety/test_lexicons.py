"""The lexicons themselves: every phrase can be read, and the clinic's own questions pass through all detectors."""

import re
import tomllib
from pathlib import Path

import pytest

import deskbell
from deskbell.safety import clinical, lexicon, person_request
from deskbell.safety.clinical import is_clinical
from deskbell.safety.emergency import screen
from deskbell.safety.person_request import asks_for_person
from deskbell.safety.phrases import PhraseBook
from deskbell.safety.words import Spelling, words_of

CLINIC = Path(deskbell.__file__).parent / "demo_clinic"


def books() -> list[PhraseBook]:
    emergencies = [lexicon.lexicon_of(language) for language in lexicon.LANGUAGES]
    requests = person_request.request_lexicon()
    _, asks, elsewhere = clinical.clinical_lexicon()
    return [
        *(book for one in emergencies for book in (one.phrases, one.frames)),
        requests.asks,
        requests.frames,
        asks,
        elsewhere,
    ]


def test_every_phrase_of_every_lexicon_can_be_read() -> None:
    phrases = [
        phrase for book in books() for some in (*book.by_anchor.values(), book.always) for phrase in some
    ]
    assert len({id(phrase) for phrase in phrases}) > 1000
    assert [phrase.written for phrase in phrases if not phrase.regex.pattern] == []


def questions_of_the_clinic() -> list[str]:
    headings = [
        line.removeprefix("## ")
        for page in sorted(CLINIC.glob("*.md"))
        for line in page.read_text(encoding="utf-8").splitlines()
        if line.startswith("## ")
    ]
    pairs = tomllib.loads((CLINIC / "questions.toml").read_text(encoding="utf-8"))["questions"]
    return headings + [pair["question"] for pair in pairs]


def test_the_questions_that_the_clinic_answers_are_answered() -> None:
    asked = questions_of_the_clinic()
    assert len(asked) > 100
    assert [q for q in asked if (alarm := screen(q)) and alarm.level == "emergency"] == []
    assert [q for q in asked if asks_for_person(q) or is_clinical(q)] == []


SPELLING = Spelling.of({"cant": "can not"}, ["breathe", "anaphylaxis", "kill"], ["die"])


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("I can't breathe", "i can not breathe"),
        ("brethe breathhe braethe", "breathe breathe breathe"),
        ("anaphilaxys", "anaphylaxis"),
        ("k1ll d!e k*ll", "kill die kill"),
        ("k i l l", "kill"),
        ("diiiie!!! now", "die . now"),
        ("30pills", "30 pills"),
        ("bread wreath breed", "bread wreath breed"),
        ("", ""),
    ],
)
def test_words_are_made_plain_and_other_words_are_left_alone(typed: str, read: str) -> None:
    assert words_of(typed, SPELLING).line == read


GRAMMAR = {"people": ["mother", "my friend"]}


@pytest.mark.parametrize(
    ("phrase", "line", "matches"),
    [
        ("chest ~ hurts|aches", "my chest really badly hurts", True),
        ("chest ~ hurts|aches", "my chest does not hurts", False),
        ("chest ~ hurts", "my chest. it hurts", False),
        ("@people fell", "my friend fell", True),
        ("going_to|will fall", "going to fall", True),
        ("an? ambulance now", "ambulance now", True),
        ("took # pills", "took 30 pills", True),
        ("took # pills", "took 2 pills", False),
        ("in <year>", "in 2019", True),
        ("convuls*", "he convulses", True),
        ("^ human $", "human.", True),
        ("^ human $", "human body", False),
    ],
)
def test_the_phrase_language_means_what_it_says(phrase: str, line: str, matches: bool) -> None:  # noqa: FBT001
    book = PhraseBook.of({"x": [phrase]}, GRAMMAR)
    assert bool(book.find(words_of(line, SPELLING))) is matches


def test_a_match_says_which_words_it_covers() -> None:
    words = words_of("Well. My chest hurts, badly", SPELLING)
    (found,) = PhraseBook.of({"pain": ["chest ~ hurts"]}, {}).find(words)
    assert (found.label, words.all[found.first : found.end]) == ("pain", ("chest", "hurts"))
    assert re.fullmatch(r"[a-z. ]+", words.line)
