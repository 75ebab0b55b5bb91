"""How much of a passage is quoted, when two passages are, and that every part stands in its passage letter by letter."""

import random
from datetime import UTC, datetime
from uuid import UUID

import pytest

from deskbell.answering.verbatim import as_draft, judged, look, texts_to_weigh, together
from deskbell.answering.verbatim.answerer import Quoted, VerbatimDraft
from deskbell.answering.verbatim.quoting import MOST_LIST_WORDS, MOST_WORDS, quote, units_of
from deskbell.answering.verbatim.wanted import Wanted, holds, wanted
from deskbell.knowledge.finding.ranking import Found

READ_AT = datetime(2026, 3, 2, tzinfo=UTC)
RANDOM = random.Random(11)
LIST = "You can:\n\n- send a message\n- call the desk\n- come by"
PIECES = (
    "Call us on 555-0100.",
    "No.",
    "Visits cost $85, and a late cancellation $25.",
    "You need all of those below.",
    "- a photo ID\n- your insurance card",
    "Monday – 8 to 18\nSunday – closed",
    "“Quoted,” said Dr. Chen. E.g. this (and that).",
    "Öffnungszeiten: 8–18 Uhr\u00a0täglich",
    "1. First.\n2. Second.",
    ":",
    "word " * 90,
)


def found(text: str, number: int, score: float = 0.5) -> Found:
    identity = UUID(int=number)
    return Found(
        identity, identity, identity, "Help", "Help › Visits", text, None, READ_AT, 3.0, score, score
    )


def drawn() -> list[Found]:
    return [
        found("\n\n".join(RANDOM.choices(PIECES, k=RANDOM.randint(1, 9))), number, RANDOM.random())
        for number in range(RANDOM.randint(1, 8))
    ]


@pytest.mark.parametrize("attempt", range(60))
def test_every_part_stands_in_its_cited_passage_letter_by_letter(attempt: int) -> None:
    passages = drawn()
    near = [RANDOM.uniform(-0.2, 1.0) for _ in texts_to_weigh(passages)]
    looked = look(RANDOM.choice(["How much is a late visit?", "when are you open", "?"]), passages, near)
    assert looked is not None
    draft = as_draft(VerbatimDraft(looked.parts, 0.9))
    assert [source.quote in source.passage for source in draft.sources] == [True] * len(draft.sources)
    assert [source.number for source in draft.sources] == list(range(1, len(draft.sources) + 1))
    assert [len(source.quote.split()) <= MOST_LIST_WORDS for source in draft.sources] == [True] * len(
        draft.sources
    )


def quoted(text: str, best: str, *, answers_heading: bool = False, behind: float = 1.0) -> str:
    """`behind`: how much less all other units score than the one that begins with `best`."""
    units = units_of(text)
    scores = [0.0 if unit.text.startswith(best) else -behind for unit in units]
    return quote(text, units, scores, answers_heading=answers_heading)


def test_a_neighbor_that_hardly_answers_is_not_worth_its_words() -> None:
    text = "Please bring your ID. Each visit costs $85. Parking is always free."
    assert (quoted(text, "Each", behind=9), quoted(text, "Each", behind=1)) == ("Each visit costs $85.", text)


def test_the_announcement_of_a_list_brings_the_whole_list() -> None:
    assert quoted(LIST, "You can", behind=9) == LIST


def test_a_sentence_that_points_below_brings_what_is_below() -> None:
    text = (
        "You qualify if you meet all of the requirements listed below.\n\nYou:\n\n- are enrolled\n- live here"
    )
    assert quoted(text, "You qualify", behind=9) == text


def test_a_passage_that_answers_its_heading_is_read_from_its_beginning() -> None:
    text = "Yes. Open My visits. Moving is free until 24 hours before."
    assert quoted(text, "Moving", answers_heading=True, behind=9) == text


def test_of_a_list_that_is_too_long_the_point_that_answers_is_quoted() -> None:
    long = "You need:\n\n" + "\n".join(f"- {'word ' * 20}{number}" for number in range(12))
    words = quoted(long, f"- {'word ' * 20}11", behind=9)
    assert (words.endswith("word 11"), len(words.split()) <= MOST_WORDS) == (True, True)


VISITS, CARDS = found("Visits cost $85.", 1, 0.6), found("A visit costs $85 by card.", 2, 0.6)


def test_two_passages_that_answer_alike_are_both_quoted_each_with_its_number() -> None:
    looked = look("What does a visit cost?", [VISITS, CARDS], [0.3, 0.8, 0.3, 0.8])
    assert looked is not None
    draft = judged(looked)
    assert draft is not None
    shown = as_draft(draft)
    assert shown.text == "A visit costs $85 by card. [1]\n\nVisits cost $85. [2]"
    assert [(source.number, source.passage_id) for source in shown.sources] == [
        (1, CARDS.passage_id),
        (2, VISITS.passage_id),
    ]


def test_a_passage_that_is_clearly_behind_is_not_quoted_beside_the_best() -> None:
    looked = look(
        "What does a visit cost?", [VISITS, found("Parking is free.", 3, 0.2)], [0.3, 0.8, 0.1, 0.1]
    )
    assert looked is not None
    assert looked.quote == "Visits cost $85."


def test_several_answers_make_one_that_is_no_surer_than_its_weakest() -> None:
    one, two = Quoted("Visits cost $85.", VISITS), Quoted("A visit costs $85 by card.", CARDS)
    assert together([VerbatimDraft((one,), 0.9), VerbatimDraft((two, one), 0.6)]) == VerbatimDraft(
        (one, two), 0.6
    )


@pytest.mark.parametrize(
    ("question", "kind", "answer"),
    [
        ("How much is a visit?", Wanted.AMOUNT, "It is $85."),
        ("when do you close", Wanted.TIME, "At 6 pm."),
        ("Who runs the clinic?", Wanted.NAME, "It is run by Dr. Chen."),
        ("Where do I send it?", Wanted.PLACE, "Mail it to the PO Box."),
        ("Why was I billed?", Wanted.REASON, "That happens because insurance pays late."),
    ],
)
def test_a_question_wants_a_kind_of_thing_that_its_answer_holds(
    question: str, kind: Wanted, answer: str
) -> None:
    assert (wanted(question), holds(kind, answer), holds(kind, "we care for you")) == (
        kind,
        True,
        False,
    )


def test_a_yes_or_no_question_wants_nothing_of_a_kind() -> None:
    assert wanted("Do you take Aetna?") is None
