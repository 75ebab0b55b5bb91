"""How much of a passage is quoted, when two passages are, and that every part stands in its passage letter by letter."""

import random
from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from deskbell.answering.verbatim import as_draft, judged, look, texts_to_weigh, together
from deskbell.answering.verbatim.answerer import Quoted, VerbatimDraft
from deskbell.answering.verbatim.choosing import chosen
from deskbell.answering.verbatim.quoting import MOST_LIST_WORDS, MOST_WORDS, groups_of, units_of
from deskbell.answering.verbatim.wanted import Wanted, asks_yes_or_no, holds, says_yes_or_no, wanted
from deskbell.answering.verbatim.weighing import Weighed, weigh
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


def weighed(
    text: str, best: str, *, number: int = 1, heading: float = 0.0, score: float = 0.0, behind: float = 1.0
) -> Weighed:
    """`behind`: how much less all other units score than the one that begins with `best`."""
    units = units_of(text)
    scores = [score if unit.text.startswith(best) else score - behind for unit in units]
    passage = replace(found(text, number), path="Help › Visits › May I move a visit?")
    return Weighed(passage, units, groups_of(units), [0.5] * len(units), heading, scores)


def quoted(text: str, best: str, *, heading: float = 0.0, behind: float = 1.0) -> str:
    """What is shown of one passage. `heading`: how near the question is to the question above it."""
    [stretch] = chosen([weighed(text, best, heading=heading, behind=behind)])
    return stretch.text


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


def test_a_sentence_that_points_below_may_go_on_after_it() -> None:
    text = (
        "Take the 2 steps listed below before you can apply for your newborn.\n\n- Get a number.\n- Tell us."
    )
    assert quoted(text, "Take", behind=9) == text


def test_a_passage_that_answers_its_heading_is_read_from_its_beginning() -> None:
    text = "Yes. Open My visits. Moving is free until 24 hours before."
    asked = quoted(text, "Moving", heading=0.9, behind=9)
    assert (asked, quoted(text, "Moving", behind=9)) == (text, "Moving is free until 24 hours before.")


def test_a_link_to_another_page_is_no_row_of_a_table_and_is_left_out() -> None:
    text = "Call your clinic to move a visit.\nFind a clinic near you."
    assert quoted(text, "Call", behind=9) == "Call your clinic to move a visit."


def test_what_answers_nearly_as_likely_behind_a_link_is_reached_over_it() -> None:
    text = "Call us to move a visit.\nLearn more about visits.\n\nMoving is free."
    units = units_of(text)
    passage = found(text, 1)
    one = Weighed(passage, units, groups_of(units), [0.5] * 3, 0.0, [0.0, -9.0, -1.0])
    assert [stretch.text for stretch in chosen([one])] == [text]


def test_of_steps_that_are_too_many_the_first_are_quoted() -> None:
    steps = "\n".join(f"- Step {number}: {'word ' * 18}" for number in range(12))
    shown = quoted(f"Do this:\n\n{steps}", "- Step 0", behind=9)
    assert (shown.startswith("Do this:\n\n- Step 0"), "- Step 4" in shown, "- Step 7" in shown) == (
        True,
        True,
        False,
    )
    assert len(shown.split()) <= MOST_LIST_WORDS


def test_a_list_of_another_passage_may_be_longer_than_running_text() -> None:
    best = weighed("Visits are free. " + "word " * 40, "Visits", number=1)
    listed = "You need:\n\n" + "\n".join(f"- {'word ' * 8}{number}" for number in range(4))
    prose = "word " * 40
    shown = [
        [stretch.of.found.passage_id.int for stretch in chosen([best, other])]
        for other in (
            weighed(listed, "You", number=2, score=-0.5),
            weighed(prose, "word", number=3, score=-0.5),
        )
    ]
    assert shown == [[1, 2], [1]]


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
    assert shown.text == "Visits cost $85. [1]\n\nA visit costs $85 by card. [2]"
    assert [(source.number, source.passage_id) for source in shown.sources] == [
        (1, VISITS.passage_id),
        (2, CARDS.passage_id),
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
        ("What number do I call?", Wanted.CONTACT, "It is 1-303-555-0100."),
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
    assert (wanted("Do you take Aetna?"), asks_yes_or_no("Do you take Aetna?")) == (None, True)
    assert [
        says_yes_or_no(text) for text in ("Yes. We do.", "No.", "It depends on your plan.", "Nobody does.")
    ] == [
        True,
        True,
        True,
        False,
    ]


def test_what_is_said_in_other_words_counts_more_than_what_is_not_said() -> None:
    fees, parking = found("The fee is $85.", 1), found("The garage is behind us.", 2)
    both = weigh("What is the price?", [fees, parking], [0.3, 0.5, 0.3, 0.5])
    assert max(both[0].scores) > max(both[1].scores)


def test_a_sentence_that_points_back_is_read_with_the_one_before() -> None:
    text = "Some medicines are not mailed. In these cases, pick them up."
    assert (quoted(text, "In these", behind=9), quoted(text, "Some", behind=9)) == (
        text,
        "Some medicines are not mailed.",
    )


def test_a_short_lead_of_a_list_is_read_with_the_sentence_before_it() -> None:
    text = "All of these must be true. You:\n\n- are enrolled\n- live here"
    assert quoted(text, "- are", behind=9) == text


def test_times_and_titles_do_not_end_a_sentence() -> None:
    text = "Call until 6 p.m. (ET). Ask for Dr. Chen."
    assert [unit.text for unit in units_of(text)] == ["Call until 6 p.m. (ET).", "Ask for Dr. Chen."]
