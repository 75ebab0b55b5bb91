"""Does the visitor ask for a person? Words and a little grammar, several languages, no model and no network."""

from dataclasses import dataclass
from functools import cache

from deskbell.kit.packaged import packaged_toml
from deskbell.safety.phrases import Found, PhraseBook, words_in
from deskbell.safety.words import Spelling, Words, words_of

CERTAIN = 0.97
LIKELY = 0.8
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
    """The clearest request in the text, or None. "My agent said…", "do I need a human signature?" are no requests."""
    lexicon = request_lexicon()
    words = words_of(text, lexicon.spelling)
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
