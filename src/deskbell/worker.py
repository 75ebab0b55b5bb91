"""The worker process: composition of the jobs. It alone runs models and parsers.

Three lanes: a visitor's answer never waits behind documents being read or a member who tries something out, and a member
never behind a document.
"""

import asyncio
import signal
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from time import monotonic

import httpx
import structlog
import uvloop

from deskbell.alarms import jobs as alarms
from deskbell.answering import jobs as answering
from deskbell.answering.client import (
    Calibrations,
    ChosenAnswerer,
    ContentLibrary,
    ModelsOfAgents,
    VerbatimAnswerer,
)
from deskbell.answering.generative.answerer import GenerativeAnswerer
from deskbell.answering.generative.rewriting import ModelRewriter
from deskbell.answering.turn import Answerer, Library, Rewriter
from deskbell.bus import Bus, open_bus, wakes
from deskbell.conversations import jobs as conversations
from deskbell.embedding import BuiltIn, Embedder
from deskbell.embedding.choosing import Embedders
from deskbell.embedding.remembering import Remembering
from deskbell.embedding.remote import RemoteEmbedder
from deskbell.events.commands import settling
from deskbell.handoff import jobs as handoff
from deskbell.kit.clock import Clock, now
from deskbell.kit.db import Database, open_pool
from deskbell.kit.http import guarded_client
from deskbell.kit.jobs import Runner, Work
from deskbell.kit.log import set_up_logging
from deskbell.kit.mail import SmtpMailer
from deskbell.knowledge import jobs as knowledge
from deskbell.knowledge.client.reader import Reader
from deskbell.knowledge.client.site import MOST_BYTES, TIMEOUT, Web, user_agent
from deskbell.knowledge.finding.sketches import KnownSketches
from deskbell.llm.circuit import Circuits
from deskbell.notifications import jobs as notifications
from deskbell.question_tests import jobs as question_tests
from deskbell.reactions import reactions
from deskbell.rehearsals import jobs as rehearsals
from deskbell.settings import Settings
from deskbell.setup_checks.jobs import Proving

ANSWERING_AT_ONCE = 8
READING_AT_ONCE = 2
REHEARSING_AT_ONCE = 2

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Tools:
    """What the works of all slices are made of. One model per process: both lanes share it."""

    settings: Settings
    database: Database
    bus: Bus
    clock: Clock
    embedder: Embedder
    reading_embedder: Embedder  # the same model, behind everybody who waits for an answer
    remote_embedder: Embedder | None  # the server's own, when it is set to one
    sketches: KnownSketches
    reader: Reader
    http_client: httpx.AsyncClient
    site_client: httpx.AsyncClient


def answering_works(tools: Tools) -> Mapping[str, Work]:
    """Somebody is waiting for these."""
    return {
        **_turns(tools).works(),
        **conversations.works(tools.database, tools.clock),
        **handoff.works(tools.database, tools.clock),
        **notifications.works(_post_office(tools)),
        **_alarm_post(tools).works(),
        **Proving(tools.database, tools.remote_embedder or tools.embedder).works(),
    }


def rehearsing_works(tools: Tools) -> Mapping[str, Work]:
    """A member waits for these; no visitor does."""
    return _rehearsing(tools).works()


def reading_works(tools: Tools) -> Mapping[str, Work]:
    """These may take minutes."""
    chosen = tools.remote_embedder or tools.reading_embedder
    training = knowledge.Training(tools.database, chosen, tools.reader, tools.clock, tools.reading_embedder)
    web = Web(tools.site_client, tools.clock, user_agent(tools.settings.public_url))
    crawling = knowledge.Crawling(
        tools.database, chosen, tools.reader, tools.clock, web, tools.reading_embedder
    )
    looking = knowledge.Looking(tools.database, tools.clock)
    switching = knowledge.Switching(tools.database, Embedders(chosen, tools.reading_embedder))
    testing = question_tests.QuestionTesting(tools.database, tools.clock, _rehearsing(tools).run)
    calibrating = answering.Calibrating(tools.database, Remembering(tools.reading_embedder), tools.clock)
    lane = (training, crawling, looking, switching, testing, calibrating)
    return {kind: work for slice_works in lane for kind, work in slice_works.works().items()}


HEIRS: Mapping[str, str] = {**answering.HEIRS, **knowledge.HEIRS, **question_tests.HEIRS}


def _turns(tools: Tools) -> answering.Turns:
    library, answerer, rewriter = _answering(tools)
    look = _second_look(tools)
    return answering.Turns(tools.database, tools.bus, tools.clock, library, answerer, rewriter, look)


def _rehearsing(tools: Tools) -> rehearsals.Rehearsing:
    library, answerer, rewriter = _answering(tools)
    return rehearsals.Rehearsing(
        tools.database, tools.clock, library, answerer, rewriter, _second_look(tools)
    )


def _second_look(tools: Tools) -> answering.SecondLook:
    return answering.SecondLook(tools.database, tools.clock, tools.embedder)


def _answering(tools: Tools) -> tuple[Library, Answerer, Rewriter]:
    """What every answer comes from, whoever waits for it."""
    models = ModelsOfAgents(tools.database, tools.settings.server_key, tools.http_client, tools.clock)
    embedder = Remembering(tools.embedder)
    library = ContentLibrary(tools.database, tools.remote_embedder or embedder, embedder, tools.sketches)
    quoting = VerbatimAnswerer(embedder, library, Calibrations(tools.database))
    circuits = Circuits()
    writing = GenerativeAnswerer(models, quoting, embedder, circuits, monotonic)
    return library, ChosenAnswerer(quoting, writing), ModelRewriter(models, circuits, monotonic)


def _post_office(tools: Tools) -> notifications.PostOffice:
    settings = tools.settings
    return notifications.PostOffice(
        tools.database, _mailer(settings), settings.public_url, settings.server_key, tools.clock
    )


def _alarm_post(tools: Tools) -> alarms.AlarmPost:
    settings = tools.settings
    return alarms.AlarmPost(
        tools.database,
        _mailer(settings),
        tools.http_client,
        settings.public_url,
        settings.server_key,
        tools.clock,
    )


def _mailer(settings: Settings) -> SmtpMailer | None:
    server = settings.mail_server
    return SmtpMailer(server) if server is not None else None


@asynccontextmanager
async def open_tools(settings: Settings) -> AsyncIterator[Tools]:
    """The world of the works. Every commit appends its events and their jobs."""
    async with (
        open_pool(settings.database_url, max_size=settings.pool_size) as pool,
        open_bus(settings.bus_url or settings.database_url) as bus,
        guarded_client(settings.loopback_targets) as http_client,
        guarded_client(settings.loopback_targets, limit_bytes=MOST_BYTES, timeout=TIMEOUT) as site_client,
    ):
        reader = Reader()
        try:
            database = Database(pool, settling(reactions), wakes(bus))
            model = BuiltIn()
            yield Tools(
                settings,
                database,
                bus,
                now,
                model,
                model.for_reading(),
                _remote_embedder(settings, http_client),
                KnownSketches(),
                reader,
                http_client,
                site_client,
            )
        finally:
            await reader.close()


def _remote_embedder(settings: Settings, http_client: httpx.AsyncClient) -> Embedder | None:
    if not settings.embedder_url:
        return None
    key = settings.embedder_key.get_secret_value()
    return RemoteEmbedder(settings.embedder_url, settings.embedder_model, key, http_client)


@asynccontextmanager
async def runners(tools: Tools) -> AsyncIterator[list[Runner]]:
    """One runner per lane, woken by the bus."""
    lanes = [
        Runner(tools.database, answering_works(tools), tools.clock, ANSWERING_AT_ONCE, HEIRS),
        Runner(tools.database, rehearsing_works(tools), tools.clock, REHEARSING_AT_ONCE, HEIRS),
        Runner(tools.database, reading_works(tools), tools.clock, READING_AT_ONCE, HEIRS),
    ]
    unsubscribe = [
        tools.bus.subscribe("jobs", lambda _topic, _payload, lane=lane: lane.wake()) for lane in lanes
    ]
    try:
        yield lanes
    finally:
        for stop_listening in unsubscribe:
            stop_listening()


@asynccontextmanager
async def working_along(tools: Tools) -> AsyncIterator[None]:
    """Do what is queued while the block runs, beside any worker that runs too (commands that wait for jobs)."""
    stop = asyncio.Event()
    async with runners(tools) as lanes:
        working = asyncio.gather(*[lane.run(stop) for lane in lanes])
        try:
            yield
        finally:
            stop.set()
            await working


async def run_worker(settings: Settings) -> None:
    """Until SIGTERM or SIGINT; running jobs get a moment to end."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with open_tools(settings) as tools, runners(tools) as lanes:
        log.info("worker.started", lanes=len(lanes))
        await asyncio.gather(*[lane.run(stop) for lane in lanes])


if __name__ == "__main__":
    set_up_logging()
    uvloop.run(run_worker(Settings()))
