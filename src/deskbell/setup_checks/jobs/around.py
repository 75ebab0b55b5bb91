"""What the story needs around it: people, hours, emergencies, the widget on a site, mail."""

from importlib.resources import files
from zoneinfo import ZoneInfo

from deskbell.agents.widget_key import encode
from deskbell.alarms import queries as alarms
from deskbell.conversations.commands.alarming import approved_card
from deskbell.kit.mail import MailNotSentError, SmtpMailer
from deskbell.setup_checks.client import look_for_widget
from deskbell.setup_checks.jobs.world import Bench
from deskbell.setup_checks.lines import Fix, Found, attention, failed, passed
from deskbell.workspaces import queries as workspaces
from deskbell.workspaces.availability import SEEN_WITHIN, Hours, Kind, problem_with, tell

PEOPLE = Fix("Open Team", "/team")
HOURS = Fix("Set opening hours", "/settings")
ALARM = Fix("Set who is called", "/settings/alarm")
SITES = Fix("Name your sites", "/agent")
MOST_SITES = 3
LOCAL = ("http://localhost", "http://127.0.0.1", "http://[::1]")


async def members(bench: Bench) -> Found:
    """Who could take a conversation, and who was invited and cannot yet."""
    at = bench.world.clock()
    async with bench.world.database.transaction(bench.check.workspace_id) as tx:
        people = await workspaces.members(tx)
        invitations = await workspaces.open_invitations(tx)
        here = await workspaces.available_members(tx, seen_since=at - SEEN_WITHIN)
    expired = sum(invitation.expires_at <= at for invitation in invitations)
    count = f"{len(people)} {'member' if len(people) == 1 else 'members'}, {here} available now"
    if expired:
        return attention(
            f"{count}. {expired} {'invitation has' if expired == 1 else 'invitations have'} expired: send again.",
            PEOPLE,
        )
    if len(people) == 1:
        return attention(
            f"{count}. Nobody else can step in: invite your team.", Fix("Invite members", "/team")
        )
    if here == 0:
        return attention(f"{count}. Visitors are told that nobody is there.", PEOPLE)
    waiting = f"; {len(invitations)} invited and not here yet" if invitations else ""
    return passed(f"{count}{waiting}.")


async def hours(bench: Bench) -> Found:
    """Whether the hours can be kept at all, and what they say now."""
    at = bench.world.clock()
    async with bench.world.database.transaction(bench.check.workspace_id) as tx:
        kept = await workspaces.workspace(tx)
    written = Hours(kept.time_zone, kept.business_hours, kept.holidays)
    problem = problem_with(written)
    if problem:
        return failed(problem, HOURS)
    if not any(kept.business_hours.values()):
        return passed(f"None are set: whoever is available answers. Times are those of {kept.time_zone}.")
    told = tell(written, 1, at)
    if told.kind is not Kind.CLOSED:
        return passed(f"Open now, by the clock of {kept.time_zone}.")
    if told.opens_at is None:
        return failed("By these hours nobody is there within the next two months.", HOURS)
    opens = told.opens_at.astimezone(ZoneInfo(kept.time_zone))
    return passed(f"Closed now; opens {opens:%A %H:%M}, by the clock of {kept.time_zone}.")


async def emergency(bench: Bench) -> Found:
    """The approved numbers, and whom the alarm reaches when nobody is at the desk. Nothing is rung or sent."""
    numbers = approved_card(bench.agent.emergency_region, "en").numbers
    shown = f"Visitors are shown {' and '.join(number.number for number in numbers)} at once"
    async with bench.world.database.transaction(bench.check.workspace_id) as tx:
        ladder = await alarms.ladder(tx)
    has_mail = bench.world.settings.mail_server is not None
    if not has_mail and not ladder.webhook_url:
        return attention(
            f"{shown}. The alarm rings on open pages only: without a mail server or a webhook nobody else hears it.",
            ALARM,
        )
    if not (ladder.contact_email and has_mail) and not ladder.webhook_url:
        return attention(
            f"{shown}. Members are mailed. Name an emergency contact who is always there.", ALARM
        )
    reached = ["an emergency contact"] if ladder.contact_email and has_mail else []
    reached += ["a webhook"] if ladder.webhook_url else []
    return passed(f"{shown}. The alarm climbs from open pages to {' and '.join(reached)}.")


async def widget(bench: Bench) -> Found:
    """The script and the address it is loaded from, and the sites that carry it."""
    public_url = bench.world.settings.public_url
    if not files("deskbell").joinpath("_built", "widget").is_dir():
        return failed(
            "The widget was not built with this installation. Run “make demo” on the server, or reinstall."
        )
    if not public_url.startswith("https:") and not public_url.startswith(LOCAL):
        return failed(f"{public_url} is not https, so other sites cannot load it. Set DESKBELL_PUBLIC_URL.")
    sites = [site for site in bench.agent.allowed_sites if not site.startswith("*.")][:MOST_SITES]
    if not bench.agent.allowed_sites:
        return attention("Every site may show this widget. Name yours, and no other can.", SITES)
    key = encode(bench.check.workspace_id, bench.agent.id)
    seen = {site: await look_for_widget(site, key, bench.world.settings.loopback_targets) for site in sites}
    there = [site for site, what in seen.items() if what == "there"]
    if there:
        return passed(f"{there[0]} carries it.")
    if any(what == "missing" for what in seen.values()):
        return attention(
            f"The start page of {sites[0]} does not carry the line itself. A tag manager may add it.",
            Fix("Copy the line", "/agent"),
        )
    named = ", ".join(bench.agent.allowed_sites[:MOST_SITES])
    return attention(f"Allowed on {named}. This server could not look there.", Fix("Copy the line", "/agent"))


async def mail(bench: Bench) -> Found:
    """Sign in at the mail server, and send nothing."""
    server = bench.world.settings.mail_server
    if server is None:
        return attention(
            "There is no mail server, so nothing is sent: invitations are copied as links.",
            Fix("Open the outbox", "/settings/outbox"),
        )
    try:
        await SmtpMailer(server).greet()
    except MailNotSentError as failure:
        return failed(failure.sentence, Fix("Open the outbox", "/settings/outbox"))
    return passed(f"{server.host} lets us in. Nothing was sent.")
