"""What the visitor of the set-up check says: its questions, and values for any field that an action may ask for. Pure."""

import re
from collections.abc import Iterable

from deskbell.actions.fields import FieldSpec, FieldType

NAME = "TEST Set-up Check"
ASKS_FOR_PERSON = "I need to speak with someone about my billing."
USUAL_QUESTION = "What are your clinic hours?"
AFTER_TAKEOVER = ("Are you still there?", "One more thing:")
MOST_QUESTIONS = 3

# For patterns of admins, which nobody can invert in general: the first that fits.
_REFERENCES = (
    "12345", "1234", "123456", "1234567", "12345678", "123456789", "1234567890", "A12345", "AB12345", "AB-12345",
    "ABC-12345", "ABC12345", "A-1234", "REF-12345", "12-3456", "123-456", "AB123456", "A1B2C3", "12345-678",
)  # fmt: skip


def questions(suggested: Iterable[str], headings: Iterable[str]) -> list[str]:
    """At most three that the content should answer: what the agent suggests first, then what the content itself asks."""
    wanted = dict.fromkeys(text.strip() for text in (*suggested, *headings) if text.strip())
    return [*wanted, USUAL_QUESTION][:MOST_QUESTIONS] if wanted else [USUAL_QUESTION]


def sample(field: FieldSpec) -> str:
    """A value that the field should take."""
    match field.type:
        case FieldType.EMAIL:
            return "setup-check@example.com"
        case FieldType.PHONE:
            return "+1 206 555 0199"
        case FieldType.DATE:
            return "1980-03-24"
        case FieldType.CHOICE:
            return field.choices[0]
        case FieldType.REFERENCE:
            return _fitting(field.pattern, _REFERENCES)
        case FieldType.TEXT:
            asks_name = "name" in f"{field.key} {field.label}".lower()
            return _fitting(field.pattern, (NAME if asks_name else "Set-up check", *_REFERENCES))


def _fitting(pattern: str, candidates: tuple[str, ...]) -> str:
    return next((text for text in candidates if not pattern or re.fullmatch(pattern, text)), candidates[0])
