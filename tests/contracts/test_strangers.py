"""Every route, everybody who has no business there: 401, 403 or 404, and nothing changed. Generated from OpenAPI."""

from collections.abc import Iterator, Mapping
from typing import Any

import httpx
import psycopg
import pytest
from psycopg import sql

from tests.cast import Desk, Person
from tests.contracts.clinic_ids import CANARY, COUNTED, make_clinic_ids
from tests.contracts.doors import DOORS, Door, For

ORDER = ("GET", "PUT", "PATCH", "POST", "DELETE")
UNTOUCHED_BY_LOOKING = {"sessions", "sign_in_attempts"}  # being seen, being counted
LEAD_ELSEWHERE = {
    "POST /api/workspaces",
    "DELETE /api/session",
}  # the owner would not be in the clinic any more
METHODS = {"get", "put", "post", "patch", "delete", "head", "options"}


@pytest.fixture
async def ids(ada: Person, ben: Person, vera_unsigned: Person) -> Mapping[str, str]:
    return await make_clinic_ids(ada, ben, vera_unsigned)


@pytest.fixture
def vera_unsigned(desk: Desk) -> Person:
    """A browser that is given a visitor's token, and never a member's cookie."""
    return Person(desk, "Vera", "vera@visitors.example")


def test_every_route_has_its_door_and_every_door_its_route(desk: Desk) -> None:
    assert routes_of(desk) == set(DOORS)


def test_every_id_of_a_route_is_one_that_the_clinic_can_make(desk: Desk, ids: Mapping[str, str]) -> None:
    named = {name for route in DOORS for name in parameters_of(route)}
    assert named <= set(ids)


async def test_the_owner_and_the_visitor_pass_where_others_are_refused(
    ada: Person, vera_unsigned: Person, ids: Mapping[str, str]
) -> None:
    """Otherwise the refusals below could come from an id that does not exist or a body that is not valid."""
    refused: list[tuple[str, int]] = []
    for route, door in closed_doors():
        if door.stays_open or route in LEAD_ELSEWHERE:
            continue
        insider = vera_unsigned if door.whose is For.VISITOR else ada
        answer = await knock(insider, route, door, ids)
        if answer.status_code in {401, 403, 405, 422} or (answer.status_code == 404 and not gone(route)):
            refused.append((route, answer.status_code))

    assert refused == []


async def test_nobody_passes_a_closed_door(desk: Desk, ids: Mapping[str, str], whole: "Whole") -> None:
    nobody = Person(desk, "Nobody", "nobody@nowhere.example")

    passed = [
        (route, answer.status_code)
        for route, door in closed_doors()
        if (answer := await knock(nobody, route, door, ids)).status_code != 401
    ]

    assert passed == []
    assert whole.changes() == []


async def test_a_visitor_does_not_pass_a_door_of_members(
    vera_unsigned: Person, ids: Mapping[str, str], whole: "Whole"
) -> None:
    passed = [
        (route, answer.status_code)
        for route, door in closed_doors()
        if door.whose is not For.VISITOR
        and (answer := await knock(vera_unsigned, route, door, ids)).status_code != 401
    ]

    assert passed == []
    assert whole.changes() == []


async def test_a_stranger_does_not_find_what_is_not_theirs(
    cleo: Person, ids: Mapping[str, str], whole: "Whole"
) -> None:
    found = [
        (route, answer.status_code)
        for route, door in closed_doors()
        if speaks_of_clinic(route, door) and door.whose is not For.VISITOR
        if (answer := await knock(cleo, route, door, ids)).status_code != 404
    ]

    assert found == []
    assert whole.changes() == []


async def test_a_stranger_meets_nothing_of_the_clinic_in_their_own_workspace(
    cleo: Person, ada: Person, ids: Mapping[str, str]
) -> None:
    mine = [
        (route, door)
        for route, door in closed_doors()
        if route.startswith("GET") and not parameters_of(route)
    ]
    words = [CANARY, "cedarrow", *(value for name, value in ids.items() if name not in COUNTED)]

    async def met_by(person: Person) -> set[str]:
        answers = [await knock(person, route, door, ids) for route, door in mine if not door.stays_open]
        assert {answer.status_code for answer in answers} == {200}
        return {word for word in words for answer in answers if word in answer.text}

    assert await met_by(cleo) == set()
    assert CANARY in await met_by(ada)


async def test_a_member_token_or_another_visitor_opens_no_thread_of_vera(
    desk: Desk, cleo: Person, ids: Mapping[str, str], whole: "Whole"
) -> None:
    forged = Person(desk, "Walt", "walt@visitors.example")
    forged.browser.headers["Authorization"] = f"Bearer {'A' * 22}.{'B' * 43}"

    passed = [
        (person.name, route, answer.status_code)
        for person in (cleo, forged)
        for route, door in closed_doors()
        if door.whose is For.VISITOR
        and (answer := await knock(person, route, door, ids)).status_code not in {401, 404}
    ]

    assert passed == []
    assert whole.changes() == []


async def test_an_operator_does_not_pass_a_door_of_admins(
    ben: Person, ids: Mapping[str, str], whole: "Whole"
) -> None:
    own = {"DELETE /api/members/{member_id}"}  # members may leave by themselves: see test_team
    passed = [
        (route, answer.status_code)
        for route, door in closed_doors()
        if door.takes_role
        and route not in own
        and (answer := await knock(ben, route, door, ids)).status_code != 403
    ]

    assert passed == []
    assert whole.changes() == []


async def test_a_removed_member_passes_nowhere(
    ada: Person, ben: Person, ids: Mapping[str, str], superuser_url: str
) -> None:
    await ada.removes(ids["member_id"])
    whole = Whole(superuser_url)

    passed = [
        (route, answer.status_code)
        for route, door in closed_doors()
        if door.whose in {For.OPERATOR, For.ADMIN}
        and (answer := await knock(ben, route, door, ids)).status_code != 403
    ]

    assert passed == []
    assert whole.changes() == []


class Whole:
    """The whole database at one instant, and which tables differ now."""

    def __init__(self, superuser_url: str) -> None:
        self.superuser_url = superuser_url
        self.before = self._tables()

    def changes(self) -> list[str]:
        return [name for name, rows in self._tables().items() if rows != self.before[name]]

    def _tables(self) -> dict[str, str]:
        with psycopg.connect(self.superuser_url, autocommit=True) as connection:
            names = connection.execute(
                "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"
            ).fetchall()
            return {
                name: str(connection.execute(_FINGERPRINT.format(sql.Identifier(name))).fetchone())
                for (name,) in names
                if name not in UNTOUCHED_BY_LOOKING
            }


_FINGERPRINT = sql.SQL("SELECT count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM {} t")


@pytest.fixture
def whole(ids: Mapping[str, str], cleo: Person, superuser_url: str) -> Whole:
    """Taken when everybody is there."""
    return Whole(superuser_url)


def routes_of(desk: Desk) -> set[str]:
    """Every route of the application, also those that the documentation hides."""
    described = desk.app.openapi()["paths"]
    return {
        f"{method.upper()} {path}"
        for path, operations in described.items()
        for method in operations
        if method in METHODS and path.startswith("/api/")
    }


def closed_doors() -> Iterator[tuple[str, Door]]:
    """Reading first, taking away last, so that an insider's own deeds do not empty the room."""
    by_order = sorted(DOORS.items(), key=lambda entry: ORDER.index(entry[0].split()[0]))
    return ((route, door) for route, door in by_order if door.whose is not For.EVERYBODY)


def parameters_of(route: str) -> list[str]:
    return [part.strip("{}") for part in route.split("/") if part.startswith("{")]


def speaks_of_clinic(route: str, door: Door) -> bool:
    """Whether a request of this route names something of the clinic."""
    return bool(parameters_of(route)) or "'{" in str(door.body)


def gone(route: str) -> bool:
    """Taken away by an earlier knock, or (rating) there for answers of the agent only."""
    return route.startswith("DELETE /api/sources") or route.endswith("/rating")


async def knock(person: Person, route: str, door: Door, ids: Mapping[str, str]) -> httpx.Response:
    """A valid request of the route with the clinic's ids."""
    method, path = route.split()
    given: dict[str, Any] = {"json": filled(door.body, ids)} if door.body is not None else {}
    if door.files:
        given = {
            "files": [
                (name, ("hours.csv", b"question,answer\nWhen?,Never.\n", "text/csv"))
                for name in ("files", "file")
            ]
        }
    return await person.browser.request(method, path.format(**ids), **given)


def filled(value: Any, ids: Mapping[str, str]) -> Any:
    """The body with the clinic's ids in their places."""
    match value:
        case str() if value.startswith("{"):
            return value.format(**ids)
        case Mapping():
            return {key: filled(inner, ids) for key, inner in value.items()}
        case list():
            return [filled(inner, ids) for inner in value]
        case _:
            return value
