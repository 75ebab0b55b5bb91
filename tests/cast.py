"""The people of every test. Ada owns the clinic, Ben operates, Cleo belongs to another workspace.

They are thin HTTP clients with verbs of the product; what they read is JSON as the product gives it.
`refused` keeps the last refusal, so that a test can say `assert ben.refused == (403, "role_needed")`.
"""

from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import httpx
from fastapi import FastAPI

from deskbell.kit.db import Database
from deskbell.kit.jobs import Runner, Work
from deskbell.kit.mail import Letter, MailNotSentError
from deskbell.kit.passwords import hash_password
from deskbell.workspaces.commands.setup import NewPerson, add_person, ensure_setup_token

ADDRESS = "http://localhost:8400"
MONDAY_MORNING = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
PASSWORD = "correct horse battery"


@dataclass
class Clock:
    """The time of day of a test; it moves only when told."""

    instant: datetime = MONDAY_MORNING

    def __call__(self) -> datetime:
        return self.instant

    def moves_on(self, **duration: float) -> None:
        self.instant += timedelta(**duration)


@dataclass
class Letterbox:
    """A mail server that keeps what it is given; `refuses` makes it turn letters down."""

    letters: list[Letter] = field(default_factory=list)
    refuses: MailNotSentError | None = None

    async def send(self, letter: Letter) -> None:
        if self.refuses:
            raise self.refuses
        self.letters.append(letter)


@dataclass
class Desk:
    """One running Deskbell: the application, its clock and its work."""

    app: FastAPI
    database: Database
    clock: Clock
    works: Mapping[str, Work]

    async def runs_jobs(self) -> int:
        """Do all work that is due, including what it leads to."""
        return await Runner(self.database, self.works, clock=self.clock).run_pending()

    async def closes(self) -> None:
        """Nothing goes on behind a test's back."""
        await self.app.state.checking.close()

    async def prints_setup_token(self) -> str | None:
        return await ensure_setup_token(self.database)


class Person:
    """Somebody with a browser. Every verb returns the JSON of the answer; a refusal is kept and returned too."""

    def __init__(self, desk: Desk, name: str, email: str) -> None:
        self.desk = desk
        self.name = name
        self.email = email
        self.refused: tuple[int, str] | None = None
        self.browser = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=desk.app, raise_app_exceptions=True),
            base_url=ADDRESS,
            headers={"Origin": ADDRESS},
        )

    async def get(self, path: str, **params: str | int) -> Any:
        return self._read(await self.browser.get(path, params=params))

    async def sends(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        return self._read(await self.browser.request(method, path, json=body))

    async def sets_up(self, token: str | None, *, workspace: str = "Cedar Row Virtual Care") -> Any:
        me = {"name": self.name, "email": self.email, "password": PASSWORD}
        return await self.sends(
            "POST", "/api/setup", me | {"token": token or "", "workspace_name": workspace}
        )

    async def signs_in(self, *, email: str | None = None, password: str = PASSWORD) -> Any:
        return await self.sends("POST", "/api/session", {"email": email or self.email, "password": password})

    async def signs_out(self) -> Any:
        return await self.sends("DELETE", "/api/session")

    async def me(self) -> Any:
        return await self.get("/api/me")

    async def founds(self, workspace: str) -> Any:
        return await self.sends("POST", "/api/workspaces", {"name": workspace})

    async def enters(self, workspace_id: str) -> Any:
        return await self.sends("PUT", "/api/session/workspace", {"workspace_id": workspace_id})

    async def team(self) -> Any:
        return await self.get("/api/members")

    async def member_id(self) -> str:
        return str((await self.me())["workspace"]["member_id"])

    async def invites(self, *emails: str, role: str = "operator") -> Any:
        return await self.sends("POST", "/api/invitations", {"emails": list(emails), "role": role})

    async def sends_again(self, invitation: Mapping[str, Any]) -> Any:
        return await self.sends("POST", f"/api/invitations/{invitation['id']}/resend")

    async def removes_invitation(self, invitation: Mapping[str, Any]) -> Any:
        return await self.sends("DELETE", f"/api/invitations/{invitation['id']}")

    async def opens(self, link: str) -> Any:
        """What the page behind an invitation's link says."""
        return await self.sends("POST", "/api/invitations/preview", {"token": token_in(link)})

    async def accepts(self, link: str, *, creating_sign_in: bool = False) -> Any:
        new = {"name": self.name, "password": PASSWORD} if creating_sign_in else {}
        return await self.sends("POST", "/api/invitations/accept", {"token": token_in(link)} | new)

    async def asks_for_a_new_link(self, link: str) -> Any:
        return await self.sends("POST", "/api/invitations/renewal", {"token": token_in(link)})

    async def gives_role(self, member_id: str, role: str) -> Any:
        return await self.sends("PATCH", f"/api/members/{member_id}", {"role": role})

    async def removes(self, member_id: str) -> Any:
        return await self.sends("DELETE", f"/api/members/{member_id}")

    async def is_now(self, availability: str) -> Any:
        return await self.sends("PUT", "/api/me/availability", {"availability": availability})

    async def outbox(self) -> Any:
        return await self.get("/api/mails")

    async def creates_agent(self, name: str = "Lumi") -> Any:
        return await self.sends("POST", "/api/agents", {"name": name})

    async def inbox(self, view: str = "needs_person", **params: str | int) -> Any:
        return await self.get("/api/inbox", view=view, **params)

    async def reads(self, conversation: Mapping[str, Any]) -> Any:
        """The whole thread, as the dashboard loads it."""
        return await self.get(f"/api/conversations/{conversation['id']}")

    async def takes_over(self, conversation: Mapping[str, Any], *, from_: str | None = None) -> Any:
        return await self._on(conversation, "POST", "takeover", {"from_member_id": from_})

    async def replies(
        self, conversation: Mapping[str, Any], text: str, *, key: str | None = None, seen: int | None = None
    ) -> Any:
        body = {"key": key or str(uuid4()), "text": text, "seen_seq": seen}
        return await self._on(conversation, "POST", "messages", body)

    async def notes(self, conversation: Mapping[str, Any], text: str, *, key: str | None = None) -> Any:
        return await self._on(conversation, "POST", "notes", {"key": key or str(uuid4()), "text": text})

    async def hands_back(self, conversation: Mapping[str, Any]) -> Any:
        return await self._on(conversation, "DELETE", "takeover")

    async def closes(
        self, conversation: Mapping[str, Any], *, seen: int | None = None, as_: str | None = None
    ) -> Any:
        """`as_`: what came of the emergency, if it is one."""
        return await self._on(conversation, "POST", "resolution", {"seen_seq": seen, "disposition": as_})

    async def reopens(self, conversation: Mapping[str, Any]) -> Any:
        return await self._on(conversation, "DELETE", "resolution")

    async def acknowledges(self, conversation: Mapping[str, Any]) -> Any:
        return await self._on(conversation, "POST", "acknowledgement")

    async def has_read(self, conversation: Mapping[str, Any], seq: int) -> Any:
        return await self._on(conversation, "PUT", "read", {"seq": seq})

    async def corrects(self, conversation: Mapping[str, Any], key: str, value: str) -> Any:
        return await self._on(conversation, "PATCH", f"fields/{key}", {"value": value})

    async def events_after(self, position: int) -> Any:
        return await self.get("/api/events", after=position)

    async def _on(
        self, conversation: Mapping[str, Any], method: str, what: str, body: Mapping[str, Any] | None = None
    ) -> Any:
        return await self.sends(method, f"/api/conversations/{conversation['id']}/{what}", body)

    def _read(self, answer: httpx.Response) -> Any:
        content = answer.json() if answer.content else None
        self.refused = (answer.status_code, content["code"]) if answer.status_code >= 400 else None
        return content


def token_in(link: str) -> str:
    return link.partition("#")[2]


async def joined(owner: Person, newcomer: Person, *, role: str = "operator") -> Person:
    """Invite somebody who has no sign-in yet, and let them accept."""
    invited = await owner.invites(newcomer.email, role=role)
    await newcomer.accepts(invited["invited"][0]["link"], creating_sign_in=True)
    assert newcomer.refused is None, newcomer.refused
    return newcomer


async def a_stranger(desk: Desk, name: str, email: str) -> Person:
    """Somebody with a workspace of their own and no part in any other."""
    person = Person(desk, name, email)
    async with desk.database.transaction() as tx:
        hashed = await hash_password(PASSWORD)
        await add_person(tx, NewPerson(name, email, PASSWORD), hashed, desk.clock())
    await person.signs_in()
    await person.founds("Other Desk")
    assert person.refused is None, person.refused
    return person


async def closing(person: Person) -> AsyncIterator[Person]:
    """For fixtures: the person, and their browser closed at the end."""
    yield person
    await person.browser.aclose()
