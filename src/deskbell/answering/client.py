"""The world of a turn: searching the content with the embedding model, and the answerer that the agent is set to."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from time import perf_counter
from typing import TypeAlias

import httpx
import structlog

from deskbell.agents import budget
from deskbell.agents import queries as agents
from deskbell.agents.access import AgentModel, Used, model_keys
from deskbell.agents.commands import count_usage, note_answer, note_failure
from deskbell.answering import verbatim
from deskbell.answering.deciding.nearness import LONGEST_COMPARED, nearness_of, texts_of
from deskbell.answering.deciding.wording import wording
from deskbell.answering.generative.answerer import Allowance, Askable, Ended, WhyNot
from deskbell.answering.outcomes import Composed, Draft, TurnInput
from deskbell.answering.queries import find_calibration
from deskbell.answering.tracing.trace import Step, Trace
from deskbell.answering.turn import Answerer, Library, Show
from deskbell.answering.understanding import parts
from deskbell.answering.verbatim.confidence import AS_FITTED, Calibration
from deskbell.embedding.choosing import Embedders
from deskbell.embedding.embedder import Embedder, Vector
from deskbell.embedding.remote import EmbedderFailed
from deskbell.embedding.words import english_near, is_english
from deskbell.handoff.when import Near, Topic
from deskbell.kit.clock import Clock
from deskbell.kit.db import Database
from deskbell.knowledge.finding.meaning import seen_by
from deskbell.knowledge.finding.ranking import Found
from deskbell.knowledge.finding.sketches import KnownSketches
from deskbell.knowledge.finding.terms import spell_out
from deskbell.knowledge.jobs.learning import current_embedder
from deskbell.knowledge.queries import Language, Search, find_passages, mend_question, titles
from deskbell.llm.chat import ModelFailed, Usage
from deskbell.llm.opening import load, open_model

PASSAGES = 8

log = structlog.get_logger(__name__)
TOPICS = 6


@dataclass(frozen=True)
class ContentLibrary:
    """The agent's own passages, found by words and by meaning. The model runs while no transaction is open.

    Whatever model searches, what is found is handed out with the cosines of the built-in one: what counts as near and how
    sure an answer is were measured with it.
    """

    database: Database
    embedder: Embedder
    built_in: Embedder | None = None  # where `embedder` is another one
    sketches: KnownSketches = field(default_factory=KnownSketches)

    async def mend(self, turn: TurnInput, question: str) -> str:
        """The question without typos, as far as the agent's own words tell what was meant."""
        async with self.database.transaction(turn.workspace_id) as tx:
            return await mend_question(tx, turn.agent.id, question, Language(is_english, english_near))

    async def find(self, turn: TurnInput, question: str, trace: Trace) -> Sequence[Found]:
        """The best passages for `question`, best first."""
        began = perf_counter()
        known = self.built_in or self.embedder
        async with self.database.transaction(turn.workspace_id) as tx:
            embedders = Embedders(self.embedder, known)
            embedder = await current_embedder(tx, turn.agent.id, embedders)
        trace.versions = replace(trace.versions, embedding=embedder.name)
        vector = await _vector_of(embedder, spell_out(question))
        embedded = perf_counter()
        async with self.database.transaction(turn.workspace_id) as tx:
            search = Search(turn.agent.id, question, vector, embedder.name, turn.within)
            found = await find_passages(tx, search, limit=PASSAGES, known=self.sketches)
        if embedder.name != known.name or not any(passage.dense for passage in found):
            found = await seen_by(known, question, found)  # or words alone have found them
        trace.took(Step.EMBED, (embedded - began) * 1000)
        trace.took(Step.FIND, (perf_counter() - embedded) * 1000)
        return found

    async def near(self, turn: TurnInput, topics: Sequence[Topic]) -> Sequence[Near]:
        """By the built-in model, which the bound of a topic was measured with. The topics are embedded once."""
        known = self.built_in or self.embedder
        try:
            of_topics = await known.embed_passages(texts_of(topics))
            of_message = await known.embed_passages([turn.text[:LONGEST_COMPARED]])
        except EmbedderFailed as failure:
            log.warning("embedder.failed", reason=failure.sentence)
            return ()
        return nearness_of(topics, of_topics, of_message)[0]

    async def topics(self, turn: TurnInput) -> Sequence[str]:
        """Titles of what the agent knows, the most used first; before there is content, the suggested questions."""
        async with self.database.transaction(turn.workspace_id) as tx:
            named = await titles(tx, turn.agent.id, limit=TOPICS)
        return named or tuple(turn.agent.suggested_questions)


async def _vector_of(embedder: Embedder, question: str) -> Vector | None:
    """None when the embeddings server fails: then words alone find what they can, and the visitor never reads an error."""
    try:
        return await embedder.embed_question(question)
    except EmbedderFailed as failure:
        log.warning("embedder.failed", reason=failure.sentence)
        return None


CalibrationOf: TypeAlias = Callable[[TurnInput, str], Awaitable[Calibration]]


async def no_calibration(_turn: TurnInput, _model: str) -> Calibration:
    """The weights as they were fitted."""
    return AS_FITTED


@dataclass(frozen=True)
class Calibrations:
    """What was measured for an agent's content; until then the weights hold as they were fitted."""

    database: Database

    async def __call__(self, turn: TurnInput, model: str) -> Calibration:
        async with self.database.transaction(turn.workspace_id) as tx:
            measured = await find_calibration(tx, turn.agent.id, model)
        return AS_FITTED if measured is None else measured


@dataclass(frozen=True)
class VerbatimAnswerer:
    """Quotes the content. It shows nothing on the way: a quote is there at once."""

    embedder: Embedder
    library: Library
    calibration: "CalibrationOf" = no_calibration

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
        quoted = quoted or await self._quoted(question, passages, turn, trace)
        return (
            None
            if quoted is None
            else verbatim.as_draft(quoted, otherwise=wording("our_pages_say_otherwise", turn))
        )

    async def _to_each(
        self, asked: Sequence[str], turn: TurnInput, trace: Trace
    ) -> verbatim.VerbatimDraft | None:
        drafts: list[verbatim.VerbatimDraft] = []
        for question in asked:
            found = await self.library.find(turn, question, trace)
            draft = await self._quoted(question, found, turn, trace)
            if draft is None:
                return None
            drafts.append(draft)
        return verbatim.together(drafts)

    async def _quoted(
        self, question: str, passages: Sequence[Found], turn: TurnInput, trace: Trace
    ) -> verbatim.VerbatimDraft | None:
        if not passages:
            return None
        vector = await self.embedder.embed_question(spell_out(question))
        texts = await self.embedder.embed_passages(verbatim.texts_to_weigh(passages))
        looked = verbatim.look(question, passages, (texts @ vector).tolist())
        if looked is None:
            return None
        calibration = await self.calibration(turn, self.embedder.name)
        trace.answerability = verbatim.answerability(looked, calibration)
        return verbatim.judged(looked, calibration)


@dataclass(frozen=True)
class ModelsOfAgents:
    """What an agent may ask now, and the ledger of what it has asked. Keys are unsealed for the turn only."""

    database: Database
    server_key: bytes
    http_client: httpx.AsyncClient
    clock: Clock

    async def allowance(self, turn: TurnInput) -> Allowance:
        """The agent's models in their order, unless its workspace or its budget says no."""
        today = self.clock().date()
        async with self.database.transaction(turn.workspace_id) as tx:
            policy = await agents.model_policy(tx)
            if policy.text_stays_here:
                return Allowance((), WhyNot.TEXT_STAYS_HERE)
            used = await agents.used_since(tx, today.replace(day=1))
            mine = budget.spending(used, today, turn.agent.id)
            if budget.over(turn.agent, mine, policy, budget.spending(used, today)) is not None:
                return Allowance((), WhyNot.BUDGET_USED)
            models = await agents.models_of(tx, turn.agent.id)
            keys = await model_keys(tx, turn.agent, self.server_key)
        await load([model.provider for model in models])
        return Allowance(tuple(self._opened(model, keys.get(model.id, "")) for model in models))

    def _opened(self, model: AgentModel, key: str) -> Askable:
        opened = open_model(model.provider, model.url, model.name, key, self.http_client)
        return Askable(opened, f"{model.provider} {model.url} {model.name}", model, model.id)

    async def count(self, turn: TurnInput, asked: Askable, usage: Usage, ended: Ended) -> None:
        """Into the ledger, whatever becomes of the turn: the provider counts it too. A model that fails is noted, until it answers."""
        used = Used(
            agent_id=turn.agent.id,
            day=self.clock().date(),
            model=asked.model.name,
            calls=1 if usage.tokens else 0,
            failures=int(isinstance(ended, ModelFailed)),
            input_tokens=usage.input_tokens,
            output_tokens=usage.output_tokens,
            cost_micros=budget.cost_micros(asked.settings, usage.input_tokens, usage.output_tokens),
        )
        async with self.database.transaction(turn.workspace_id) as tx:
            await count_usage(tx, used)
            if isinstance(ended, ModelFailed):
                await note_failure(tx, asked.model_id, ended, at=self.clock())
            elif ended == "answered":
                await note_answer(tx, asked.model_id)


@dataclass(frozen=True)
class ChosenAnswerer:
    """Verbatim or generative, as the agent is set."""

    verbatim: Answerer
    generative: Answerer

    async def compose(
        self, question: str, turn: TurnInput, passages: Sequence[Found], show: Show, trace: Trace
    ) -> Composed:
        """A draft from the passages, or None when they do not answer."""
        chosen = self.generative if turn.agent.answerer == "generative" else self.verbatim
        return await chosen.compose(question, turn, passages, show, trace)
