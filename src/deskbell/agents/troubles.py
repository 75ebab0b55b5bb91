"""When a model counts as out of order, and what its agent's visitors get meanwhile. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias
from uuid import UUID

from deskbell.agents.tables import Agent, AgentModel, ModelTrouble

Meanwhile: TypeAlias = Literal["next_model", "quotes", "person"]
# A wrong key or address does not mend itself; anything else may be bad luck once.
_AT_ONCE = frozenset({"refused", "unreachable"})
IN_A_ROW = 2


@dataclass(frozen=True)
class OutOfOrder:
    """A model that members should look at."""

    agent: Agent
    model: AgentModel
    trouble: ModelTrouble
    meanwhile: Meanwhile


def is_out_of_order(trouble: ModelTrouble) -> bool:
    """Whether it has failed often enough to tell anybody."""
    return trouble.kind in _AT_ONCE or trouble.failures >= IN_A_ROW


def out_of_order(
    agents: Iterable[Agent], models: Sequence[AgentModel], troubles: Iterable[ModelTrouble]
) -> list[OutOfOrder]:
    """Of the agents that write with a model; each agent's models in their order."""
    known = {trouble.model_id: trouble for trouble in troubles if is_out_of_order(trouble)}
    found: list[OutOfOrder] = []
    for agent in agents:
        mine = [model for model in models if model.agent_id == agent.id]
        meanwhile = _meanwhile(agent, mine, known.keys())
        if agent.answerer == "generative":
            found += [
                OutOfOrder(agent, model, known[model.id], meanwhile) for model in mine if model.id in known
            ]
    return found


def _meanwhile(agent: Agent, models: Sequence[AgentModel], broken: Iterable[UUID]) -> Meanwhile:
    if {model.id for model in models} - set(broken):
        return "next_model"
    return "quotes" if agent.quotes_when_down else "person"
