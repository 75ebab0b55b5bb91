"""The world of a turn: searching the content with the embedding model, and the answerer that the agent is set to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import perf_counter

import httpx

from deskbell.agents.access import model_key
from deskbell.answering import verbatim
from deskbell.answering.outcomes import Draft, TurnInput
from deskbell.answering.tracing.trace import Step, Trace
from deskbell.answering.turn import Answerer, Library, Show
from deskbell.answering.understanding import parts
from deskbell.embedding.embedder import Embedder
from deskbell.embedding.words import english_near, is_english
from deskbell.kit.db import Database
from deskbell.knowledge.finding.ranking import Found
from deskbell.knowledge.finding.terms import spell_out
from deskbell.knowledge.queries import Language, find_passages, mend_question, titles
from deskbell.llm.chat import ChatModel

PASSAGES = 8
TOPICS = 6


@dataclass(frozen=True)
class ContentLibrary:
    """The agent's own passages, found by words and by meaning. The model runs while no transaction is open."""

    database: Database
    embedder: Embedder

    async def mend(self, turn: TurnInput, question: str) -> str:
        """The question without typos, as far as the agent's own words tell what was meant."""
        async with self.database.transaction(turn.workspace_id) as tx:
            return await mend_question(tx, turn.agent.id, question, Language(is_english, english_near))

    async def find(self, turn: TurnInput, question: str, trace: Trace) -> Sequence[Found]:
        """The best passages for `question`, best first."""
        trace.versions = replace(trace.versions, embedding=self.embedder.name)
        began = perf_counter()
        vector = await self.embedder.embed_question(spell_out(question))
        embedded = perf_counter()
        async with self.database.transaction(turn.workspace_id) as tx:
            found = await find_passages(
                tx, turn.agent.id, question, vector, model=self.embedder.name, limit=PASSAGES
            )
        trace.took(Step.EMBED, (embedded - began) * 1000)
        trace.took(Step.FIND, (perf_counter() - embedded) * 1000)
        return found

    async def topics(self, turn: TurnInput) -> Sequence[str]:
        """Titles of what the agent knows, the most used first; before there is content, the suggested questions."""
        async with self.database.transaction(turn.workspace_id) as tx:
            named = await titles(tx, turn.agent.id, limit=TOPICS)
        return named or tuple(turn.agent.suggested_questions)


@dataclass(frozen=True)
class VerbatimAnswerer:
    """Quotes the content. It shows nothing on the way: a quote is there at once."""

    embedder: Embedder
    library: Library

    async def compose(
        self,
        question: str,
        turn: TurnInput,
        passages: Sequence[Found],
        show: Show,  # noqa: ARG002 - of the protocol
        trace: Trace,
    ) -> Draft | None:
        """The best quotes with their sources; None when nothing in the content comes near the question. Several questions are
        answered one by one, when each has an answer; otherwise the message is taken as one.
        """
        asked = parts(question)
        quoted = await self._to_each(asked, turn, trace) if len(asked) > 1 else None
        quoted = quoted or await self._quoted(question, passages, trace)
        return None if quoted is None else verbatim.as_draft(quoted)

    async def _to_each(
        self, asked: Sequence[str], turn: TurnInput, trace: Trace
    ) -> verbatim.VerbatimDraft | None:
        drafts: list[verbatim.VerbatimDraft] = []
        for question in asked:
            draft = await self._quoted(question, await self.library.find(turn, question, trace), trace)
            if draft is None:
                return None
            drafts.append(draft)
        return verbatim.together(drafts)

    async def _quoted(
        self, question: str, passages: Sequence[Found], trace: Trace
    ) -> verbatim.VerbatimDraft | None:
        if not passages:
            return None
        vector = await self.embedder.embed_question(spell_out(question))
        texts = await self.embedder.embed_passages(verbatim.texts_to_weigh(passages))
        looked = verbatim.look(question, passages, (texts @ vector).tolist())
        if looked is None:
            return None
        trace.answerability = verbatim.answerability(looked.evidence)
        return verbatim.judged(looked)


@dataclass(frozen=True)
class ModelsOfAgents:
    """Opens an agent's own language model; its key is unsealed for the call only."""

    database: Database
    server_key: bytes
    http_client: httpx.AsyncClient

    async def __call__(self, turn: TurnInput) -> ChatModel:
        async with self.database.transaction(turn.workspace_id) as tx:
            key = await model_key(tx, turn.agent, self.server_key)
        # Imported here: half a second and 40 MB, which servers without a language model never pay.
        from deskbell.llm.openai_compatible import OpenAICompatible

        return OpenAICompatible(turn.agent.model_url, turn.agent.model_name, key or "", self.http_client)


@dataclass(frozen=True)
class ChosenAnswerer:
    """Verbatim or generative, as the agent is set."""

    verbatim: Answerer
    generative: Answerer

    async def compose(
        self, question: str, turn: TurnInput, passages: Sequence[Found], show: Show, trace: Trace
    ) -> Draft | None:
        """A draft from the passages, or None when they do not answer."""
        chosen = self.generative if turn.agent.answerer == "generative" else self.verbatim
        return await chosen.compose(question, turn, passages, show, trace)
