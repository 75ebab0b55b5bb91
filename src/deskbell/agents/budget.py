"""Is there budget left? Sums of the ledger against the limits of the agent and of its workspace. Days are UTC."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias
from uuid import UUID

from deskbell.agents.tables import Budget, ModelSettings, Used

Period: TypeAlias = Literal["day", "month"]
Whose: TypeAlias = Literal["agent", "workspace"]
MILLION = 1_000_000
_PERIODS: tuple[Period, ...] = ("month", "day")


@dataclass(frozen=True)
class Spent:
    """Sums over a period."""

    tokens: int = 0
    cost_micros: int = 0


@dataclass(frozen=True)
class Over:
    """Whose limit has been reached, and for how long it holds."""

    whose: Whose
    period: Period


@dataclass(frozen=True)
class Spending:
    """Of this day and this month, by one agent or by all of a workspace."""

    today: Spent
    month: Spent


def cost_micros(model: ModelSettings, input_tokens: int, output_tokens: int) -> int:
    """What a call cost, in millionths of a dollar, rounded up."""
    total = input_tokens * model.input_price_micros + output_tokens * model.output_price_micros
    return -(-total // MILLION)


def spending(used: Iterable[Used], today: date, agent_id: UUID | None = None) -> Spending:
    """Sums of `used`, which is of this month; only of one agent when it is named."""
    mine = [row for row in used if agent_id is None or row.agent_id == agent_id]
    return Spending(_sum(row for row in mine if row.day == today), _sum(mine))


def over(agent: Budget, by_agent: Spending, workspace: Budget, by_workspace: Spending) -> Over | None:
    """The limit that has been reached, the longest-lasting first; None while models may be asked."""
    for period in _PERIODS:
        if _reached(workspace, by_workspace, period):
            return Over("workspace", period)
        if _reached(agent, by_agent, period):
            return Over("agent", period)
    return None


def reached(budget: Budget, spent: Spending) -> Period | None:
    """The limit of one budget that is used up, the longest-lasting first."""
    return next((period for period in _PERIODS if _reached(budget, spent, period)), None)


def _reached(budget: Budget, spent: Spending, period: Period) -> bool:
    match period:
        case "day":
            return _beyond(spent.today, budget.tokens_a_day, budget.micros_a_day)
        case "month":
            return _beyond(spent.month, budget.tokens_a_month, budget.micros_a_month)


def _beyond(spent: Spent, tokens: int | None, micros: int | None) -> bool:
    return (tokens is not None and spent.tokens >= tokens) or (
        micros is not None and spent.cost_micros >= micros
    )


def _sum(rows: Iterable[Used]) -> Spent:
    kept = list(rows)
    return Spent(sum(row.tokens for row in kept), sum(row.cost_micros for row in kept))
