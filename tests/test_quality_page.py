"""The page of last figures: an evaluation rewrites its own section and no other."""

import pytest

from evals.figures import Row, decimals, share, with_section

PAGE = "# Quality\n\nHow to read it.\n"
MEASURED = "Measured 2026-01-01 with version 1."


def row(figure: str) -> Row:
    return Row("recall", figure, ".99", "10 questions, held out")


def test_the_first_measurement_adds_a_section() -> None:
    assert with_section(PAGE, "person_requests", [row(".98")], MEASURED) == (
        "# Quality\n\nHow to read it.\n\n<!-- person_requests -->\n## Person requests\n\n"
        "Measured 2026-01-01 with version 1.\n\n| What | Figure | To beat | On what |\n|---|---|---|---|\n"
        "| recall | .98 | .99 | 10 questions, held out |\n<!-- end of person_requests -->\n"
    )


def test_measuring_again_replaces_only_the_own_section() -> None:
    both = with_section(with_section(PAGE, "one", [row(".5")], MEASURED), "two", [row(".6")], MEASURED)
    again = with_section(both, "one", [row(r".7 \1")], MEASURED)
    assert again == both.replace("| .5 |", r"| .7 \1 |")
    assert again != both


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (41, 48, "41/48 (.854)"),
        (5, 5, "5/5 (1.000)"),
        (0, 9, "0/9 (.000)"),
        (1, 9000, "1/9000 (.0001)"),
        (0, 0, "0/0"),
    ],
)
def test_a_share_shows_its_counts(part: int, whole: int, words: str) -> None:
    assert share(part, whole) == words


def test_a_figure_below_zero_keeps_its_sign() -> None:
    assert (decimals(0.9), decimals(-0.5), decimals(1.25, 2)) == (".900", "-0.500", "1.25")
