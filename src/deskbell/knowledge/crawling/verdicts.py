"""Pages that were delivered and are no content: login walls, "not found" in friendly words, pages without text."""

import re

from deskbell.knowledge.crawling.addresses import path_of
from deskbell.knowledge.crawling.survey import Survey

LOGIN = "This page asks visitors to sign in, so its content cannot be read. Add its text as a file."
SOFT_404 = "This page says that there is nothing here, although the website does not report it as missing."
SCRIPTS = (
    "This page is built by scripts, so there is no text in what the website delivers. Add its text as a file."
)
EMPTY = "This page is empty: no text was found in it."
_FEW_WORDS = 25
_SHORT_PAGE = 120
_LOGIN_PATH = re.compile(
    r"/(?:log-?in|sign-?in|signon|sso|oauth2?|auth|wp-login\.php|account/login|users/sign_in|session/new)(?:/|$)",
    re.IGNORECASE,
)
_NOT_FOUND = re.compile(
    r"\b404\b|\bpage (?:was |is |could )?(?:not|n[o']t) (?:be )?found\b|\bpage (?:does|doesn.t) not? ?exist\b|"
    r"\bpage (?:you|that you)[^.]{0,40}(?:not|n.t)\b[^.]{0,20}(?:found|exist|available)|\bnothing (?:was )?found here\b|"
    r"\bno longer (?:available|exists)\b|\bseite nicht gefunden\b|\bpágina no encontrada\b|\bpage introuvable\b|^\s*not found\s*$",
    re.IGNORECASE,
)


def is_login(url: str) -> bool:
    """An address where people sign in."""
    return _LOGIN_PATH.search(path_of(url)) is not None


def verdict(survey: Survey, words: int) -> str | None:
    """Why a delivered page is no content, as a sentence; None when it is. `words` is what was understood as its text."""
    if survey.has_password and words < _SHORT_PAGE:
        return LOGIN
    if words < _SHORT_PAGE and _NOT_FOUND.search(survey.heading):
        return SOFT_404
    if words < _FEW_WORDS and survey.is_built_by_scripts:
        return SCRIPTS
    return EMPTY if words == 0 else None
