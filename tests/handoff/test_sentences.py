"""Rules read as sentences, and the order of evaluation is the one the product promises."""

import pytest

from deskbell.handoff.order import ORDER
from deskbell.handoff.rules import rule_sentence
from deskbell.handoff.when import (
    KINDS,
    AgentUnavailable,
    AsksForPerson,
    ClinicalQuestion,
    ConfidenceBelow,
    DetailsCollected,
    NoAnswer,
    OtherLanguage,
    Phrase,
    Stuck,
    Topic,
    UnansweredInARow,
)
from tests.handoff.rule_set import BILLING, CONTACT, rule


@pytest.mark.parametrize(
    ("when", "collect_first", "sentence"),
    [
        (
            AsksForPerson(),
            (CONTACT,),
            "When the visitor asks for a person, first collect Contact details, then hand off as Urgent.",
        ),
        (NoAnswer(), (), "When the agent finds no answer, hand off as Urgent."),
        (ConfidenceBelow(0.5), (), "When the confidence is below 0.50, hand off as Urgent."),
        (
            ClinicalQuestion(),
            (CONTACT, BILLING),
            "When the question is clinical, first collect Contact details and Billing details, then hand off as Urgent.",
        ),
        (Topic("a disputed charge"), (), "When the message is about a disputed charge, hand off as Urgent."),
        (
            OtherLanguage(("en", "es")),
            (),
            "When the message is not in English or Spanish, hand off as Urgent.",
        ),
        (Stuck(), (), "When the visitor asks again or is frustrated, hand off as Urgent."),
        (UnansweredInARow(3), (), "When 3 questions in a row have no answer, hand off as Urgent."),
        (AgentUnavailable(), (), "When the agent is unavailable or over budget, hand off as Urgent."),
        (DetailsCollected(CONTACT), (), "When Contact details was collected, hand off as Urgent."),
        (
            DetailsCollected(CONTACT, "inquiry_type", "Billing"),
            (),
            "When Contact details was collected and inquiry type is “Billing”, hand off as Urgent.",
        ),
        (Phrase(("bill",)), (), "When the message contains “bill”, hand off as Urgent."),
        (Phrase(("a", "b", "c")), (), "When the message contains “a”, “b” or “c”, hand off as Urgent."),
    ],
)
def test_a_rule_reads_as_a_sentence(when, collect_first, sentence):
    read = rule(1, when, collect_first=collect_first, label="Urgent")
    assert rule_sentence(read, {CONTACT: "Contact details", BILLING: "Billing details"}) == sentence


def test_the_order_of_evaluation_has_ten_numbered_steps():
    assert [(step.number, step.name) for step in ORDER] == [
        (0, "Keep the message"),
        (1, "Emergency screen"),
        (2, "Closed before?"),
        (3, "Who holds it?"),
        (4, "Collecting details?"),
        (5, "Rules on the message"),
        (6, "Clinical boundary"),
        (7, "Answer from content"),
        (8, "Rules on the answer"),
        (9, "Tags and statistics"),
    ]


def test_every_kind_of_rule_has_one_step_in_the_order():
    placed = [kind for step in ORDER for kind in step.kinds]
    assert sorted(placed) == sorted(kind.kind for kind in KINDS)
