"""The verbatim answerer quotes, letter by letter, or says nothing. The similarities are written by hand: no model."""

from datetime import UTC, datetime
from uuid import UUID

import pytest

from deskbell.answering.verbatim import answer, as_draft, texts_to_weigh
from deskbell.answering.verbatim.quoting import MOST_WORDS
from deskbell.events.wire import Citation
from deskbell.knowledge.finding.ranking import Found

READ_AT = datetime(2026, 3, 2, tzinfo=UTC)
HOURS = "The clinic is open Monday to Friday, 8:00 to 18:00. On Saturday we open at 9:00. Sundays are free."
BRING = "Please bring:\n\n- an identity card\n- your insurance card\n- the names of your medicines"


def found(
    text: str,
    path: str = "Visiting us › Hours",
    *,
    dense: float = 0.7,
    lexical: float = 5.0,
    score: float = 1.0,
) -> Found:
    identity = UUID(int=abs(hash(text)) % 2**64)
    title = path.partition(" › ")[0]
    return Found(
        identity, identity, identity, title, path, text, "https://c.example/p", READ_AT, lexical, dense, score
    )


def quoted(question: str, passages: list[Found], near: dict[str, float]) -> str | None:
    """`near`: how similar the question is to each text that begins so; to all others 0.2."""
    texts = texts_to_weigh(passages)
    similarities = [next((v for begin, v in near.items() if text.startswith(begin)), 0.2) for text in texts]
    draft = answer(question, passages, similarities)
    return draft.quote if draft else None


def test_the_sentence_that_answers_is_in_the_quote_and_the_quote_in_the_passage():
    passage = found(HOURS)
    words = quoted("Are you open on Saturday?", [passage], {"On Saturday": 0.8})
    assert words is not None
    assert "On Saturday we open at 9:00." in words
    assert words in passage.text


def test_a_list_comes_whole_with_the_line_that_announces_it():
    assert quoted("Do I need my insurance card?", [found(BRING)], {"- your insurance": 0.8}) == BRING


def test_a_row_comes_with_its_table():
    table = "Monday – Hours: 8 to 18\nSaturday – Hours: 9 to 13\nSunday – Hours: closed"
    assert quoted("are you open saturday?", [found(table)], {"Saturday": 0.7}) == table


def test_a_short_answer_is_quoted_with_what_explains_it():
    text = "No. But you can enter this information yourself. " + "It is kept with the rest. " * 30
    words = quoted(
        "Can I see results from other labs?",
        [found(text, "Results › Can I view results of other labs?")],
        {"Can I view": 0.9},
    )
    assert words is not None
    assert words.startswith("No. But you can enter this information yourself.")


def test_quotes_of_running_text_are_short():
    text = " ".join(
        f"On day {number} the clinic opens at eight and closes at six in the evening." for number in range(20)
    )
    words = quoted("When does the clinic open on day 7?", [found(text)], {"On day 7": 0.8})
    assert words is not None
    assert "On day 7" in words
    assert len(words.split()) <= MOST_WORDS


def test_the_better_of_two_passages_is_quoted():
    other = found("Parking is free for two hours.", "Visiting us › Parking", dense=0.3, lexical=0, score=0.1)
    draft = answer("Is parking free?", [found(HOURS, score=0.2), other], [0.1, 0.1, 0.1, 0.1, 0.9, 0.9])
    assert draft is not None
    assert (draft.found, draft.quote) == (other, "Parking is free for two hours.")


def test_nothing_found_is_no_answer():
    assert texts_to_weigh([]) == []
    assert answer("Is parking free?", [], []) is None


def test_an_answer_that_fits_well_is_given_with_confidence():
    draft = answer("Are you open on Saturday?", [found(HOURS)], [0.5, 0.6, 0.85, 0.5])
    assert draft is not None
    assert draft.confidence > 0.8


@pytest.mark.parametrize(
    "question", ["What is the capital of Mongolia?", "Can a human review my test results?"]
)
def test_what_the_content_does_not_tell_is_no_answer(question: str):
    passages = [found(HOURS, dense=0.08, lexical=0), found(BRING, dense=0.05, lexical=0, score=0.2)]
    similarities = [0.05] * len(texts_to_weigh(passages))
    assert answer(question, passages, similarities) is None


def test_more_in_common_never_means_less_confidence():
    def sure(near: float) -> float:
        draft = answer("Are you open on Saturday?", [found(HOURS, dense=near)], [near] * 4)
        return draft.confidence if draft else 0.0

    rising = [sure(step / 10) for step in range(11)]
    assert rising == sorted(rising)
    assert rising[0] < rising[-1]


def test_the_draft_cites_its_one_source():
    passage = found(HOURS)
    quoted_draft = answer("Are you open on Saturday?", [passage], [0.5, 0.6, 0.85, 0.5])
    assert quoted_draft is not None
    draft = as_draft(quoted_draft)
    assert draft.text == quoted_draft.quote
    assert draft.sources == (
        Citation(
            number=1,
            passage_id=passage.passage_id,
            source_id=passage.source_id,
            document_id=passage.document_id,
            version=1,
            title="Visiting us",
            path="Visiting us › Hours",
            quote=quoted_draft.quote,
            passage=HOURS,
            url="https://c.example/p",
            read_at=READ_AT,
        ),
    )
