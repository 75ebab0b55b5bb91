"""The answer as it grows: first the signals, then sentence by sentence, each checked. It stops at the first that must not be shown."""

import re
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field

from deskbell.answering.generative.side_channel import NO_ANSWER, SideChannel
from deskbell.answering.generative.verify import (
    Checked,
    Problem,
    Verdict,
    cited_in,
    sentences_of,
    without_marks,
)
from deskbell.answering.generative.verify.problems import IN_WORDS
from deskbell.answering.tracing.trace import Verdict as Traced
from deskbell.events.wire import Citation
from deskbell.knowledge.finding.ranking import Found
from deskbell.llm.chat import Usage

QUOTE_LENGTH = 300
LONGEST_KEPT = 500
# Nobody reads them, and they cut the words that are looked for: soft hyphens, spaces without width, changes of direction.
_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")

Check = Callable[[str], Awaitable[Verdict]]


@dataclass
class Composing:
    """One answer of one model. `usage` comes with its end; until then only the characters are counted."""

    passages: Sequence[Found]
    check: Check
    most_words: int = 10_000
    channel: SideChannel = field(default_factory=SideChannel)
    sentences: list[Checked] = field(default_factory=list[Checked])
    verdicts: list[Traced] = field(default_factory=list[Traced])
    problem: Problem | None = None
    unanswerable: bool = False
    characters: int = 0
    usage: Usage | None = None

    async def shown(self, pieces: AsyncGenerator[str | Usage, None]) -> AsyncGenerator[str, None]:
        """The text so far, after every further sentence that passed. It reads on to the end only while all is well."""
        pending = ""
        async for piece in pieces:
            if isinstance(piece, Usage):
                self.usage = piece
                break
            self.characters += len(piece)
            pending += _UNSEEN.sub("", self.channel.answer_in(piece))
            *whole, pending = sentences_of(pending) or [""]
            for sentence in whole:
                if not await self._accept(sentence):
                    return
                yield self.text()
            if self._gives_no_answer() or self._is_long_enough():
                return
        pending += _UNSEEN.sub("", self.channel.rest())
        for sentence in filter(None, sentences_of(pending)):
            if not await self._accept(sentence):
                return
            yield self.text()
        self.unanswerable = self.unanswerable or self._gives_no_answer()

    def _is_long_enough(self) -> bool:
        """A model that does not keep to the length it was told is not listened to any further."""
        return sum(len(sentence.text.split()) for sentence in self.sentences) >= self.most_words

    def text(self) -> str:
        """What the visitor reads so far, with the citations numbered in the order of their first use."""
        numbers = {number: place for place, number in enumerate(self._cited(), start=1)}
        lines: list[str] = []
        for sentence in self.sentences:
            said = _numbered(sentence, numbers)
            lines.append(f"\n{said}" if lines and _is_point(sentence.text) else said)
        return " ".join(lines).replace(" \n", "\n")

    def citations(self) -> tuple[Citation, ...]:
        """What the numbers of the text stand for."""
        return tuple(_citation(self.passages[n - 1], place) for place, n in enumerate(self._cited(), start=1))

    def support(self) -> float:
        """Of the sentence that its passages carry least: 0 … 1."""
        return min((sentence.support for sentence in self.sentences if sentence.cited), default=0.0)

    async def _accept(self, sentence: str) -> bool:
        if NO_ANSWER in sentence and not self.sentences:
            self.unanswerable = True
            return False
        verdict = await self.check(sentence)
        if isinstance(verdict, Problem):
            self.problem = verdict
            self.verdicts.append(
                Traced(
                    without_marks(sentence)[:LONGEST_KEPT],
                    passed=False,
                    why=IN_WORDS[verdict],
                    cited=cited_in(sentence),
                )
            )
            return False
        self.sentences.append(verdict)
        why = "Its passages carry it." if verdict.cited else "It states nothing that needs a source."
        self.verdicts.append(
            Traced(
                verdict.text[:LONGEST_KEPT],
                passed=True,
                why=why,
                cited=verdict.cited,
                support=round(verdict.support, 3),
            )
        )
        return True

    def _gives_no_answer(self) -> bool:
        signals = self.channel.signals
        if signals is not None and not signals.answerable:
            self.unanswerable = True
        return self.unanswerable

    def _cited(self) -> list[int]:
        return list(dict.fromkeys(number for sentence in self.sentences for number in sentence.cited))


def _citation(found: Found, place: int) -> Citation:
    return Citation(
        number=place,
        passage_id=found.passage_id,
        source_id=found.source_id,
        document_id=found.document_id,
        version=found.version,
        title=found.title,
        path=found.path,
        quote=found.text[:QUOTE_LENGTH],
        passage=found.text,
        url=found.url,
        read_at=found.read_at,
    )


def _is_point(text: str) -> bool:
    return text.startswith(("- ", "* ", "• "))


def _numbered(sentence: Checked, numbers: dict[int, int]) -> str:
    marks = "".join(f" [{numbers[number]}]" for number in sentence.cited)
    return f"{sentence.text}{marks}"
