"""Writing agents."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from uuid import UUID

from deskbell.agents import queries
from deskbell.agents.access import bound_to, open_agent
from deskbell.agents.checks import check_models, checked
from deskbell.agents.defaults import MOST_AGENTS
from deskbell.agents.tables import Agent, AgentModel, AgentSettings, ModelPolicy, ModelSettings, Used
from deskbell.events.commands import record
from deskbell.events.types import AgentChanged, AgentCreated
from deskbell.kit.crypto import seal
from deskbell.kit.db import Transaction
from deskbell.kit.errors import LimitReached
from deskbell.kit.ids import new_id
from deskbell.llm.chat import ModelFailed


async def create_agent(
    tx: Transaction, settings: AgentSettings, *, models: Sequence[ModelSettings] = (), at: datetime
) -> Agent:
    """A new agent of the workspace. Its first rules follow as a reaction to `agent.created`."""
    if await queries.count_agents(tx) >= MOST_AGENTS:
        raise LimitReached("too_many_agents", f"A workspace has at most {MOST_AGENTS} agents.")
    agent_id = new_id()
    await tx.run(
        """
        INSERT INTO agents (workspace_id, id, name, instructions, tone, answer_length, greeting, suggested_questions,
                            answerer, quotes_when_down, tokens_a_day, tokens_a_month, micros_a_day, micros_a_month,
                            brand_color, allowed_sites, language, emergency_region, created_at)
        VALUES (%(workspace)s, %(id)s, %(name)s, %(instructions)s, %(tone)s, %(answer_length)s, %(greeting)s,
                %(suggested_questions)s, %(answerer)s, %(quotes_when_down)s, %(tokens_a_day)s, %(tokens_a_month)s,
                %(micros_a_day)s, %(micros_a_month)s, %(brand_color)s, %(allowed_sites)s, %(language)s,
                %(emergency_region)s, %(at)s)
        """,
        workspace=tx.workspace,
        id=agent_id,
        at=at,
        **_columns(checked(settings, models)),
    )
    record(tx, AgentCreated(at=at, agent_id=agent_id))
    return await open_agent(tx, agent_id)


async def change_agent(tx: Transaction, agent: Agent, settings: AgentSettings, *, at: datetime) -> Agent:
    """Replace the settings as a whole. They hold for the next message of every conversation."""
    models = await queries.models_of(tx, agent.id)
    await tx.run(
        """
        UPDATE agents SET name = %(name)s, instructions = %(instructions)s, tone = %(tone)s,
               answer_length = %(answer_length)s, greeting = %(greeting)s, suggested_questions = %(suggested_questions)s,
               answerer = %(answerer)s, quotes_when_down = %(quotes_when_down)s, tokens_a_day = %(tokens_a_day)s,
               tokens_a_month = %(tokens_a_month)s, micros_a_day = %(micros_a_day)s, micros_a_month = %(micros_a_month)s,
               brand_color = %(brand_color)s, allowed_sites = %(allowed_sites)s, language = %(language)s,
               emergency_region = %(emergency_region)s
        WHERE workspace_id = %(workspace)s AND id = %(id)s
        """,
        workspace=tx.workspace,
        id=agent.id,
        **_columns(checked(settings, models)),
    )
    record(tx, AgentChanged(at=at, agent_id=agent.id))
    return await open_agent(tx, agent.id)


@dataclass(frozen=True)
class Entered:
    """A model as somebody entered it. `id` names one that is there already; `key` None keeps its key, "" forgets it."""

    settings: ModelSettings
    id: UUID | None = None
    key: str | None = None


async def replace_models(
    tx: Transaction, agent: Agent, entered: Sequence[Entered], *, server_key: bytes
) -> list[AgentModel]:
    """The agent's models as a whole, in the order in which they are asked.

    A new address forgets the stored key: otherwise changing the address would reveal the key to its owner.
    """
    check_models([model.settings for model in entered])
    known = {model.id: model for model in await queries.models_of(tx, agent.id)}
    keys = await queries.sealed_model_keys(tx, agent.id)
    await tx.run(
        "DELETE FROM agent_models WHERE workspace_id = %(workspace)s AND agent_id = %(agent)s",
        workspace=tx.workspace,
        agent=agent.id,
    )
    for place, model in enumerate(entered, start=1):
        before = known.pop(model.id, None) if model.id else None
        sealed = _sealed(model, before, keys, agent, server_key)
        await _insert_model(tx, agent, before.id if before else new_id(), place, model.settings, sealed)
    return await queries.models_of(tx, agent.id)


def _sealed(
    model: Entered, before: AgentModel | None, keys: Mapping[UUID, bytes], agent: Agent, server_key: bytes
) -> bytes | None:
    if model.key:
        return seal(server_key, model.key, bound_to=bound_to(agent))
    stays = model.key is None and before is not None and same_server(before, model.settings)
    return keys.get(before.id) if before is not None and stays else None


def same_server(one: ModelSettings, other: ModelSettings) -> bool:
    """Whether a key that was given for one may be sent to the other."""
    return (one.provider, one.url) == (other.provider, other.url)


async def _insert_model(
    tx: Transaction, agent: Agent, model_id: UUID, place: int, settings: ModelSettings, sealed: bytes | None
) -> None:
    await tx.run(
        """
        INSERT INTO agent_models (workspace_id, id, agent_id, place, provider, url, name, sealed_key,
                                  input_price_micros, output_price_micros)
        VALUES (%(workspace)s, %(id)s, %(agent)s, %(place)s, %(provider)s, %(url)s, %(name)s, %(sealed)s,
                %(input_price_micros)s, %(output_price_micros)s)
        """,
        workspace=tx.workspace,
        id=model_id,
        agent=agent.id,
        place=place,
        sealed=sealed,
        **asdict(settings),
    )


async def set_model_policy(tx: Transaction, policy: ModelPolicy, *, at: datetime) -> None:
    """What models may do in this workspace, from the next message on. Whether text stays here concerns every agent: how it
    answers, and where its vectors are made.
    """
    if (await queries.model_policy(tx)).text_stays_here != policy.text_stays_here:
        for agent in await queries.list_agents(tx):
            record(tx, AgentChanged(at=at, agent_id=agent.id))
    await tx.run(
        """
        INSERT INTO model_policies (workspace_id, text_stays_here, tokens_a_day, tokens_a_month, micros_a_day,
                                    micros_a_month)
        VALUES (%(workspace)s, %(text_stays_here)s, %(tokens_a_day)s, %(tokens_a_month)s, %(micros_a_day)s,
                %(micros_a_month)s)
        ON CONFLICT (workspace_id) DO UPDATE SET text_stays_here = excluded.text_stays_here,
          tokens_a_day = excluded.tokens_a_day, tokens_a_month = excluded.tokens_a_month,
          micros_a_day = excluded.micros_a_day, micros_a_month = excluded.micros_a_month
        """,
        workspace=tx.workspace,
        **asdict(policy),
    )


async def note_failure(tx: Transaction, model_id: UUID, failed: ModelFailed, *, at: datetime) -> None:
    """The model has given no whole answer, once more. Nothing when it was removed meanwhile."""
    await tx.run(
        """
        INSERT INTO model_troubles AS t (workspace_id, model_id, kind, status, failures, since, last_at)
        SELECT %(workspace)s, id, %(kind)s, %(status)s, 1, %(at)s, %(at)s FROM agent_models
        WHERE workspace_id = %(workspace)s AND id = %(model)s
        ON CONFLICT (workspace_id, model_id) DO UPDATE SET
          kind = excluded.kind, status = excluded.status, failures = t.failures + 1, last_at = excluded.last_at
        """,
        workspace=tx.workspace,
        model=model_id,
        kind=failed.kind.value,
        status=failed.status,
        at=at,
    )


async def note_answer(tx: Transaction, model_id: UUID) -> None:
    """The model has answered: whatever troubled it is over."""
    await tx.run(
        "DELETE FROM model_troubles WHERE workspace_id = %(workspace)s AND model_id = %(model)s",
        workspace=tx.workspace,
        model=model_id,
    )


async def count_usage(tx: Transaction, used: Used) -> None:
    """Add to the ledger of a day. Rows are written in one order by every turn, so they cannot wait for each other."""
    await tx.run(
        """
        INSERT INTO model_usage AS u (workspace_id, agent_id, day, model, calls, failures, input_tokens,
                                      output_tokens, cost_micros)
        VALUES (%(workspace)s, %(agent_id)s, %(day)s, %(model)s, %(calls)s, %(failures)s, %(input_tokens)s,
                %(output_tokens)s, %(cost_micros)s)
        ON CONFLICT (workspace_id, day, agent_id, model) DO UPDATE SET
          calls = u.calls + excluded.calls, failures = u.failures + excluded.failures,
          input_tokens = u.input_tokens + excluded.input_tokens,
          output_tokens = u.output_tokens + excluded.output_tokens,
          cost_micros = u.cost_micros + excluded.cost_micros
        """,
        workspace=tx.workspace,
        **asdict(used),
    )


def _columns(settings: AgentSettings) -> dict[str, object]:
    values: dict[str, object] = {field.name: getattr(settings, field.name) for field in fields(AgentSettings)}
    return values | {
        "suggested_questions": list(settings.suggested_questions),
        "allowed_sites": list(settings.allowed_sites),
    }
