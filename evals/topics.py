"""How well a topic in plain words is heard: each intent of CLINC150 is a topic, its name the words. `python -m evals.topics`.

The bounds of handoff/when/firing.py were chosen on the validation messages of every other intent (even places of the alphabet); the
other intents are reported, on the test messages, with the first three training messages as examples. A false alarm is a message
of another intent, or of none, that is taken for the topic.
"""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from deskbell.answering.deciding.nearness import nearness_of, texts_of
from deskbell.embedding import BuiltIn
from deskbell.embedding.embedder import Vectors
from deskbell.handoff.when import Topic, least_nearness
from evals.benign import EVAL_DATA
from evals.figures import Row, Skipped, decimals

EXAMPLES = 3
AT_ONCE = 64


@dataclass(frozen=True)
class Heard:
    """`recall`: of the messages about a topic, how many were heard; `false`: of all others, how many were."""

    recall: float
    false: float


def rows() -> list[Row]:
    """The intents that the bounds were not chosen on."""
    figures: list[Row] = []
    for name, examples in (("in plain words", 0), (f"with {EXAMPLES} examples", EXAMPLES)):
        heard = measured(examples)
        what = f"CLINC150 test, other half of the intents, {name}"
        figures.append(Row("heard", decimals(heard.recall), "", what))
        figures.append(Row("false alarms", f"{heard.false:.4f}", "", what))
    return figures


def measured(examples: int) -> Heard:
    """Over the odd intents."""
    source = EVAL_DATA / "clinc" / "data_full.json"
    if not source.is_file():
        raise Skipped("CLINC150 is not there")
    sets: dict[str, list[list[str]]] = json.loads(source.read_text())
    names = sorted({intent for _, intent in sets["train"]})
    chosen = names[1::2]
    topics = [
        Topic(
            name.replace("_", " "), tuple(text for text, intent in sets["train"] if intent == name)[:examples]
        )
        for name in chosen
    ]
    messages = [*sets["test"], *sets["oos_test"]]
    return asyncio.run(_heard(topics, chosen, messages))


async def _heard(topics: Sequence[Topic], names: Sequence[str], messages: Sequence[Sequence[str]]) -> Heard:
    model = BuiltIn()
    of_topics = await _embedded(model, texts_of(topics))
    of_messages = await _embedded(model, [text for text, _ in messages])
    near = nearness_of(topics, of_topics, of_messages)
    fired = np.array([[one.cosine >= least_nearness(one.topic) for one in of_one] for of_one in near])
    about = np.array([[intent == name for name in names] for _, intent in messages])
    return Heard(float(fired[about].mean()), float(fired[~about].mean()))


async def _embedded(model: BuiltIn, texts: Sequence[str]) -> Vectors:
    parts = [
        await model.embed_passages(texts[begun : begun + AT_ONCE]) for begun in range(0, len(texts), AT_ONCE)
    ]
    return np.concatenate(parts)


if __name__ == "__main__":
    for row in rows():
        print(row)
