"""The figures of answerability on the half that was not used to fit: AUROC with 95 % intervals, calibration error, what is
answered wrongly and what is refused at the starting threshold.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from deskbell.answering.verbatim.confidence import confidence
from deskbell.embedding.embedder import Vectors
from deskbell.handoff.when.presets import STARTING_THRESHOLD
from evals.answerability.asking import Example, data_folder, everything
from evals.figures import Row, decimals, share

# Of what visitors ask, about six in ten are in the content: shares by which the kinds count when the confidence is
# calibrated and when its error is measured.
MIX: Mapping[str, float] = {
    "squad answerable": 0.30,
    "squad topic missing": 0.07,
    "squad off topic": 0.05,
    "squad made unanswerable": 0.08,
    "faq asked": 0.30,
    "faq missing": 0.10,
    "faq off topic": 0.10,
}
AGAINST = (
    (
        "topic missing (own article hidden)",
        "squad answerable",
        "squad topic missing",
        ".985 (.954 top cosine, .991 regression)",
    ),
    (
        "off topic, encyclopedia",
        "squad answerable",
        "squad off topic",
        ".993 (.992 top cosine, .998 regression)",
    ),
    ("off topic, FAQ in other words", "faq asked", "faq off topic", ".993"),
    ("right page, fact missing", "squad answerable", "squad made unanswerable", ".64 (.656 before)"),
    ("FAQ in other words, own entry hidden", "faq asked", "faq missing", ".792 before"),
)
BINS = 10
RESAMPLED = 300


def rows() -> list[Row]:
    """The odd half, for `docs/quality.md`."""
    held_out = figures([example for example in everything(data_folder()) if not example.fitted])
    return [replace(row, on=f"held-out half: {row.on}") for row in held_out]


def show(examples: Sequence[Example]) -> None:
    """Both halves, the unused one last."""
    for fitted in (True, False):
        print("fitted half (not to be reported)" if fitted else "held-out half")
        print(*figures([example for example in examples if example.fitted is fitted]), sep="\n")


def figures(examples: Sequence[Example]) -> list[Row]:
    """Of the examples given."""
    sure = {kind: _sure(examples, kind) for kind in MIX}
    table = [
        Row(f"AUROC, {what}", _interval(sure[wanted], sure[unwanted]), to_beat, _on(sure, wanted, unwanted))
        for what, wanted, unwanted, to_beat in AGAINST
    ]
    table.append(
        Row(
            "expected calibration error",
            decimals(_calibration_error(examples)),
            ".05",
            f"{BINS} equal bins, the mix of kinds",
        )
    )
    for kind, values in sure.items():
        answered = values >= STARTING_THRESHOLD
        right = np.array([example.right for example in examples if example.kind == kind])
        table.append(
            Row(
                f"{kind}: answered at {STARTING_THRESHOLD} · of these wrong",
                f"{share(int(answered.sum()), len(values))} · {share(int((answered & ~right).sum()), int(answered.sum()))}",
                "",
                f"{len(values)} questions",
            )
        )
    return table


def auroc(wanted: Vectors, unwanted: Vectors) -> float:
    """How often a wanted one scores above an unwanted one."""
    ordered = np.sort(unwanted)
    below = np.searchsorted(ordered, wanted, side="left") + np.searchsorted(ordered, wanted, side="right")
    return float(below.mean() / 2 / len(unwanted))


def _sure(examples: Sequence[Example], kind: str) -> Vectors:
    return np.array([confidence(example.evidence) for example in examples if example.kind == kind])


def _interval(wanted: Vectors, unwanted: Vectors) -> str:
    """With the middle 95 % of resampled figures."""
    draw = np.random.default_rng(7)
    drawn = [
        auroc(draw.choice(wanted, len(wanted)), draw.choice(unwanted, len(unwanted)))
        for _ in range(RESAMPLED)
    ]
    low, high = np.percentile(drawn, [2.5, 97.5])
    return f"{decimals(auroc(wanted, unwanted))} ({decimals(float(low))} to {decimals(float(high))})"


def _on(sure: Mapping[str, Vectors], wanted: str, unwanted: str) -> str:
    return f"{len(sure[wanted])} against {len(sure[unwanted])}"


def _calibration_error(examples: Sequence[Example]) -> float:
    values = np.array([confidence(example.evidence) for example in examples])
    right = np.array([example.right for example in examples], dtype=float)
    kinds = [example.kind for example in examples]
    weight = np.array([MIX[kind] / kinds.count(kind) for kind in kinds])
    bins = np.clip((values * BINS).astype(int), 0, BINS - 1)
    return float(
        sum(abs(float((weight * (values - right))[bins == place].sum())) for place in range(BINS))
        / weight.sum()
    )
