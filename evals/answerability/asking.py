"""Questions asked of contents that have the answer or not: SQuAD 2.0 dev (half), COVID-QA question pairs, CLINC150, below
the folder named by DESKBELL_EVAL_DATA. Articles, entries and utterances are halved by their place: even to fit, odd to
report. DESKBELL_EVAL_CACHE may name a folder that keeps the vectors of texts between runs.
"""

import asyncio
import csv
import json
import os
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from deskbell.answering import verbatim
from deskbell.answering.verbatim.answerer import Looked
from deskbell.answering.verbatim.evidence import Evidence
from deskbell.embedding import BuiltIn
from deskbell.embedding.embedder import Vectors
from deskbell.knowledge.finding.meaning import embed
from deskbell.knowledge.finding.terms import spell_out
from deskbell.knowledge.passages import Cut
from evals.memory_index import MemoryIndex
from evals.public import question_set

SAME_QUESTION = 0.75  # several sources answer the same questions: these count as one
SIZES = (4, 12, 60)  # entries of a FAQ that one question is asked of; and all of them
STRANGERS = 300
OF_AN_ARTICLE = 80  # questions: all 6,078 take a quarter of an hour


@dataclass(frozen=True)
class Example:
    """One question asked of some content: the evidence, whether the quote was right, to which half it belongs."""

    kind: str
    evidence: Evidence
    right: bool
    fitted: bool


class Texts:
    """Vectors of texts, each made once."""

    def __init__(self) -> None:
        self.model = BuiltIn(threads=1)
        self.known: dict[str, Vectors] = {}
        folder = os.environ.get("DESKBELL_EVAL_CACHE")
        self.cache = Path(folder) / f"{self.model.name}.npz" if folder else None
        if self.cache and self.cache.exists():
            kept = np.load(self.cache)
            self.known = dict(zip(json.loads(str(kept["texts"])), kept["vectors"], strict=True))

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """One row per text."""
        new = list(dict.fromkeys(text for text in texts if text not in self.known))
        if new:
            made = asyncio.run(self.model.embed_passages(new))
            self.known.update(zip(new, made, strict=True))
        return np.stack([self.known[text] for text in texts])

    def keep(self) -> None:
        """For the next run."""
        if self.cache:
            np.savez(
                self.cache,
                texts=np.array(json.dumps(list(self.known))),
                vectors=np.stack(list(self.known.values())),
            )


def data_folder() -> Path:
    """Where the three public sets are."""
    files = ("squad2/dev-v2.0-cs224n.json", "covidqa/faq_covidbert.csv", "clinc/data_full.json")
    found, *_ = [question_set(file) for file in files]
    return found.parents[1]


def everything(folder: Path, texts: Texts | None = None) -> list[Example]:
    """All examples, of both halves."""
    texts = texts or Texts()
    examples = [*squad(folder, texts), *covid(folder, texts)]
    texts.keep()
    return examples


def asked(index: MemoryIndex, texts: Texts, question: str, **options: object) -> Looked | None:
    """Ask as the product does."""
    vector = texts.vectors([spell_out(question)])[0]
    found = index.find(question, vector, **options)  # type: ignore[arg-type]
    similarities = (texts.vectors(verbatim.texts_to_weigh(found)) @ vector).tolist()
    return verbatim.look(question, found, similarities)


def squad(folder: Path, texts: Texts) -> Iterator[Example]:
    """Answerable: right when the quote holds an answer. Own article hidden: never right. Made unanswerable: never."""
    articles = json.loads((folder / "squad2/dev-v2.0-cs224n.json").read_text())["data"]
    named = [article["title"].replace("_", " ") for article in articles]
    cuts = [
        Cut(title, p["context"])
        for title, article in zip(named, articles, strict=True)
        for p in article["paragraphs"]
    ]
    index = MemoryIndex(cuts, asyncio.run(embed(texts.model, cuts)))
    titles = np.array([cut.path for cut in cuts])
    draw = random.Random(7)  # noqa: S311 - to draw examples
    for place, (title, article) in enumerate(zip(named, articles, strict=True)):
        fitted = place % 2 == 0
        questions = draw.sample([q for p in article["paragraphs"] for q in p["qas"]], OF_AN_ARTICLE)
        texts.vectors([spell_out(q["question"]) for q in questions])
        for q in questions:
            answers = [answer["text"] for answer in q["answers"]]
            if looked := asked(index, texts, q["question"]):
                right = any(answer in looked.quote for answer in answers)
                kind = "squad answerable" if answers else "squad made unanswerable"
                yield Example(kind, looked.evidence, right, fitted)
            if answers and (looked := asked(index, texts, q["question"], allowed=titles != title)):
                yield Example("squad topic missing", looked.evidence, right=False, fitted=fitted)
    yield from strangers(folder, index, texts, "squad")


def covid(folder: Path, texts: Texts) -> Iterator[Example]:
    """Questions in other words, asked of few or many question-and-answer passages, with and without their own."""
    cuts = faq(folder)
    headings = texts.vectors([cut.path.removeprefix("Help › ") for cut in cuts])
    place_of = {cut.path.removeprefix("Help › "): place for place, cut in enumerate(cuts)}
    index = MemoryIndex(cuts, asyncio.run(embed(texts.model, cuts)))
    draw = random.Random(7)  # noqa: S311 - to draw examples
    entries: dict[str, int] = {}
    for known, other_words in _pairs(folder, place_of):
        own, number = place_of[known], entries.setdefault(known, len(entries))  # an entry is in one half only
        same = headings @ headings[own] > SAME_QUESTION
        for size in (*SIZES, len(cuts)):
            allowed = np.zeros(len(cuts), dtype=bool)
            allowed[draw.sample(range(len(cuts)), size)] = True
            for there in (True, False):
                allowed[same] = False
                allowed[own] = there
                if looked := asked(index, texts, other_words, allowed=allowed):
                    right = there and looked.found.path == cuts[own].path
                    yield Example(
                        "faq asked" if there else "faq missing", looked.evidence, right, number % 2 == 0
                    )
    yield from strangers(folder, index, texts, "faq")


def faq(folder: Path) -> list[Cut]:
    """Questions with their answers, from many sources."""
    with (folder / "covidqa/faq_covidbert.csv").open() as file:
        rows = {row["question"].strip(): row["answer"] for row in csv.DictReader(file) if row["lang"] == "en"}
    return [Cut(f"Help › {question}", answer) for question, answer in rows.items() if answer.strip()]


def _pairs(folder: Path, known: dict[str, int]) -> list[tuple[str, str]]:
    """An entry, and its question in other words."""
    with (folder / "covidqa/eval_question_similarity_en.csv").open() as file:
        pairs = [
            (row["question_1"].strip(), row["question_2"].strip())
            for row in csv.DictReader(file)
            if row["similar"] == "1"
        ]
    return [pair for pair in pairs if pair[0] in known]


def strangers(folder: Path, index: MemoryIndex, texts: Texts, name: str) -> Iterator[Example]:
    """Utterances from another world: banking, travel, cooking, nonsense."""
    clinc = json.loads((folder / "clinc/data_full.json").read_text())
    utterances = [text for text, _ in clinc["oos_test"]] + [text for text, _ in clinc["test"]]
    draw = random.Random(7)  # noqa: S311 - to draw examples
    for number, text in enumerate(draw.sample(utterances, STRANGERS)):
        if looked := asked(index, texts, text):
            yield Example(f"{name} off topic", looked.evidence, right=False, fitted=number % 2 == 0)
