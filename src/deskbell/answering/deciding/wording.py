"""Which sentence the agent says: in the visitor's language, in the agent's tone, and not the one it said last. The words are in
`sentences.toml`. Pure.
"""

from collections.abc import Mapping, Sequence
from typing import cast

from deskbell.answering.outcomes import TurnInput
from deskbell.answering.understanding.small_talk import hear
from deskbell.events.wire import Author
from deskbell.kit.languages import FALLBACK, LANGUAGES, Language, known_language, language_in
from deskbell.kit.packaged import packaged_toml

_Alternatives = Mapping[Language, Sequence[str]]
_AND: Mapping[Language, str] = {"zh": "、"}
LONGEST_ASKED = 120


def wording(
    name: str,
    turn: TurnInput,
    *,
    language: Language | None = None,
    topics: Sequence[str] = (),
    asked: str = "",
) -> str:
    """The sentence `name` of `sentences.toml`, filled in."""
    language = language or language_of(turn)
    said = [
        words.format(
            name=turn.agent.name,
            company=turn.workspace_name,
            topics=_AND.get(language, ", ").join(topics),
            asked=_shortened(asked),
            offer=_table("offer", turn.agent.tone)[language][0],
        )
        for words in _table(name, turn.agent.tone)[language]
    ]
    last = last_words(turn)
    return next((words for words in said if words != last), said[-1])


def language_of(turn: TurnInput) -> Language:
    """The agent's setting; else the language of this message; else that of the messages before it."""
    if turn.agent.language != "auto":
        return known_language(turn.agent.language) or FALLBACK
    before = language_in("\n".join(said.text for said in turn.thread if said.author is Author.VISITOR))
    now = language_in(turn.text)
    read_as = hear(turn.text, turn.agent.name).languages
    if read_as:  # "ok" is small talk in several languages
        fitting: list[Language] = [spoken for spoken in (before, now) if spoken and spoken in read_as]
        return (fitting or read_as)[0]
    return now or before or FALLBACK


def last_words(turn: TurnInput) -> str:
    """What the agent said just before the visitor; empty when it was somebody else, or nobody."""
    return turn.thread[-1].text if turn.thread and turn.thread[-1].author is Author.AGENT else ""


def offered_a_person(turn: TurnInput) -> bool:
    """Whether the agent's last sentence was the offer to pass the visitor to a person."""
    last = last_words(turn)
    return any(last.endswith(_table("offer", turn.agent.tone)[language][0]) for language in LANGUAGES)


def _table(name: str, tone: str) -> _Alternatives:
    sentences = packaged_toml(
        "deskbell.answering.deciding",
        "sentences.toml",
        dict[str, dict[str, dict[str, list[str]] | list[str]]],
    )
    table = sentences[name]
    return cast("_Alternatives", table.get(tone, table))


def _shortened(asked: str) -> str:
    line = " ".join(asked.split())
    return line if len(line) <= LONGEST_ASKED else line[: LONGEST_ASKED - 1].rstrip() + "…"
