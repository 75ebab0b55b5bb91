"""A "thanks!" after the close is a courtesy, not a new request: it is stored and reopens nothing. Pure."""

import re
from datetime import timedelta

GRACE = timedelta(minutes=10)

_COURTESY_WORDS = frozenset(
    [
        "thanks",
        "thank",
        "you",
        "thx",
        "ty",
        "cheers",
        "great",
        "perfect",
        "ok",
        "okay",
        "bye",
        "goodbye",
        "cool",
        "awesome",
        "appreciated",
        "appreciate",
        "it",
        "so",
        "much",
        "very",
        "all",
        "good",
        "that",
        "helps",
        "helped",
        "have",
        "a",
        "nice",
        "day",
        "you",
        "too",
        "gracias",
        "muchas",
        "perfecto",
        "vale",
        "adios",
    ]
)


def is_courtesy(text: str, since_close: timedelta) -> bool:
    """True for a few words of thanks or an emoji, within ten minutes of the close. Never for a question."""
    if since_close > GRACE or "?" in text:
        return False
    words = re.findall(r"[^\W\d_]+", text.lower())
    return len(words) <= 8 and not re.search(r"\d", text) and all(word in _COURTESY_WORDS for word in words)
