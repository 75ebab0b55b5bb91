"""Where the cast plays: the application in this process, on the real database, with a clock and a letterbox of ours."""

from collections.abc import Sequence

from fastapi import FastAPI
from pydantic import SecretStr

from deskbell.actions import api as actions
from deskbell.agents import api as agents
from deskbell.events.commands import settling
from deskbell.events.types import AgentCreated, Event, InvitationSent, RenewalAsked
from deskbell.handoff import api as handoff
from deskbell.handoff import jobs as handoff_jobs
from deskbell.kit.db import Database, Transaction
from deskbell.kit.jobs import Job
from deskbell.kit.web import render_errors
from deskbell.notifications import api as notifications
from deskbell.notifications.jobs import PostOffice, invitation_mail, renewal_mail, works
from deskbell.settings import Settings
from deskbell.workspaces import api as workspaces
from tests.cast import ADDRESS, Clock, Desk, Letterbox

SERVER_KEY = SecretStr("A" * 43)


def settings_of_tests() -> Settings:
    return Settings(public_url=ADDRESS, server_key_base64=SERVER_KEY)


def open_desk(database: Database, letterbox: Letterbox | None = None) -> Desk:
    """Without a letterbox there is no mail server."""
    clock = Clock()
    settings = settings_of_tests()
    database.settle = settling(reactions)
    office = PostOffice(database, letterbox, settings.public_url, settings.server_key, clock)
    all_works = {**works(office), **handoff_jobs.works(database, clock)}
    return Desk(_app(database, clock, settings), database, clock, all_works)


def reactions(event: Event, tx: Transaction) -> Sequence[Job]:
    match event:
        case InvitationSent():
            return [invitation_mail(tx.workspace, event.invitation_id)]
        case RenewalAsked():
            return [renewal_mail(tx.workspace, event.invitation_id)]
        case AgentCreated():
            return [handoff_jobs.first_rules(tx.workspace, event.agent_id)]
        case _:
            return []


def _app(database: Database, clock: Clock, settings: Settings) -> FastAPI:
    app = FastAPI()
    render_errors(app)
    app.state.database, app.state.clock, app.state.settings = database, clock, settings
    app.include_router(workspaces.router)
    app.include_router(notifications.router)
    for slice_api in (agents, actions, handoff):
        app.include_router(slice_api.router)
    return app
