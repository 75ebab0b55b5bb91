"""What a rule waits for: one class per kind. They are stored and sent as they are, told apart by `kind`."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias, assert_never

from annotated_types import Ge, Le, Len

LONGEST_PHRASE = 80
MOST_PHRASES = 20
# Scripts that put no spaces between words: a phrase is looked for anywhere in the text.
UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True)
class AsksForPerson:
    """The visitor asks for a person, in any wording."""

    kind: Literal["asks_for_person"] = "asks_for_person"


@dataclass(frozen=True)
class NoAnswer:
    """The content does not answer the question."""

    kind: Literal["no_answer"] = "no_answer"


@dataclass(frozen=True)
class ConfidenceBelow:
    """There is an answer, and its confidence is below `threshold` (0 to 1). 0 never; 1 unless the answer is exact."""

    threshold: Annotated[float, Ge(0), Le(1)]
    kind: Literal["confidence_below"] = "confidence_below"


@dataclass(frozen=True)
class Phrase:
    """The message contains one of the phrases, as whole words, whatever the case, accents and punctuation."""

    phrases: Annotated[
        tuple[Annotated[str, Len(1, LONGEST_PHRASE)], ...],
        Len(1, MOST_PHRASES),
    ]
    kind: Literal["phrase"] = "phrase"


OnMessage: TypeAlias = AsksForPerson | Phrase
OnAnswer: TypeAlias = NoAnswer | ConfidenceBelow
When: TypeAlias = AsksForPerson | NoAnswer | ConfidenceBelow | Phrase


def below(confidence: float, threshold: float) -> bool:
    """Whether an answer of this confidence is not enough. An unreadable confidence (NaN) is never enough."""
    return threshold > 0 and not confidence >= threshold


def phrase_in(phrase: str, text: str) -> bool:
    """Whether the words of `phrase` stand next to each other in `text`. A phrase without words is in no text."""
    wanted, said = plain_words(phrase), plain_words(text)
    if not wanted:
        return False
    if UNSPACED.search(wanted):
        return wanted in said
    return f" {wanted} " in f" {said} "


def plain_words(text: str) -> str:
    """The words of a text, lower case, without accents, one space between them: “Médico, ya!” → `medico ya`."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(re.findall(r"\w+", letters))


def when_words(when: When) -> str:
    """How the editor says it: “When the visitor asks for a person”."""
    match when:
        case AsksForPerson():
            return "When the visitor asks for a person"
        case NoAnswer():
            return "When the agent finds no answer"
        case ConfidenceBelow(threshold):
            return f"When the confidence is below {threshold:.2f}"
        case Phrase(phrases):
            return f"When the message contains {_listed(phrases)}"
    assert_never(when)


def _listed(phrases: tuple[str, ...]) -> str:
    quoted = [f"“{phrase}”" for phrase in phrases]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} or {quoted[-1]}"
