"""Fits the weights of `answering/verbatim/weighing.py`: `python -m evals.fit_quoting`. Which sentence, point or row of the best three
passages holds the answer? The even articles of SQuAD 2.0 dev, and the dev part of the questions to real help pages, both sets
counting alike. Prints how often the best one is right on help pages whose questions were left out of the fit, in five folds.
"""

import asyncio
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from deskbell.answering.verbatim import texts_to_weigh
from deskbell.answering.verbatim.quoting import groups_of, units_of
from deskbell.answering.verbatim.weighing import (
    LOOKED_AT,
    MOST_UNITS,
    WEIGHTS,
    asked_of,
    features_of,
)
from deskbell.knowledge.finding.ranking import Found
from evals import telehealth
from evals.listwise import Floats, fit
from evals.public_sets import Remembered, squad

NAMES = tuple(WEIGHTS)
FOLDS = 5
Answers = Callable[[Found, str, str], bool]  # the passage, the unit, all that is read together with it


@dataclass(frozen=True)
class Example:
    """One question: its units with their features, which of them are right, and the page its answer stands on."""

    features: Floats
    right: NDArray[np.bool_]
    page: str


def from_articles(model: Remembered) -> list[Example]:
    """Questions of the half to fit on, with what the ranking finds."""
    public = squad()
    index = public.index(model)
    examples: list[Example] = []
    for asked in public.questions:
        if asked.fitted:
            found = index.find(asked.text, model.question(asked.text))

            def answers(
                passage: Found,
                unit: str,
                _: str,
                right: frozenset[int] = asked.right,
                words: Sequence[str] = asked.answers,
            ) -> bool:
                return passage.passage_id.int in right and any(word in unit for word in words)

            examples.append(_example(asked.text, found, model, answers, ""))
    return examples


async def found_on_pages() -> list[tuple[str, Sequence[str], str, list[Found]]]:
    """The single questions of the dev part with what a turn finds: the question, what is right, the page, the passages."""
    return [
        (one["question"], one["says"], one["file"][0], found)
        for one, found in await telehealth.found_for("dev")
        if "says" in one and "also" not in one
    ]


def _example(question: str, found: list[Found], model: Remembered, answers: Answers, page: str) -> Example:
    asked = asked_of(question, found)
    near = (asyncio.run(model.embed_passages(texts_to_weigh(found))) @ model.question(question)).tolist()
    features: list[list[float]] = []
    right: list[bool] = []
    for passage in found[:LOOKED_AT]:
        units = units_of(passage.text)
        groups, compared = groups_of(units), 1 + min(len(units), MOST_UNITS)
        here, near = near[:compared], near[compared:]
        if not units:
            continue
        here += [min(here[1:])] * (len(units) + 1 - compared)
        features += [
            [of_unit[name] for name in NAMES] for of_unit in features_of(asked, passage, units, groups, here)
        ]
        for group in groups:
            together = passage.text[units[group.start].start : units[group.stop - 1].end]
            right += [answers(passage, units[place].text, together) for place in group]
    return Example(np.array(features), np.array(right), page)


def _fitted(articles: Sequence[Example], pages: Sequence[Example]) -> Floats:
    return fit(
        [
            (one.features, one.right, 1 / len(examples))
            for examples in (articles, pages)
            for one in examples
            if len(one.right)
        ]
    )


def main() -> None:
    model = Remembered()
    articles = from_articles(model)
    pages = [
        _example(
            question, found, model, lambda _, __, together, says=says: telehealth.says(together, says), page
        )
        for question, says, page, found in asyncio.run(found_on_pages())
    ]
    fold = [zlib.crc32(one.page.encode()) % FOLDS for one in pages]
    hits = 0
    for left_out in range(FOLDS):
        theta = _fitted(
            articles, [one for one, number in zip(pages, fold, strict=True) if number != left_out]
        )
        hits += sum(
            bool(one.right[np.argmax(one.features @ theta)])
            for one, number in zip(pages, fold, strict=True)
            if number == left_out and len(one.right)
        )
    print(f"best unit right on pages left out: {hits}/{len(pages)}")
    for name, weight in zip(NAMES, _fitted(articles, pages), strict=True):
        print(f'"{name}": {weight:.1f},')


if __name__ == "__main__":
    main()
