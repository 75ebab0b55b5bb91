"""Are you a bot? Recognizes the question and gives the honest answer. Nobody can configure another one."""

from functools import cache
from typing import Literal, TypeAlias

from deskbell.safety.phrases import PhraseBook, words_in
from deskbell.safety.words import Spelling, words_of

Language: TypeAlias = Literal["en", "es"]

SHORT_FORMS = {"r": "are", "u": "you", "im": "i am", "ur": "your", "youre": "you are", "ru": "are you"}
GROUPS = {
    "being": [
        "human",
        "bot",
        "robot",
        "machine",
        "computer",
        "ai",
        "chatbot",
        "person",
        "real person",
        "program",
        "chatgpt",
        "real human",
        "automated",
        "human being",
        "artificial intelligence",
        "an ai",
        "virtual",
        "live person",
        "real",
    ],
    "ser": [
        "humano",
        "robot",
        "bot",
        "maquina",
        "persona",
        "ia",
        "persona real",
        "humana",
        "una persona",
        "inteligencia artificial",
        "real",
        "chatbot",
        "computadora",
    ],
}
QUESTIONS = {
    "en": [
        "^ ~2 are you ~3 @being",
        "am i|we ~1 talking|speaking|chatting|writing|texting to|with ~3 @being",
        "am|is i|this ~1 talking|speaking|chatting to|with ~1 someone|somebody|anyone|nobody",
        "is this|it|that ~3 @being ~4",
        "are you|this ~1 real|human|alive|automated",
        "you ~1 @being $",
        "who|what am i ~1 talking|speaking|chatting to|with",
        "what are you ~1 $",
        "bot or human|person|real",
        "human|person or ~2 bot|robot|ai|machine",
        "do|does i|a ~2 human|person|bot ~2 answer|reply|write ~1 this|here|these",
        "are you ~2 doctor|nurse|therapist|clinician|physician",
    ],
    "es": [
        "eres|es|sos ~4 @ser ~1 $",
        "estoy|estamos hablando con ~3 @ser",
        "con quien ~1 hablo|estoy|hablando",
        "hablo con ~2 @ser",
        "que eres $",
        "eres|es ~3 doctor|doctora|enfermera|medico",
    ],
}
ANSWERS: dict[Language, str] = {
    "en": "I am an AI assistant, not a person. I answer from the help pages of {company} and show where each answer comes from. If you would rather have a person, just say so.",
    "es": "Soy un asistente de IA, no una persona. Respondo con las páginas de ayuda de {company} y muestro de dónde sale cada respuesta. Si prefiere a una persona, dígalo y le paso.",
}


def asks_what_it_is(text: str) -> Language | None:
    """The language in which the visitor asks whether a human or a machine answers, or None."""
    spelling, questions = _questions()
    asked = questions.find(words_of(text, spelling))
    return ("es" if asked[0].label == "es" else "en") if asked else None


def honest_answer(company: str, language: Language = "en") -> str:
    return ANSWERS[language].format(company=company)


@cache
def _questions() -> tuple[Spelling, PhraseBook]:
    known = words_in([line for lines in QUESTIONS.values() for line in lines], GROUPS)
    return Spelling.of(SHORT_FORMS, (), known), PhraseBook.of(QUESTIONS, GROUPS)
