"""A slice's tables are its own: others ask its queries and commands, so a table can change without a search."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator

from tests.contracts.source import COMPOSITION, Module, imports, modules

WRITE = re.compile(r"\b(?:INSERT INTO|UPDATE|DELETE FROM|MERGE INTO)\s+([a-z_]+)\b")
READ = re.compile(r"\b(?:FROM|JOIN)\s+([a-z_]+)\b")
NOT_TABLES = frozenset({"set", "skip", "of", "nowait"})  # ON CONFLICT … DO UPDATE SET, FOR UPDATE SKIP LOCKED

# Two slices are views of the conversations that others change: one join answers a page that would be a call per row.
READERS = {"conversations": {"inbox", "channels"}, "messages": {"inbox", "channels"}}


def written_tables(module: Module) -> Iterator[str]:
    """Tables that the SQL in this file writes."""
    yield from (name for name in _found(WRITE, module) if name not in NOT_TABLES)


def _found(pattern: re.Pattern[str], module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from pattern.findall(node.value)


def shared_tables(checked: tuple[Module, ...]) -> dict[str, list[str]]:
    """Tables written by more than one slice, and by which."""
    writers: dict[str, set[str]] = defaultdict(set)
    for module in checked:
        for table in written_tables(module):
            writers[table].add(module.slice)
    return {table: sorted(slices) for table, slices in writers.items() if len(slices) > 1}


def foreign_reads(checked: tuple[Module, ...]) -> list[str]:
    """SQL that reads a table of another slice, outside the agreed views."""
    owners = {table: module.slice for module in checked for table in written_tables(module)}
    return [
        f"{module.path} reads {table} of {owners[table]}"
        for module in checked
        for table in sorted(set(_found(READ, module)) & owners.keys())
        if module.slice not in {owners[table], *READERS.get(table, ())}
    ]


def foreign_rows(module: Module) -> list[str]:
    """Row types taken past the door: other slices name them by its `access`."""
    return [
        f"{module.path} imports {name}"
        for name in imports(module)
        if re.fullmatch(r"deskbell\.\w+\.tables\.\w+", name) and name.split(".")[1] != module.slice
    ]


def stray_sql(module: Module) -> bool:
    """SQL outside a role file of a domain slice."""
    return module.is_domain and not module.has_role and any(written_tables(module))


def test_every_table_is_written_by_one_slice() -> None:
    assert shared_tables(tuple(m for m in modules() if m.slice not in COMPOSITION)) == {}


def test_a_table_is_read_by_its_slice() -> None:
    assert foreign_reads(modules()) == []


def test_row_types_are_named_by_the_door() -> None:
    assert [found for module in modules() for found in foreign_rows(module)] == []


def test_the_writes_are_found() -> None:
    found = {table for module in modules() for table in written_tables(module)}
    assert {"conversations", "members", "sources", "jobs"} <= found


def test_compositions_write_no_table_themselves() -> None:
    """Seeds and commands of the terminal use the same verbs as everybody."""
    assert [m.path for m in modules() if m.slice in COMPOSITION and any(written_tables(m))] == []


def test_pure_files_hold_no_writes() -> None:
    assert [module.path for module in modules() if stray_sql(module)] == []


def test_a_second_writer_is_caught() -> None:
    inside = Module("src/deskbell/agents/commands.py", 'sql = "UPDATE agents SET name = %(name)s"')
    outside = Module("src/deskbell/inbox/commands.py", 'sql = "INSERT INTO agents (id) VALUES (1)"')
    assert shared_tables((inside, outside)) == {"agents": ["agents", "inbox"]}


def test_locks_and_upserts_are_not_taken_for_tables() -> None:
    text = 'sql = "INSERT INTO a (x) VALUES (1) ON CONFLICT (x) DO UPDATE SET x = 2; SELECT 1 FROM b FOR UPDATE SKIP LOCKED"'
    assert list(written_tables(Module("src/deskbell/agents/commands.py", text))) == ["a"]


def test_a_foreign_read_and_a_foreign_row_are_caught() -> None:
    inside = Module("src/deskbell/agents/commands.py", 'sql = "UPDATE agents SET name = %(name)s"')
    outside = Module(
        "src/deskbell/handoff/queries.py",
        'from deskbell.agents.tables import Agent\nsql = "SELECT name FROM rules JOIN agents USING (agent_id)"',
    )
    assert foreign_reads((inside, outside)) == ["src/deskbell/handoff/queries.py reads agents of agents"]
    assert foreign_rows(outside) == ["src/deskbell/handoff/queries.py imports deskbell.agents.tables.Agent"]
