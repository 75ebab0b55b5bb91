"""Fits the weights of `answering/verbatim/confidence.py`: `python -m evals.fit_confidence`. Prints them with the figures of the
half that was not used.

Data: SQuAD 2.0 dev (half), COVID-QA question pairs, CLINC150, below the folder named by DESKBELL_EVAL_DATA. Articles,
questions and utterances are halved by their place: even to fit, odd to report.
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
from deskbell.answering.verbatim.confidence import confidence
from deskbell.answering.verbatim.evidence import Evidence
from deskbell.embedding import BuiltIn
from deskbell.embedding.embedder import Vectors
from deskbell.knowledge.finding.meaning import embed
from deskbell.knowledge.finding.terms import spell_out
from deskbell.knowledge.passages import Cut
from evals.memory_index import MemoryIndex

NAMES = list(Evidence(0, 0, 0, 0, 0, 0, 0, 1).features())
SAME_QUESTION = 0.75  # several sources answer the same questions: these count as one
RANDOM = random.Random(7)  # noqa: S311 - to draw examples


@dataclass(frozen=True)
class Example:
    """One question asked of some content: the evidence, whether the quote was right, how much it counts."""

    kind: str
    evidence: Evidence
    right: bool
    weight: float
    fitted: bool


class Texts:
    """Vectors of texts, each made once."""

    def __init__(self) -> None:
        self.model = BuiltIn(threads=1)
        self.known: dict[str, Vectors] = {}

    def vectors(self, texts: Sequence[str]) -> Vectors:
        new = list(dict.fromkeys(text for text in texts if text not in self.known))
        if new:
            made = asyncio.run(self.model.embed_passages(new))
            self.known.update(zip(new, made, strict=True))
        return np.stack([self.known[text] for text in texts])


def asked(
    index: MemoryIndex, texts: Texts, question: str, **options: object
) -> tuple[Evidence, str, str] | None:
    """Ask as the product does: the evidence, the quote, the path of its passage."""
    vector = texts.vectors([spell_out(question)])[0]
    found = index.find(question, vector, **options)  # type: ignore[arg-type]
    similarities = (texts.vectors(verbatim.texts_to_weigh(found)) @ vector).tolist()
    looked = verbatim.look(question, found, similarities)
    return None if looked is None else (looked.evidence, looked.quote, looked.found.path)


def squad(folder: Path, texts: Texts) -> Iterator[Example]:
    """Answerable: right when the quote holds an answer. Own article hidden: never right. Made unanswerable: never."""
    articles = json.loads((folder / "squad2/dev-v2.0-cs224n.json").read_text())["data"]
    cuts = [
        Cut(article["title"].replace("_", " "), p["context"])
        for article in articles
        for p in article["paragraphs"]
    ]
    index = MemoryIndex(cuts, asyncio.run(embed(texts.model, cuts)))
    titles = np.array([cut.path for cut in cuts])
    for place, article in enumerate(articles):
        fitted = place % 2 == 0
        others = titles != article["title"].replace("_", " ")
        questions = [q for p in article["paragraphs"] for q in p["qas"]]
        for q in RANDOM.sample(questions, min(140, len(questions))):
            answers = [answer["text"] for answer in q["answers"]]
            if looked := asked(index, texts, q["question"]):
                evidence, quoted, _ = looked
                right = bool(answers) and any(answer in quoted for answer in answers)
                kind = "squad answerable" if answers else "squad made unanswerable"
                yield Example(kind, evidence, right, 1.0 if answers else 0.15, fitted)
            if answers and (looked := asked(index, texts, q["question"], allowed=others)):
                yield Example("squad topic missing", looked[0], right=False, weight=1.0, fitted=fitted)
    yield from strangers(folder, index, texts, "squad")


def covid(folder: Path, texts: Texts) -> Iterator[Example]:
    """Questions in other words, asked of few or many question-and-answer passages, with and without their own."""
    with (folder / "covidqa/faq_covidbert.csv").open() as file:
        rows = {row["question"].strip(): row["answer"] for row in csv.DictReader(file) if row["lang"] == "en"}
    cuts = [Cut(f"Help › {question}", answer) for question, answer in rows.items() if answer.strip()]
    headings = texts.vectors([cut.path.removeprefix("Help › ") for cut in cuts])
    place_of = {cut.path: place for place, cut in enumerate(cuts)}
    index = MemoryIndex(cuts, asyncio.run(embed(texts.model, cuts)))
    with (folder / "covidqa/eval_question_similarity_en.csv").open() as file:
        pairs = [
            (row["question_1"].strip(), row["question_2"].strip())
            for row in csv.DictReader(file)
            if row["similar"] == "1"
        ]
    for number, (known, other_words) in enumerate(pairs):
        own = place_of.get(f"Help › {known}")
        if own is None:
            continue
        same = headings @ headings[own] > SAME_QUESTION
        for size in (4, 12, 60, len(cuts)):
            allowed = np.zeros(len(cuts), dtype=bool)
            allowed[RANDOM.sample(range(len(cuts)), size)] = True
            for there in (True, False):
                allowed[same] = False
                allowed[own] = there
                if looked := asked(index, texts, other_words, allowed=allowed):
                    right = there and looked[2] == cuts[own].path
                    yield Example(
                        "faq asked" if there else "faq missing", looked[0], right, 0.6, number % 2 == 0
                    )
    yield from strangers(folder, index, texts, "faq")


def strangers(folder: Path, index: MemoryIndex, texts: Texts, name: str) -> Iterator[Example]:
    """Utterances from another world: banking, travel, cooking, nonsense."""
    clinc = json.loads((folder / "clinc/data_full.json").read_text())
    utterances = [text for text, _ in clinc["oos_test"]] + [text for text, _ in clinc["test"]]
    for number, text in enumerate(RANDOM.sample(utterances, 700)):
        if looked := asked(index, texts, text):
            yield Example(f"{name} off topic", looked[0], right=False, weight=0.7, fitted=number % 2 == 0)


def fit(examples: Sequence[Example]) -> tuple[float, dict[str, float]]:
    """Weighted logistic regression (Newton), with a little ridge."""
    x, y, weight = _matrix(examples)
    solution = np.zeros(x.shape[1])
    ridge = np.eye(x.shape[1]) * 2.0
    ridge[-1, -1] = 0
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ solution))
        gradient = x.T @ (weight * (y - p)) - ridge @ solution
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + ridge
        solution = solution + np.linalg.solve(hessian, gradient)
    return float(solution[-1]), dict(zip(NAMES, map(float, solution[:-1]), strict=True))


def _matrix(examples: Sequence[Example]) -> tuple[Vectors, Vectors, Vectors]:
    x = np.array([[*example.evidence.features().values(), 1.0] for example in examples], dtype=float)
    return x, np.array([e.right for e in examples], dtype=float), np.array([e.weight for e in examples])


def auroc(wanted: Sequence[float], unwanted: Sequence[float]) -> float:
    """How often a wanted one scores above an unwanted one."""
    ranks = np.searchsorted(np.sort(unwanted), wanted, side="left") + np.searchsorted(
        np.sort(unwanted), wanted, side="right"
    )
    return float(ranks.mean() / 2 / len(unwanted))


def report(examples: Sequence[Example], intercept: float, weights: dict[str, float]) -> None:
    """Figures of the examples given."""

    def score(example: Example) -> float:
        features = example.evidence.features()
        return 1 / (1 + np.exp(-(intercept + sum(weights[name] * features[name] for name in weights))))

    kinds = sorted({example.kind for example in examples})
    scores = {kind: [score(e) for e in examples if e.kind == kind] for kind in kinds}
    for kind in kinds:
        values = np.array(scores[kind])
        right = np.mean([e.right for e in examples if e.kind == kind])
        print(
            f"{kind:26} n={len(values):5} right={right:.2f} mean={values.mean():.2f} >=.5: {(values >= 0.5).mean():.3f}"
        )
    for wanted, unwanted in (
        ("squad answerable", "squad topic missing"),
        ("squad answerable", "squad off topic"),
        ("squad answerable", "squad made unanswerable"),
        ("faq asked", "faq missing"),
        ("faq asked", "faq off topic"),
    ):
        print(f"AUROC {wanted} against {unwanted}: {auroc(scores[wanted], scores[unwanted]):.4f}")
    common = [e for e in examples if e.weight >= 0.5]
    values, right = np.array([score(e) for e in common]), np.array([e.right for e in common])
    bins = np.clip((values * 10).astype(int), 0, 9)
    error = sum(
        abs(values[bins == b].mean() - right[bins == b].mean()) * (bins == b).sum() for b in set(bins)
    ) / len(values)
    print(f"calibration error {error:.3f}")


def main() -> None:
    folder = Path(os.environ.get("DESKBELL_EVAL_DATA", ""))
    if not (folder / "squad2").is_dir():
        raise SystemExit("SKIPPED: DESKBELL_EVAL_DATA does not name a folder with squad2, covidqa and clinc.")
    texts = Texts()
    examples = [*squad(folder, texts), *covid(folder, texts)]
    intercept, weights = fit([e for e in examples if e.fitted])
    print(f"INTERCEPT = {intercept:.3f}")
    for name, weight in weights.items():
        print(f'    "{name}": {weight:.3f},')
    report([e for e in examples if not e.fitted], intercept, weights)
    assert 0 <= confidence(examples[0].evidence) <= 1


if __name__ == "__main__":
    main()
