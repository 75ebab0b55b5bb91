"""Models, prices and budgets on the wire. People read and write dollars; the ledger counts millionths of them."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from deskbell.agents.budget import Over, Period, Spending, Spent, Whose
from deskbell.agents.commands import Entered
from deskbell.agents.tables import AgentModel, Budget, ModelPolicy, ModelSettings, Used
from deskbell.agents.troubles import Meanwhile, OutOfOrder
from deskbell.llm.chat import Provider

MICROS = 1_000_000

Dollars = Annotated[float, Field(ge=0, le=1_000_000)]
Tokens = Annotated[int, Field(ge=0, le=10**15)]
Url = Annotated[str, StringConstraints(strip_whitespace=True, max_length=500)]
ModelName = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]


class BudgetShape(BaseModel):
    """What models may use, in UTC days and months; null is no limit."""

    model_config = ConfigDict(extra="forbid")

    tokens_a_day: Tokens | None = None
    tokens_a_month: Tokens | None = None
    dollars_a_day: Dollars | None = None
    dollars_a_month: Dollars | None = None

    @classmethod
    def of(cls, budget: Budget) -> "BudgetShape":
        return cls(
            tokens_a_day=budget.tokens_a_day,
            tokens_a_month=budget.tokens_a_month,
            dollars_a_day=_dollars(budget.micros_a_day),
            dollars_a_month=_dollars(budget.micros_a_month),
        )

    def columns(self) -> dict[str, int | None]:
        return {
            "tokens_a_day": self.tokens_a_day,
            "tokens_a_month": self.tokens_a_month,
            "micros_a_day": _micros(self.dollars_a_day),
            "micros_a_month": _micros(self.dollars_a_month),
        }


class ModelOut(BaseModel):
    """A language model of an agent. `has_key` is all that is said about the key. Prices: dollars a million tokens."""

    id: UUID
    provider: Provider
    url: str
    name: str
    has_key: bool
    input_price: float
    output_price: float

    @classmethod
    def of(cls, model: AgentModel) -> "ModelOut":
        prices = {
            "input_price": model.input_price_micros / MICROS,
            "output_price": model.output_price_micros / MICROS,
        }
        return cls.model_validate(asdict(model) | prices)


class ModelIn(BaseModel):
    """`id` names a model that is there already; without a `key` it keeps its own, unless it moves to another address."""

    model_config = ConfigDict(extra="forbid")

    id: UUID | None = None
    provider: Provider = "openai"
    url: Url
    name: ModelName
    key: Annotated[str, Field(max_length=500)] | None = None
    input_price: Dollars = 0.0
    output_price: Dollars = 0.0

    def entered(self) -> Entered:
        return Entered(self.settings(), self.id, self.key)

    def settings(self) -> ModelSettings:
        return ModelSettings(
            provider=self.provider,
            url=self.url.rstrip("/"),
            name=self.name,
            input_price_micros=round(self.input_price * MICROS),
            output_price_micros=round(self.output_price * MICROS),
        )


class PolicyShape(BaseModel):
    """What language models may do in this workspace. `text_stays_here`: no text of a visitor leaves this server."""

    model_config = ConfigDict(extra="forbid")

    text_stays_here: bool
    budget: BudgetShape

    @classmethod
    def of(cls, policy: ModelPolicy) -> "PolicyShape":
        return cls(text_stays_here=policy.text_stays_here, budget=BudgetShape.of(policy))

    def policy(self) -> ModelPolicy:
        return ModelPolicy(text_stays_here=self.text_stays_here, **self.budget.columns())


class SpentOut(BaseModel):
    """Sums of a period."""

    tokens: int
    dollars: float

    @classmethod
    def of(cls, spent: Spent) -> "SpentOut":
        return cls(tokens=spent.tokens, dollars=spent.cost_micros / MICROS)


class SpendingOut(BaseModel):
    """Of this UTC day and month."""

    today: SpentOut
    month: SpentOut

    @classmethod
    def of(cls, spending: Spending) -> "SpendingOut":
        return cls(today=SpentOut.of(spending.today), month=SpentOut.of(spending.month))


class ModelUsed(BaseModel):
    """One model over the month."""

    model: str
    calls: int
    failures: int
    input_tokens: int
    output_tokens: int
    dollars: float


class UsageOut(BaseModel):
    """What an agent's models have used. `over` names the limit that keeps it from asking them now."""

    day: date
    agent: SpendingOut
    workspace: SpendingOut
    models: list[ModelUsed]
    over_whose: Whose | None
    over_period: Period | None


class BudgetReached(BaseModel):
    """An agent that may not ask its models until the period ends."""

    agent_id: UUID
    agent_name: str
    whose: Whose
    period: Period
    quotes: bool

    @classmethod
    def of(cls, agent_id: UUID, name: str, over: Over, *, quotes: bool) -> "BudgetReached":
        return cls(agent_id=agent_id, agent_name=name, whose=over.whose, period=over.period, quotes=quotes)


class ModelOutOfOrder(BaseModel):
    """A model that has not answered lately. `problem` says why and what to do; `meanwhile` what visitors get."""

    agent_id: UUID
    agent_name: str
    model_id: UUID
    model_name: str
    since: datetime
    last_at: datetime
    problem: str
    meanwhile: Meanwhile

    @classmethod
    def of(cls, broken: OutOfOrder, problem: str) -> "ModelOutOfOrder":
        return cls(
            agent_id=broken.agent.id,
            agent_name=broken.agent.name,
            model_id=broken.model.id,
            model_name=broken.model.name,
            since=broken.trouble.since,
            last_at=broken.trouble.last_at,
            problem=problem,
            meanwhile=broken.meanwhile,
        )


class WorkspaceUsageOut(BaseModel):
    """What the models of all agents have used. `over_period` names the limit of the workspace that is used up."""

    day: date
    spending: SpendingOut
    over_period: Period | None


class TestOut(BaseModel):
    """How a model answered a test: `problem` says in words what went wrong, empty when it worked."""

    worked: bool
    problem: str
    milliseconds: int
    input_tokens: int
    output_tokens: int
    dollars: float
    said: str


def models_used(used: Iterable[Used]) -> list[ModelUsed]:
    """By model, the one that cost most first."""
    rows: dict[str, ModelUsed] = {}
    for row in used:
        sums = rows.setdefault(
            row.model,
            ModelUsed(model=row.model, calls=0, failures=0, input_tokens=0, output_tokens=0, dollars=0.0),
        )
        sums.calls += row.calls
        sums.failures += row.failures
        sums.input_tokens += row.input_tokens
        sums.output_tokens += row.output_tokens
        sums.dollars += row.cost_micros / MICROS
    return sorted(rows.values(), key=lambda sums: (-sums.dollars, -sums.input_tokens, sums.model))


def _dollars(micros: int | None) -> float | None:
    return None if micros is None else micros / MICROS


def _micros(dollars: float | None) -> int | None:
    return None if dollars is None else round(dollars * MICROS)
