"""`make evals` on a machine without the public sets: what needs them keeps its last figures, everything else is measured."""

import re
from pathlib import Path

import pytest

import evals.__main__ as evals
from evals import (
    answerability,
    clinical,
    false_premises,
    finding,
    follow_ups,
    person_requests,
    public_chat,
    small_talk,
    telehealth,
)
from evals.figures import PAGE, Skipped

NEEDS_PUBLIC_SETS = (public_chat, small_talk, follow_ups, finding, telehealth, answerability, false_premises)


@pytest.fixture(autouse=True)
def _a_machine_without_public_sets(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DESKBELL_EVAL_DATA", raising=False)
    monkeypatch.delenv("DESKBELL_TELEHEALTH", raising=False)
    monkeypatch.chdir(tmp_path)


def named(module: object) -> str:
    return str(getattr(module, "__name__", module)).removeprefix("evals.")


@pytest.mark.parametrize("module", NEEDS_PUBLIC_SETS, ids=named)
def test_what_needs_a_public_set_says_so_before_it_measures_anything(module: object) -> None:
    with pytest.raises(Skipped, match=r"DESKBELL_EVAL_DATA names|DESKBELL_TELEHEALTH does not name"):
        module.rows()  # pyright: ignore[reportAttributeAccessIssue]


def test_an_empty_folder_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DESKBELL_EVAL_DATA", str(tmp_path))
    monkeypatch.setenv("DESKBELL_TELEHEALTH", str(tmp_path))
    for module in (public_chat, telehealth):
        with pytest.raises(Skipped):
            module.rows()


def test_the_page_keeps_the_public_figures_and_gets_the_own_ones_anew(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "quality.md"
    public = "<!-- public_chat -->\n## Public chat\n\nOf before.\n<!-- end of public_chat -->\n"
    page.write_text(public)
    monkeypatch.setattr(evals, "PAGE", page)
    evals.main(["public_chat", "clinical"])
    assert page.read_text().startswith(public)
    assert "| clinical questions heard |" in page.read_text()
    assert "skipped: " in capsys.readouterr().out


def test_own_sets_are_measured_without_public_ones() -> None:
    assert {row.what for row in clinical.rows()} == {
        "administrative questions taken for clinical",
        "clinical questions heard",
        "logistics taken for clinical",
    }
    assert {row.on for row in person_requests.rows()} == {
        "own, held out",
        "own, held out, by the hand of the grammar",
    }


def test_every_part_of_the_page_is_measured_by_one_command() -> None:
    sections = re.findall(r"<!-- end of (\w+) -->", PAGE.read_text())
    assert sorted(sections) == sorted(evals.EVALUATIONS)
