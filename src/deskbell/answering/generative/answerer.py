"""Composes an answer with a model: sentence by sentence, each checked before anybody sees it."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field

from deskbell.answering.generative.prompt import NO_ANSWER, messages_for
from deskbell.answering.generative.verify import CITATION, Checked, check_sentence, sentences_of
from deskbell.answering.outcomes import Draft, TurnInput
from deskbell.answering.tracing.trace import Trace
from deskbell.answering.turn import Show
from deskbell.events.wire import Citation
from deskbell.knowledge.finding.ranking import Found
from deskbell.llm.chat import ChatModel, Usage

MAX_TOKENS = 500
QUOTE_LENGTH = 300

ModelOf = Callable[[TurnInput], Awaitable[ChatModel]]


@dataclass(frozen=True)
class GenerativeAnswerer:
    """`model_of` opens the agent's own model (its key is unsealed for the call only)."""

    model_of: ModelOf

    async def compose(
        self,
        question: str,
        turn: TurnInput,
        passages: Sequence[Found],
        show: Show,
        trace: Trace,  # noqa: ARG002 - of the protocol
    ) -> Draft | None:
        """A draft whose every sentence is covered by a passage; None when the model finds no answer or one sentence fails."""
        if not passages:
            return None
        model = await self.model_of(turn)
        messages = messages_for(turn.agent, turn.workspace_name, question, turn.thread, passages)
        composing = Composing(passages)
        async with aclosing(model.stream(messages, max_tokens=MAX_TOKENS)) as pieces:
            async for text in composing.checked(pieces):
                await show(text)
        return composing.draft()


@dataclass
class Composing:
    """The answer as it grows. It stops at the first sentence that must not be shown."""

    passages: Sequence[Found]
    sentences: list[Checked] = field(default_factory=list[Checked])
    failed: bool = False

    async def checked(self, pieces: AsyncGenerator[str | Usage, None]) -> AsyncGenerator[str, None]:
        """The text so far, after every further sentence that passed."""
        pending = ""
        async for piece in pieces:
            if isinstance(piece, Usage):
                break
            pending += piece
            *whole, pending = sentences_of(pending) or [""]
            for sentence in whole:
                if not self._accept(sentence):
                    return
                yield self.text()
        if pending.strip() and self._accept(pending):
            yield self.text()

    def draft(self) -> Draft | None:
        """The whole answer, or None: no answer, or not all of it could be verified."""
        cited = self._cited()
        if self.failed or not cited:
            return None
        confidence = min((sentence.covered for sentence in self.sentences if sentence.cited), default=0.0)
        return Draft(self.text(), tuple(self._citation(number) for number in cited), confidence)

    def text(self) -> str:
        """What the visitor reads so far, with the citations numbered in the order of their first use."""
        numbers = {number: place for place, number in enumerate(self._cited(), start=1)}
        return " ".join(_numbered(sentence, numbers) for sentence in self.sentences)

    def _accept(self, sentence: str) -> bool:
        checked = None if NO_ANSWER in sentence else check_sentence(sentence, self.passages)
        if checked is None:
            self.failed = True
            return False
        self.sentences.append(checked)
        return True

    def _cited(self) -> list[int]:
        return list(dict.fromkeys(number for sentence in self.sentences for number in sentence.cited))

    def _citation(self, number: int) -> Citation:
        found = self.passages[number - 1]
        place = self._cited().index(number) + 1
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


def _numbered(sentence: Checked, numbers: dict[int, int]) -> str:
    marks = "".join(f" [{numbers[number]}]" for number in sentence.cited)
    return f"{CITATION.sub('', sentence.text).strip()}{marks}"
