"""Why a page could not be had, in sentences for the person who gave it, and whether trying again makes sense."""

import re
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from enum import Enum

LONGEST_WAIT_SECONDS = 900.0
MOST_ATTEMPTS = 3


class Chance(Enum):
    """GONE: the page is no more. LATER: it may work in a while. NONE: not without a change. SITE: no page of it works."""

    GONE = "gone"
    LATER = "later"
    NONE = "none"
    SITE = "site"


@dataclass(frozen=True)
class Failure:
    """`wait_seconds`: how long the site asked us to wait."""

    sentence: str
    chance: Chance
    wait_seconds: float | None = None


UNKNOWN_HOST = Failure("This host name does not exist. Check the address for a typing mistake.", Chance.SITE)
PRIVATE = Failure(
    "This address is inside a private network. Only public websites can be read; add the pages as files instead.",
    Chance.SITE,
)
NO_CONNECTION = Failure(
    "The website does not accept connections. It may be down; try again later.", Chance.SITE
)
BAD_CERTIFICATE = Failure(
    "The website's certificate is not valid, so its pages cannot be trusted. Its administrator needs to renew it.",
    Chance.SITE,
)
TIMED_OUT = Failure("The website took too long to answer. Try again later.", Chance.LATER)
BROKEN_OFF = Failure("The website broke off its answer. Try again later.", Chance.LATER)
TOO_LARGE = Failure(
    "This page is too large to be read. Split it, or add the part that matters as text.", Chance.NONE
)
LOOP = Failure("This address redirects in a loop. Its administrator needs to repair that.", Chance.NONE)
NOT_READABLE = Failure("The answer is not in a form that can be unpacked.", Chance.NONE)
FORBIDDEN_BY_ROBOTS = Failure(
    "The site's robots.txt asks not to read this page. Allow Deskbell there, or add the page as a file.",
    Chance.NONE,
)
NO_ROBOTS = Failure(
    "The site's robots.txt could not be read, so the site was left alone. Try again later.", Chance.SITE
)


def of_status(status: int, retry_after: str, now: datetime) -> Failure | None:
    """What an HTTP status means; None when the answer is good."""
    if status < 400:
        return None
    if status in {404, 410}:
        return Failure(f"There is no page at this address any more ({status}).", Chance.GONE)
    if status in {401, 407}:
        return Failure(
            "This page asks for a login, so it cannot be read. Add its text as a file.", Chance.NONE
        )
    if status in {403, 451}:
        return Failure(
            "The website refuses to show this page to Deskbell (403). Its administrator can allow it.",
            Chance.NONE,
        )
    wait = wait_of(retry_after, now)
    if status == 429:
        return Failure("The website asks to slow down (429). It is tried again later.", Chance.LATER, wait)
    if status in {408, 425} or status >= 500:
        return Failure(
            f"The website had a problem of its own ({status}). Try again later.", Chance.LATER, wait
        )
    return Failure(f"The website did not give this page ({status}).", Chance.NONE)


def wait_of(retry_after: str, now: datetime) -> float | None:
    """Seconds that a header `Retry-After` asks for: a number or a date (RFC 9110). At most a quarter of an hour."""
    text = retry_after.strip()
    if re.fullmatch(r"\d{1,9}", text):
        return min(float(text), LONGEST_WAIT_SECONDS)
    try:
        seconds = (parsedate_to_datetime(text) - now).total_seconds()
    except (TypeError, ValueError):
        return None
    return min(max(seconds, 0.0), LONGEST_WAIT_SECONDS)


def pause_seconds(failure: Failure, attempt: int) -> float:
    """How long to wait before the next attempt; `attempt` counts from 1."""
    return max(failure.wait_seconds or 0.0, min(5.0 * 4 ** (attempt - 1), LONGEST_WAIT_SECONDS))
