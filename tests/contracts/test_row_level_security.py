"""The database itself keeps workspaces apart: the catalog says so for every table, also for those not written yet."""

from collections.abc import Iterator
from typing import Any, TypeAlias
from uuid import UUID

import psycopg
import pytest

from deskbell.kit.ids import new_id

Connection: TypeAlias = psycopg.Connection[Any]

# Tables that belong to no workspace, and why that is safe. Whoever adds one says so here.
NOT_TENANT = {
    "people": "a person may belong to many workspaces; rows are found by their own session or address only",
    "sessions": "looked up by the digest of a secret, before a workspace is known",
    "setup_tokens": "exist before the first workspace does",
    "sign_in_attempts": "counted per address before anybody is signed in",
    "jobs": "the worker claims for all workspaces; rows hold ids only, the work opens its own workspace",
    "schema_migrations": "bookkeeping of the runner; the application may only read it",
}
# Policies beside the tenant's own: each opens the rows of the person who asks, for reading only.
BY_PERSON = {("members", "own_memberships"), ("workspaces", "of_its_members")}

TABLES = """
    SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
"""


@pytest.fixture
def owner(owner_url: str) -> Iterator[Connection]:
    """A connection that sees the catalog; whatever a test does in it is undone."""
    with psycopg.connect(owner_url) as connection:
        yield connection
        connection.rollback()


def unprotected(connection: Connection) -> set[str]:
    """Tables without forced row-level security, or without the tenant's policy for reading and writing."""
    rows = connection.execute(
        TABLES
        + """ AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (
                SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd = '*' AND p.polpermissive
                AND pg_get_expr(p.polqual, p.polrelid) ~ '^\\((workspace_id|id) = current_workspace\\(\\)\\)$'
                AND pg_get_expr(p.polwithcheck, p.polrelid) = pg_get_expr(p.polqual, p.polrelid)))"""
    )
    return {name for (name,) in rows}


def other_policies(connection: Connection) -> set[tuple[str, str]]:
    """Policies that could let a row through besides the tenant's own."""
    rows = connection.execute(
        """SELECT c.relname, p.polname FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid
           WHERE p.polname <> 'tenant' OR p.polcmd <> '*'"""
    )
    return {(table, policy) for table, policy in rows}


def keys_without_workspace(connection: Connection) -> set[str]:
    """Primary and foreign keys of tenant tables that do not carry the workspace, so could cross it."""
    rows = connection.execute(
        """SELECT c.relname || '.' || k.conname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
           LEFT JOIN pg_class target ON target.oid = k.confrelid
           WHERE c.relnamespace = 'public'::regnamespace AND c.relforcerowsecurity AND c.relname <> 'workspaces'
             AND (k.contype = 'p' OR k.contype = 'f' AND target.relforcerowsecurity)
             AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid
                             AND a.attnum = k.conkey[1] AND a.attname = 'workspace_id')"""
    )
    return {name for (name,) in rows}


def test_every_table_is_protected_or_has_a_reason(owner: Connection) -> None:
    assert unprotected(owner) == set(NOT_TENANT)


def test_only_the_persons_own_rows_are_open_besides(owner: Connection) -> None:
    assert other_policies(owner) == BY_PERSON
    commands = owner.execute("SELECT DISTINCT polcmd FROM pg_policy WHERE polname <> 'tenant'").fetchall()
    assert commands == [("r",)]


def test_keys_of_tenant_tables_carry_the_workspace(owner: Connection) -> None:
    assert keys_without_workspace(owner) == set()


def test_the_application_owns_nothing_and_bypasses_nothing(owner: Connection) -> None:
    owned = owner.execute(
        """SELECT count(*) FROM pg_shdepend d JOIN pg_roles r ON r.oid = d.refobjid
           WHERE r.rolname = 'deskbell_app' AND d.deptype = 'o'"""
    ).fetchone()
    rights = owner.execute(
        """SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles WHERE rolname = 'deskbell_app'"""
    ).fetchone()
    assert (owned, rights) == ((0,), (False, False, False, False))


def test_no_function_runs_with_its_owners_rights(owner: Connection) -> None:
    rows = owner.execute(
        """SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef
           AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')"""
    )
    assert rows.fetchall() == []


def test_without_a_workspace_no_row_is_seen_and_none_is_written(app_url: str) -> None:
    """The same statements see and write inside the workspace, so it is the policy that hides and refuses."""
    with psycopg.connect(app_url) as connection:
        workspace_id = new_id()
        _choose(connection, str(workspace_id))
        _append(connection, workspace_id)
        inside = connection.execute("SELECT count(*) FROM log_heads").fetchone()
        _choose(connection, str(new_id()))
        elsewhere = connection.execute("SELECT count(*) FROM log_heads").fetchone()
        _choose(connection, "")
        outside = connection.execute("SELECT count(*) FROM log_heads").fetchone()
        assert (inside, elsewhere, outside) == ((1,), (0,), (0,))
        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="row-level security"):
            _append(connection, new_id())
        connection.rollback()


def _choose(connection: Connection, workspace_id: str) -> None:
    connection.execute("SELECT set_config('app.workspace_id', %s, true)", (workspace_id,))


def _append(connection: Connection, workspace_id: UUID) -> None:
    connection.execute("INSERT INTO log_heads (workspace_id, position) VALUES (%s, 1)", (workspace_id,))


def test_a_forgotten_table_is_caught(owner: Connection) -> None:
    owner.execute("CREATE TABLE forgotten (workspace_id uuid, id uuid PRIMARY KEY)")
    assert "forgotten" in unprotected(owner)
    owner.execute("CALL protect_tenant_table('forgotten')")
    assert "forgotten" not in unprotected(owner)
    assert keys_without_workspace(owner) == {"forgotten.forgotten_pkey"}


def test_a_policy_that_reads_but_does_not_check_writes_is_caught(owner: Connection) -> None:
    owner.execute("CREATE TABLE half (workspace_id uuid PRIMARY KEY)")
    owner.execute("ALTER TABLE half ENABLE ROW LEVEL SECURITY; ALTER TABLE half FORCE ROW LEVEL SECURITY")
    owner.execute("CREATE POLICY tenant ON half USING (workspace_id = current_workspace())")
    assert "half" in unprotected(owner)


def test_a_policy_that_opens_everything_is_caught(owner: Connection) -> None:
    owner.execute("CREATE POLICY generous ON events FOR SELECT USING (true)")
    assert ("events", "generous") in other_policies(owner)
