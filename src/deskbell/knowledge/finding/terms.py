"""Which words count when texts are compared: stems without stop words, as BM25 wants them."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from deskbell.knowledge.finding import opening_hours

HEADING_WEIGHT = 2  # a word in the title or a heading says more about a passage than one in its text
_WORD = re.compile(r"\w+(?:'\w+)*")
_STOP_WORDS = frozenset(
    """
    a about above after again all also am an and any are as at be because been before being below
    between both but by can could did do does doing done down during each either else few for from
    further get gets getting got had has have having he her here hers him his how however i if in
    into is it its just let like may me might mine more most much must my no nor not now of off on
    once one only or other our ours out over own please same shall she should so some such than
    thank thanks that the their theirs them then there these they this those through to too under
    until up upon us very was we were what when where which while who whom whose why will with would
    yes you your yours hi hello hey ok okay want need know tell
    """.split()  # noqa: SIM905 - a list of 150 strings would be a page long
)
# How people type in a chat, spelled out.
_SPELLED_OUT: Mapping[str, str] = {
    "u": "you", "ur": "your", "r": "are", "y": "why", "pls": "please", "plz": "please", "thx": "thanks", "wat": "what",
    "wut": "what", "wen": "when", "hrs": "hours", "appt": "appointment", "appts": "appointments", "rx": "prescription",
    "meds": "medications", "info": "information", "tmrw": "tomorrow", "2day": "today", "wknd": "weekend", "acct": "account",
    "pw": "password", "pwd": "password", "dr": "doctor", "docs": "doctors", "dont": "don't", "cant": "can't",
    "doesnt": "doesn't", "isnt": "isn't", "wont": "won't", "whats": "what's", "wheres": "where's", "hows": "how's",
    "havent": "haven't", "hasnt": "hasn't", "didnt": "didn't", "wasnt": "wasn't", "arent": "aren't", "shouldnt": "shouldn't",
    "couldnt": "couldn't", "wouldnt": "wouldn't", "youre": "you're", "theyre": "they're", "thats": "that's",
    "im": "I'm", "ive": "I've", "theres": "there's", "n": "and", "w": "with", "abt": "about", "msg": "message",
}  # fmt: skip


def spell_out(question: str) -> str:
    """A question as it would be written in full: "when r u open" → "when are you open". Asking for opening hours has
    many wordings that share no word with a list of hours, so these are told what they ask for.
    """
    full = re.sub(r"\w+", lambda word: _SPELLED_OUT.get(word[0].lower(), word[0]), straight(question)).strip()
    return f"{full} {opening_hours.MEANING}" if opening_hours.asks_for_hours(full) else full


def straight(text: str) -> str:
    """Typographic apostrophes and e-mail written one way."""
    return re.sub(r"\be-mail", "email", text.replace("\u2019", "'"), flags=re.IGNORECASE)


def stems(text: str) -> list[str]:
    """The counting words of a text in order, with repetitions. Only stop words: they count after all."""
    full = opening_hours.days_in_full(straight(text))
    words = [re.sub(r"'s$|'", "", word) for word in _WORD.findall(full.lower())] + opening_hours.days_between(
        full
    )
    kept = [word for word in words if word not in _STOP_WORDS]
    return [_stem(word) for word in kept or words]


def is_stop_word(word: str) -> bool:
    """Whether a word says nothing about what a text is about."""
    return word.lower() in _STOP_WORDS


def counts(path: str, text: str) -> Mapping[str, int]:
    """How often each stem stands in a passage; its headings are counted with their weight."""
    counted = Counter(stems(text))
    for stem in stems(path):
        counted[stem] += HEADING_WEIGHT
    return counted


@lru_cache(maxsize=50_000)
def _stem(word: str) -> str:
    return str(_porter2().stemWord(word))


@cache
def _porter2() -> Any:
    """Loaded with the first word: the library brings thirty languages, and the web process stems nothing."""
    import snowballstemmer

    return snowballstemmer.stemmer("english")  # pyright: ignore[reportUnknownMemberType]
