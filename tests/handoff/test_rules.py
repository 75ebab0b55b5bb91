"""Which rule fires, on a message and on an answer."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deskbell.events.wire import Priority, Reason
from deskbell.handoff.rules import Match, fired_of, tried_on_answer, tried_on_message
from deskbell.handoff.when import (
    AnswerFacts,
    AsksForPerson,
    ConfidenceBelow,
    MessageFacts,
    NoAnswer,
    PersonRequest,
    Phrase,
)
from tests.handoff.rule_set import CONTACT, rule, rules

HEARD = PersonRequest("a person", 0.9)


def on_message(tried, text, person):
    return fired_of(tried_on_message(tried, MessageFacts(text, person)))


def on_answer(tried, confidence):
    return fired_of(tried_on_answer(tried, AnswerFacts(confidence)))


def test_asking_for_a_person_hands_off_with_what_was_heard():
    asks = rule(
        1,
        AsksForPerson(),
        collect_first=(CONTACT,),
        label="Asked for a person",
        priority=Priority.URGENT,
        version=4,
    )
    assert on_message([asks], "a person please", HEARD) == Match(
        rule_id=asks.id,
        version=4,
        reason=Reason.ASKED_FOR_PERSON,
        label="Asked for a person",
        priority=Priority.URGENT,
        collect_first=(CONTACT,),
        matched="a person",
        score=0.9,
    )
    assert on_message([asks], "what are your hours?", None) is None


@pytest.mark.parametrize(
    ("phrase", "text", "fires"),
    [
        ("speak to a manager", "Can I SPEAK to a   manager?!", True),
        ("speak to a manager", "can i speak to the manager", False),
        ("bill", "my billing question", False),
        ("bill", "my bill, please", True),
        ("don't charge me", "Don’t charge me!", True),
        ("médico", "un medico por favor", True),
        ("返金", "返金してください", True),
        ("คืนเงิน", "ขอคืนเงินหน่อย", True),
        ("…", "well…", False),
    ],
)
def test_a_phrase_fires_on_its_words_whatever_their_case_accents_and_punctuation(phrase, text, fires):
    match = on_message(rules(Phrase((phrase,))), text, None)
    assert (match is not None) is fires
    assert not fires or (match.reason, match.matched) == (Reason.PHRASE, phrase)


def test_the_first_enabled_rule_in_order_wins():
    off = rule(1, Phrase(("bill",)), enabled=False)
    second = rule(2, Phrase(("bill",)))
    third = rule(3, AsksForPerson())
    match = on_message([third, second, off], "my bill, a person please", HEARD)
    assert match is not None
    assert match.rule_id == second.id


def test_no_answer_and_low_confidence_are_different_rules():
    both = rules(NoAnswer(), ConfidenceBelow(0.55))
    assert [
        match and match.reason
        for match in (on_answer(both, None), on_answer(both, 0.3), on_answer(both, 0.8))
    ] == [
        Reason.NO_ANSWER,
        Reason.LOW_CONFIDENCE,
        None,
    ]
    assert on_answer(rules(ConfidenceBelow(0.55)), None) is None
    assert on_answer(rules(NoAnswer()), 0.0) is None


@pytest.mark.parametrize(
    ("threshold", "confidence", "hands_off"),
    [
        (0.55, 0.5499, True),
        (0.55, 0.55, False),
        (0.55, 0.5501, False),
        (0.0, 0.0, False),
        (1.0, 0.9999, True),
        (1.0, 1.0, False),
        (0.55, float("nan"), True),
        (0.0, float("nan"), False),
    ],
)
def test_below_the_threshold_hands_off_and_equal_answers(threshold, confidence, hands_off):
    match = on_answer(rules(ConfidenceBelow(threshold)), confidence)
    assert (match is not None) is hands_off


def test_rules_on_answers_ignore_messages_and_the_other_way_round():
    assert on_message(rules(NoAnswer(), ConfidenceBelow(1.0)), "a person", HEARD) is None
    assert on_answer(rules(AsksForPerson(), Phrase(("bill",))), None) is None


confidences = st.none() | st.floats(0, 1)
thresholds = st.floats(0, 1)


@given(st.lists(confidences, max_size=30), thresholds, thresholds, thresholds, st.booleans())
def test_raising_a_threshold_never_lowers_the_number_of_handoffs(transcript, other, low, high, no_answer_too):
    low, high = sorted((low, high))

    def handoffs(threshold: float) -> set[int]:
        whens = [ConfidenceBelow(other), ConfidenceBelow(threshold), *([NoAnswer()] if no_answer_too else [])]
        fired = (on_answer(rules(*whens), confidence) for confidence in transcript)
        return {index for index, match in enumerate(fired) if match}

    assert handoffs(low) <= handoffs(high)


@given(st.text(max_size=40), st.text(max_size=80), st.booleans())
def test_a_match_always_names_one_of_the_rules(phrase, text, asked):
    given_rules = rules(AsksForPerson(), Phrase((phrase,)))
    match = on_message(given_rules, text, HEARD if asked else None)
    assert match is None or match.rule_id in {UUID(int=101), UUID(int=102)}
    assert not asked or match is not None
