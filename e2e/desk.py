"""Clears the inbox between journeys: a list grows by whoever still waits, and shows only what fits the window."""

from typing import Any

from playwright.sync_api import APIRequestContext


class Desk:
    """The clinic's owner, who needs no window for this."""

    def __init__(self, request: APIRequestContext, url: str) -> None:
        self.request = request
        self.inbox = f"{url}/api/inbox?view=needs_person&limit=100"
        self.url = url

    def signs_in(self, email: str, password: str) -> None:
        answer = self.request.post(f"{self.url}/api/session", data={"email": email, "password": password})
        assert answer.ok, answer.text()
        self.from_the_start = {row["id"] for row in self._waiting()}

    def is_cleared(self) -> None:
        """Close every conversation that needs a person and did not from the start."""
        for row in self._waiting():
            if row["id"] not in self.from_the_start:
                self._close(row)

    def _close(self, row: dict[str, Any]) -> None:
        address = f"{self.url}/api/conversations/{row['id']}"
        if row["emergency"]:
            self.request.post(f"{address}/acknowledgement")
        self.request.post(f"{address}/takeover", data={"from_member_id": row["holder_id"]})
        self.request.post(f"{address}/resolution", data={"seen_seq": None, "disposition": "false_alarm"})

    def _waiting(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self.request.get(self.inbox).json()["conversations"]
        return rows
