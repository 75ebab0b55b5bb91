"""Rules for the pure tests: `rules(when, when, …)` numbers them 1, 2, 3 …"""

from dataclasses import replace
from uuid import UUID

from deskbell.events.wire import Priority
from deskbell.handoff.rules import Rule
from deskbell.handoff.when import When

AGENT = UUID(int=1)
CONTACT = UUID(int=500)
BILLING = UUID(int=501)


def rule(position: int, when: When, **different) -> Rule:
    plain = Rule(
        id=UUID(int=100 + position),
        agent_id=AGENT,
        position=position,
        enabled=True,
        when=when,
        collect_first=(),
        label=f"Rule {position}",
        priority=Priority.NORMAL,
        version=1,
    )
    return replace(plain, **different)


def rules(*whens: When) -> list[Rule]:
    return [rule(position, when) for position, when in enumerate(whens, 1)]
