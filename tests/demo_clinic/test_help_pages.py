"""The demo clinic's content is fiction, has the form that it teaches, and answers what visitors ask."""

import re
import tomllib
from pathlib import Path

import numpy as np
import pytest

from deskbell import demo_clinic
from deskbell.answering import verbatim
from deskbell.embedding import BuiltIn
from deskbell.knowledge.finding.meaning import embed
from deskbell.knowledge.finding.terms import spell_out
from deskbell.knowledge.passages import Cut, cut
from deskbell.knowledge.reading.markdown import read_markdown
from evals.memory_index import MemoryIndex

FOLDER = Path(str(demo_clinic.__path__[0]))
PAGES = sorted(FOLDER.glob("*.md"))
PHONE = re.compile(r"\(?\d{3}\)?[ -]\d{3}-\d{4}")
HOST = re.compile(r"[\w.-]+@([\w.-]+\w)|\b(cedarrow\.\w+)")
SURE = 0.5


@pytest.fixture(scope="module")
def model() -> BuiltIn:
    return BuiltIn()


@pytest.fixture(scope="module")
async def index(model: BuiltIn) -> MemoryIndex:
    """All pages, as the import reads them, and the questions with their answers."""
    cuts = [piece for page in PAGES for piece in cut(read_markdown(page.read_bytes(), page.stem))]
    cuts += [Cut(pair["question"], pair["answer"]) for pair in _pairs()]
    return MemoryIndex(cuts, await embed(model, cuts))


def _pairs() -> list[dict[str, str]]:
    return tomllib.loads((FOLDER / "questions.toml").read_text())["questions"]


def test_there_is_enough_to_answer_from() -> None:
    assert len(PAGES) > 14
    assert len(_pairs()) > 6


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_one_title_and_headings_that_visitors_would_ask(page: Path) -> None:
    lines = page.read_text().splitlines()
    headings = [line.removeprefix("## ") for line in lines if line.startswith("## ")]
    assert [line[:2] for line in lines if re.match(r"#{1,6} ", line) and not line.startswith("## ")] == ["# "]
    assert [heading for heading in headings if "?" not in heading and not heading.startswith("I ")] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_names_only_numbers_and_addresses_that_are_reserved_for_fiction(page: Path) -> None:
    text = page.read_text()
    numbers = PHONE.findall(text)
    hosts = {host for pair in HOST.findall(text) for host in pair if host}
    assert [number for number in numbers if not re.search(r"555-01\d\d$", number)] == []
    assert hosts <= {"cedarrow.example"}


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("What are your clinic hours?", "Monday to Friday from 8 am to 7 pm Mountain Time"),
        ("when r u open", "Monday to Friday from 8 am to 7 pm Mountain Time"),
        ("are you open saturday?", "Saturday from 9 am to 1 pm"),
        ("What happens if I cancel the same day?", "2 to 24 hours before the start: $25"),
        ("is there a fee if I cancel the same morning", "2 to 24 hours before the start: $25"),
        ("Can I move or cancel a visit?", "free until 24 hours before the start"),
        ("Which insurance do you take?", "Blue Ridge Health"),
        ("do u take medicaid", "We do not bill Medicare, Medicaid or TRICARE"),
        ("How do I get a refill?", "Choose Ask for a refill"),
        ("How do I join my video visit?", "Open the link in your confirmation"),
        ("my link has expired", "Sign in and open My visits"),
        ("How much does a visit cost?", "Primary care visit, 20 minutes: $85"),
        ("what do i need for my first appointment", "A photo ID"),
        ("Can my wife sit in on the call?", "a person you trust can sit in on the call"),
        ("is cedar row a real clinic", "Cedar Row Virtual Care is fiction"),
    ],
)
async def test_a_question_is_answered_with_the_sentence_that_answers_it(
    model: BuiltIn, index: MemoryIndex, question: str, said: str
) -> None:
    answer = await _answer(model, index, question)
    assert answer is not None
    assert (said in answer.quote, answer.confidence >= SURE) == (True, True), answer.quote


@pytest.mark.parametrize(
    "question",
    ["do you repair bicycles", "What is the capital of France?", "can you send a letter to my son's school"],
)
async def test_what_the_pages_leave_open_is_not_answered_with_confidence(
    model: BuiltIn, index: MemoryIndex, question: str
) -> None:
    answer = await _answer(model, index, question)
    assert answer is None or answer.confidence < SURE


async def _answer(model: BuiltIn, index: MemoryIndex, question: str) -> verbatim.VerbatimDraft | None:
    asked = await model.embed_question(spell_out(question))
    found = index.find(question, asked)
    near = np.asarray(await model.embed_passages(verbatim.texts_to_weigh(found))) @ asked
    return verbatim.answer(question, found, near.tolist())
