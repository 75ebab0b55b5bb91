"""The one line that tells a visitor about a handoff: what happens now, and the truth about who is there. Pure."""

from typing import assert_never
from zoneinfo import ZoneInfo

from deskbell.events.wire import Reason
from deskbell.workspaces.availability import Availability, Kind


def handed_off_line(reason: Reason, availability: Availability, time_zone: str) -> str:
    """Why a person is asked, then when one can be expected. Nothing promises a person whom nobody has seen."""
    return f"{_why(reason)} {_when(availability, time_zone)}"


def _why(reason: Reason) -> str:
    match reason:
        case (
            Reason.ASKED_FOR_PERSON | Reason.LEFT_DURING_COLLECTION | Reason.HANDED_BY_MEMBER | Reason.PHRASE
        ):
            return "I am passing you to a person from our team."
        case Reason.NO_ANSWER:
            return "I could not find that in our help pages, so I am passing it to a person from our team."
        case Reason.LOW_CONFIDENCE:
            return "I am not sure enough of the answer, so I am passing it to a person from our team."
        case Reason.CLINICAL:
            return "A person from our team will take this up."
        case Reason.AGENT_UNAVAILABLE:
            return "I cannot answer right now, so I am passing you to a person from our team."
        case Reason.EMERGENCY | Reason.REOPENED:
            return "A person from our team will read this."
        case _:
            assert_never(reason)


def _when(availability: Availability, time_zone: str) -> str:
    match availability.kind:
        case Kind.HERE:
            return "Somebody will join you here shortly."
        case Kind.AWAY:
            return "Nobody is here right now; you can leave this chat and find the answer here later."
        case Kind.CLOSED:
            return _closed(availability, time_zone)
        case _:
            assert_never(availability.kind)


def _closed(availability: Availability, time_zone: str) -> str:
    if availability.opens_at is None:
        return "We are closed right now; the answer will be here when you come back."
    opens = availability.opens_at.astimezone(ZoneInfo(time_zone))
    at = f"{opens:%A} at {opens:%H:%M}"
    return f"We are closed right now. We open {at} ({time_zone.rsplit('/', maxsplit=1)[-1].replace('_', ' ')} time)."
