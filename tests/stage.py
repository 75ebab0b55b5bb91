"""Where the cast plays: the application in this process, on the real database, with a clock and a letterbox of ours."""

from collections.abc import Mapping

import httpx
from pydantic import SecretStr

from deskbell.alarms import jobs as alarms
from deskbell.answering import jobs as answering
from deskbell.answering.client import ChosenAnswerer, ContentLibrary, VerbatimAnswerer
from deskbell.answering.turn import Answerer
from deskbell.app import bare_app, furnish
from deskbell.bus import MemoryBus
from deskbell.conversations import jobs as conversations
from deskbell.embedding.scripted import ScriptedEmbedder
from deskbell.handoff import jobs as handoff
from deskbell.kit.db import Database
from deskbell.kit.jobs import Work
from deskbell.notifications import jobs as notifications
from deskbell.question_tests import jobs as question_tests
from deskbell.rehearsals import jobs as rehearsals
from deskbell.settings import Settings
from deskbell.setup_checks.jobs import Proving
from tests.cast import ADDRESS, Clock, Desk, Letterbox

SERVER_KEY = SecretStr("A" * 43)


def settings_of_tests() -> Settings:
    return Settings(public_url=ADDRESS, server_key_base64=SERVER_KEY)


def open_desk(
    database: Database,
    letterbox: Letterbox | None = None,
    *,
    answerer: Answerer | None = None,
    outside: httpx.AsyncClient | None = None,
) -> Desk:
    """Without a letterbox there is no mail server; without an answerer the agent quotes its content."""
    clock, settings, bus = Clock(), settings_of_tests(), MemoryBus()
    app = bare_app(settings, clock)
    furnish(app, database, bus)
    office = notifications.PostOffice(database, letterbox, settings.public_url, settings.server_key, clock)
    embedder = ScriptedEmbedder()
    library = ContentLibrary(database, embedder)
    quoting = VerbatimAnswerer(embedder, library)
    answers = answerer or ChosenAnswerer(quoting, quoting)
    turns = answering.Turns(database, bus, clock, library, answers)
    rehearsing = rehearsals.Rehearsing(database, clock, library, answers)
    works: Mapping[str, Work] = {
        **turns.works(),
        **rehearsing.works(),
        **question_tests.QuestionTesting(database, clock, rehearsing.run).works(),
        **conversations.works(database, clock),
        **handoff.works(database, clock),
        **notifications.works(office),
        **alarms.AlarmPost(
            database,
            letterbox,
            outside or httpx.AsyncClient(),
            settings.public_url,
            settings.server_key,
            clock,
        ).works(),
        **Proving(database, embedder).works(),
    }
    return Desk(app, database, clock, works)
