"""What the settings of an agent must satisfy together."""

import re
from dataclasses import replace
from urllib.parse import urlsplit

from deskbell.agents.sites import normalize_site
from deskbell.agents.tables import AgentSettings
from deskbell.kit.errors import Refused


def checked(settings: AgentSettings) -> AgentSettings:
    """The same settings, tidy; `Refused` with what to change."""
    _refuse_licensed_name(settings.name)
    _refuse_missing_model(settings)
    sites = tuple(dict.fromkeys(normalize_site(site) for site in settings.allowed_sites))
    questions = tuple(question.strip() for question in settings.suggested_questions if question.strip())
    return replace(settings, allowed_sites=sites, suggested_questions=questions)


_LICENSED = re.compile(r"\b(dr|doctor|rn|md|np|pa-c|nurse|therapist|physician|pharmacist)\b", re.IGNORECASE)


def _refuse_licensed_name(name: str) -> None:
    found = _LICENSED.search(name)
    title = found and found.group()
    if title is not None:
        raise Refused(
            "name_implies_license",
            f"“{title}” suggests a licensed clinician. The agent is an AI: give it a plain name.",
            title=title,
        )


def _refuse_missing_model(settings: AgentSettings) -> None:
    if settings.answerer == "verbatim":
        return
    if not settings.model_url or not settings.model_name:
        raise Refused(
            "model_missing",
            "A generative agent needs the address and the name of its model. The verbatim answerer needs neither.",
        )
    address = urlsplit(settings.model_url)
    if address.scheme not in {"http", "https"} or not address.hostname or address.username:
        raise Refused("model_url_shape", "Write the model's address like https://models.example/v1.")
