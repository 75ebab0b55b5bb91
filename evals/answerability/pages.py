"""The dev part of the questions to real help pages as examples to fit on: they are asked as visitors ask. None is reported here;
`evals/telehealth.py` reports the test part.
"""

import asyncio
from collections.abc import Iterator

from deskbell.answering import verbatim
from deskbell.knowledge.finding.terms import spell_out
from evals import telehealth
from evals.answerability.asking import Example, Texts


def pages(texts: Texts) -> Iterator[Example]:
    """Right when the quote holds the words that were written down beforehand; never where the pages do not answer."""
    for one, found in asyncio.run(telehealth.found_for("dev")):
        vector = texts.vectors([spell_out(one["question"])])[0]
        similarities = (texts.vectors(verbatim.texts_to_weigh(found)) @ vector).tolist()
        if looked := verbatim.look(one["question"], found, similarities):
            there = "says" in one
            right = there and telehealth.says(looked.quote, one["says"])
            yield Example(
                "pages asked" if there else "pages unanswerable", looked.evidence, right, fitted=True
            )
