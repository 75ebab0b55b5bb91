"""What the settings of an agent must satisfy together."""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from deskbell.agents.defaults import MOST_MODELS
from deskbell.agents.sites import normalize_site
from deskbell.agents.tables import AgentSettings, ModelSettings
from deskbell.kit.errors import LimitReached, Refused
from deskbell.safety.personas import check_claims, check_persona


def checked(settings: AgentSettings, models: Sequence[ModelSettings]) -> AgentSettings:
    """The same settings, tidy; `Refused` with what to change."""
    if settings.answerer == "generative" and not models:
        raise Refused(
            "model_missing",
            "An agent that writes with a language model needs at least one. Add a model, or let it quote your content.",
        )
    check_claims(settings.greeting, where="greeting")
    check_claims(settings.instructions, where="instructions")
    sites = tuple(dict.fromkeys(normalize_site(site) for site in settings.allowed_sites))
    questions = tuple(question.strip() for question in settings.suggested_questions if question.strip())
    return replace(
        settings, name=check_persona(settings.name), allowed_sites=sites, suggested_questions=questions
    )


def check_models(models: Sequence[ModelSettings]) -> None:
    """`Refused` when a model could not be called as it is written."""
    if len(models) > MOST_MODELS:
        raise LimitReached("too_many_models", f"An agent has at most {MOST_MODELS} models.")
    for model in models:
        check_model(model)


def check_model(model: ModelSettings) -> None:
    if not model.name.strip():
        raise Refused("model_name_missing", "Write the name of the model, as its provider calls it.")
    if not _callable(model.url):
        raise Refused("model_url_shape", "Write the model's address like https://models.example/v1.")


def _callable(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.username is None
