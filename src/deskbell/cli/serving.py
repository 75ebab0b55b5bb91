"""`deskbell serve` and `deskbell demo`: the database, one web process, one worker, and in the demo a sample website."""

import os
import socket
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from deskbell.cli.databases import CommandError, DatabaseUrls, bring_up_to_date, served_database
from deskbell.kit.supervisor import Program, Supervisor
from deskbell.settings import Settings

WEB_OPTIONS = [
    "--factory", "--loop", "uvloop", "--http", "httptools", "--no-access-log", "--no-server-header",
    "--log-level", "warning", "--timeout-graceful-shutdown", "5", "--timeout-keep-alive", "75",
]  # fmt: skip


def serve(settings: Settings, *, demo: bool, content: Path | None) -> None:
    """Returns after Ctrl-C or SIGTERM, when everything has stopped. A lost database is started again."""
    for port in [settings.port, *([settings.sample_site_port] if demo else [])]:
        _refuse_taken_port(settings.host, port)
    started = time.time()
    stopped = False
    while not stopped:
        with served_database(settings) as urls:
            bring_up_to_date(urls)
            welcome = _welcome(started, demo=demo, content=content)
            programs = _programs(settings, welcome, _environment(settings, urls, demo=demo), demo=demo)
            stopped = Supervisor(programs, urls.is_alive).run()


def _programs(
    settings: Settings, welcome: Sequence[str], environment: Mapping[str, str], *, demo: bool
) -> list[Program]:
    python = [sys.executable, "-m"]
    address = ["--host", settings.host, "--port", str(settings.port)]
    web = [*python, "uvicorn", "deskbell.app:create_app", *WEB_OPTIONS, *address]
    sample_site = (
        [Program("sample site", [*python, "deskbell.cli", "sample-site"], environment)] if demo else []
    )
    return [
        Program("web", web, environment),
        Program("worker", [*python, "deskbell.worker"], environment),
        *sample_site,
        Program("welcome", [*python, "deskbell.cli", *welcome], environment, once=True),
    ]


def _welcome(started: float, *, demo: bool, content: Path | None) -> list[str]:
    options = ["--demo"] if demo else []
    if content is not None:
        options += ["--content", str(content.resolve())]
    return ["welcome", "--since", str(started), *options]


def _environment(settings: Settings, urls: DatabaseUrls, *, demo: bool) -> Mapping[str, str]:
    """What children read as their settings. They never get the owner's URL."""
    return {
        "DESKBELL_DATABASE_URL": urls.app,
        "DESKBELL_MIGRATION_URL": "",
        "DESKBELL_DATA_DIR": str(settings.data_dir.resolve()),
        "DESKBELL_HOST": settings.host,
        "DESKBELL_PORT": str(settings.port),
        "DESKBELL_PUBLIC_URL": settings.public_url,
        "DESKBELL_OUTGOING_LOOPBACK": ",".join(sorted(_callable_here(settings, demo=demo))),
        "DESKBELL_SAMPLE_SITE_PORT": str(settings.sample_site_port),
        "MALLOC_ARENA_MAX": os.environ.get(
            "MALLOC_ARENA_MAX", "2"
        ),  # threads share memory pools: tens of MB less
    }


def _callable_here(settings: Settings, *, demo: bool) -> frozenset[str]:
    """In the demo, the sample clinic's website may be given as a source although it is on this machine."""
    port = settings.sample_site_port
    sample_site = {f"localhost:{port}", f"127.0.0.1:{port}"} if demo else set[str]()
    return settings.loopback_targets | sample_site


def _refuse_taken_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as taken:
            raise CommandError(
                f"Port {port} on {host} is not free ({taken.strerror}). Choose another with --port."
            ) from taken
