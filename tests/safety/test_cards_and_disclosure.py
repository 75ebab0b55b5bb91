"""The approved card, the honest answer, and names an agent may not carry."""

import pytest

from deskbell.kit.errors import Refused
from deskbell.kit.languages import Language
from deskbell.safety.cards import Call, EmergencyCard, card_for, regions
from deskbell.safety.disclosure import asks_what_it_is, honest_answer
from deskbell.safety.personas import check_persona


def test_the_card_of_the_united_states_is_exactly_this() -> None:
    assert card_for("US") == EmergencyCard(
        region="US",
        language="en",
        heading="This may be an emergency. Call now.",
        sentence="Do not wait for a reply here.",
        calls=(
            Call("Emergency", "911", "911"),
            Call("Suicide and crisis, call or text", "988", "988", "988"),
        ),
        elsewhere="If you are somewhere else, call your local emergency number.",
        after="We have alerted our team. The AI assistant has stopped and will not write here.",
    )


def test_a_card_speaks_the_language_and_dials_the_numbers_of_the_region() -> None:
    card = card_for("es", "es-ES")
    assert card.heading == "Esto puede ser una emergencia. Llame ahora."
    assert [call.tel for call in card.calls] == ["112", "024"]
    assert card_for("GB").calls[1] == Call("Suicide and crisis", "116 123", "116123")


def test_an_unknown_region_or_language_still_gives_a_card() -> None:
    assert card_for("??", "tlh") == card_for("US", "en")


@pytest.mark.parametrize("region", regions())
def test_every_region_has_an_emergency_number_and_a_crisis_line(region: str) -> None:
    assert [len(card_for(region, language).calls) for language in ("en", "es")] == [2, 2]
    assert all(call.tel.isdigit() for call in card_for(region).calls)


@pytest.mark.parametrize(
    "name",
    ["Dr. Lumi", "Dr Lumi", "DrLumi", "D.r. Lumi", "Lumi, RN", "lumi rn", "Nurse Joy", "NurseBot", "N u r s e Joy", "Ana the therapist", "Lumi MD", "Lumi, M.D.", "Lumi NP", "Your Doctor", "Dra. Luz", "Enfermera Luz", "Licensed Lumi", "Human agent"],
)  # fmt: skip
def test_a_name_that_implies_a_licence_or_a_human_is_refused(name: str) -> None:
    with pytest.raises(Refused) as refusal:
        check_persona(name)
    assert refusal.value.code == "persona_implies_licence"


@pytest.mark.parametrize(
    "name",
    [
        "Lumi",
        " Lumi ",
        "Andrea",
        "Drew",
        "Andre",
        "Cedar Row assistant",
        "Nursery desk",
        "Maria Do",
        "Medley",
        "Pa",
    ],
)
def test_other_names_are_fine(name: str) -> None:
    assert check_persona(name) == name.strip()


@pytest.mark.parametrize(
    "question",
    [
        "are you a bot?",
        "r u human",
        "Am I talking to a real person?",
        "is this a robot",
        "are you real",
        "bot or human?",
        "who am I talking to",
        "is this an AI?",
        "are you a doctor",
    ],
)
def test_the_question_what_it_is_gets_the_honest_answer(question: str) -> None:
    assert asks_what_it_is(question) == "en"
    assert honest_answer("Cedar Row").startswith(
        "I am an AI assistant, not a person. I answer from the help pages of Cedar Row"
    )


def test_in_spanish_too() -> None:
    assert asks_what_it_is("¿Eres un robot?") == "es"
    assert honest_answer("Cedar Row", "es").startswith("Soy un asistente de IA, no una persona.")


@pytest.mark.parametrize(
    "other",
    [
        "are you open today?",
        "do you take Aetna",
        "is this covered",
        "are you hiring",
        "am I late",
        "are your doctors real",
    ],
)
def test_other_questions_are_not_about_what_it_is(other: str) -> None:
    assert asks_what_it_is(other) is None


ASKED = {
    "en": "are you a bot? | am I talking to a machine?",
    "es": "¿eres un robot? | ¿estoy hablando con una persona real?",
    "fr": "êtes-vous un robot ? | tu es une vraie personne ? | je parle à une machine ? | à qui je parle ?",
    "pt": "você é um robô? | estou falando com uma pessoa de verdade? | com quem eu falo? | robô ou pessoa?",
    "vi": "bạn là người hay máy? | bạn có phải là robot không | đây là máy trả lời tự động à?",
    "tl": "tao ka ba? | bot po ba ito | tao po ba ang kausap ko? | sino ba ang kausap ko",
    "zh": "你是机器人吗？ | 你是真人吗 | 我在跟谁说话？ | 您是AI吗",
}
AI = {"en": "AI", "es": "IA", "fr": "IA", "pt": "IA", "vi": "AI", "tl": "AI", "zh": "AI"}


@pytest.mark.parametrize(
    ("language", "question"),
    [(language, text) for language, texts in ASKED.items() for text in texts.split(" | ")],
)
def test_whoever_asks_in_their_language_hears_in_it_that_it_is_an_ai(
    language: Language, question: str
) -> None:
    assert asks_what_it_is(question) == language
    answer = honest_answer("Cedar Row", language)
    assert AI[language] in answer
    assert "Cedar Row" in answer


@pytest.mark.parametrize(
    "text",
    [
        "Je voudrais parler à une personne", "À qui dois-je envoyer la facture ?", "Est-ce que la personne qui m’accompagne peut venir ?",
        "quero falar com uma pessoa", "você é da clínica?", "tôi muốn nói chuyện với nhân viên", "bạn có mở cửa không",
        "gusto kong makausap ang isang tao", "我要和真人说话", "你们几点开门", "转人工",
    ],
)  # fmt: skip
def test_a_question_about_something_else_is_none_about_the_machine(text: str) -> None:
    assert asks_what_it_is(text) is None
