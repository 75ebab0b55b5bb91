"""What the settings of an agent must satisfy together."""

from dataclasses import replace
from urllib.parse import urlsplit

from deskbell.agents.sites import normalize_site
from deskbell.agents.tables import AgentSettings
from deskbell.kit.errors import Refused
from deskbell.safety.personas import check_persona


def checked(settings: AgentSettings) -> AgentSettings:
    """The same settings, tidy; `Refused` with what to change."""
    _refuse_missing_model(settings)
    sites = tuple(dict.fromkeys(normalize_site(site) for site in settings.allowed_sites))
    questions = tuple(question.strip() for question in settings.suggested_questions if question.strip())
    return replace(
        settings, name=check_persona(settings.name), allowed_sites=sites, suggested_questions=questions
    )


def _refuse_missing_model(settings: AgentSettings) -> None:
    if settings.answerer == "verbatim":
        return
    if not settings.model_url or not settings.model_name:
        raise Refused(
            "model_missing",
            "A generative agent needs the address and the name of its model. The verbatim answerer needs neither.",
        )
    if not _callable(settings.model_url):
        raise Refused("model_url_shape", "Write the model's address like https://models.example/v1.")


def _callable(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.username is None
