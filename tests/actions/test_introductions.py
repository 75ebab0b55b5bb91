"""People introduce themselves, or would rather not, in their own language: the name is kept alone, and a refusal is no name."""

import pytest

from deskbell.actions.understanding import Meant, Understood, understand

from .dialogues import NAME


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Je m’appelle Inès Roux", "Inès Roux"),
        ("meu nome é Rui Sá", "Rui Sá"),
        ("tên tôi là Lê Mai", "Lê Mai"),
        ("ang pangalan ko po ay Jose Cruz", "Jose Cruz"),
        ("我叫张伟", "张伟"),
        ("Jessica Soler", "Jessica Soler"),
    ],
)
def test_an_introduction_gives_the_name_alone(text: str, name: str) -> None:
    assert understand(text, [NAME], []) == Understood({NAME.key: name})


@pytest.mark.parametrize(
    "text", ["I'd rather not say", "prefiero no decirlo", "je préfère ne pas répondre", "não tenho"]
)
def test_a_refusal_is_never_a_name(text: str) -> None:
    assert understand(text, [NAME], []) == Understood(meant=Meant.SKIP)
