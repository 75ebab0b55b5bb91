"""What calms the screen: denials, the past, talk about something else. A greeting, a name or thanks never do."""

import pytest

from deskbell.safety.emergency import screen

from .sets import lines
from .test_emergency import SETS, alarmed
from .test_metamorphic import KNOWN

AROUND = [
    "hello, {}",
    "hi, my name is Jim and {}",
    "{}. Thanks for your help",
    "{} thanks for your help",
    "{}, thank you so much",
    "{} ty",
    "{} my name is Ana and I have Aetna",
    "buenos días {} gracias",
]


@pytest.mark.parametrize("around", AROUND)
def test_a_greeting_a_name_or_thanks_never_lowers_an_emergency(around: str) -> None:
    found = [text for name in SETS for text in lines(name, "explicit") if alarmed(text) and text not in KNOWN]
    told = [text for text in found if len(text.split()) > 3 and max(map(len, text.split())) > 1]
    assert len(told) > 250
    assert [text for text in told if not alarmed(around.format(text))] == []


@pytest.mark.parametrize(
    "text",
    [
        "the ambulance bill is wrong, it came twice",
        "I was in the hospital for chest pain in May and need a follow up",
        "my therapist asked me to write whether I have suicidal thoughts, I have none",
        "esta app me da un infarto jaja, cambien la contraseña",
        "de jeune j'ai voulu mourir, aujourd'hui je vais bien et je cherche un thérapeute",
    ],
)
def test_talk_about_something_else_is_a_concern_at_most(text: str) -> None:
    assert not alarmed(text)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Ulla Stroke here", "concern"),
        ("stroke", "emergency"),
        ("stroke help", "emergency"),
        ("hello, overdose", "emergency"),
    ],
)
def test_a_word_that_alarms_alone_beside_an_unknown_word_is_rather_a_name(text: str, level: str) -> None:
    alarm = screen(text)
    assert (alarm and alarm.level) == level


@pytest.mark.parametrize(
    "text",
    [
        "My knee has been swollen for a week",
        "I feel weak and had a headache yesterday",
        "I've been crying a lot since my divorce and would like a therapist",
        "my son threw up once yesterday but feels fine",
        "me duele un poco la rodilla cuando camino",
    ],
)
def test_complaints_that_can_wait_take_nothing_over(text: str) -> None:
    assert not alarmed(text)
