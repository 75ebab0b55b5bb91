"""Which database a command works with: your own (DESKBELL_DATABASE_URL) or the embedded one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from deskbell.kit.embedded_postgres import joined, running
from deskbell.kit.migrate import migrate, missing_migrations
from deskbell.settings import Settings


class CommandError(Exception):
    """Shown to the person at the keyboard, without a traceback."""


@dataclass(frozen=True)
class DatabaseUrls:
    """`owner` is empty when we may not migrate."""

    app: str
    owner: str
    is_alive: Callable[[], bool] = lambda: True


@contextmanager
def served_database(settings: Settings) -> Iterator[DatabaseUrls]:
    """Started by us and stopped at the end, unless it is your own."""
    if settings.database_url:
        yield DatabaseUrls(settings.database_url, settings.migration_url)
        return
    with running(settings.data_dir) as cluster:
        yield DatabaseUrls(cluster.app_url, cluster.owner_url, cluster.is_alive)


@contextmanager
def joined_database(settings: Settings) -> Iterator[DatabaseUrls]:
    """The one that `deskbell serve` runs, or started for this command."""
    if settings.database_url:
        yield DatabaseUrls(settings.database_url, settings.migration_url)
        return
    with joined(settings.data_dir) as cluster:
        yield DatabaseUrls(cluster.app_url, cluster.owner_url)


def bring_up_to_date(urls: DatabaseUrls) -> list[str]:
    """Migrate when we may; otherwise refuse a database that is behind."""
    if urls.owner:
        return migrate(urls.owner, urls.app)
    missing = missing_migrations(urls.app)
    if missing:
        raise CommandError(
            f"The database lacks {len(missing)} migrations ({missing[0]} …). "
            f"Set DESKBELL_MIGRATION_URL and run: deskbell migrate"
        )
    return []
