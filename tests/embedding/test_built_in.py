"""The built-in model understands the clinic's language: meaning decides, not shared words."""

import asyncio
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from deskbell.embedding import BuiltIn

PASSAGES = [
    "The clinic is open Monday to Friday from eight in the morning to six in the evening.",
    "Refill requests are answered within two working days and sent to your pharmacy.",
    "We see patients who live in California, Nevada and Arizona.",
    "We bill your insurance first; what it does not cover is charged to your card.",
    "Laboratory results appear in the portal as soon as a physician has read them.",
    "Your records are kept private and are shared only with your consent.",
]


@pytest.fixture(scope="session")
def model() -> BuiltIn:
    return BuiltIn()


@pytest.mark.parametrize(
    ("question", "nearest"),
    [
        ("When can I reach you during the week?", 0),
        ("I am running out of my medication", 1),
        ("I moved to Phoenix, can you still treat me?", 2),
        ("Who pays for the visit?", 3),
        ("Has my blood test come back?", 4),
        ("Do you tell my employer anything about me?", 5),
    ],
)
async def test_a_question_is_nearest_to_the_passage_that_answers_it(
    model: BuiltIn, question: str, nearest: int
) -> None:
    scores = await model.embed_passages(PASSAGES) @ await model.embed_question(question)
    assert int(np.argmax(scores)) == nearest


async def test_small_talk_is_far_from_every_passage(model: BuiltIn) -> None:
    scores = await model.embed_passages(PASSAGES) @ await model.embed_question("thanks, that was funny")
    assert scores.max() < 0.25


async def test_vectors_have_unit_length_and_the_promised_shape(model: BuiltIn) -> None:
    vectors = await model.embed_passages(PASSAGES)
    assert (vectors.shape, vectors.dtype) == ((6, model.dimensions), np.float32)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


async def test_many_texts_keep_their_order_and_hardly_feel_their_neighbors(model: BuiltIn) -> None:
    """Lengths are mixed, so the batches inside are in another order than the texts."""
    texts = [text[: 12 + 9 * (index % 5)] for index, text in enumerate(PASSAGES * 4)]
    together = await model.embed_passages(texts)
    alone = np.stack([await model.embed_question(text) for text in texts])
    assert (together * alone).sum(axis=1).min() > 0.96


async def test_a_question_does_not_wait_for_a_book_that_is_being_read(model: BuiltIn) -> None:
    book = asyncio.create_task(model.for_reading(2).embed_passages([text * 5 for text in PASSAGES] * 30))
    await model.for_reading(2).embed_passages(PASSAGES[:1])  # the reading has begun
    await model.embed_question("When are you open?")
    assert not book.done()
    assert (await book).shape == (180, model.dimensions)


async def test_both_lanes_make_the_same_vectors(model: BuiltIn) -> None:
    assert np.array_equal(
        await model.for_reading(3).embed_passages(PASSAGES), await model.embed_passages(PASSAGES)
    )


async def test_a_text_beyond_the_limit_is_cut_not_refused(model: BuiltIn) -> None:
    long = "The waiting room opens ten minutes before the visit. " * 200
    start = "The waiting room opens ten minutes before the visit. " * 20
    assert await model.embed_question(long) @ await model.embed_question(start) > 0.95


async def test_of_a_long_passage_the_beginning_is_read_and_of_a_long_question_twice_as_much(
    model: BuiltIn,
) -> None:
    start = "The waiting room opens ten minutes before the visit. " * 14  # 142 tokens
    long, other = start + "Please bring your insurance card. " * 8, start + "Parking is free on Sundays. " * 8
    passages = await model.embed_passages([long, other])
    questions = [await model.embed_question(text) for text in (long, other)]
    assert passages[0] @ passages[1] > 0.999
    assert questions[0] @ questions[1] < 0.95


async def test_an_empty_text_and_an_empty_list_are_answered(model: BuiltIn) -> None:
    assert (await model.embed_passages([])).shape == (0, 384)
    assert np.isfinite(await model.embed_question("")).all()


async def test_a_package_without_its_model_says_what_to_do(tmp_path) -> None:
    from deskbell.embedding.built_in import ModelMissing

    with pytest.raises(ModelMissing, match="make demo"):
        await BuiltIn(tmp_path).embed_question("Hello?")


def test_the_model_reports_to_nobody_and_leaves_no_identity_behind(tmp_path: Path) -> None:
    """Its runtime would keep a device identifier in the home folder, and send it with what it counts."""
    embed = "import asyncio; from deskbell.embedding import BuiltIn; asyncio.run(BuiltIn().embed_question('Hello?'))"
    places = {"HOME": str(tmp_path), "TMPDIR": str(tmp_path)}  # nothing else: it is shy in test environments
    subprocess.run([sys.executable, "-c", embed], env=places, check=True)
    assert list(tmp_path.rglob("*")) == []
