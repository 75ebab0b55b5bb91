"""The linter says what is wrong with a set of rules and offers the fix."""

import pytest

from deskbell.handoff.linter import (
    ActionFacts,
    AddPreset,
    CollectFirst,
    DeleteRule,
    EditAction,
    EnableRule,
    Finding,
    MoveBefore,
    SetThreshold,
    lint,
)
from deskbell.handoff.when import AsksForPerson, ConfidenceBelow, NoAnswer, Phrase
from tests.handoff.rule_set import CONTACT, rule, rules

ACTIONS = {CONTACT: ActionFacts("Contact details", 4)}


def hears(text: str) -> bool:
    return any(word in text for word in ("manager", "person", "human"))


def findings(rule_set, actions=ACTIONS):
    return lint(rule_set, actions, hears)


def test_the_rules_of_a_new_agent_have_no_findings():
    assert (
        findings(
            [rule(1, AsksForPerson()), rule(2, NoAnswer()), rule(3, ConfidenceBelow(0.55), enabled=False)]
        )
        == ()
    )


def test_without_rules_both_gaps_are_named_with_their_presets():
    assert findings([]) == (
        Finding(
            "asks_for_person_uncaught",
            "No rule catches a request for a person. Only the button in the widget reaches your team.",
            None,
            AddPreset("Add “Asked for a person”", "asks_for_person"),
        ),
        Finding(
            "no_answer_uncaught",
            "No rule catches a question without an answer. Such visitors stay with the agent.",
            None,
            AddPreset("Add “No answer”", "no_answer"),
        ),
    )


def test_a_rule_that_is_off_is_offered_to_be_turned_on():
    asks = rule(1, AsksForPerson(), enabled=False, label="Wants a person")
    assert findings([asks, rule(2, NoAnswer())])[0].fix == EnableRule("Turn on “Wants a person”", asks.id)


def test_a_fixed_wording_for_a_person_is_narrow_and_the_broad_rule_is_offered():
    phrase = rule(1, Phrase(("speak to a manager",)))
    assert findings([phrase, rule(2, NoAnswer())])[1:] == (
        Finding(
            "narrow_phrase",
            "Narrow rule: it fires on these words only. “I need a person” would not be caught.",
            phrase.id,
            AddPreset("Catch every wording", "asks_for_person"),
        ),
    )


def test_beside_the_broad_rule_a_fixed_wording_can_go():
    broad, _, phrase = rules(AsksForPerson(), NoAnswer(), Phrase(("speak to a manager",)))
    assert findings([broad, rule(2, NoAnswer()), phrase]) == (
        Finding(
            "narrow_phrase",
            "“Rule 1” already covers this wording, and every other one.",
            phrase.id,
            DeleteRule("Remove rule", phrase.id),
        ),
    )


def test_a_phrase_about_something_else_is_not_narrow():
    assert (
        findings(rules(AsksForPerson(), NoAnswer(), Phrase(("disputed charge", "speak to a manager")))) == ()
    )


@pytest.mark.parametrize(
    ("earlier", "later", "reached"),
    [
        (AsksForPerson(), AsksForPerson(), False),
        (NoAnswer(), NoAnswer(), False),
        (ConfidenceBelow(0.6), ConfidenceBelow(0.3), False),
        (ConfidenceBelow(0.3), ConfidenceBelow(0.6), True),
        (Phrase(("charge",)), Phrase(("disputed charge",)), False),
        (Phrase(("disputed charge",)), Phrase(("charge",)), True),
        (NoAnswer(), ConfidenceBelow(0.5), True),
    ],
)
def test_a_rule_behind_one_that_catches_the_same_never_fires(earlier, later, reached):
    first, second = rules(earlier, later)
    never = [finding for finding in findings([first, second]) if finding.code == "never_reached"]
    assert never == (
        []
        if reached
        else [
            Finding(
                "never_reached",
                "It never fires: “Rule 1” comes first and catches the same.",
                second.id,
                DeleteRule("Remove rule", second.id),
            )
        ]
    )


def test_two_phrase_rules_that_one_message_fires_race():
    wide = rule(3, Phrase(("charge",)), label="Billing")
    narrow = rule(4, Phrase(("disputed charge", "refund")), label="Dispute")
    assert findings([*rules(AsksForPerson(), NoAnswer()), wide, narrow]) == (
        Finding(
            "phrases_race",
            "“disputed charge” also fires “Billing”, which comes first.",
            narrow.id,
            MoveBefore("Move before “Billing”", narrow.id, wide.id),
        ),
    )
    assert findings([*rules(AsksForPerson(), NoAnswer()), wide, rule(4, Phrase(("refund",)))]) == ()


def test_a_rule_that_can_fire_before_the_collecting_one_is_flagged():
    asks = rule(1, AsksForPerson())
    billing = rule(3, Phrase(("billing",)), label="Billing", collect_first=(CONTACT,))
    assert findings([asks, rule(2, NoAnswer()), billing]) == (
        Finding(
            "before_collecting",
            "It can hand off before “Billing” has collected Contact details.",
            asks.id,
            CollectFirst("Collect Contact details here too", asks.id, CONTACT),
        ),
    )
    assert findings([rule(1, AsksForPerson(), collect_first=(CONTACT,)), rule(2, NoAnswer()), billing]) == ()


def test_an_action_without_fields_collects_nothing():
    asks = rule(1, AsksForPerson(), collect_first=(CONTACT,))
    assert findings([asks, rule(2, NoAnswer())], {CONTACT: ActionFacts("Contact details", 0)}) == (
        Finding(
            "collects_nothing",
            "“Contact details” asks for nothing, so nothing is collected.",
            asks.id,
            EditAction("Add fields", CONTACT),
        ),
    )


@pytest.mark.parametrize(
    ("threshold", "code"), [(0.0, "threshold_never"), (0.95, "threshold_always"), (1.0, "threshold_always")]
)
def test_an_extreme_threshold_is_pointed_out(threshold, code):
    extreme = rule(3, ConfidenceBelow(threshold))
    found = findings([*rules(AsksForPerson(), NoAnswer()), extreme])
    assert [(f.code, f.fix) for f in found] == [(code, SetThreshold("Set to 0.55", extreme.id, 0.55))]
    assert findings([*rules(AsksForPerson(), NoAnswer()), rule(3, ConfidenceBelow(0.94))]) == ()
