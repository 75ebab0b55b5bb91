"""The commands and their options."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any

import typer

from deskbell.cli.databases import CommandError, bring_up_to_date, joined_database
from deskbell.kit.embedded_postgres import EmbeddedPostgresError
from deskbell.kit.log import set_up_logging
from deskbell.kit.migrate import MigrationError
from deskbell.knowledge.access import Refresh
from deskbell.settings import Settings

app = typer.Typer(
    help="An AI agent that answers your visitors, and rings for a person when one is needed.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Port = Annotated[int | None, typer.Option(help="Port of the web server.")]
Host = Annotated[str | None, typer.Option(help="Address to listen on; 0.0.0.0 for all.")]
DataDir = Annotated[Path | None, typer.Option(help="Folder of database and secrets.")]
OfWorkspace = Annotated[str | None, typer.Option(help="Its workspace, when several have such an agent.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for scripts.")]
Content = Annotated[Path | None, typer.Option(help="Also import this folder into the demo.", exists=True)]


def main() -> None:
    """Expected failures end as one sentence, not as a traceback."""
    try:
        app()
    except (CommandError, EmbeddedPostgresError, MigrationError) as failure:
        print(f"deskbell: {failure}", file=sys.stderr)
        sys.exit(1)


@app.command()
def serve(port: Port = None, host: Host = None, data_dir: DataDir = None) -> None:
    """Run everything on this machine: database, web, worker."""
    from deskbell.cli.serving import serve as run

    run(_settings(port=port, host=host, data_dir=data_dir), demo=False, content=None)


@app.command()
def demo(
    port: Port = None,
    host: Host = None,
    data_dir: DataDir = None,
    sample_site_port: Annotated[int | None, typer.Option(help="Port of the sample clinic's website.")] = None,
    content: Content = None,
) -> None:
    """Serve, with a fictional clinic, its documents, its website and a person to sign in as."""
    from deskbell.cli.serving import serve as run

    settings = _settings(port=port, host=host, data_dir=data_dir, sample_site_port=sample_site_port)
    run(settings, demo=True, content=content)


@app.command()
def worker() -> None:
    """Run one more worker (with DESKBELL_DATABASE_URL on any number of machines)."""
    from deskbell.worker import run_worker

    settings = _settings()
    with joined_database(settings) as urls:
        asyncio.run(run_worker(settings.model_copy(update={"database_url": urls.app})))


@app.command()
def migrate() -> None:
    """Bring the database to this version."""
    with joined_database(_settings()) as urls:
        if not urls.owner:
            raise CommandError("Set DESKBELL_MIGRATION_URL to the role that owns the tables.")
        applied = bring_up_to_date(urls)
    typer.echo("\n".join(f"applied {name}" for name in applied) or "Nothing to do.")


@app.command()
def seed(content: Content = None) -> None:
    """Fill the database with the demo clinic; again changes nothing."""
    from deskbell.cli.seeding import seed_and_train

    settings = _settings()
    with joined_database(settings) as urls:
        bring_up_to_date(urls)
        sign_in = asyncio.run(seed_and_train(settings.model_copy(update={"database_url": urls.app}), content))
    typer.echo(f"Sign in: {sign_in}")


@app.command("import")
def import_folder(
    folder: Annotated[
        Path, typer.Argument(help="md, html, txt, pdf and docx files, also in folders below.", exists=True)
    ],
    agent: Annotated[str, typer.Option(help="Name of the agent that learns them.")],
    workspace: OfWorkspace = None,
) -> None:
    """Give an agent a folder of documents."""
    from deskbell.cli.agent.importing import import_documents

    settings = _settings()
    with joined_database(settings) as urls:
        bring_up_to_date(urls)
        asyncio.run(
            import_documents(settings.model_copy(update={"database_url": urls.app}), folder, agent, workspace)
        )


@app.command()
def crawl(
    address: Annotated[str, typer.Argument(help="Where the website begins; everything below it is read.")],
    agent: Annotated[str, typer.Option(help="Name of the agent that learns it.")],
    workspace: OfWorkspace = None,
    max_pages: Annotated[
        int | None, typer.Option(help="How many pages of a new website are read at most.", min=1, max=20_000)
    ] = None,
    refresh: Annotated[
        Refresh, typer.Option(help="How often a new website is read again by itself.")
    ] = Refresh.NEVER,
    *,
    as_json: AsJson = False,
) -> None:
    """Give an agent a website. Ends with 0 when every page was read, 1 when one failed, 2 when it could not be begun."""
    from deskbell.cli.agent.crawling import Wanted, crawl_website

    with _ready_for_a_script(_settings()) as here:
        wanted = Wanted(address, max_pages, refresh)
        is_whole = asyncio.run(crawl_website(here, wanted, agent, workspace, as_json=as_json))
    if not is_whole:
        raise typer.Exit(code=1)


@app.command("test-questions")
def ask_test_questions(
    agent: Annotated[str, typer.Option(help="Name of the agent that is asked.")],
    workspace: OfWorkspace = None,
    *,
    as_json: AsJson = False,
) -> None:
    """Run an agent's question tests. Ends with 0 when all pass, 1 when one fails, 2 when they could not be run."""
    from deskbell.cli.agent.question_testing import run_question_tests

    with _ready_for_a_script(_settings()) as here:
        passed = asyncio.run(run_question_tests(here, agent, workspace, as_json=as_json))
    if not passed:
        raise typer.Exit(code=1)


@app.command()
def check(
    agent: Annotated[str | None, typer.Option(help="Only the agents of this name.")] = None,
    workspace: Annotated[str | None, typer.Option(help="Only the agents of this workspace.")] = None,
    *,
    installation: Annotated[bool, typer.Option("--installation", help="Ask no agent.")] = False,
    as_json: AsJson = False,
) -> None:
    """Look whether this installation can run, then run the set-up check of each agent. Ends with 1 when something failed."""
    from deskbell.cli.checking import run_whole_check

    if not run_whole_check(_settings(), agent, workspace, installation_only=installation, as_json=as_json):
        raise typer.Exit(code=1)


@app.command(hidden=True)
def docs(folder: Annotated[Path, typer.Argument(exists=True)] = Path("docs")) -> None:
    """For developers: print the pages that come from the code."""
    from deskbell.cli.printed import print_pages

    typer.echo("\n".join(f"printed {name}" for name in print_pages(folder)) or "Nothing to do.")


@app.command(hidden=True)
def welcome(
    *,
    demo: Annotated[bool, typer.Option("--demo")] = False,
    content: Content = None,
    since: Annotated[float, typer.Option(help="Unix time of the start.")] = 0.0,
) -> None:
    """Started by serve: seeds, waits for the web process, prints the way in."""
    from deskbell.cli.welcome import welcome as run

    asyncio.run(run(_settings(), demo=demo, content=content, since=since))


@app.command(hidden=True)
def sample_site() -> None:
    """Started by demo: the website of the fictional clinic."""
    from deskbell.cli.sample_site import serve_sample_site

    serve_sample_site(_settings())


@contextmanager
def _ready_for_a_script(settings: Settings) -> Iterator[Settings]:
    """With the database up to date. What could not even be begun ends with 2: 1 says that something did not pass."""
    try:
        with joined_database(settings) as urls:
            bring_up_to_date(urls)
            yield settings.model_copy(update={"database_url": urls.app})
    except (CommandError, EmbeddedPostgresError, MigrationError) as failure:
        print(f"deskbell: {failure}", file=sys.stderr)
        raise typer.Exit(code=2) from failure


def _settings(**given: Any) -> Settings:
    """Options win over the environment."""
    settings = Settings(**{name: value for name, value in given.items() if value is not None})
    set_up_logging(level=settings.log_level)
    return settings
