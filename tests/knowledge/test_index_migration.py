"""Content that was learned before the index was packed is found after the migration, without being learned again."""

from collections.abc import Iterator
from uuid import UUID

import numpy as np
import psycopg
import pytest
from psycopg import conninfo, sql

from deskbell.kit.db import Database, open_pool
from deskbell.kit.embedded_postgres import Cluster
from deskbell.kit.ids import new_id
from deskbell.kit.migrate import migrate, read_migrations
from deskbell.knowledge.finding.terms import counts
from deskbell.knowledge.queries import Search, as_literal, find_passages

NAME = "before_the_index"
TEXTS = ["Refills take two days.", "Parking is free.", "A refill costs nothing. Ask for a refill."]


@pytest.fixture
def elsewhere(cluster: Cluster) -> Iterator[tuple[str, str, str]]:
    """A database of its own: as its owner, as the application, as superuser."""
    owner = conninfo.conninfo_to_dict(cluster.owner_url)["user"]
    with psycopg.connect(cluster.superuser_url, autocommit=True) as connection:
        connection.execute(
            sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(NAME), sql.Identifier(str(owner)))
        )
        urls = [
            conninfo.make_conninfo(url, dbname=NAME)
            for url in (cluster.owner_url, cluster.app_url, cluster.superuser_url)
        ]
        with psycopg.connect(urls[2], autocommit=True) as inside:
            inside.execute("CREATE EXTENSION IF NOT EXISTS vector")
        yield urls[0], urls[1], urls[2]
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(NAME)))


async def test_what_was_learned_before_is_found_after(elsewhere: tuple[str, str, str]) -> None:
    owner_url, app_url, superuser_url = elsewhere
    migrations = read_migrations()
    migrate(owner_url, app_url, [migration for migration in migrations if migration.name < "0010"])
    workspace_id, agent_id = new_id(), new_id()
    vectors = np.eye(16, dtype=np.float32)
    with psycopg.connect(superuser_url) as connection:
        _learn_the_old_way(connection, workspace_id, agent_id, vectors)

    migrate(owner_url, app_url, migrations)

    async with open_pool(app_url) as pool, Database(pool).transaction(workspace_id) as tx:
        found = await find_passages(tx, Search(agent_id, "refill", vectors[1], "old-model"))
        counted = await tx.values("SELECT unnest(ARRAY[passages, length, next_number]) FROM corpora")
        words = await tx.values("SELECT word FROM vocabulary WHERE word LIKE 're%%' ORDER BY word")
    scores = {passage.text: (passage.lexical > 0, round(passage.dense, 3)) for passage in found}
    assert scores == {TEXTS[0]: (True, 0.0), TEXTS[1]: (False, 1.0), TEXTS[2]: (True, 0.0)}
    assert (counted, words) == ([3, 18, 3], ["refill", "refills"])


def _learn_the_old_way(
    connection: psycopg.Connection, workspace_id: UUID, agent_id: UUID, vectors: np.ndarray
) -> None:
    connection.execute("SET session_replication_role = replica")
    source_id, document_id = new_id(), new_id()
    connection.execute(
        "INSERT INTO workspaces (id, name, created_at) VALUES (%s, 'Harbor', now())", (workspace_id,)
    )
    connection.execute(
        """INSERT INTO agents (workspace_id, id, name, greeting, created_at)
           VALUES (%s, %s, 'Lumi', 'Hello', now())""",
        (workspace_id, agent_id),
    )
    connection.execute(
        """INSERT INTO documents (workspace_id, id, source_id, agent_id, title, sha256, body, read_at)
           VALUES (%s, %s, %s, %s, 'T', '', '', now())""",
        (workspace_id, document_id, source_id, agent_id),
    )
    for ordinal, text in enumerate(TEXTS):
        passage_id, said = new_id(), counts("Help", text)
        length = sum(said.values())
        connection.execute(
            "INSERT INTO passages VALUES (%s, %s, %s, %s, %s, %s, 'Help', %s, 4, %s)",
            (workspace_id, passage_id, document_id, source_id, agent_id, ordinal, text, length),
        )
        connection.execute(
            "INSERT INTO passage_vectors VALUES (%s, %s, 'old-model', %s, %s)",
            (workspace_id, agent_id, passage_id, as_literal(vectors[ordinal])),
        )
        for term, times in said.items():
            connection.execute(
                "INSERT INTO passage_terms VALUES (%s, %s, %s, %s, %s, %s)",
                (workspace_id, agent_id, term, passage_id, times, length),
            )
    connection.execute("INSERT INTO corpora VALUES (%s, %s, 3, 18)", (workspace_id, agent_id))
