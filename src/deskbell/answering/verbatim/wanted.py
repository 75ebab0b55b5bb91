"""What kind of thing a question wants (a time, an amount, a name, a place, a reason) and whether a text holds one. Pure."""

import re
from enum import StrEnum


class Wanted(StrEnum):
    """Questions that want none of these ("Do you …?") want what they name."""

    CONTACT = "contact"
    AMOUNT = "amount"
    TIME = "time"
    NAME = "name"
    PLACE = "place"
    REASON = "reason"


_ASKS = {
    Wanted.CONTACT: r"\b(?:phone|telephone|call|fax|hotline)\b.*\bnumber\b|\bnumber\b.*\b(?:call|phone|fax|desk|line|center|office)\b"
    r"|\b(?:phone|telephone|fax|email|e-mail|mailing address|postal address|hotline)\b",
    Wanted.AMOUNT: r"\bhow (?:much|many|long|old|far|often|big|large|high|tall|fast|late|early|soon|deep|wide|heavy)\b"
    r"|\bwhat (?:percent|percentage|number|is the number|fraction)\b|\b(?:phone|fax|number)\b",
    Wanted.TIME: r"\bwhen\b|\b(?:what|which) (?:year|date|day|time|month|century|decade)\b|\bhours\b",
    Wanted.NAME: r"\bwho(?:se|m)?\b",
    Wanted.PLACE: r"\bwhere\b|\bwhat (?:city|country|state|region|continent|address)\b",
    Wanted.REASON: r"\bwhy\b|\bwhat causes?d?\b|\breasons?\b",
}
_NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion|half|twice|once"
)
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_HOLDS = {
    Wanted.CONTACT: re.compile(r"\d{3}[-. )]+\d{3,4}|\b\d{5,}\b|@\w|\bPO Box\b", re.IGNORECASE),
    Wanted.AMOUNT: re.compile(rf"\d|\b(?:{_NUMBER_WORDS}|first|second|third)\b", re.IGNORECASE),
    Wanted.TIME: re.compile(
        rf"\b(?:1\d{{3}}|20\d\d|\d{{1,2}}(?::\d\d)?\ ?[ap]\.?m|\d+(?:st|nd|rd|th)|{_MONTHS}|days?|weeks?|months?|years?"
        r"|hours?|minutes?|centur(?:y|ies)|decades?|today|soon|before|after|during|until|when)\b",
        re.IGNORECASE,
    ),
    Wanted.NAME: re.compile(r"(?<=[a-z,;:('\"] )[A-Z][a-z]+"),
    Wanted.PLACE: re.compile(
        r"\b(?:in|at|on|near|from|to|through|between)\ (?:the\ )?[A-Z]"
        r"|\b(?:[Ss]treet|[Rr]oad|[Aa]venue|[Bb]uilding|[Ff]loor|[Cc]ity|[Nn]earest|[Ll]ocal|[Aa]ddress|PO\ Box)\b"
    ),
    Wanted.REASON: re.compile(
        r"\b(?:because|since|so that|due to|in order to|to (?:make|help|ensure|protect)|as a result|reasons?|therefore|caused?)\b",
        re.IGNORECASE,
    ),
}
_YES_OR_NO = re.compile(
    r"^(?:and |but |so |ok |hi |hey |hello )*(?:do|does|did|is|are|am|was|were|can|could|will|would|should|may|must|have|has|isn't|aren't|don't|doesn't|can't|won't)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"^(?:-\s+)?(?:yes|no|it depends|not (?:always|yet|necessarily)|usually|sometimes)\b", re.IGNORECASE
)


def asks_yes_or_no(question: str) -> bool:
    """ "Do you take Aetna?", "is it free"."""
    return _YES_OR_NO.match(question) is not None


def says_yes_or_no(text: str) -> bool:
    """ "Yes. Open My visits."."""
    return _SAYS.match(text) is not None


def wanted(question: str) -> Wanted | None:
    """The first kind that the question asks for; `question` in full words."""
    return next((kind for kind, asks in _ASKS.items() if re.search(asks, question, re.IGNORECASE)), None)


def holds(kind: Wanted, text: str) -> bool:
    """Whether a text could be the answer to a question that wants this kind."""
    return _HOLDS[kind].search(text) is not None
