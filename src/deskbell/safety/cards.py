"""The approved emergency card of a region: what it says and whom it calls. Fixed wording, never written by a model."""

from dataclasses import dataclass

from deskbell.kit.packaged import packaged_toml

FALLBACK_REGION = "US"
FALLBACK_LANGUAGE = "en"


@dataclass(frozen=True)
class Call:
    """One number to press. `tel` is what the phone dials; `text_to` is empty where texting is not offered."""

    label: str
    number: str
    tel: str
    text_to: str = ""


@dataclass(frozen=True)
class EmergencyCard:
    """What the visitor sees in the same request that stored the message."""

    region: str
    language: str
    heading: str
    sentence: str
    calls: tuple[Call, ...]
    elsewhere: str
    after: str


@dataclass(frozen=True)
class Wording:
    heading: str
    sentence: str
    elsewhere: str
    after: str
    quiet: str


@dataclass(frozen=True)
class CallText:
    label: str
    number: str
    text_to: str = ""


@dataclass(frozen=True)
class CardTexts:
    wording: dict[str, Wording]
    labels: dict[str, dict[str, str]]
    calls: dict[str, list[CallText]]


def card_for(region: str, language: str = FALLBACK_LANGUAGE) -> EmergencyCard:
    """The card of a region ("US") in a language ("en", "es-MX"). An unknown one gives the fallback, never nothing."""
    texts = packaged_toml("deskbell.safety", "lexicons/cards.toml", CardTexts)
    region = region.upper() if region.upper() in texts.calls else FALLBACK_REGION
    spoken = language.lower().partition("-")[0]
    spoken = spoken if spoken in texts.wording else FALLBACK_LANGUAGE
    wording = texts.wording[spoken]
    calls = tuple(
        Call(texts.labels[call.label][spoken], call.number, call.number.replace(" ", ""), call.text_to)
        for call in texts.calls[region]
    )
    return EmergencyCard(
        region, spoken, wording.heading, wording.sentence, calls, wording.elsewhere, wording.after
    )


def quiet_line(region: str, language: str = FALLBACK_LANGUAGE) -> str:
    """One sentence with the numbers of the card, for what may be nothing: it takes nothing over."""
    card = card_for(region, language)
    texts = packaged_toml("deskbell.safety", "lexicons/cards.toml", CardTexts)
    numbers = " · ".join(f"{call.label}: {call.number}" for call in card.calls)
    return f"{texts.wording[card.language].quiet} {numbers}"


def regions() -> tuple[str, ...]:
    """The regions an admin can choose."""
    return tuple(packaged_toml("deskbell.safety", "lexicons/cards.toml", CardTexts).calls)
