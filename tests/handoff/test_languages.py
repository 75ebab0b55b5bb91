"""What a visitor reads around a handoff, in seven languages: complete, in their own, and true."""

from datetime import UTC, datetime

import pytest

from deskbell.actions.collecting import Ask, begin, take
from deskbell.actions.fields import FieldSpec, FieldType
from deskbell.actions.reading import Bad, read
from deskbell.events.wire import Reason
from deskbell.handoff.wording import handed_off_line
from deskbell.kit.languages import LANGUAGES, Language, spoken
from deskbell.safety.clinical import approved_wording
from deskbell.safety.person_request import asks_for_person
from deskbell.workspaces.availability import Availability, Kind
from tests.cast import Person
from tests.visitor import Visitor

MONDAY = datetime(2026, 11, 30, 14, tzinfo=UTC)
CLOSED = Availability(Kind.CLOSED, "", MONDAY)
NAME, MAIL = FieldSpec("name", "Name"), FieldSpec("email", "E-mail", FieldType.EMAIL, required=False)
DENVER = {
    "en": "We are closed right now. We open Monday at 07:00 (Denver time).",
    "es": "Ahora está cerrado. Abrimos el lunes a las 07:00 (hora de Denver).",
    "fr": "Nous sommes fermés pour le moment. Nous ouvrons lundi à 07:00 (heure de Denver).",
    "pt": "Estamos fechados agora. Abrimos segunda-feira às 07:00 (horário de Denver).",
    "vi": "Hiện chúng tôi đã đóng cửa. Chúng tôi mở cửa lúc 07:00 thứ Hai (giờ Denver).",
    "tl": "Sarado po kami ngayon. Magbubukas kami sa Lunes nang 07:00 (oras sa Denver).",
    "zh": "现在不是服务时间。开放时间：星期一 07:00（Denver时间）。",  # noqa: RUF001  Chinese punctuation
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_line_of_a_handoff_says_in_every_language_when_we_open(language: Language) -> None:
    line = handed_off_line(Reason.ASKED_FOR_PERSON, CLOSED, "America/Denver", language)
    assert line.endswith(DENVER[language])


def test_every_reason_has_its_own_words_in_every_language() -> None:
    lines = {
        (reason, language): handed_off_line(reason, Availability(kind, "", None), "UTC", language)
        for reason in Reason
        for kind in Kind
        for language in LANGUAGES
    }
    assert all(lines.values())
    assert all(
        len({lines[reason, language] for language in LANGUAGES}) == len(LANGUAGES) for reason in Reason
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_details_are_asked_for_in_every_language(language: Language) -> None:
    step = begin((NAME, MAIL), {}, "", language)
    assert isinstance(step, Ask)
    assert "ame" in step.sentence
    assert read(MAIL, "ana at home", language) != read(MAIL, "ana at home", "en") or language == "en"
    assert isinstance(read(MAIL, "ana at home", language), Bad)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_that_lead_out_of_the_form_are_heard_as_asking_for_a_person(language: Language) -> None:
    """The sentence quotes them, so they must work."""
    first = begin((NAME,), {}, "", language)
    assert isinstance(first, Ask)
    step = take(first.collection, "skip")
    assert isinstance(step, Ask)
    quoted = [step.sentence.partition(opens)[2].partition(closes)[0] for opens, closes in ("“”", "«»")]
    [way_out] = [words.strip() for words in quoted if words]
    assert asks_for_person(way_out) is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_clinical_boundary_is_told_in_every_language_with_the_number(language: Language) -> None:
    said = approved_wording(language, emergency="112")
    assert "112" in said
    assert language == "en" or said != approved_wording("en", emergency="112")


def test_the_setting_wins_then_the_newest_text_that_shows_a_language() -> None:
    assert spoken("pt-BR", ["hola, buenas tardes"]) == "pt"
    assert spoken("auto", ["88231", "ok", "¿cuándo abren ustedes?", "what are your hours?"]) == "es"
    assert spoken("auto", ["88231"]) == "en"


async def test_a_visitor_who_writes_spanish_is_passed_on_in_spanish(vera: Visitor, ben: Person) -> None:
    await vera.asks("quiero hablar con una persona, por favor")
    line = (await vera.thread())["messages"][-1]
    assert (line["kind"], line["text"].split(".")[0]) == (
        "handed_off",
        "Le paso con una persona de nuestro equipo",
    )
