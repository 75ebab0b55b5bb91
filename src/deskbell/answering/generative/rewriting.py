"""A question that leans on the thread, as one that stands alone, in the words of the model. What is no such question is not used."""

import asyncio
import re
from collections.abc import Callable
from contextlib import aclosing
from dataclasses import dataclass, replace

from deskbell.agents.budget import cost_micros
from deskbell.answering.generative.answerer import Askable, Models
from deskbell.answering.generative.prompt import rewriting_prompt
from deskbell.answering.outcomes import TurnInput
from deskbell.answering.tracing.trace import ModelCall, Trace
from deskbell.answering.understanding import understand
from deskbell.knowledge.finding.terms import stems
from deskbell.llm.chat import FailureKind, ModelFailed, Usage, estimated
from deskbell.llm.circuit import Circuits

LONGEST_SECONDS = 2.5  # the answer itself still has its whole time
MAX_TOKENS = 120
LONGEST = 300
LEAST_SAID = 0.5  # of its words, in the thread
_LATE = ModelFailed(FailureKind.TIMED_OUT)


@dataclass(frozen=True)
class ModelRewriter:
    """Asks the first model that is awake, once; when that gives no usable question, the one made by rules stays."""

    models: Models
    circuits: Circuits
    seconds: Callable[[], float]

    async def rewritten(self, turn: TurnInput, completed: str, trace: Trace) -> str:
        """`completed`: the question as the rules complete it. Only one that depends on the thread is rewritten."""
        if turn.agent.answerer != "generative" or completed == understand(replace(turn, thread=())):
            return completed
        allowance = await self.models.allowance(turn)
        asked = next(
            (
                model
                for model in allowance.models
                if self.circuits.may_be_asked(model.address, self.seconds())
            ),
            None,
        )
        if asked is None:
            return completed
        said = await self._said(asked, turn, trace)
        return said if is_usable(said, turn, completed) else completed

    async def _said(self, asked: Askable, turn: TurnInput, trace: Trace) -> str:
        messages, began = rewriting_prompt(turn), self.seconds()
        said, usage = "", None
        ended: ModelFailed | None = _LATE
        self.circuits.tries(asked.address, began)
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                stream = asked.model.stream(messages, max_tokens=MAX_TOKENS, seconds=LONGEST_SECONDS)
                async with aclosing(stream) as pieces:
                    async for piece in pieces:
                        said, usage = (said, piece) if isinstance(piece, Usage) else (said + piece, usage)
            ended = None
            self.circuits.worked(asked.address)
        except TimeoutError:
            said = ""
            self.circuits.failed(asked.address, FailureKind.TIMED_OUT, self.seconds(), None)
        except ModelFailed as failed:
            said, ended = "", failed
            self.circuits.failed(asked.address, failed.kind, self.seconds(), failed.retry_after_seconds)
        used = usage or estimated(messages, len(said))
        cost = cost_micros(asked.settings, used.input_tokens, used.output_tokens)
        trace.calls += (
            ModelCall(
                asked.settings.provider,
                asked.model.name,
                ended.kind.value if ended else "rewrote",
                round((self.seconds() - began) * 1000, 1),
                used.input_tokens,
                used.output_tokens,
                cost / 1_000_000 if asked.settings.priced else None,
            ),
        )
        await self.models.count(turn, asked, used, ended or "answered")
        return said.strip()


def is_usable(said: str, turn: TurnInput, completed: str) -> bool:
    """One line in words of the conversation, without a number that nobody said."""
    thread = " ".join([completed, turn.text, *(message.text for message in turn.thread)])
    words = set(stems(said))
    if not words or len(said) > LONGEST or "\n" in said or said.startswith(("{", "[", "<", "`")):
        return False
    if not set(re.findall(r"\d+", said)) <= set(re.findall(r"\d+", thread)):
        return False
    return len(words & set(stems(thread))) / len(words) >= LEAST_SAID and bool(words & set(stems(turn.text)))
