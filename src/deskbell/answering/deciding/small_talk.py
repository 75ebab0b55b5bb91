"""A greeting or thanks is no question: looking it up would hand the visitor to a person for saying hello. Pure."""

import re

_GREETINGS = frozenset(
    [
        "hi",
        "hello",
        "hey",
        "hola",
        "buenas",
        "good",
        "morning",
        "afternoon",
        "evening",
        "there",
        "hiya",
        "greetings",
        "dias",
        "tardes",
    ]
)
_THANKS = frozenset(
    [
        "thanks",
        "thank",
        "you",
        "thx",
        "ty",
        "much",
        "so",
        "very",
        "great",
        "perfect",
        "ok",
        "okay",
        "gracias",
        "muchas",
        "cheers",
        "appreciated",
        "awesome",
        "cool",
    ]
)
_LONGEST = 6


def small_talk(text: str) -> str | None:
    """The reply to a bare greeting or thanks; None for everything else."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    if not words or len(words) > _LONGEST or "?" in text:
        return None
    if all(word in _GREETINGS for word in words):
        return "Hello. What would you like to know?"
    if all(word in _THANKS for word in words):
        return "You are welcome. Is there anything else I can look up?"
    return None
