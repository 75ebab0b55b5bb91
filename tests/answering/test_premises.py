"""What a question takes for granted: it is heard, held against the content, and put right by the sentence that denies it."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import UUID

import pytest

from deskbell.answering import verbatim
from deskbell.answering.verbatim.premises import Premise, Verdict, held_against, premise_of
from deskbell.answering.verbatim.quoting import units_of
from deskbell.knowledge.finding.ranking import Found

ID = UUID(int=1)
VISIT = Found(
    ID,
    ID,
    ID,
    "Prices",
    "Prices › How much does a visit cost?",
    "A visit costs $49.",
    None,
    datetime(2026, 3, 2, tzinfo=UTC),
    4.0,
    0.7,
)
HOURS = "We are open Monday to Friday from 8 am to 7 pm, and on Saturday from 9 am to 1 pm. We are closed on Sunday."


@pytest.mark.parametrize(
    ("question", "premise"),
    [
        ("why is the visit free?", Premise("is the visit free", whole=True)),
        ("How come the visit is free?", Premise("the visit is free", whole=True)),
        ("Since the visit is free, how do I book it?", Premise("the visit is free", whole=True)),
        ("How do I book it, given that the visit is free?", Premise("the visit is free", whole=True)),
        ("The visit is free, right?", Premise("The visit is free", whole=True, framed=True)),
        ("the visit is free, isn’t it?", Premise("the visit is free", whole=True, framed=True)),
        ("You said the visit is free", Premise("the visit is free", whole=True, framed=True)),
        (
            "I heard that the visit is free, is that true?",
            Premise("the visit is free", whole=True, framed=True),
        ),
        ("so the visit is free?", Premise("the visit is free", whole=True)),
        ("How do I book the free visit?", Premise("How do I book the free visit?", whole=False)),
        ("Is the visit free?", None),
        ("Can I book a free visit?", None),
        ("How do I pay if the visit is not free?", None),
        ("I want to book a visit", None),
    ],
)
def test_what_is_taken_for_granted_is_told_from_what_is_asked(question: str, premise: Premise | None) -> None:
    assert premise_of(question) == premise


@pytest.mark.parametrize(
    ("question", "path", "text", "verdict"),
    [
        ("Why is the visit free?", "Prices › Visits", "A visit costs $49.", Verdict.OTHERWISE),
        ("Why is the visit free?", "Prices › Visits", "A first visit is free.", Verdict.SAID),
        ("Why is the visit free?", "Prices › Visits", "A visit takes 20 minutes.", Verdict.UNSAID),
        ("Why do you charge for records?", "Records › Copies", "Copies of records are free.", Verdict.OTHERWISE),
        ("The visit is $30, right?", "Prices › Visits", "A visit costs $49.", Verdict.OTHERWISE),
        ("The visit is 49 dollars, right?", "Prices › Visits", "A visit costs $49.", Verdict.SAID),
        ("Refunds take one day, right?", "Refunds", "A refund takes 5 to 7 working days.", Verdict.OTHERWISE),
        ("Refunds take a week, right?", "Refunds", "A refund takes 5 to 7 working days.", Verdict.SAID),
        ("Since you're open on Sundays, may I come?", "Hours", HOURS, Verdict.OTHERWISE),
        ("Since you're open on Saturdays, may I come?", "Hours", HOURS, Verdict.SAID),
        ("You're closed on Wednesdays, right?", "Hours", HOURS, Verdict.OTHERWISE),
        ("You take Medicare, right?", "Plans › Do you take Medicare?", "No. We bill you.", Verdict.OTHERWISE),
        ("You don't take Medicare, right?", "Plans › Do you take Medicare?", "No. We bill you.", Verdict.SAID),
        ("Why can't I pay later?", "Bills › Can I pay later?", "Yes. Choose a plan.", Verdict.OTHERWISE),
        ("Visits are recorded, aren't they?", "Privacy", "Visits are not recorded.", Verdict.OTHERWISE),
        ("Visits are never recorded, are they?", "Privacy", "Visits are not recorded.", Verdict.SAID),
        ("Why are visits recorded?", "Parking", "There is no parking in the street.", Verdict.UNSAID),
    ],
)  # fmt: skip
def test_a_passage_says_so_or_otherwise_or_nothing_of_it(
    question: str, path: str, text: str, verdict: Verdict
) -> None:
    premise = premise_of(question)
    assert premise is not None
    assert held_against(premise, path, units_of(text)).verdict is verdict


def drafted(question: str, *found: Found) -> verbatim.VerbatimDraft | None:
    """As if everything were near the question."""
    return verbatim.answer(question, found, [0.7] * len(verbatim.texts_to_weigh(found)))


def test_the_answer_to_a_false_premise_says_that_the_pages_say_otherwise_and_quotes_them() -> None:
    draft = drafted("why is the visit free?", VISIT)
    assert draft is not None
    assert verbatim.as_draft(draft, otherwise="Our pages say otherwise:").text == (
        "Our pages say otherwise:\n\nA visit costs $49."
    )


@pytest.mark.parametrize("question", ["why is the visit $49?", "what does a visit cost?"])
def test_an_answer_to_a_true_premise_or_none_is_the_quote_alone(question: str) -> None:
    draft = drafted(question, VISIT)
    assert draft is not None
    assert verbatim.as_draft(draft, otherwise="Our pages say otherwise:").text == "A visit costs $49."


def test_what_denies_the_premise_is_quoted_even_where_something_else_seemed_the_better_answer() -> None:
    text = "A visit is a talk by video with a clinician. A visit costs $49."
    nearer = [0.9, 0.95, 0.1]
    looked = verbatim.look("why is the visit free?", [replace(VISIT, text=text)], nearer)
    asked = verbatim.look("what is the visit?", [replace(VISIT, text=text)], nearer)
    assert looked is not None
    assert asked is not None
    assert "A visit costs $49." in looked.quote
    assert asked.quote.startswith("A visit is a talk")


def test_agreement_with_something_else_is_never_sure() -> None:
    """ "Yes." below another question would sound like agreement with this one."""
    text = "Yes. Interpreters come to each visit, in more than 40 languages."
    passage = replace(VISIT, path="Visits › Can I have an interpreter at a visit?", text=text)
    draft = drafted("The visit at home is offered, right?", passage)
    assert draft is None or draft.confidence <= 0.5
