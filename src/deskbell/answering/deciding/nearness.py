"""How near a message is to a topic that is described in plain words: the cosine with the middle of the description and its
examples. Pure.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from deskbell.embedding.embedder import Vectors
from deskbell.handoff.when import Near, Topic

LONGEST_COMPARED = 1_000  # characters of a message; more of it is about more than one thing
WEIGHT_OF_DESCRIPTION = 2.0  # beside 1 for each example


def texts_of(topics: Iterable[Topic]) -> list[str]:
    """What has to be embedded, in the order in which `nearness_of` wants it."""
    return [text for topic in topics for text in (topic.topic, *topic.examples)]


def nearness_of(topics: Sequence[Topic], of_topics: Vectors, of_messages: Vectors) -> list[tuple[Near, ...]]:
    """For each message its nearness to each topic. `of_topics`: a row per text of `texts_of`; all rows have length 1."""
    middles = np.zeros((len(topics), of_topics.shape[1]), dtype=np.float32)
    row = 0
    for place, topic in enumerate(topics):
        own = of_topics[row : row + 1 + len(topic.examples)]
        middle = WEIGHT_OF_DESCRIPTION * own[0] + own[1:].sum(axis=0)
        middles[place] = middle / max(float(np.linalg.norm(middle)), 1e-9)
        row += len(own)
    cosines = of_messages @ middles.T
    return [
        tuple(Near(topic, round(float(cosine), 3)) for topic, cosine in zip(topics, of_one, strict=True))
        for of_one in cosines
    ]
