"""The embedder of other tests: predictable, and no model needed."""

import numpy as np

from deskbell.embedding import ScriptedEmbedder


async def test_texts_are_as_near_as_the_words_they_share() -> None:
    embedder = ScriptedEmbedder()
    question = await embedder.embed_question("opening hours")
    scores = await embedder.embed_passages(["Opening hours!", "opening night", "a refund"]) @ question
    assert np.round(scores, 4).tolist() == [1.0, 0.5, 0.0]


async def test_the_same_text_has_the_same_vector_every_time() -> None:
    first, second = (
        await ScriptedEmbedder().embed_passages(["a b"]),
        await ScriptedEmbedder().embed_passages(["a b"]),
    )
    assert first.tolist() == second.tolist()
