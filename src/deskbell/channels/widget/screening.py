"""From the emergency screen to what the conversation is told: which card, in which region and language. Pure."""

from collections.abc import Iterable, Sequence

from deskbell.conversations.commands.alarming import Alert, approved_card
from deskbell.kit.languages import FALLBACK, language_in
from deskbell.safety.cards import quiet_line
from deskbell.safety.emergency import Alarm, screen

SHORT_MESSAGE = 60  # only a short message can be the end of a sentence that an earlier one began


def may_continue(text: str) -> bool:
    """Whether earlier messages can change what this one means."""
    return len(text) <= SHORT_MESSAGE


def alert_in(text: str, earlier: Sequence[str], region: str) -> Alert | None:
    """What the screen found, with the approved card when it is an emergency."""
    alarm = screen(text, earlier)
    if alarm is None:
        return None
    language = _language_of(alarm, text)
    if alarm.level != "emergency":
        return Alert(alarm.kind, None, quiet_line=quiet_line(region, language))
    return Alert(alarm.kind, approved_card(region, language))


def _language_of(alarm: Alarm, text: str) -> str:
    """The lexicon of another language than English knows which it is; the model of words does not."""
    return alarm.language if alarm.language != FALLBACK else language_in(text) or FALLBACK


def first_alarm(texts: Iterable[str], region: str) -> tuple[str, Alert] | None:
    """The first of several texts (values of a form) that is an emergency, with its alert."""
    for text in texts:
        alert = alert_in(text, (), region)
        if alert is not None and alert.card is not None:
            return text, alert
    return None
