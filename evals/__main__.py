"""`python -m evals [name …]`: measures, prints the figures beside what they have to beat, and keeps them in `docs/quality.md`.

Every evaluation is a module with `rows() -> list[Row]`; it raises `Skipped` when its public set is absent, and the page
keeps its last figures then. `python -m evals.<name>` prints one evaluation in detail.
"""

import sys
from datetime import UTC, datetime
from importlib import import_module

from evals.figures import PAGE, Row, Skipped, product_version, with_section

EVALUATIONS = (
    "emergencies",
    "clinical",
    "person_requests",
    "disclosure",
    "public_chat",
    "topics",
    "small_talk",
    "follow_ups",
    "embedding_fidelity",
    "finding",
    "typos",
    "telehealth",
    "verify",
    "answerability",
    "false_premises",
    "contradictions",
    "field_answers",
)


def main(chosen: list[str]) -> None:
    for name in chosen:
        print(f"\n== {name.replace('_', ' ')}", flush=True)
        try:
            rows: list[Row] = import_module(f"evals.{name}").rows()
        except Skipped as reason:
            print(f"skipped: {reason}")
            continue
        print(*rows, sep="\n", flush=True)
        measured = f"Measured {datetime.now(UTC):%Y-%m-%d} with version {product_version()}."
        PAGE.write_text(with_section(PAGE.read_text(), name, rows, measured))


if __name__ == "__main__":
    unknown = set(sys.argv[1:]) - set(EVALUATIONS)
    if unknown:
        raise SystemExit(f"There is no {', '.join(sorted(unknown))}. There are: {', '.join(EVALUATIONS)}.")
    main(sys.argv[1:] or list(EVALUATIONS))
