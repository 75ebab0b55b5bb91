"""Each kind of rule fires on what it waits for, and not on the nearest thing that it does not wait for."""

import pytest

from deskbell.handoff.when import (
    AgentUnavailable,
    AnswerFacts,
    AsksForPerson,
    ClinicalQuestion,
    ConfidenceBelow,
    DetailFacts,
    DetailsCollected,
    Hit,
    MessageFacts,
    Near,
    NoAnswer,
    OtherLanguage,
    PersonRequest,
    Phrase,
    Stuck,
    Topic,
    UnansweredInARow,
    fires_on_answer,
    fires_on_details,
    fires_on_message,
)
from tests.handoff.rule_set import BILLING, CONTACT

CHARGE = Topic("a disputed charge")
CHARGE_WITH_EXAMPLES = Topic("a disputed charge", ("You billed me twice",))
ASKED = PersonRequest("a person", 0.97)


@pytest.mark.parametrize(
    ("when", "fires", "hit", "stays"),
    [
        (AsksForPerson(), MessageFacts("x", ASKED), Hit("a person", 0.97), MessageFacts("x")),
        (Phrase(("my bill",)), MessageFacts("My bill?"), Hit("my bill"), MessageFacts("my billing")),
        (
            CHARGE,
            MessageFacts("x", near=(Near(CHARGE, 0.4),)),
            Hit("a disputed charge", 0.4),
            MessageFacts("x", near=(Near(CHARGE, 0.399), Near(Topic("hours"), 0.9))),
        ),
        (
            CHARGE_WITH_EXAMPLES,
            MessageFacts("x", near=(Near(CHARGE_WITH_EXAMPLES, 0.45),)),
            Hit("a disputed charge", 0.45),
            MessageFacts("x", near=(Near(CHARGE_WITH_EXAMPLES, 0.449), Near(CHARGE, 0.9))),
        ),
        (
            OtherLanguage(("en", "es")),
            MessageFacts("x", language="fr"),
            Hit("fr"),
            MessageFacts("x", language="es"),
        ),
        (OtherLanguage(("en",)), MessageFacts("x", language="other"), Hit("other"), MessageFacts("x")),
        (Stuck(), MessageFacts("x", repeats="When?"), Hit("When?"), MessageFacts("x", ASKED)),
        (Stuck(), MessageFacts("x", upset="This is useless"), Hit("This is useless"), MessageFacts("x")),
    ],
)
def test_on_a_message(when, fires, hit, stays):
    assert (fires_on_message(when, fires), fires_on_message(when, stays)) == (hit, None)


@pytest.mark.parametrize(
    ("when", "fires", "hit", "stays"),
    [
        (NoAnswer(), AnswerFacts(None), Hit(), AnswerFacts(0.0)),
        (UnansweredInARow(2), AnswerFacts(None, 1), Hit(score=2), AnswerFacts(None, 0)),
        (UnansweredInARow(3), AnswerFacts(None, 4), Hit(score=5), AnswerFacts(0.9, 4)),
        (ConfidenceBelow(0.55), AnswerFacts(0.549), Hit(score=0.549), AnswerFacts(0.55)),
    ],
)
def test_on_an_answer(when, fires, hit, stays):
    assert (fires_on_answer(when, fires), fires_on_answer(when, stays)) == (hit, None)


@pytest.mark.parametrize(
    ("when", "fires", "hit", "stays"),
    [
        (DetailsCollected(CONTACT), DetailFacts(CONTACT, {}), Hit(), DetailFacts(BILLING, {})),
        (
            DetailsCollected(CONTACT, "inquiry", "Billing"),
            DetailFacts(CONTACT, {"inquiry": "billing"}),
            Hit("billing"),
            DetailFacts(CONTACT, {"inquiry": "Refill"}),
        ),
        (
            DetailsCollected(CONTACT, "inquiry", "Billing"),
            DetailFacts(CONTACT, {"inquiry": "Billing", "name": "Ana"}),
            Hit("Billing"),
            DetailFacts(CONTACT, {"name": "Billing"}),
        ),
    ],
)
def test_on_collected_details(when, fires, hit, stays):
    assert (fires_on_details(when, fires), fires_on_details(when, stays)) == (hit, None)


@pytest.mark.parametrize("when", [ClinicalQuestion(), AgentUnavailable()])
def test_rules_that_only_say_how_never_fire_by_themselves(when):
    message, answer = MessageFacts("x", ASKED, clinical="my dose"), AnswerFacts(None, unavailable=True)
    assert (fires_on_message(when, message), fires_on_answer(when, answer)) == (None, None)
