"""Collecting details before a handoff: what to ask, what a message gives, when it is enough. Pure; the caller stores the state."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from deskbell.actions.fields import FieldSpec
from deskbell.actions.reading import Bad, Good, read, tidy
from deskbell.actions.understanding import Meant, mentioned, understand
from deskbell.actions.wording import listed, said, together
from deskbell.kit.languages import FALLBACK, Language
from deskbell.safety.person_request import asks_for_person

MOST_REASKS = 2
MOST_ROUNDS = 8
LONGEST_ORIGINAL = 1000

Why: TypeAlias = Literal["complete", "asked_for_person", "stopped", "enough_asked"]


@dataclass(frozen=True)
class Value:
    """`original`: the visitor's words. `verified`: the value has the shape the field asks for."""

    key: str
    value: str
    original: str
    verified: bool


@dataclass(frozen=True)
class Problem:
    """What is wrong with one field, in a sentence for the visitor."""

    key: str
    sentence: str


@dataclass(frozen=True)
class Collection:
    """How far the collection is. `skipped`: asked and not given. `reasks`: how often each field was asked again."""

    fields: tuple[FieldSpec, ...]
    values: tuple[Value, ...] = ()
    skipped: tuple[str, ...] = ()
    reasks: dict[str, int] = field(default_factory=dict[str, int])
    rounds: int = 0
    language: Language = FALLBACK  # of the sentences

    @property
    def open(self) -> tuple[FieldSpec, ...]:
        """Fields with neither a value nor a refusal, in their order."""
        settled = {value.key for value in self.values} | set(self.skipped)
        return tuple(spec for spec in self.fields if spec.key not in settled)

    @property
    def missing(self) -> tuple[FieldSpec, ...]:
        """Fields without a value, in their order."""
        known = {value.key for value in self.values}
        return tuple(spec for spec in self.fields if spec.key not in known)


@dataclass(frozen=True)
class Ask:
    """Ask for `fields`. `question`: the visitor asked this instead of answering; answer it, then the form goes on."""

    collection: Collection
    fields: tuple[FieldSpec, ...]
    sentence: str
    problems: tuple[Problem, ...] = ()
    question: str = ""


@dataclass(frozen=True)
class Finished:
    """Hand off now, with what there is. `complete`: every required field has a value."""

    collection: Collection
    why: Why

    @property
    def values(self) -> tuple[Value, ...]:
        return self.collection.values

    @property
    def missing(self) -> tuple[FieldSpec, ...]:
        return self.collection.missing

    @property
    def complete(self) -> bool:
        return not any(spec.required for spec in self.missing)


Step: TypeAlias = Ask | Finished


def begin(
    fields: Sequence[FieldSpec], known: Mapping[str, str], text: str, language: Language = FALLBACK
) -> Step:
    """Start with what this segment knows already (never asked again) and what the triggering message gives away."""
    keys = {spec.key for spec in fields}
    values = tuple(
        Value(key, value, value, verified=True) for key, value in known.items() if key in keys and value
    )
    refused = tuple(key for key, value in known.items() if key in keys and not value)
    collection = Collection(tuple(fields), values, refused, language=language)
    for key, words in mentioned(text, collection.open).items():
        collection = _with(collection, key, words, keep_bad=False)
    if not collection.open:
        return Finished(collection, "complete")
    return Ask(collection, collection.open, said("tell", language, fields=listed(collection.open, language)))


def take(collection: Collection, text: str) -> Step:
    """The visitor wrote in the middle of the form."""
    collection = replace(collection, rounds=collection.rounds + 1)
    if asks_for_person(text):
        given = mentioned(text, collection.open)
        return Finished(_all_with(collection, given, keep_bad=False), "asked_for_person")
    filled = [spec for spec in collection.fields if spec not in collection.open]
    understood = understand(text, collection.open, filled)
    if understood.given:
        return _answered(collection, understood.given)
    match understood.meant:
        case Meant.QUESTION:
            return _parked(replace(collection, rounds=collection.rounds - 1), tidy(text))
        case Meant.SKIP:
            return _skipped(collection)
        case Meant.NOD | Meant.NOTHING:
            return _next(collection)


def resume(collection: Collection) -> Step:
    """After a question in the middle of the form: ask again for what is open."""
    return _next(collection)


def submit(collection: Collection, values: Mapping[str, str]) -> Step:
    """The visitor sent the form card. An empty optional field is skipped; an empty required one is asked for again."""
    collection = replace(collection, rounds=collection.rounds + 1)
    keys = {spec.key for spec in collection.fields}
    given = {key: words for key, words in values.items() if key in keys and tidy(words)}
    empty = [spec for spec in collection.open if spec.key not in given]
    left_out = tuple(spec.key for spec in empty if not spec.required)
    collection = replace(collection, skipped=(*collection.skipped, *left_out))
    needed = {spec.key: "" for spec in empty if spec.required}
    return _answered(collection, {**given, **needed})


def stop(collection: Collection) -> Finished:
    """The visitor left, pressed "Just connect me", or a member took over: what there is, is what there is."""
    return Finished(collection, "stopped")


def _answered(collection: Collection, given: Mapping[str, str]) -> Step:
    problems: list[Problem] = []
    for key, words in given.items():
        spec = _spec(collection, key)
        result = read(spec, words, collection.language)
        if isinstance(result, Bad) and collection.reasks.get(key, 0) < MOST_REASKS:
            problems.append(Problem(key, result.sentence))
            reasks = {**collection.reasks, key: collection.reasks.get(key, 0) + 1}
            kept = tuple(value for value in collection.values if value.key != key)
            collection = replace(collection, values=kept, reasks=reasks)
        else:
            collection = _with(collection, key, words, keep_bad=True)
    return _next(collection, tuple(problems))


def _next(collection: Collection, problems: tuple[Problem, ...] = ()) -> Step:
    if not collection.open:
        return Finished(collection, "complete")
    if collection.rounds >= MOST_ROUNDS:
        return Finished(collection, "enough_asked")
    return _ask_again(collection, problems)


def _ask_again(collection: Collection, problems: tuple[Problem, ...] = ()) -> Ask:
    language = collection.language
    if problems:
        wrong = {problem.key for problem in problems}
        others = [spec for spec in collection.open if spec.key not in wrong]
        also = said("also", language, fields=listed(others, language)) if others else ""
        sentence = together(language, *(problem.sentence for problem in problems), also)
    else:
        thanks = said("thanks", language) if collection.values else ""
        asked = said("tell", language, fields=listed(collection.open, language))
        sentence = together(language, thanks, asked)
    return Ask(collection, collection.open, sentence, problems)


def _parked(collection: Collection, question: str) -> Ask:
    """A question is kept apart: it costs no patience and is never a value."""
    ask = _ask_again(collection)
    kept = said("question_kept", collection.language)
    return replace(ask, question=question, sentence=together(collection.language, kept, ask.sentence))


def _skipped(collection: Collection) -> Step:
    """ "Skip" passes over what is optional. Said of required fields it is asked once more, then taken as a refusal."""
    optional = [spec for spec in collection.open if not spec.required]
    if optional:
        refused = optional if len(optional) == len(collection.open) else []
    else:
        refused = [spec for spec in collection.open if collection.reasks.get(spec.key, 0) > 0]
    if refused:
        return _next(replace(collection, skipped=(*collection.skipped, *(spec.key for spec in refused))))
    required = [spec for spec in collection.open if spec.required]
    skipped = (*collection.skipped, *(spec.key for spec in optional))
    reasks = {**collection.reasks, **{spec.key: collection.reasks.get(spec.key, 0) + 1 for spec in required}}
    asked = replace(collection, skipped=skipped, reasks=reasks)
    language = asked.language
    sentence = said("needed", language, fields=listed(required, language))
    return Ask(asked, asked.open, sentence)


def _all_with(collection: Collection, given: Mapping[str, str], *, keep_bad: bool) -> Collection:
    for key, words in given.items():
        collection = _with(collection, key, words, keep_bad=keep_bad)
    return collection


def _with(collection: Collection, key: str, words: str, *, keep_bad: bool) -> Collection:
    """The collection with this value in it. A value that cannot be read is kept unverified, or not at all."""
    result = read(_spec(collection, key), words)
    if isinstance(result, Bad) and not keep_bad:
        return collection
    original = tidy(words, LONGEST_ORIGINAL)
    if isinstance(result, Bad) and not original:
        return replace(collection, skipped=(*collection.skipped, key))
    value = Value(
        key, result.value if isinstance(result, Good) else tidy(words), original, isinstance(result, Good)
    )
    others = tuple(kept for kept in collection.values if kept.key != key)
    return replace(
        collection, values=(*others, value), skipped=tuple(k for k in collection.skipped if k != key)
    )


def _spec(collection: Collection, key: str) -> FieldSpec:
    return next(spec for spec in collection.fields if spec.key == key)
