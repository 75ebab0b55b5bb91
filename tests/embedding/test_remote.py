"""An embeddings server of one's own: its vectors are checked, its failures have a sentence, a question waits for nothing."""

import json
from collections.abc import Callable

import httpx
import numpy as np
import pytest

from deskbell.embedding.remote import BATCH, EmbedderFailed, RemoteEmbedder

Answer = Callable[[list[str]], httpx.Response]


def vectors_of(texts: list[str]) -> httpx.Response:
    """In no order, and not of unit length."""
    rows = [{"index": place, "embedding": [len(text), 0, 3]} for place, text in enumerate(texts)]
    return httpx.Response(200, json={"data": rows[::-1]})


class Server:
    """An embeddings server that plays one answer after the other; the last one again and again."""

    def __init__(self, *answers: Answer) -> None:
        self.answers = list(answers)
        self.asked: list[list[str]] = []
        self.pauses: list[float] = []
        client = httpx.AsyncClient(transport=httpx.MockTransport(self._answer))
        self.embedder = RemoteEmbedder("https://vectors.example/v1/", "nano", "s3cret", client, self._pause)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        assert (str(request.url), request.headers["authorization"]) == (
            "https://vectors.example/v1/embeddings",
            "Bearer s3cret",
        )
        self.asked.append(json.loads(request.content)["input"])
        return (self.answers.pop(0) if len(self.answers) > 1 else self.answers[0])(self.asked[-1])

    async def _pause(self, seconds: float) -> None:
        self.pauses.append(seconds)


async def test_vectors_come_in_order_with_unit_length_batch_by_batch() -> None:
    server = Server(vectors_of)
    vectors = await server.embedder.embed_passages(["a" * (place % 5 + 1) for place in range(BATCH + 3)])
    assert ([len(texts) for texts in server.asked], vectors.shape) == ([BATCH, 3], (BATCH + 3, 3))
    assert np.allclose(vectors[3], [0.8, 0, 0.6])
    assert (server.embedder.dimensions, server.embedder.name) == (3, "nano at https://vectors.example/v1")


async def test_passages_are_patient_and_questions_are_not() -> None:
    server = Server(lambda _: httpx.Response(429), lambda _: httpx.Response(503), vectors_of)
    assert (await server.embedder.embed_passages(["abcd"])).shape == (1, 3)
    assert server.pauses == [1.0, 4.0]
    busy = Server(lambda _: httpx.Response(429))
    with pytest.raises(EmbedderFailed, match="asks to wait"):
        await busy.embedder.embed_question("Hello?")
    assert (len(busy.asked), busy.pauses) == (1, [])


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (lambda _: httpx.Response(401), "does not accept the key"),
        (lambda _: httpx.Response(404), "does not know this address or model"),
        (lambda _: httpx.Response(400), "answered 400"),
        (lambda _: httpx.Response(200, text="<html>"), "answered something else"),
        (lambda _: httpx.Response(200, json={"data": []}), "answered something else"),
        (
            lambda _: httpx.Response(200, json={"data": [{"index": 0, "embedding": [0, 0]}]}),
            "answered something else",
        ),
    ],
)
async def test_what_will_not_get_better_is_not_tried_again(answer: Answer, sentence: str) -> None:
    server = Server(answer)
    with pytest.raises(EmbedderFailed, match=sentence):
        await server.embedder.embed_passages(["secret words"])
    assert (len(server.asked), server.pauses) == (1, [])


async def test_a_server_that_changes_its_dimension_is_refused() -> None:
    server = Server(
        vectors_of, lambda _: httpx.Response(200, json={"data": [{"index": 0, "embedding": [1, 2]}]})
    )
    await server.embedder.embed_question("Hello?")
    with pytest.raises(EmbedderFailed, match="changed from 3 to 2 dimensions"):
        await server.embedder.embed_question("Hello?")
