"""Vera and everybody else on the other side: a thin client of the widget's routes, with verbs of the product."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import httpx

from tests.cast import ADDRESS, Desk


class Visitor:
    """Somebody on the clinic's website. `refused` keeps the last refusal, as a member's does."""

    def __init__(self, desk: Desk, widget_key: str) -> None:
        self.desk = desk
        self.base = f"/api/widget/{widget_key}"
        self.token = ""
        self.id = ""
        self.refused: tuple[int, str] | None = None
        self.browser = httpx.AsyncClient(
            transport=httpx.ASGITransport(app=desk.app, raise_app_exceptions=True), base_url=ADDRESS
        )

    async def arrives(self, *, preview: bool = False) -> "Visitor":
        """Open the widget for the first time."""
        welcomed = await self.sends("POST", "visitors", {"preview": preview})
        self.token, self.id = welcomed["token"], welcomed["visitor_id"]
        return self

    async def says(self, text: str, *, key: str | None = None) -> Any:
        """Write; returns the conversation as the visitor sees it."""
        if not self.token:
            await self.arrives()
        posted = await self.sends("POST", "messages", {"key": key or str(uuid4()), "text": text})
        return posted if self.refused else posted["conversation"]

    async def asks(self, text: str) -> Any:
        """Write, and wait for what comes of it."""
        await self.says(text)
        await self.desk.runs_jobs()
        return await self.thread()

    async def talks_to_a_person(self, *, key: str | None = None) -> Any:
        if not self.token:
            await self.arrives()
        return (await self.sends("POST", "handoff", {"key": key or str(uuid4())}))["conversation"]

    async def fills(self, *, key: str | None = None, **values: str) -> Any:
        body = {"key": key or str(uuid4()), "values": values}
        return (await self.sends("POST", "form", body))["conversation"]

    async def just_wants_a_person(self) -> Any:
        body = {"key": str(uuid4()), "just_connect_me": True}
        return (await self.sends("POST", "form", body))["conversation"]

    async def leaves_address(self, email: str) -> Any:
        return await self.sends("POST", "contact", {"email": email})

    async def rates(self, message: Mapping[str, Any], rating: str | None) -> Any:
        return await self.sends("PUT", f"messages/{message['id']}/rating", {"rating": rating})

    async def starts_anew(self) -> Any:
        return await self.sends("POST", "conversations")

    async def thread(self) -> Any:
        """What is on the visitor's screen."""
        return await self.get("conversation")

    async def reads(self) -> list[str]:
        """The texts of the thread, in order."""
        return [message["text"] for message in (await self.thread())["messages"]]

    async def get(self, what: str, **params: str | int) -> Any:
        return self._read(await self.browser.get(f"{self.base}/{what}", params=params, headers=self._proof()))

    async def sends(self, method: str, what: str, body: Mapping[str, Any] | None = None) -> Any:
        answer = await self.browser.request(
            method, f"{self.base}/{what}", json=body or {}, headers=self._proof()
        )
        return self._read(answer)

    def _proof(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}

    def _read(self, answer: httpx.Response) -> Any:
        content = answer.json() if answer.content else None
        self.refused = (answer.status_code, content["code"]) if answer.status_code >= 400 else None
        return content
