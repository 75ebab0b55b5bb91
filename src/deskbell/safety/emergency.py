"""Does this message speak of an emergency? Decided by words alone: no language model, no network, the same answer every time.

A lexicon knows the wordings that people use often, in several languages; a linear model over stretches of words hears those
that no list holds. Either can alarm. Where the model is sure that a listed wording is about something else, it is a concern.

An *emergency* shows the card and mutes the agent; a *concern* (denied, long past, only mentioned) is a quiet note for the team.
A phrase that is denied or long past never hides another one in the same message that is not.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from deskbell.safety import ngrams
from deskbell.safety.framing import Level, Reading
from deskbell.safety.lexicon import LANGUAGES, Kind, Lexicon, lexicon_of
from deskbell.safety.words import Words, words_of

EARLIER_MESSAGES = 3
LONGEST_EARLIER = 200
# Somebody who is polite is in no less danger: what stands before the thanks is read by itself too. Not "thanks to".
_THANKS = re.compile(
    r"(?<=[\s,;])(?:thanks|thank\s+you|thx|ty|gracias|obrigad[oa]|merci|salamat|cảm\s+ơn)\b(?!\s+to\b).{0,60}$|谢谢.{0,30}$",
    re.IGNORECASE | re.DOTALL,
)
# Log odds of the linear model, chosen on the public sets of ordinary chat (evals/README.md).
ALARMS_FROM = 0.8
ALARMS_AGAINST_LEXICON_FROM = (
    3.0  # a denial, a past or an idiom that the lexicon knows needs more to be overruled
)
CONCERNS_FROM = 0.0
# Below, a listed wording is about something else ("the ambulance bill"): the numbers are shown, and nothing is taken over.
OVERRULES_BELOW = -2.0  # no greeting, name, thanks or laughter around an explicit line of ours reaches it


@dataclass(frozen=True)
class Alarm:
    """`matched` holds the visitor's words (corrected), `language` the lexicon that knew them, `sentence` where theirs stands."""

    level: Level
    kind: Kind
    matched: str
    language: str
    sentence: tuple[int, int] = field(default=(0, 0), compare=False)


def screen(text: str, earlier: Sequence[str] = ()) -> Alarm | None:
    """The gravest alarm of this message, or None. `earlier`: the visitor's own messages before it, oldest first.

    Earlier messages only complete a sentence that this message ends ("i cant" · "breathe"); they never alarm again by themselves.
    """
    before = " ".join(message for message in earlier[-EARLIER_MESSAGES:] if len(message) <= LONGEST_EARLIER)
    said = _with_and_without_thanks(text)
    readings = [*said, " ".join(text.split())] if _is_broken_into_lines(text) else said
    listed = _gravest(
        alarm
        for reading in readings
        for language in LANGUAGES
        for alarm in _listed_alone(reading, lexicon_of(language))
    )
    if listed is not None and listed.level == "emergency":
        return listed
    joined = before and _gravest(
        alarm
        for reading in readings
        for language in LANGUAGES
        for alarm in _listed_together(before, reading, lexicon_of(language))
    )
    if joined and joined.level == "emergency":
        return joined
    heard = _gravest(filter(None, (_heard(scored_sentences(reading)) for reading in said)))
    return heard or listed or joined or None


@dataclass(frozen=True)
class Sentence:
    """A sentence of a message: its plain words, and its log odds by the linear model. `written` keeps its pauses."""

    words: Sequence[str]
    written: str
    odds: float

    def is_calmed(self) -> bool:
        """Whether the words say that it is denied, long past, or a figure of speech: to alarm it must be surer then."""
        return _is_idiom(self.written) or any(
            _is_calmed(self.written, lexicon_of(language)) for language in LANGUAGES
        )


def scored_sentences(text: str) -> list[Sentence]:
    """The sentences that say enough for a model, the most alarming first."""
    words, model = words_of(text, lexicon_of("en").spelling), ngrams.model("emergency")
    found = [
        Sentence(
            words.all[first:last],
            _written(words, first, last),
            model.score(ngrams.features(words.all[first:last])),
        )
        for first, last in ngrams.sentence_places(words)
    ]
    return sorted(found, key=lambda sentence: -sentence.odds)


def _written(words: Words, first: int, last: int) -> str:
    marks = {"": " ", ",": ", ", ".": ". "}
    return "".join(
        (marks[words.starts[place]] if place > first else "") + words.all[place]
        for place in range(first, last)
    )


def _with_and_without_thanks(text: str) -> list[str]:
    before = _THANKS.sub("", text).rstrip(" ,;，")
    return [text, before] if before.strip() and before != text.rstrip(" ,;，") else [text]


def _is_broken_into_lines(text: str) -> bool:
    """A line may end in the middle of a sentence: a short text is read both ways, and the graver one counts."""
    return "\n" in text.strip() and len(text) <= LONGEST_EARLIER


def kind_of(sentence: Sequence[str]) -> Kind:
    """What kind of emergency the words of an alarming sentence are most like."""
    features = ngrams.features(sentence)
    kinds = ngrams.kinds()
    return max(kinds, key=lambda kind: kinds[kind].score(features))


def _heard(scored: Sequence[Sentence]) -> Alarm | None:
    """What the linear model hears. `scored`: the most alarming sentence first."""
    for sentence in scored:
        if sentence.odds < ALARMS_FROM:
            break
        if sentence.odds >= ALARMS_AGAINST_LEXICON_FROM or not sentence.is_calmed():
            return _alarm("emergency", sentence)
    return _alarm("concern", scored[0]) if scored and scored[0].odds >= CONCERNS_FROM else None


def _alarm(level: Level, sentence: Sentence) -> Alarm:
    return Alarm(level, kind_of(sentence.words), " ".join(sentence.words), "en")


def _gravest(alarms: Iterable[Alarm]) -> Alarm | None:
    return min(alarms, key=lambda alarm: (alarm.level != "emergency", -len(alarm.matched)), default=None)


def _listed_alone(text: str, lexicon: Lexicon) -> list[Alarm]:
    words = words_of(text, lexicon.spelling)
    return [
        replace(alarm, level="concern") if _is_overruled(alarm, words) else alarm
        for alarm in _alarms(words, lexicon, new_from=0)
    ]


def _is_overruled(alarm: Alarm, words: Words) -> bool:
    """Whether the sentence around a listed wording is plainly about something else. One that says too little never is."""
    if alarm.level != "emergency":
        return False
    scored = scored_sentences(_written(words, *alarm.sentence))
    return bool(scored) and scored[0].odds < OVERRULES_BELOW


def _listed_together(before: str, text: str, lexicon: Lexicon) -> list[Alarm]:
    """What this message completes."""
    words, told = words_of(text, lexicon.spelling), words_of(before, lexicon.spelling)
    joined = Words(told.all + words.all, (*told.starts, "", *words.starts[1:]) if words.all else told.starts)
    return _alarms(joined, lexicon, new_from=len(told.all))


def _is_calmed(text: str, lexicon: Lexicon) -> bool:
    words = words_of(text, lexicon.spelling)
    found = lexicon.phrases.find(words)
    reading = Reading(words, lexicon, lexicon.frames.find(words))
    return bool(found) and all(reading.calms(place) for place in found)


def _is_idiom(text: str) -> bool:
    english = lexicon_of("en")
    return any(frame.label == "idiom" for frame in english.frames.find(words_of(text, english.spelling)))


def _alarms(words: Words, lexicon: Lexicon, new_from: int) -> list[Alarm]:
    found = [place for place in lexicon.phrases.find(words) if place.end > new_from]
    if not found:
        return []
    frames = lexicon.frames.find(words)
    reading = Reading(words, lexicon, frames)
    alarms: list[Alarm] = []
    for place in found:
        level = reading.level(place)
        if level:
            matched = " ".join(words.all[place.first : place.end])
            alarms.append(
                Alarm(level, reading.kind(place), matched, lexicon.language, reading.sentence(place))
            )
    return alarms
