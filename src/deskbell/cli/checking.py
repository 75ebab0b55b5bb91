"""`deskbell check`: whether this installation can run, then the set-up check of each agent (`cli/agent/setup_checking.py`)."""

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib.resources import files

import psycopg
from rich.console import Console
from rich.markup import escape

from deskbell.cli.agent import setup_checking
from deskbell.cli.databases import CommandError, DatabaseUrls, joined_database
from deskbell.kit.embedded_postgres import EmbeddedPostgresError
from deskbell.kit.http import guarded_client
from deskbell.kit.migrate import MigrationError, missing_migrations
from deskbell.settings import Settings

console = Console(highlight=False)


@dataclass(frozen=True)
class Checked:
    """One thing of the installation, and what was seen or is wrong."""

    label: str
    fine: bool
    sentence: str


def run_whole_check(
    settings: Settings, agent: str | None, workspace: str | None, *, installation_only: bool, as_json: bool
) -> bool:
    """True when nothing failed. On an installation that cannot run, no agent is checked."""
    installation = run_checks(settings, quiet=as_json)
    can_run = all(checked.fine for checked in installation)
    agents: list[setup_checking.Checked] = []
    if can_run and not installation_only:
        with joined_database(settings) as urls:
            here = settings.model_copy(update={"database_url": urls.app})
            agents = asyncio.run(setup_checking.check_agents(here, agent, workspace, quiet=as_json))
    fine = can_run and all(checked.fine for checked in agents)
    if as_json:
        print(json.dumps(_as_json(installation, agents, fine=fine), indent=2, ensure_ascii=False))
    return fine


def _as_json(
    installation: Sequence[Checked], agents: Sequence[setup_checking.Checked], *, fine: bool
) -> dict[str, object]:
    return {
        "fine": fine,
        "installation": [asdict(checked) for checked in installation],
        "agents": [
            {
                "workspace": checked.workspace,
                "agent": checked.agent,
                "fine": checked.fine,
                "lines": [asdict(line) for line in checked.lines],
            }
            for checked in agents
        ],
    }


def run_checks(settings: Settings, *, quiet: bool = False) -> list[Checked]:
    """One per thing that was looked at, printed as it is known unless `quiet`."""
    try:
        with joined_database(settings) as urls:
            checks: list[tuple[str, Callable[[], str]]] = [
                ("database", lambda: _database(urls)),
                ("pgvector", lambda: _pgvector(urls)),
                ("migrations", lambda: _migrations(urls)),
                ("server key", lambda: f"{len(settings.server_key) * 8} bits"),
                (
                    "mail",
                    lambda: (
                        f"{settings.smtp_host}"
                        if settings.smtp_host
                        else "outbox only (no DESKBELL_SMTP_HOST)"
                    ),
                ),
                ("web app", _web_app),
                ("embedding model", _model),
                ("embeddings server", lambda: _embeddings_server(settings)),
                ("public address", lambda: _public_address(settings)),
            ]
            return [_looked(label, look, quiet=quiet) for label, look in checks]  # every line is shown
    except EmbeddedPostgresError as failure:
        return [_shown(Checked("database", fine=False, sentence=str(failure)), quiet=quiet)]


def _looked(label: str, look: Callable[[], str], *, quiet: bool) -> Checked:
    try:
        return _shown(Checked(label, fine=True, sentence=look()), quiet=quiet)
    except (CommandError, MigrationError, psycopg.Error, ValueError, OSError) as failure:
        return _shown(Checked(label, fine=False, sentence=str(failure)), quiet=quiet)


def _shown(checked: Checked, *, quiet: bool) -> Checked:
    if not quiet:
        mark = "[green]✓[/green]" if checked.fine else "[red]✗[/red]"
        console.print(f"{mark} {checked.label}: {escape(checked.sentence)}")
    return checked


def _database(urls: DatabaseUrls) -> str:
    with psycopg.connect(urls.app) as connection:
        version, role, unbound = _one(
            connection,
            """SELECT current_setting('server_version'), rolname, rolsuper OR rolbypassrls
               FROM pg_roles WHERE rolname = current_user""",
        )
    if int(str(version).split(".")[0]) < 15:
        raise CommandError(f"PostgreSQL {version} is too old: 15 or newer")
    if unbound:
        raise CommandError(f"the role {role} bypasses row-level security")
    return f"PostgreSQL {version} as {role}"


def _pgvector(urls: DatabaseUrls) -> str:
    with psycopg.connect(urls.app) as connection:
        [version] = _one(connection, "SELECT max(extversion) FROM pg_extension WHERE extname = 'vector'")
    if version is None:
        raise CommandError("the extension vector is not created in this database")
    return str(version)


def _migrations(urls: DatabaseUrls) -> str:
    missing = missing_migrations(urls.app)
    if missing:
        raise CommandError(f"{len(missing)} to apply; run: deskbell migrate")
    return "up to date"


def _web_app() -> str:
    if not files("deskbell").joinpath("_built", "dashboard", "index.html").is_file():
        raise CommandError("not built; run: make demo")
    return "built"


def _model() -> str:
    if not files("deskbell").joinpath("_built", "model").is_dir():
        raise CommandError("not built; run: make demo")
    return "built"


def _embeddings_server(settings: Settings) -> str:
    if not settings.embedder_url:
        return "none, the built-in model is used (no DESKBELL_EMBEDDER_URL)"
    return asyncio.run(_dimensions(settings))


async def _dimensions(settings: Settings) -> str:
    from deskbell.embedding.remote import EmbedderFailed, RemoteEmbedder  # numpy comes with it

    async with guarded_client(settings.loopback_targets) as http_client:
        key = settings.embedder_key.get_secret_value()
        embedder = RemoteEmbedder(settings.embedder_url, settings.embedder_model, key, http_client)
        try:
            await embedder.embed_question("When are you open?")
        except EmbedderFailed as failure:
            raise CommandError(failure.sentence) from failure
    return f"{embedder.name}, {embedder.dimensions} dimensions"


def _public_address(settings: Settings) -> str:
    local = settings.host in ("127.0.0.1", "localhost", "::1")
    if not local and not settings.public_url.startswith("https:"):
        raise CommandError(f"{settings.public_url} is not https, and the server listens on {settings.host}")
    return settings.public_url


def _one(connection: psycopg.Connection[tuple[object, ...]], query: str) -> tuple[object, ...]:
    row = connection.execute(query.encode()).fetchone()
    if row is None:
        raise CommandError("the database gave no answer")
    return row
