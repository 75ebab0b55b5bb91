"""Rules read as sentences, and the order of evaluation is the one the product promises."""

import pytest

from deskbell.handoff.order import ORDER
from deskbell.handoff.rules import rule_sentence
from deskbell.handoff.when import AsksForPerson, ConfidenceBelow, NoAnswer, Phrase
from tests.handoff.rule_set import CONTACT, rule


@pytest.mark.parametrize(
    ("when", "collect_first", "sentence"),
    [
        (
            AsksForPerson(),
            CONTACT,
            "When the visitor asks for a person, first collect Contact details, then hand off as Urgent.",
        ),
        (NoAnswer(), None, "When the agent finds no answer, hand off as Urgent."),
        (ConfidenceBelow(0.5), None, "When the confidence is below 0.50, hand off as Urgent."),
        (Phrase(("bill",)), None, "When the message contains “bill”, hand off as Urgent."),
        (Phrase(("a", "b", "c")), None, "When the message contains “a”, “b” or “c”, hand off as Urgent."),
    ],
)
def test_a_rule_reads_as_a_sentence(when, collect_first, sentence):
    read = rule(1, when, collect_first=collect_first, label="Urgent")
    assert rule_sentence(read, {CONTACT: "Contact details"}) == sentence


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
