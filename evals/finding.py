"""Finding and quoting on public sets, with the product's ranking in memory (`memory_index`): `python -m evals finding`.

Weights were fitted on one half of each set. The half that was not used comes first; all questions beside it, because the
baselines were measured on all.
"""

import asyncio
import math
from collections.abc import Callable, Sequence

import numpy as np

from deskbell.answering import verbatim
from deskbell.knowledge.finding.ranking import Found
from evals.figures import Row, decimals
from evals.memory_index import MemoryIndex
from evals.public_sets import PublicSet, Question, Remembered, covid, squad

# Measured once on all questions of these files, before the product had either ranking (fusion weight .5).
BASELINES = {
    "SQuAD half-dev": "BM25 .891/.810 · MiniLM .806/.659 · reciprocal rank .881/.768 · weighted .912/.830",
    "COVID-QA": "version before: .767/.582",
}
QUOTED = "best sentence .773 at 28 words · target .820 at 45"


def rows() -> list[Row]:
    model = Remembered()
    figures: list[Row] = []
    for public in (squad(), covid(model)):
        index = public.index(model)
        found = [index.find(asked.text, model.question(asked.text), limit=10) for asked in public.questions]
        figures += _finding(public, found)
        if public.questions[0].answers:
            figures += _quoting(public, found, model, "end to end")
            figures += _quoting(
                public,
                [
                    _gold(index, public, asked, ten)
                    for asked, ten in zip(public.questions, found, strict=True)
                ],
                model,
                "right passage given",
            )
    return figures


def _finding(public: PublicSet, found: Sequence[Sequence[Found]]) -> list[Row]:
    ranks = [_rank(asked, ten) for asked, ten in zip(public.questions, found, strict=True)]

    def figure(chosen: Sequence[int]) -> str:
        gain = np.mean([1 / math.log2(ranks[place] + 2) for place in chosen])
        return (
            f"{decimals(float(gain))} / {decimals(float(np.mean([ranks[place] == 0 for place in chosen])))}"
        )

    return _halves(public, "nDCG@10 / right passage first", figure, BASELINES[public.name])


def _quoting(public: PublicSet, found: Sequence[Sequence[Found]], model: Remembered, how: str) -> list[Row]:
    quotes = [_quote(asked, ten, model) for asked, ten in zip(public.questions, found, strict=True)]

    def figure(chosen: Sequence[int]) -> str:
        held = np.mean(
            [any(answer in quotes[place] for answer in public.questions[place].answers) for place in chosen]
        )
        words = np.mean([len(quotes[place].split()) for place in chosen])
        return f"{decimals(float(held))} at {words:.1f} words"

    return _halves(public, f"answer inside what is shown, {how}", figure, QUOTED)


def _halves(public: PublicSet, what: str, figure: Callable[[Sequence[int]], str], to_beat: str) -> list[Row]:
    everything = range(len(public.questions))
    unseen = [place for place in everything if not public.questions[place].fitted]
    return [
        Row(what, figure(unseen), "", f"{len(unseen)} questions of {public.name}, the half not fitted on"),
        Row(what, figure(everything), to_beat, f"all {len(everything)} questions of {public.name}"),
    ]


def _rank(asked: Question, ten: Sequence[Found]) -> float:
    places = [rank for rank, found in enumerate(ten) if found.passage_id.int in asked.right]
    return float(min(places)) if places else math.inf


def _quote(asked: Question, found: Sequence[Found], model: Remembered) -> str:
    texts = asyncio.run(model.embed_passages(verbatim.texts_to_weigh(found)))
    looked = verbatim.look(asked.text, found, (texts @ model.question(asked.text)).tolist())
    return looked.quote if looked else ""


def _gold(index: MemoryIndex, public: PublicSet, asked: Question, ten: Sequence[Found]) -> list[Found]:
    """The passage that answers, as it was found; looked up by itself where it was not."""
    right = [found for found in ten if found.passage_id.int in asked.right]
    if right:
        return right[:1]
    allowed = np.zeros(len(public.cuts), dtype=bool)
    allowed[list(asked.right)] = True
    return index.find(asked.text, np.zeros(index.vectors.shape[1], dtype=np.float32), allowed=allowed)
