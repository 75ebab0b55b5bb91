"""Does this message speak of an emergency? Decided by words alone: no language model, no network, the same answer every time.

A lexicon knows the wordings that people use often, in several languages; a linear model over stretches of words hears those
that no list holds. Either can alarm.

An *emergency* shows the card and mutes the agent; a *concern* (denied, long past, only mentioned) is a quiet note for the team.
A phrase that is denied or long past never hides another one in the same message that is not.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from deskbell.safety import ngrams
from deskbell.safety.framing import Level, Reading
from deskbell.safety.lexicon import LANGUAGES, Kind, Lexicon, lexicon_of
from deskbell.safety.words import Words, words_of

EARLIER_MESSAGES = 3
LONGEST_EARLIER = 200
# Log odds of the linear model, chosen on the public sets of ordinary chat (evals/README.md).
ALARMS_FROM = 0.8
ALARMS_AGAINST_LEXICON_FROM = (
    3.0  # a denial, a past or an idiom that the lexicon knows needs more to be overruled
)
CONCERNS_FROM = -0.3


@dataclass(frozen=True)
class Alarm:
    """`matched` holds the visitor's words (corrected), `language` the lexicon that knew them."""

    level: Level
    kind: Kind
    matched: str
    language: str


def screen(text: str, earlier: Sequence[str] = ()) -> Alarm | None:
    """The gravest alarm of this message, or None. `earlier`: the visitor's own messages before it, oldest first.

    Earlier messages only complete a sentence that this message ends ("i cant" · "breathe"); they never alarm again by themselves.
    """
    before = " ".join(message for message in earlier[-EARLIER_MESSAGES:] if len(message) <= LONGEST_EARLIER)
    readings = (text, " ".join(text.split())) if _is_broken_into_lines(text) else (text,)
    alarms = [
        alarm
        for reading in readings
        for language in LANGUAGES
        for alarm in _screened(reading, before, lexicon_of(language))
    ]
    listed = min(alarms, key=lambda alarm: (alarm.level != "emergency", -len(alarm.matched)), default=None)
    if listed is not None and listed.level == "emergency":
        return listed
    return _heard(text, calmed=listed is not None) or listed


def _is_broken_into_lines(text: str) -> bool:
    """A line may end in the middle of a sentence: a short text is read both ways, and the graver one counts."""
    return "\n" in text.strip() and len(text) <= LONGEST_EARLIER


def kind_of(sentence: Sequence[str]) -> Kind:
    """What kind of emergency the words of an alarming sentence are most like."""
    features = ngrams.features(sentence)
    kinds = ngrams.kinds()
    return max(kinds, key=lambda kind: kinds[kind].score(features))


def _heard(text: str, *, calmed: bool) -> Alarm | None:
    """What the linear model hears in the most alarming sentence. `calmed`: the lexicon has seen a denial or a past."""
    english = lexicon_of("en")
    words, model = words_of(text, english.spelling), ngrams.model("emergency")
    scored = [(model.score(ngrams.features(part)), part) for part in ngrams.sentences(words)]
    score, sentence = max(scored, default=(CONCERNS_FROM - 1, ()))
    if score < CONCERNS_FROM:
        return None
    calmed = calmed or any(frame.label == "idiom" for frame in english.frames.find(words))
    alarms = score >= (ALARMS_AGAINST_LEXICON_FROM if calmed else ALARMS_FROM)
    level: Level = "emergency" if alarms else "concern"
    return Alarm(level, kind_of(sentence), " ".join(sentence), "en")


def _screened(text: str, before: str, lexicon: Lexicon) -> list[Alarm]:
    words = words_of(text, lexicon.spelling)
    alone = _alarms(words, lexicon, new_from=0)
    if not before or any(alarm.level == "emergency" for alarm in alone):
        return alone
    told = words_of(before, lexicon.spelling)
    joined = Words(told.all + words.all, (*told.starts, "", *words.starts[1:]) if words.all else told.starts)
    return alone + _alarms(joined, lexicon, new_from=len(told.all))


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
            alarms.append(Alarm(level, reading.kind(place), matched, lexicon.language))
    return alarms
