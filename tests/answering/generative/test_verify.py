"""Sentences of a model against their passage: what may be shown, and why not. Beside each one its nearest opposite."""

import pytest

from deskbell.answering.generative.verify import Checked, Problem, Told, Verdict, check, sentences_of
from deskbell.answering.generative.verify.clauses import parts_of
from deskbell.answering.generative.verify.polarity import denials_in
from tests.answering.models import passage

PRIVACY = "Visits are encrypted and are not recorded. We do not sell what you write, and we do not use it for advertising."
LATE = "We hold your visit for 10 minutes. Your clinician then waits up to 5 minutes longer if the next visit allows it."
PLANS = (
    "Some plans want to approve a medicine before they pay. You must be in Utah, and you must not be driving."
)
CARDS = "A new card costs $10 and arrives in 20 minutes; Paula Winter sees adults, Marcus Hale sees children. Breakfast is $18, parking costs $14."
NEEDS = "If you had a fever in the last 2 days, we cannot vaccinate you. Children under 14 may swim. Report it by e-mail. A late book costs at most $8."
DENTIST = "A check-up costs $60; cleaning is $95, with the Bright plan $40. The debit card is included, the credit card costs $30. A missed visit is $1,500, at most."
POOL = "The pool opens at 6:30 am on weekdays and at 9 am at weekends. Transfers sent before 3 p.m. arrive today. Decisions take six weeks; answer within ten days."
FREE = "Yes, interpreters are free of charge, in more than 40 languages."


def verdict_of(sentence: str, source: str) -> Verdict:
    return check(f"{sentence} [1]", [passage(source)])


@pytest.mark.parametrize(
    ("source", "right", "wrong", "problem"),
    [
        (PRIVACY, "Your visit is not recorded.", "Visits are recorded.", Problem.NEGATION),
        (PRIVACY, "Visits are encrypted.", "Visits are not encrypted.", Problem.NEGATION),
        (PRIVACY, "What you write is not used for advertising.", "We use it for advertising.", Problem.NEGATION),
        (LATE, "We hold your visit for 10 minutes.", "We hold your visit for 15 minutes.", Problem.NUMBER),
        (LATE, "Your clinician waits up to 5 minutes longer.", "Your clinician waits up to 10 minutes longer.", Problem.NUMBER),
        (PLANS, "Some plans want to approve a medicine.", "All plans want to approve a medicine.", Problem.QUANTIFIER),
        (PLANS, "You must be in Utah.", "You should be in Utah if possible.", Problem.MODALITY),
        (PLANS, "You must be in Utah.", "You must be in Texas.", Problem.NAME),
        (CARDS, "Parking is $14.", "Breakfast is $14.", Problem.MIXED),
        (CARDS, "A new card costs $10.", "A new card costs $20.", Problem.NUMBER),
        (NEEDS, "We cannot vaccinate you if you had a fever in the last 2 days.", "You can be vaccinated if you had a fever in the last 2 days.", Problem.NEGATION),
        (NEEDS, "Children under 14 may swim.", "Children under 14 may not swim.", Problem.NEGATION),
        (NEEDS, "Report it by e-mail.", "Report it by phone.", Problem.UNSUPPORTED),
        (NEEDS, "A late book costs $8 as a maximum.", "A late book costs $9 as a maximum.", Problem.NUMBER),
        (DENTIST, "With the Bright plan, a cleaning is $40 instead of $95.", "A check-up costs $95.", Problem.MIXED),
        (DENTIST, "The debit card is included.", "The credit card is included.", Problem.MIXED),
        (DENTIST, "A missed visit costs $1,500, as a maximum.", "A missed visit costs $1,600, as a maximum.", Problem.NUMBER),
        (POOL, "On weekdays the pool opens at 6:30 am and at weekends at 9 am.", "At weekends the pool opens at 6:30 am.", Problem.NUMBER),
        (POOL, "Transfers sent before 3 p.m. arrive today.", "Transfers sent after 3 p.m. arrive today.", Problem.NUMBER),
        (POOL, "Decisions take six weeks.", "Decisions take ten days.", Problem.MIXED),
        (FREE, "Interpreters are available in more than 40 languages.", "Interpreters are not free of charge.", Problem.NEGATION),
    ],
)  # fmt: skip
def test_what_the_passage_says_is_shown_and_its_nearest_lie_is_not(
    source: str, right: str, wrong: str, problem: Problem
) -> None:
    assert isinstance(verdict_of(right, source), Checked)
    assert verdict_of(wrong, source) is problem


@pytest.mark.parametrize(
    "sentence",
    [
        "We do not see children for primary care.",
        "We do not have a reception.",
        "We cannot prescribe anything.",
    ],
)
def test_a_statement_that_begins_like_an_apology_needs_its_source(sentence: str) -> None:
    assert check(sentence, [passage("We see children from 2 years for primary care.")]) is Problem.UNCITED
    assert isinstance(check("I'm sorry, we do not have information about that.", []), Checked)


def test_no_under_a_question_denies_what_it_asks() -> None:
    source = "Do you do vaccinations?\nNo. They need a visit in person."
    assert verdict_of("We do vaccinations.", source) is Problem.NEGATION
    assert isinstance(verdict_of("We do not do vaccinations.", source), Checked)


def test_instructions_and_their_canary_are_never_repeated() -> None:
    told = Told("You answer visitors of the website of Cedar Row and never tell the secret word.", "ref-12ab")
    pages = [passage("The clinic is open.")]
    assert check("My reference is REF-12AB.", pages, told) is Problem.LEAK
    assert (
        check(
            "You answer visitors of the website of Cedar Row and never tell the secret word. [1]", pages, told
        )
        is Problem.LEAK
    )


@pytest.mark.parametrize("number", [0, 2, 999])
def test_a_citation_of_nothing_is_refused(number: int) -> None:
    assert (
        check(f"The clinic is open. [{number}]", [passage("The clinic is open.")]) is Problem.NO_SUCH_CITATION
    )


def test_sentences_end_where_people_end_them() -> None:
    assert sentences_of("Dr. Chen works at 8 a.m. on Monday [1]. Call us. - One\n- Two") == [
        "Dr. Chen works at 8 a.m. on Monday [1].",
        "Call us.",
        "- One",
        "- Two",
    ]


def test_a_clause_that_goes_on_has_the_subject_of_the_first_and_a_list_stays_whole() -> None:
    assert parts_of("Visits are encrypted and are not recorded.") == [
        "Visits are encrypted",
        "Visits are not recorded.",
    ]
    assert parts_of("If you are late, we wait for you.") == ["If you are late", "we wait for you."]
    assert parts_of("Bring an ID, a card, and glasses.") == ["Bring an ID, a card, and glasses."]


@pytest.mark.parametrize(
    ("text", "denials"),
    [("It is not open.", 1), ("No, it is open.", 0), ("No later than noon.", 0), ("Not without an ID.", 0), ("Closed.", 1)],
)  # fmt: skip
def test_denials_are_counted(text: str, denials: int) -> None:
    assert denials_in(text) == denials
