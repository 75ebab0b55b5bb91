"""Composes an answer with the first model that can be asked; when none can, or a draft does not hold, it quotes the content."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Literal, Protocol, TypeAlias
from uuid import UUID

from deskbell.agents.access import ModelSettings
from deskbell.agents.budget import cost_micros
from deskbell.answering.generative.composing import Composing
from deskbell.answering.generative.prompt import Prompt, prompt_for
from deskbell.answering.generative.verify import Problem, Told, Verdict, Weighed, check, texts_to_weigh
from deskbell.answering.outcomes import NOTHING_NOTICED, Composed, Draft, NoDraft, TurnInput
from deskbell.answering.tracing.trace import ModelCall, Step, Trace
from deskbell.answering.turn import Answerer, Show
from deskbell.embedding.embedder import Embedder
from deskbell.knowledge.finding.ranking import Found
from deskbell.llm.chat import ChatModel, FailureKind, ModelFailed, Usage, estimated
from deskbell.llm.circuit import Circuits

LONGEST_SECONDS = (
    14.0  # of the 18 that a turn has: before it the passages are found, after it the content may be quoted
)
LONGEST_PAUSE_SECONDS = 5.0  # then the next model is asked, if there is one
LEAST_SECONDS = 1.0
CHECKING_SECONDS = 3.0  # of all sentences of a turn together; what cannot be checked is not shown
DROPPED: Literal["dropped"] = "dropped"


class WhyNot(StrEnum):
    """Why no model may be asked."""

    TEXT_STAYS_HERE = "text_stays_here"
    BUDGET_USED = "budget_used"
    MODELS_DOWN = "models_down"


UNAVAILABLE = {
    WhyNot.BUDGET_USED: "Agent unavailable: its budget is used up",
    WhyNot.MODELS_DOWN: "Agent unavailable: no language model answered",
}


@dataclass(frozen=True)
class Askable:
    """A model that is ready to be asked; `address` tells it from every other one."""

    model: ChatModel
    address: str
    settings: ModelSettings
    model_id: UUID


@dataclass(frozen=True)
class Allowance:
    """The models that an agent may ask now, in their order."""

    models: Sequence[Askable] = ()
    why_not: WhyNot | None = None


Ended: TypeAlias = ModelFailed | Literal["answered", "dropped"]


class Models(Protocol):
    """The world behind an agent's models: which it may ask, and the ledger of what was used."""

    async def allowance(self, turn: TurnInput) -> Allowance: ...

    async def count(self, turn: TurnInput, asked: Askable, usage: Usage, ended: Ended) -> None: ...


@dataclass(frozen=True)
class GenerativeAnswerer:
    """`quoting` is the built-in answerer: its confidence is the evidence, its quote the answer when no model's will do."""

    models: Models
    quoting: Answerer
    embedder: Embedder
    circuits: Circuits
    seconds: Callable[[], float]

    async def compose(
        self, question: str, turn: TurnInput, passages: Sequence[Found], show: Show, trace: Trace
    ) -> Composed:
        """A draft whose every sentence is carried by a passage, a quote instead, or no draft and why."""
        if not passages:
            return None
        ends_at = self.seconds() + LONGEST_SECONDS
        quoted = await self.quoting.compose(question, turn, passages, show, trace)
        quote = quoted if isinstance(quoted, Draft) else None
        allowance = await self.models.allowance(turn)
        if allowance.why_not is not None:
            return _without_model(turn, quote, allowance.why_not, trace)
        asking = _Asking(self, turn, passages, prompt_for(turn, question, passages), show, trace, ends_at)
        composing = await asking.first_whole_answer(allowance.models)
        if composing is None:
            return _without_model(turn, quote, WhyNot.MODELS_DOWN, trace)
        trace.verdicts = tuple(composing.verdicts)
        trace.noticed = signals = composing.channel.signals or NOTHING_NOTICED
        if composing.problem is not None:
            trace.instead = composing.problem.value
            return replace(quote, signals=signals) if quote else NoDraft(signals)
        citations = composing.citations()
        if composing.unanswerable or not citations:
            trace.instead = "no_answer"
            return NoDraft(signals)
        evidence = trace.answerability.confidence if trace.answerability else 0.0
        return Draft(composing.text(), citations, evidence * composing.support(), signals)


def _without_model(turn: TurnInput, quote: Draft | None, why: WhyNot, trace: Trace) -> Composed:
    """The quote, when there is one and the agent may quote; a workspace that keeps its texts here always quotes."""
    trace.instead = why.value
    if why is not WhyNot.TEXT_STAYS_HERE and not turn.agent.quotes_when_down:
        return NoDraft(unavailable=UNAVAILABLE[why])
    return quote


@dataclass
class _Asking:
    """One turn's way through the models."""

    answerer: GenerativeAnswerer
    turn: TurnInput
    passages: Sequence[Found]
    prompt: Prompt
    show: Show
    trace: Trace
    ends_at: float
    checking_left: float = field(default_factory=lambda: CHECKING_SECONDS)

    async def first_whole_answer(self, models: Sequence[Askable]) -> Composing | None:
        """Ask in order, passing by those that rest; None when all have failed or the time is over."""
        circuits, now = self.answerer.circuits, self.answerer.seconds
        awake = [model for model in models if circuits.may_be_asked(model.address, now())]
        self.trace.calls += tuple(
            ModelCall(resting.settings.provider, resting.model.name, "resting", 0.0)
            for resting in models
            if resting not in awake
        )
        for place, model in enumerate(awake):
            left = self.ends_at - now()
            if left < LEAST_SECONDS:
                return None
            is_last = place == len(awake) - 1
            composing = await self._asked(model, left, left if is_last else min(left, LONGEST_PAUSE_SECONDS))
            if composing is not None:
                return composing
        return None

    async def _asked(self, asked: Askable, left: float, pause: float) -> Composing | None:
        circuits, began = self.answerer.circuits, self.answerer.seconds()
        composing = Composing(self.passages, self._checked, self.prompt.most_words)
        ended: Ended = DROPPED  # what stays when the turn is taken away in the middle
        circuits.tries(asked.address, began)
        try:
            stream = asked.model.stream(self.prompt.messages, max_tokens=self.prompt.max_tokens, seconds=left)
            async with aclosing(_prompt_pieces(stream, pause)) as pieces:
                async for text in composing.shown(pieces):
                    await self.show(text)
            circuits.worked(asked.address)
            ended = "answered"
        except ModelFailed as failed:
            ended = failed
            circuits.failed(asked.address, failed.kind, self.answerer.seconds(), failed.retry_after_seconds)
        finally:
            await self._count(asked, composing, ended, began)
        return composing if ended == "answered" else None

    async def _count(self, asked: Askable, composing: Composing, ended: Ended, began: float) -> None:
        usage = composing.usage
        how = ended.kind.value if isinstance(ended, ModelFailed) else ended
        if usage is None:
            reached = composing.characters > 0 or how in ("answered", DROPPED, FailureKind.EMPTY)
            usage = estimated(self.prompt.messages, composing.characters) if reached else Usage()
        cost = cost_micros(asked.settings, usage.input_tokens, usage.output_tokens)
        self.trace.calls += (
            ModelCall(
                asked.settings.provider,
                asked.model.name,
                how,
                round((self.answerer.seconds() - began) * 1000, 1),
                usage.input_tokens,
                usage.output_tokens,
                cost / 1_000_000 if asked.settings.priced else None,
            ),
        )
        await self.answerer.models.count(self.turn, asked, usage, ended)

    async def _checked(self, sentence: str) -> Verdict:
        told = Told(
            self.prompt.instructions,
            self.prompt.canary,
            f"{self.turn.agent.name} {self.turn.workspace_name}",
        )
        if self.checking_left <= 0:
            return Problem.LATE
        began = self.answerer.seconds()
        texts = texts_to_weigh(sentence, self.passages)
        try:
            async with asyncio.timeout(self.checking_left):
                near = await self._nearest(texts) if len(texts) > 1 else None
            verdict = check(sentence, self.passages, told, Weighed(near))
        except TimeoutError:
            verdict = Problem.LATE
        took = self.answerer.seconds() - began
        self.checking_left -= took
        self.trace.took(Step.VERIFY, took * 1000)
        return verdict

    async def _nearest(self, texts: Sequence[str]) -> float:
        """The cosine of the first text with the nearest of the others."""
        vectors = await self.answerer.embedder.embed_passages(texts)
        return float((vectors[1:] @ vectors[0]).max())


async def _prompt_pieces(
    pieces: AsyncGenerator[str | Usage, None], seconds: float
) -> AsyncGenerator[str | Usage, None]:
    """The pieces, while each comes in time."""
    async with aclosing(pieces):
        while True:
            try:
                async with asyncio.timeout(seconds):
                    piece = await anext(pieces, None)
            except TimeoutError as late:
                raise ModelFailed(FailureKind.TIMED_OUT) from late
            if piece is None:
                return
            yield piece
