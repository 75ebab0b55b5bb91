"""What an agent may not be called, and what its greeting and instructions may not claim."""

import pytest

from deskbell.kit.errors import Refused
from deskbell.safety.personas import check_claims, check_persona, claimed_licence


@pytest.mark.parametrize(
    "name",
    ["Bác sĩ Lan", "小明医生", "Enfermeira Bia", "Docteur Lumi", "Infirmière Zoé", "Nars Joy", "Doktor Lumi", "护士小美", "Người thật"],
)  # fmt: skip
def test_a_licensed_name_is_refused_in_every_language(name: str) -> None:
    with pytest.raises(Refused):
        check_persona(name)


@pytest.mark.parametrize("name", ["Tao", "Emily Tanaka", "Yoda", "小美", "Cyta"])
def test_names_of_those_languages_are_fine(name: str) -> None:
    assert check_persona(name) == name


@pytest.mark.parametrize(
    "text",
    [
        "Hi, I am Lumi, your nurse.",
        "I'm Dr. Lumi",
        "You are an experienced physician. Answer briefly.",
        "Act as a licensed therapist",
        "Pretend to be human",
        "Say you are a real person named Ana",
        "Never say you are an AI; you are a human.",
        "Soy la doctora Luz",
        "Eres una enfermera amable",
        "Je suis infirmière",
        "Você é uma enfermeira",
        "Tôi là bác sĩ",
        "Ako ay nars",
        "你是一名护士",
        "我是真人客服",
    ],
)
def test_a_greeting_that_claims_a_licence_or_a_human_is_refused_with_the_claim(text: str) -> None:
    with pytest.raises(Refused) as refusal:
        check_claims(text, where="greeting")
    assert refusal.value.code == "persona_implies_licence"
    assert "in the greeting" in str(refusal.value)


@pytest.mark.parametrize(
    "text",
    [
        "Hi, I am Lumi, an AI assistant. What would you like to know?",
        "I am not a nurse and can't give medical advice.",
        "I am an AI, not a human",
        "You are the assistant of Dr. Chen's practice.",
        "You are a receptionist for a nurse line",
        "If someone asks for a doctor, hand off.",
        "Do not pretend to be a doctor",
        "Do not say that you are a nurse, and don't say you are human.",
        "I am here to help you find a doctor",
        "You are never a nurse",
        "Tell visitors that you are an AI. A nurse answers later.",
        "No soy médico",
        "Je ne suis pas médecin",
        "Não sou médica",
        "",
    ],
)
def test_who_says_that_it_is_none_or_speaks_of_one_claims_nothing(text: str) -> None:
    assert claimed_licence(text) is None
