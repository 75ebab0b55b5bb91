"""Only the seven role files of a slice touch the world: what decides can be read and tested without it."""

import ast
from collections.abc import Iterator

import pytest

from tests.contracts.source import ROLES, Module, imports, is_within, modules

WORLD = frozenset(
    """
    os io pathlib shutil tempfile glob fileinput mmap subprocess multiprocessing threading signal socket ssl select
    http urllib.request ftplib smtplib time random secrets sqlite3 uuid.uuid1 uuid.uuid4
    psycopg psycopg_pool httpx openai anthropic aiosmtplib fastapi starlette uvicorn pydantic_settings onnxruntime
    deskbell.settings deskbell.bus deskbell.realtime
    deskbell.kit.db deskbell.kit.web deskbell.kit.mail deskbell.kit.jobs deskbell.kit.migrate deskbell.kit.processes
    deskbell.kit.embedded_postgres deskbell.kit.http deskbell.kit.storage deskbell.kit.ratelimit deskbell.kit.log
    deskbell.kit.clock.now deskbell.kit.ids.new_id deskbell.kit.ids.new_secret
    """.split()
)
# Paths as values, streams in memory and types touch nothing.
NOT_THE_WORLD = frozenset(
    {"io.BytesIO", "pathlib.PurePath", "pathlib.PurePosixPath", "deskbell.kit.mail.Letter"}
)
CALLS = frozenset({"open", "input", "print"})
CLOCK_READINGS = frozenset({"now", "utcnow", "today"})


def violations(module: Module) -> list[str]:
    """What a pure file of a domain slice does although it may not; role files may."""
    if not module.is_domain or module.has_role:
        return []
    return sorted({*_imports_of_the_world(module), *_calls_to_the_world(module)})


def _imports_of_the_world(module: Module) -> Iterator[str]:
    for name in imports(module):
        if name not in NOT_THE_WORLD and (any(is_within(name, part) for part in WORLD) or _is_role(name)):
            yield f"{module.path} imports {name}"


def _is_role(name: str) -> bool:
    """A role file of any slice. Types are plain values: rows, and what a door names for other slices."""
    package, *path = name.split(".")
    return (
        package == "deskbell"
        and len(path) > 1
        and path[1] in ROLES - {"tables"}
        and not path[-1][0].isupper()
    )


def _calls_to_the_world(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        match node.func:
            case ast.Name(id=name) if name in CALLS:
                yield f"{module.path} calls {name}()"
            case ast.Attribute(value=ast.Name(id="datetime" | "date"), attr=name) if name in CLOCK_READINGS:
                yield f"{module.path} reads the clock with {name}()"
            case _:
                pass


def test_only_role_files_touch_the_world() -> None:
    assert [found for module in modules() for found in violations(module)] == []


def test_there_are_pure_files_to_check() -> None:
    assert len([module for module in modules() if module.is_domain and not module.has_role]) > 20


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("import os", "imports os"),
        ("from random import choice", "imports random.choice"),
        ("from deskbell.kit.db import Transaction", "imports deskbell.kit.db.Transaction"),
        ("from deskbell.kit.clock import now", "imports deskbell.kit.clock.now"),
        ("from deskbell.agents.queries import agent_of", "imports deskbell.agents.queries.agent_of"),
        ("from deskbell.agents import queries", "imports deskbell.agents.queries"),
        ("text = open('x').read()", "calls open()"),
        ("at = datetime.now(UTC)", "reads the clock with now()"),
    ],
)
def test_a_pure_file_that_touches_the_world_is_caught(line: str, found: str) -> None:
    assert violations(Module("src/deskbell/handoff/rules.py", line)) == [
        f"src/deskbell/handoff/rules.py {found}"
    ]


@pytest.mark.parametrize("path", ["handoff/commands.py", "handoff/api/rules.py", "kit/clock.py", "app.py"])
def test_role_files_and_infrastructure_may(path: str) -> None:
    assert violations(Module(f"src/deskbell/{path}", "import os")) == []


def test_types_and_values_of_the_world_may_be_named() -> None:
    text = "from deskbell.kit.clock import Clock\nfrom pathlib import PurePosixPath\nfrom deskbell.agents.access import Agent"
    assert violations(Module("src/deskbell/handoff/rules.py", text)) == []
