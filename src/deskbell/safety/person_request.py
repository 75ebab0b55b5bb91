"""Does the visitor ask for a person? A lexicon with a little grammar and a linear model over words, in seven languages; no language
model and no network. The model is fitted by evals/fit_person.py.
"""

from dataclasses import dataclass
from functools import cache

from deskbell.kit.packaged import packaged_toml
from deskbell.safety.ngrams import features, model_apart, sentences
from deskbell.safety.phrases import Found, PhraseBook, words_in
from deskbell.safety.words import Spelling, Words, words_of

CERTAIN = 0.97
LIKELY = 0.8
# Log odds of the linear model, chosen on lines of its grammar and of a public set that a first fit had not seen (evals/fit_person.py).
HEARD_FROM = 0.5
OVERRULED_BELOW = -1.5
SCORES = {"certain": CERTAIN, "likely": LIKELY}


@dataclass(frozen=True)
class PersonRequest:
    """`score`: 0 to 1, how sure the words are. `matched`: the words that say it."""

    score: float
    matched: str


@dataclass(frozen=True)
class RequestText:
    """The lexicon as it stands in its file."""

    misspelled: list[str]
    short_forms: dict[str, str]
    groups: dict[str, list[str]]
    asks: dict[str, list[str]]
    asks_elsewhere: dict[str, list[str]]
    frames: dict[str, list[str]]
    words: dict[str, list[str]]


@dataclass(frozen=True)
class RequestLexicon:
    spelling: Spelling
    asks: PhraseBook
    frames: PhraseBook


def asks_for_person(text: str) -> PersonRequest | None:
    """The clearest request in the text, or None. "My agent said…", "do I need a human signature?" are no requests.

    The lexicon knows the usual words; a linear model hears what no list holds, and overrules the lexicon where every sentence
    is plainly about something else.
    """
    words = words_of(text, request_lexicon().spelling)
    if not words.all:
        return None
    listed = listed_request(words)
    odds, sentence = max((model_apart("person").score(features(part)), part) for part in _parts(words))
    if listed is not None:
        return listed if odds >= OVERRULED_BELOW else None
    return PersonRequest(LIKELY, " ".join(sentence)) if odds >= HEARD_FROM else None


def listed_request(words: Words) -> PersonRequest | None:
    """What the lexicon hears."""
    lexicon = request_lexicon()
    asks = lexicon.asks.find(words)
    if not asks:
        return None
    elsewhere = lexicon.frames.find(words)
    meant = [ask for ask in asks if not any(_touches(frame, ask) for frame in elsewhere)]
    if not meant:
        return None
    best = max(meant, key=lambda ask: (SCORES[ask.label], ask.end - ask.first))
    return PersonRequest(SCORES[best.label], _said(words, best))


def _touches(frame: Found, ask: Found) -> bool:
    return frame.first < ask.end and ask.first < frame.end


def _said(words: Words, ask: Found) -> str:
    return " ".join(words.all[ask.first : ask.end])


def _parts(words: Words) -> list[tuple[str, ...]]:
    """The sentences, and a short text as a whole: "not helping. a person. now." asks in pieces."""
    return sentences(words, fewest=1)


@cache
def request_lexicon() -> RequestLexicon:
    text = packaged_toml("deskbell.safety", "lexicons/person_request.toml", RequestText)
    asks = {score: [*text.asks.get(score, []), *text.asks_elsewhere.get(score, [])] for score in SCORES}
    everything = [
        line for lines in (*asks.values(), *text.frames.values(), *text.words.values()) for line in lines
    ]
    return RequestLexicon(
        spelling=Spelling.of(text.short_forms, text.misspelled, words_in(everything, text.groups)),
        asks=PhraseBook.of(asks, text.groups),
        frames=PhraseBook.of(text.frames, text.groups),
    )
