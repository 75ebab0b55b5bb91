"""From what the steps of a turn work with to what the trace keeps of it. Pure."""

from collections.abc import Sequence
from dataclasses import asdict, replace
from hashlib import md5, sha256

from deskbell.agents.access import Agent
from deskbell.answering.outcomes import Draft, HandOff, Outcome, Reply, Say, TurnInput
from deskbell.answering.tracing.trace import Came, Considered, Drafted, Trace, Versions
from deskbell.handoff.rules import in_order
from deskbell.knowledge.finding.ranking import Found

LONGEST_TEXT = 1200  # of a passage, as it is kept with each trace


def considered(found: Sequence[Found]) -> tuple[Considered, ...]:
    """The passages, best first."""
    return tuple(
        Considered(
            rank=rank,
            passage_id=passage.passage_id,
            source_id=passage.source_id,
            document_id=passage.document_id,
            title=passage.title,
            path=passage.path,
            text=passage.text[:LONGEST_TEXT],
            digest=digest_of(passage.text),
            lexical=round(passage.lexical, 3),
            dense=round(passage.dense, 3),
            score=round(passage.score, 3),
            url=passage.url,
            read_at=passage.read_at,
        )
        for rank, passage in enumerate(found, start=1)
    )


def digest_of(text: str) -> str:
    """As PostgreSQL's md5() gives it: to see whether a text is still the same, and for nothing else."""
    return md5(text.encode(), usedforsecurity=False).hexdigest()


def keep_draft(trace: Trace, draft: Draft | None) -> None:
    """What would be said, and which passages it used."""
    if draft is None:
        return
    trace.drafted = Drafted(draft.text, round(draft.confidence, 3))
    quotes = {source.passage_id: source.quote for source in draft.sources}
    trace.passages = tuple(
        replace(passage, used=True, quote=quotes[passage.passage_id])
        if passage.passage_id in quotes
        else passage
        for passage in trace.passages
    )


def came(outcome: Outcome, failure: str | None = None) -> Came:
    """The outcome, as far as a trace keeps it."""
    match outcome:
        case Reply(draft):
            return Came("reply", draft.text, round(draft.confidence, 3))
        case Say(text):
            return Came("say", text)
        case HandOff(reason, label, match, say_first, score):
            return Came(
                "hand_off",
                say_first or "",
                None if score is None else round(score, 3),
                reason.value,
                label,
                match.rule_id if match else None,
                failure,
            )


def versions(turn: TurnInput, product: str) -> Versions:
    """What this turn runs on."""
    return Versions(
        product=product,
        settings=settings_hash(turn.agent),
        rules=tuple(f"{rule.id}:{rule.version}" for rule in in_order(turn.rules)),
        answerer=turn.agent.answerer,
    )


def settings_hash(agent: Agent) -> str:
    """Eight letters that change when a setting changes. The model's key is no part of an agent."""
    return sha256(repr(sorted(asdict(agent).items())).encode()).hexdigest()[:8]
