"""The one line that tells a visitor about a handoff: what happens now, and the truth about who is there. Pure; the words are in
`handed_off.toml`, in seven languages.
"""

from dataclasses import dataclass
from typing import assert_never
from zoneinfo import ZoneInfo

from deskbell.events.wire import Reason
from deskbell.handoff.rules import OWN_WORDS, Says
from deskbell.kit.languages import FALLBACK, Language
from deskbell.kit.packaged import packaged_toml
from deskbell.workspaces.availability import Availability, Kind


@dataclass(frozen=True)
class HandedOffText:
    """The sentences as they stand in their file, by name and language."""

    why: dict[str, dict[Language, str]]
    when: dict[str, dict[Language, str]]
    days: dict[Language, list[str]]
    gone: dict[str, dict[Language, str]]


def handed_off_line(
    reason: Reason,
    availability: Availability,
    time_zone: str,
    language: Language = FALLBACK,
    *,
    says: Says = OWN_WORDS,
) -> str:
    """Why a person is asked, then when one can be expected. Nothing promises a person whom nobody has seen: the words of a rule
    (`says`) take the place of the first half only, and the second stays the truth.
    """
    why = _own_words(says, availability.kind) or _text().why[_why(reason)][language]
    when = _when(availability, time_zone, language)
    return why + ("" if language == "zh" else " ") + when


def all_left_line(
    availability: Availability, time_zone: str, language: Language = FALLBACK, *, asks: bool
) -> str:
    """For a visitor who waits, when the last person has left: that they have, when one can be expected, how to be reached."""
    gone = _text().gone
    parts = [gone["left"][language], _when(availability, time_zone, language)]
    if asks:
        parts.append(gone["ask"][language])
    return ("" if language == "zh" else " ").join(parts)


def _own_words(says: Says, kind: Kind) -> str:
    match kind:
        case Kind.HERE:
            return says.here.strip()
        case Kind.AWAY:
            return says.away.strip()
        case Kind.CLOSED:
            return says.closed.strip()
        case _:
            assert_never(kind)


def _why(reason: Reason) -> str:
    match reason:
        case (
            Reason.ASKED_FOR_PERSON
            | Reason.LEFT_DURING_COLLECTION
            | Reason.HANDED_BY_MEMBER
            | Reason.PHRASE
            | Reason.TOPIC
            | Reason.OTHER_LANGUAGE
            | Reason.DETAILS_COLLECTED
        ):
            return "asked"
        case Reason.UNANSWERED_IN_A_ROW:
            return "no_answer"
        case (
            Reason.NO_ANSWER
            | Reason.LOW_CONFIDENCE
            | Reason.CLINICAL
            | Reason.AGENT_UNAVAILABLE
            | Reason.FRUSTRATED
        ):
            return reason.value
        case Reason.EMERGENCY | Reason.REOPENED:
            return "read"
        case _:
            assert_never(reason)


def _when(availability: Availability, time_zone: str, language: Language) -> str:
    sentences = _text().when
    match availability.kind:
        case Kind.HERE:
            return sentences["here"][language]
        case Kind.AWAY:
            return sentences["away"][language]
        case Kind.CLOSED:
            return _closed(availability, time_zone, language)
        case _:
            assert_never(availability.kind)


def _closed(availability: Availability, time_zone: str, language: Language) -> str:
    sentences = _text().when
    if availability.opens_at is None:
        return sentences["closed"][language]
    opens = availability.opens_at.astimezone(ZoneInfo(time_zone))
    return sentences["opens"][language].format(
        day=_text().days[language][opens.weekday()],
        time=f"{opens:%H:%M}",
        place=time_zone.rsplit("/", maxsplit=1)[-1].replace("_", " "),
    )


def _text() -> HandedOffText:
    return packaged_toml("deskbell.handoff", "handed_off.toml", HandedOffText)
