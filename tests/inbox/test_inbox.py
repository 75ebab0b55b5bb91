"""The inbox over HTTP: what each view holds, in which order, page by page while it changes, and what a member has read."""

import asyncio
import base64
from typing import Any

import pytest

from tests.cast import Desk, Person, joined
from tests.visitor import Visitor


@pytest.fixture
async def mia(desk: Desk, ada: Person) -> Person:
    return await joined(ada, Person(desk, "Mia Novak", "mia@cedarrow.example"))


class Crowd:
    """Visitors who each open a thread, a minute apart."""

    def __init__(self, desk: Desk, widget_key: str) -> None:
        self.desk = desk
        self.key = widget_key
        self.threads: dict[str, dict[str, Any]] = {}
        self.visitors: dict[str, Visitor] = {}

    async def writes(self, name: str, text: str = "Hello, a question") -> dict[str, Any]:
        self.desk.clock.moves_on(minutes=1)
        visitor = self.visitors.setdefault(name, Visitor(self.desk, self.key))
        self.threads[name] = await visitor.says(text)
        return self.threads[name]

    async def asks_for_a_person(self, name: str) -> dict[str, Any]:
        await self.writes(name)
        self.threads[name] = await self.visitors[name].talks_to_a_person()
        return self.threads[name]

    def names(self, page: dict[str, Any]) -> list[str]:
        """The page, by who wrote."""
        by_id = {thread["id"]: name for name, thread in self.threads.items()}
        return [by_id[row["id"]] for row in page["conversations"]]


@pytest.fixture
def crowd(desk: Desk, lumi: dict[str, Any]) -> Crowd:
    return Crowd(desk, lumi["widget_key"])


async def views(person: Person, crowd: Crowd) -> dict[str, list[str]]:
    names = ("needs_person", "mine", "agent", "open", "closed")
    return {view: crowd.names(await person.inbox(view)) for view in names}


async def test_every_view_holds_what_it_says_in_its_order(ben: Person, mia: Person, crowd: Crowd) -> None:
    for name in ("ana", "bo"):
        await crowd.writes(name)
    for name in ("cy", "di", "eve"):
        await crowd.asks_for_a_person(name)
    await ben.takes_over(crowd.threads["eve"])
    await mia.takes_over(await crowd.writes("fay"))
    await mia.takes_over(await crowd.writes("gus"))
    await mia.closes(crowd.threads["gus"])
    assert await views(ben, crowd) == {
        "needs_person": ["cy", "di"],  # whoever waits longest
        "mine": ["eve"],
        "agent": ["bo", "ana"],  # the newest activity
        "open": ["fay", "eve", "di", "cy", "bo", "ana"],
        "closed": ["gus"],
    }
    assert (await views(mia, crowd))["mine"] == ["fay"]
    counts = (await ben.inbox())["counts"]
    assert counts == {"needs_person": 2, "mine": 1, "agent": 2, "open": 6, "closed": 1}


async def test_an_emergency_is_on_top_until_it_is_closed_whoever_holds_it(ben: Person, crowd: Crowd) -> None:
    await crowd.asks_for_a_person("ana")
    await crowd.writes("bo", "I have chest pain and cannot breathe")
    assert crowd.names(await ben.inbox()) == ["bo", "ana"]
    await ben.takes_over(crowd.threads["bo"])
    assert crowd.names(await ben.inbox()) == ["bo", "ana"]
    await ben.closes(crowd.threads["bo"])
    assert ben.refused == (409, "emergency_open")
    await ben.acknowledges(crowd.threads["bo"])
    assert crowd.names(await ben.inbox()) == ["bo", "ana"]
    await ben.closes(crowd.threads["bo"], as_="reached")
    page = await ben.inbox()
    assert (crowd.names(page), page["counts"]["needs_person"]) == (["ana"], 1)


async def pages(person: Person, view: str, limit: int, between: Any = None) -> list[list[str]]:
    """All pages of a view, by ids; `between` happens after each."""
    cursor, found = "", list[list[str]]()
    while True:
        page = await person.inbox(view, limit=limit, **({"cursor": cursor} if cursor else {}))
        found.append([row["id"] for row in page["conversations"]])
        if page["next_cursor"] is None:
            return found
        cursor = page["next_cursor"]
        if between is not None:
            await between()


@pytest.mark.parametrize("view", ["open", "needs_person"])
async def test_pages_are_complete_and_without_duplicates(ben: Person, crowd: Crowd, view: str) -> None:
    for number in range(7):
        await crowd.asks_for_a_person(f"visitor {number}")
    await crowd.writes("visitor 5", "I have chest pain and cannot breathe")
    whole = [row["id"] for row in (await ben.inbox(view))["conversations"]]
    assert await pages(ben, view, 3) == [whole[:3], whole[3:6], whole[6:]]


async def test_pages_have_no_duplicates_and_lose_nothing_while_rows_change(ben: Person, crowd: Crowd) -> None:
    names = [f"visitor {number}" for number in range(9)]
    for name in names:
        await crowd.writes(name)
    there_before = {thread["id"] for thread in crowd.threads.values()}
    moving = iter(["visitor 0", "visitor 8", "somebody new", "visitor 4"])
    moved: list[str] = []

    async def something_moves() -> None:
        moved.append((await crowd.writes(next(moving)))["id"])

    listed = [row for page in await pages(ben, "open", 2, something_moves) for row in page]
    assert len(listed) == len(set(listed))
    assert there_before - set(moved) <= set(listed)  # what moved is at the top, and comes with its event
    assert len(moved) >= 3


async def test_pages_of_rows_with_the_same_instant_are_complete(
    ben: Person, desk: Desk, crowd: Crowd
) -> None:
    for number in range(5):
        await crowd.asks_for_a_person(f"visitor {number}")
        desk.clock.moves_on(minutes=-1)
    listed = [row for page in await pages(ben, "needs_person", 2) for row in page]
    assert sorted(listed) == sorted(thread["id"] for thread in crowd.threads.values())


@pytest.mark.parametrize(
    "made_up",
    ["nope", "{}", '[1, "yesterday", "x"]', '[1e999, "2026-03-02T15:00:00+00:00", "x"]', "[" * 40_000],
)
async def test_a_cursor_that_nobody_gave_is_refused(ben: Person, made_up: str) -> None:
    await ben.inbox("open", cursor=base64.urlsafe_b64encode(made_up.encode()).decode())
    assert ben.refused == (422, "cursor")


async def test_what_is_unread_is_each_members_own(ben: Person, mia: Person, crowd: Crowd) -> None:
    thread = await crowd.writes("ana")
    await ben.has_read(thread, 1)
    assert ((await ben.inbox("open"))["read"], (await mia.inbox("open"))["read"]) == ({thread["id"]: 1}, {})
    assert ((await ben.reads(thread))["read_seq"], (await mia.reads(thread))["read_seq"]) == (1, 0)
    await crowd.writes("ana", "One more thing")
    row = (await ben.inbox("open"))["conversations"][0]
    assert row["last_visitor_seq"] == 2  # more than Ben has read


async def test_reading_never_goes_back_nor_beyond_what_there_is(ben: Person, crowd: Crowd) -> None:
    thread = await crowd.writes("ana")
    await crowd.writes("ana", "More")
    position = (await ben.inbox())["position"]
    for seq in (99, 1, 2):
        await ben.has_read(thread, seq)
    events = (await ben.events_after(position))["events"]
    assert [heard["event"]["seq"] for heard in events] == [2]
    assert (await ben.reads(thread))["read_seq"] == 2
    await ben.has_read(thread, -1)
    assert ben.refused == (422, "invalid")


async def test_another_workspace_sees_and_counts_nothing_of_ours(
    ben: Person, cleo: Person, crowd: Crowd
) -> None:
    await crowd.asks_for_a_person("ana")
    assert (await ben.inbox())["counts"]["needs_person"] == 1
    theirs = await cleo.inbox()
    assert (theirs["conversations"], set(theirs["counts"].values())) == ([], {0})


async def test_the_panel_knows_the_visitors_earlier_threads(ben: Person, crowd: Crowd) -> None:
    first = await crowd.writes("ana", "My first question")
    await ben.takes_over(first)
    await ben.closes(first)
    await crowd.visitors["ana"].starts_anew()
    second = await crowd.writes("ana", "My second question")
    earlier = (await ben.reads(second))["visitor"]["earlier"]
    assert [(row["id"], row["state"], row["last_text"]) for row in earlier] == [
        (first["id"], "resolved", "My first question")
    ]


async def test_many_lists_at_once_agree_with_one(ben: Person, crowd: Crowd) -> None:
    for number in range(4):
        await crowd.asks_for_a_person(f"visitor {number}")
    one = await ben.inbox()
    assert await asyncio.gather(*[ben.inbox() for _ in range(6)]) == [one] * 6


async def test_a_row_shows_what_the_visitor_wants_and_not_the_goodbye_of_the_agent(
    ben: Person, vera: Visitor
) -> None:
    await vera.asks("Should I double my dose of metformin tonight?")
    [row] = (await ben.inbox("needs_person"))["conversations"]
    assert (row["reason"], row["last_message"]["author"], row["last_message"]["text"]) == (
        "clinical",
        "visitor",
        "Should I double my dose of metformin tonight?",
    )
