"""A morning at the clinic, over HTTP, with everything that can happen to a conversation; recorded as one member sees it."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from deskbell.answering.outcomes import Draft, TurnInput
from deskbell.answering.tracing.trace import Trace
from deskbell.answering.turn import Show
from deskbell.events.wire import Citation
from deskbell.knowledge.finding.ranking import Found
from tests.cast import Desk, Person, joined
from tests.visitor import Visitor

VIEWS = ("needs_person", "mine", "agent", "open", "closed")
HOURS = "We are open Monday to Friday, 8:00 to 18:00."
ACTION = {
    "name": "Contact details",
    "intro": "I will pass you to a person.",
    "fields": [
        {"key": "patient_name", "label": "Patient name", "type": "text", "required": True},
        {
            "key": "reference",
            "label": "Reference",
            "type": "reference",
            "required": False,
            "pattern": "\\d{4,}",
        },
    ],
}


class KnowsTheHours:
    """The answerer of the morning: it knows when the clinic is open, and nothing else."""

    async def compose(
        self, question: str, turn: TurnInput, passages: Sequence[Found], show: Show, trace: Trace
    ) -> Draft | None:
        if "hours" not in question.lower():
            return None
        source = Citation(
            number=1,
            passage_id=UUID(int=7),
            source_id=UUID(int=8),
            title="Opening hours",
            path="Opening hours",
            quote=HOURS,
            passage=HOURS,
            read_at=datetime(2026, 3, 1, 9, 0, tzinfo=UTC),
        )
        return Draft(HOURS, (source,), 0.93)


@dataclass
class Morning:
    """The clinic with its people, and the conversations of the morning by a name of ours."""

    desk: Desk
    ada: Person
    ben: Person
    mia: Person
    visitors: dict[str, Visitor] = field(default_factory=dict[str, Visitor])
    threads: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])

    async def writes(self, name: str, *texts: str) -> None:
        """A visitor writes, and the agent does what it does."""
        for text in texts:
            self.desk.clock.moves_on(minutes=1)
            self.threads[name] = await self.visitors[name].says(text)
            await self.desk.runs_jobs()

    async def then(self, act: Any) -> Any:
        """Somebody acts a minute later, and what follows from it happens."""
        self.desk.clock.moves_on(minutes=1)
        result = await act()
        await self.desk.runs_jobs()
        return result

    async def seen_by_ben(self, *names: str) -> dict[str, Any]:
        """Every view, and the threads named, as the server tells them now."""
        return {
            "inbox": {view: await self.ben.inbox(view, limit=100) for view in VIEWS},
            "threads": [await self.ben.reads(self.threads[name]) for name in names],
        }


async def a_clinic(desk: Desk, ada: Person, ben: Person) -> Morning:
    """Before the morning: an agent that collects a name first, a third member, and seven visitors on the website."""
    mia = await joined(ada, Person(desk, "Mia Novak", "mia@cedarrow.example"))
    agent = await ada.creates_agent("Lumi")
    await desk.runs_jobs()
    action = await ada.sends("POST", f"/api/agents/{agent['id']}/actions", ACTION)
    rules = (await ada.get(f"/api/agents/{agent['id']}/rules"))["rules"]
    asks = next(rule for rule in rules if rule["when"]["kind"] == "asks_for_person")
    await ada.sends("PATCH", f"/api/rules/{asks['id']}", {"collect_first": action["id"]})
    morning = Morning(desk, ada, ben, mia)
    for name in ("vera", "walt", "omar", "rosa", "nils", "late", "inge"):
        morning.visitors[name] = Visitor(desk, agent["widget_key"])
    return morning


async def early(morning: Morning) -> None:
    """What has happened when Ben opens the inbox: one thread in each state."""
    ben, mia, threads = morning.ben, morning.mia, morning.threads
    await morning.writes("vera", "What are your clinic hours?")
    await morning.writes("walt", "Can I talk to a person?")
    await morning.writes("omar", "My invoice is wrong.", "I need a person", "just get me a human")
    await morning.writes("rosa", "Is Dr. Chen in on Friday?")
    await morning.then(lambda: mia.takes_over(threads["rosa"]))
    await morning.writes("nils", "Hello")
    await morning.then(lambda: ben.replies(threads["nils"], "Good morning, Nils."))
    await morning.then(lambda: ben.closes(threads["nils"]))
    await morning.writes("inge", "What are your clinic hours?")


async def eventful(morning: Morning) -> None:
    """What Ben's page hears live: every kind of event of a conversation, each at least once."""
    ada, ben, mia, threads, visitors = (
        morning.ada,
        morning.ben,
        morning.mia,
        morning.threads,
        morning.visitors,
    )
    ben_id, mia_id = await ben.member_id(), await mia.member_id()
    await morning.writes("late", "What are your clinic hours?")
    answer = (await visitors["vera"].thread())["messages"][-1]
    await morning.then(lambda: visitors["vera"].rates(answer, "up"))
    await morning.writes("walt", "Walt Berg, ref 88231")
    await morning.then(lambda: ben.takes_over(threads["walt"]))
    await morning.then(lambda: ben.replies(threads["walt"], "Hello Walt, one moment."))
    await morning.then(lambda: ben.notes(threads["walt"], "Has called before."))
    await morning.then(lambda: ben.corrects(threads["walt"], "patient_name", "Walter Berg"))
    await morning.writes("walt", "Thank you for looking.")
    await morning.then(lambda: ben.has_read(threads["walt"], 99))
    await morning.then(lambda: ada.takes_over(threads["omar"]))
    await morning.then(lambda: ada.hands_back(threads["omar"]))
    await morning.writes("omar", "Do you ship to the moon?")
    await morning.writes("vera", "I have chest pain and cannot breathe")
    await morning.then(lambda: ben.takes_over(threads["vera"]))
    await morning.then(lambda: ben.acknowledges(threads["vera"]))
    await morning.then(lambda: ada.takes_over(threads["vera"], from_=ben_id))
    await morning.then(lambda: ada.closes(threads["vera"], as_="reached"))
    await morning.then(lambda: visitors["omar"].leaves_address("omar@home.example"))
    await morning.writes("omar", "I cannot breathe")
    await morning.writes("nils", "I think I am having a stroke")
    await morning.then(lambda: ben.takes_over(threads["nils"]))
    await morning.then(lambda: ben.acknowledges(threads["nils"]))
    await morning.then(lambda: ben.closes(threads["nils"], as_="false_alarm"))
    await morning.then(lambda: ada.reopens(threads["vera"]))  # the emergency goes on
    await morning.then(lambda: ada.closes(threads["vera"], as_="directed"))
    await morning.then(visitors["vera"].starts_anew)
    await morning.then(visitors["inge"].talks_to_a_person)
    await morning.then(visitors["inge"].just_wants_a_person)
    await morning.then(lambda: visitors["vera"].rates(answer, None))
    await morning.then(lambda: ada.removes(mia_id))
    await morning.writes("nils", "One more question about my invoice?")  # an old emergency, and a new wait


_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_NUMBERED = re.compile(r"Visitor \d+")


@dataclass
class Placeholders:
    """Stable names for what is different at each run: ids and the numbers of visitors, in the order they come up."""

    names: dict[str, str] = field(default_factory=dict[str, str])

    def over(self, value: Any) -> Any:
        """The value, deeply, with every id replaced."""
        if isinstance(value, dict):
            return {self.over(key): self.over(value[key]) for key in _in_order(value)}
        if isinstance(value, list):
            return [self.over(each) for each in value]
        if isinstance(value, str):
            return _NUMBERED.sub(self._visitor, _ID.sub(self._id, value))
        return value

    def _id(self, found: re.Match[str]) -> str:
        return self.names.setdefault(found[0], f"00000000-0000-7000-8000-{len(self.names) + 1:012x}")

    def _visitor(self, found: re.Match[str]) -> str:
        return self.names.setdefault(found[0], f"Visitor {1000 + len(self.names)}")


def _in_order(value: Mapping[str, Any]) -> list[str]:
    """Keys that are ids come last and are known by then; the others are sorted."""
    return sorted(value, key=lambda key: (bool(_ID.fullmatch(key)), "" if _ID.fullmatch(key) else key))


def as_text(recording: Mapping[str, Any]) -> str:
    """The file of a recording: the same bytes at every run."""
    stable = Placeholders().over(dict(recording))
    return json.dumps(stable, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
