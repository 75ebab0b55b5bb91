"""What is likely wrong with a set of rules, in a sentence, with the fix. First version: it looks at the rules alone.

A finding is advice. It never stops an admin from saving.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, TypeAlias
from uuid import UUID

from deskbell.handoff.rules import Rule, in_order
from deskbell.handoff.when import AsksForPerson, ConfidenceBelow, NoAnswer, Phrase, phrase_in
from deskbell.handoff.when.presets import PRESETS, STARTING_THRESHOLD, PresetKey

ALMOST_ALWAYS = 0.95

Reads: TypeAlias = Callable[[str], bool]
"""Whether the detector hears a request for a person in a text."""


@dataclass(frozen=True)
class AddPreset:
    label: str
    preset: PresetKey
    kind: Literal["add_preset"] = "add_preset"


@dataclass(frozen=True)
class EnableRule:
    label: str
    rule_id: UUID
    kind: Literal["enable_rule"] = "enable_rule"


@dataclass(frozen=True)
class DeleteRule:
    label: str
    rule_id: UUID
    kind: Literal["delete_rule"] = "delete_rule"


@dataclass(frozen=True)
class CollectFirst:
    label: str
    rule_id: UUID
    action_id: UUID
    kind: Literal["collect_first"] = "collect_first"


@dataclass(frozen=True)
class MoveBefore:
    label: str
    rule_id: UUID
    before_rule_id: UUID
    kind: Literal["move_before"] = "move_before"


@dataclass(frozen=True)
class SetThreshold:
    label: str
    rule_id: UUID
    threshold: float
    kind: Literal["set_threshold"] = "set_threshold"


@dataclass(frozen=True)
class EditAction:
    label: str
    action_id: UUID
    kind: Literal["edit_action"] = "edit_action"


Fix: TypeAlias = AddPreset | EnableRule | DeleteRule | CollectFirst | MoveBefore | SetThreshold | EditAction


@dataclass(frozen=True)
class Finding:
    """`rule_id` is the rule to show it at; None: it is about the whole set."""

    code: str
    sentence: str
    rule_id: UUID | None
    fix: Fix


@dataclass(frozen=True)
class ActionFacts:
    """What the linter needs to know of an action."""

    name: str
    fields: int


def lint(
    rules: Sequence[Rule], actions: Mapping[UUID, ActionFacts], asks_for_person: Reads
) -> tuple[Finding, ...]:
    """Every finding: about the whole set first, then rule by rule."""
    active = in_order(rules)
    return (
        *_uncaught(rules),
        *_narrow_phrases(active, asks_for_person),
        *_never_reached(active),
        *_racing_phrases(active),
        *_before_collecting(active, actions),
        *_collecting_nothing(active, actions),
        *_extreme_thresholds(active),
    )


_UNCAUGHT = {
    "asks_for_person": "No rule catches a request for a person. Only the button in the widget reaches your team.",
    "no_answer": "No rule catches a question without an answer. Such visitors stay with the agent.",
}


def _uncaught(rules: Sequence[Rule]) -> Iterator[Finding]:
    for preset in PRESETS:
        same_kind = [rule for rule in rules if rule.when.kind == preset.key]
        if preset.key not in _UNCAUGHT or any(rule.enabled for rule in same_kind):
            continue
        fix: Fix = AddPreset(f"Add “{preset.label}”", preset.key)
        if same_kind:
            fix = EnableRule(f"Turn on “{same_kind[0].label}”", same_kind[0].id)
        yield Finding(f"{preset.key}_uncaught", _UNCAUGHT[preset.key], None, fix)


def _narrow_phrases(active: Sequence[Rule], asks_for_person: Reads) -> Iterator[Finding]:
    """The reference mistake: a fixed wording for what visitors say in a hundred ways."""
    broad = next((rule for rule in active if isinstance(rule.when, AsksForPerson)), None)
    for rule, phrases in _phrase_rules(active):
        if not all(asks_for_person(phrase) for phrase in phrases):
            continue
        if broad is None:
            sentence = "Narrow rule: it fires on these words only. “I need a person” would not be caught."
            fix: Fix = AddPreset("Catch every wording", "asks_for_person")
        else:
            sentence = f"“{broad.label}” already covers this wording, and every other one."
            fix = DeleteRule("Remove rule", rule.id)
        yield Finding("narrow_phrase", sentence, rule.id, fix)


def _never_reached(active: Sequence[Rule]) -> Iterator[Finding]:
    for place, later in enumerate(active):
        earlier = next((rule for rule in active[:place] if _always_before(rule, later)), None)
        if earlier is not None:
            sentence = f"It never fires: “{earlier.label}” comes first and catches the same."
            yield Finding("never_reached", sentence, later.id, DeleteRule("Remove rule", later.id))


def _always_before(earlier: Rule, later: Rule) -> bool:
    match earlier.when, later.when:
        case (AsksForPerson(), AsksForPerson()) | (NoAnswer(), NoAnswer()):
            return True
        case ConfidenceBelow(higher), ConfidenceBelow(lower):
            return lower <= higher
        case Phrase(wide), Phrase(narrow):
            return all(any(phrase_in(short, long) for short in wide) for long in narrow)
        case _:
            return False


def _racing_phrases(active: Sequence[Rule]) -> Iterator[Finding]:
    """Two rules that one message fires: only the first counts, so the longer wording belongs in front."""
    for (earlier, wide), (later, narrow) in combinations(_phrase_rules(active), 2):
        if _always_before(earlier, later):
            continue
        shared = next((long for long in narrow if any(phrase_in(short, long) for short in wide)), None)
        if shared is None:
            continue
        sentence = f"“{shared}” also fires “{earlier.label}”, which comes first."
        fix = MoveBefore(f"Move before “{earlier.label}”", later.id, earlier.id)
        yield Finding("phrases_race", sentence, later.id, fix)


def _before_collecting(active: Sequence[Rule], actions: Mapping[UUID, ActionFacts]) -> Iterator[Finding]:
    """A message may fire both rules; the one in front hands off without the details the other one asks for."""
    on_message = [rule for rule in active if isinstance(rule.when, AsksForPerson | Phrase)]
    for place, earlier in enumerate(on_message):
        behind = [] if earlier.collect_first else on_message[place + 1 :]
        later = next(
            (rule for rule in behind if rule.collect_first and not _always_before(earlier, rule)), None
        )
        if later is None:
            continue
        wanted = later.collect_first[0]
        name = actions[wanted].name if wanted in actions else "its details"
        sentence = f"It can hand off before “{later.label}” has collected {name}."
        fix = CollectFirst(f"Collect {name} here too", earlier.id, wanted)
        yield Finding("before_collecting", sentence, earlier.id, fix)


def _collecting_nothing(active: Sequence[Rule], actions: Mapping[UUID, ActionFacts]) -> Iterator[Finding]:
    for rule, action_id in ((one, action) for one in active for action in one.collect_first):
        if action_id not in actions or actions[action_id].fields:
            continue
        sentence = f"“{actions[action_id].name}” asks for nothing, so nothing is collected."
        yield Finding("collects_nothing", sentence, rule.id, EditAction("Add fields", action_id))


def _extreme_thresholds(active: Sequence[Rule]) -> Iterator[Finding]:
    for rule in active:
        match rule.when:
            case ConfidenceBelow(threshold) if threshold == 0:
                code, sentence = "threshold_never", "At 0 it never fires."
            case ConfidenceBelow(threshold) if threshold >= ALMOST_ALWAYS:
                code, sentence = "threshold_always", "This high, nearly every answer goes to a person."
            case _:
                continue
        fix = SetThreshold(f"Set to {STARTING_THRESHOLD}", rule.id, STARTING_THRESHOLD)
        yield Finding(code, sentence, rule.id, fix)


def _phrase_rules(rules: Iterable[Rule]) -> list[tuple[Rule, tuple[str, ...]]]:
    return [(rule, rule.when.phrases) for rule in rules if isinstance(rule.when, Phrase)]
