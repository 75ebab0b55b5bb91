"""SQuAD 2.0 dev (half) and COVID-QA as content with questions, read from the folder that DESKBELL_EVAL_DATA names."""

import asyncio
import csv
import json
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from deskbell.embedding import BuiltIn
from deskbell.embedding.embedder import Vector, Vectors
from deskbell.knowledge.finding.meaning import embed
from deskbell.knowledge.finding.terms import spell_out
from deskbell.knowledge.passages import Cut
from evals.memory_index import MemoryIndex
from evals.public import question_set

SAME_QUESTION = 0.9  # several sources answer the same question: any of them is right


@dataclass(frozen=True)
class Question:
    """`right`: places of the passages that answer. `answers`: words that a right quote holds. `fitted`: of the half that
    weights are fitted on; the other half is reported.
    """

    text: str
    right: frozenset[int]
    answers: tuple[str, ...]
    fitted: bool


@dataclass(frozen=True)
class PublicSet:
    name: str
    cuts: Sequence[Cut]
    questions: Sequence[Question]

    def index(self, model: "Remembered") -> MemoryIndex:
        return MemoryIndex(self.cuts, asyncio.run(embed(model, self.cuts)))


class Remembered(BuiltIn):
    """The model of the package; a text is embedded once."""

    def __init__(self) -> None:
        super().__init__(threads=2)
        self.known: dict[str, Vector] = {}

    async def embed_passages(self, texts: Sequence[str]) -> Vectors:
        new = list(dict.fromkeys(text for text in texts if text not in self.known))
        if new:
            self.known.update(zip(new, await super().embed_passages(new), strict=True))
        return np.stack([self.known[text] for text in texts])

    def question(self, text: str) -> Vector:
        return asyncio.run(self.embed_passages([spell_out(text)]))[0]


def squad() -> PublicSet:
    """Answerable questions. Articles at even places are for fitting. Passages have no headings but the article's title."""
    file = question_set("squad2/dev-v2.0-cs224n.json")
    cuts: list[Cut] = []
    questions: list[Question] = []
    for place, article in enumerate(json.loads(file.read_text(encoding="utf-8"))["data"]):
        for paragraph in article["paragraphs"]:
            here = frozenset({len(cuts)})
            cuts.append(Cut(article["title"].replace("_", " "), paragraph["context"]))
            for asked in paragraph["qas"]:
                answers = tuple(answer["text"] for answer in asked["answers"])
                if answers:
                    questions.append(Question(asked["question"], here, answers, place % 2 == 0))
    return PublicSet("SQuAD half-dev", cuts, questions)


def covid(model: Remembered) -> PublicSet:
    """Questions in other words, asked of a list of questions and answers. Known questions at even places are for fitting."""
    with question_set("covidqa/faq_covidbert.csv").open(encoding="utf-8") as file:
        known = {
            row["question"].strip(): row["answer"] for row in csv.DictReader(file) if row["lang"] == "en"
        }
    with question_set("covidqa/eval_question_similarity_en.csv").open(encoding="utf-8") as file:
        pairs = [
            (row["question_1"].strip(), row["question_2"].strip())
            for row in csv.DictReader(file)
            if row["similar"] == "1"
        ]
    asked = [question for question, answer in known.items() if answer.strip()]
    headings = asyncio.run(model.embed_passages(asked))
    order = sorted({question for question, _ in pairs})
    questions: list[Question] = []
    for question, other_words in pairs:
        if question in asked:
            alike = np.flatnonzero(headings @ headings[asked.index(question)] > SAME_QUESTION)
            right = frozenset({*map(int, alike), asked.index(question)})
            questions.append(Question(other_words, right, (), order.index(question) % 2 == 0))
    return PublicSet(
        "COVID-QA", [Cut(f"Help › {question}", known[question]) for question in asked], questions
    )
