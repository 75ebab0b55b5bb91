"""Typos in a question are mended with the agent's own words; what is right, or only looks wrong, stays as it is."""

import tomllib
from pathlib import Path

import pytest

import deskbell
from deskbell.embedding.words import english_near, is_english
from deskbell.knowledge.finding.spelling import distance, suspects
from deskbell.knowledge.queries import Language, mend_question
from tests.knowledge.conftest import Clinic

TEXT = (
    "Prednisone and lorazepam are prescriptions. Book an appointment with your insurance card. "
    "The copay and a refill are due at check in. Dr. Okafor sees you in the telehealth portal. Rental desks are free."
)
QUESTIONS = Path(__file__).parents[2] / "evals" / "sets" / "typos.toml"
CLINIC = Path(deskbell.__file__).parent / "demo_clinic"


async def mended(clinic: Clinic, question: str) -> str:
    async with clinic.transaction() as tx:
        return await mend_question(tx, clinic.agent_id, question, Language(is_english, english_near))


@pytest.fixture
async def reading(clinic: Clinic) -> Clinic:
    await clinic.given_text("Help", TEXT)
    await clinic.trains()
    return clinic


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Do I need an apointment?", "Do I need an appointment?"),
        ("where is my perscription", "where is my prescription"),
        ("is my insurence card ok", "is my insurance card ok"),
        ("refil please", "refill please"),
        ("how high is the co pay", "how high is the copay"),
        ("what do I do at checkin", "what do I do at check in"),
        ("how does telehelth work", "how does telehealth work"),
        ("lorazapam, please", "lorazepam, please"),
    ],
)
async def test_a_typo_becomes_what_the_content_says(reading: Clinic, typed: str, meant: str) -> None:
    assert await mended(reading, typed) == meant


@pytest.mark.parametrize(
    "question",
    [
        "Do you have an appointment for a refill?",
        "Do you do dental work?",  # the content only knows "rental"
        "Do you give prednisolone?",  # another drug than prednisone
        "Can I have clonazepam?",  # another drug than lorazepam
        "What is code refl1 or REFIL?",
        "Is Dr. Okafar in?",  # a name
        "refills",
        "",
    ],
)
async def test_what_is_right_or_means_something_else_stays(reading: Clinic, question: str) -> None:
    assert await mended(reading, question) == question


async def test_an_agent_that_knows_nothing_mends_only_the_language(clinic: Clinic) -> None:
    assert await mended(clinic, "my apointment at xqzzvw") == "my appointment at xqzzvw"


async def test_nobody_learns_from_the_words_of_another_workspace(
    reading: Clinic, other_clinic: Clinic
) -> None:
    assert await mended(reading, "the portl of lorazapam") == "the portal of lorazepam"
    assert "lorazepam" not in await mended(other_clinic, "the portl of lorazapam")


async def test_hurried_questions_to_the_demo_clinic_are_mostly_mended_and_clean_ones_hardly_touched(
    clinic: Clinic,
) -> None:
    questions = tomllib.loads(QUESTIONS.read_text())["questions"]
    assert len(questions) >= 100
    for page in sorted(CLINIC.glob("*.md")):
        await clinic.given_text(page.stem, page.read_text())
    await clinic.trains()
    right = [(await mended(clinic, typed)).lower() == meant.lower() for typed, meant, _ in questions]
    touched = [meant for _, meant, _ in questions if await mended(clinic, meant) != meant]
    assert (sum(right) / len(right) > 0.7, len(touched) <= 3) == (True, True)


def test_edits_are_counted_with_swaps_as_one_and_given_up_early() -> None:
    pairs = [("perscription", "prescription"), ("refil", "refill"), ("a", "b"), ("same", "same")]
    assert [distance(one, other, 2) for one, other in pairs] == [1, 1, 1, 0]
    assert distance("prednisolone", "prednisone", 1) is None


def test_names_codes_and_common_words_are_not_suspected() -> None:
    assert suspects("Okafar asked Okafar about A1C, x2 and the apointment", is_english) == [
        "okafar",
        "apointment",
    ]
