"""Pages about the code are printed by the code, so they cannot be wrong for long."""

import pytest

from docs.printed import FOLDER, PAGES


@pytest.mark.parametrize("page", PAGES)
def test_a_printed_page_says_what_the_code_does(page: str) -> None:
    """`make docs` prints it anew."""
    assert (FOLDER / page).read_text() == PAGES[page]()


def test_the_lifecycle_page_knows_that_a_takeover_needs_a_confirmation() -> None:
    rows = {
        row.split(" | ")[0].strip("| "): row.split(" | ")[1:] for row in PAGES["lifecycle.md"]().splitlines()
    }
    assert rows["Ben takes over"][2] == "refused: `held_by_colleague`"
    assert rows["Ben takes over from Ada, confirmed"][2] == "with Ben"


def test_every_setting_is_explained() -> None:
    rows = [row for row in PAGES["settings.md"]().splitlines() if row.startswith("| `DESKBELL_")]
    assert len(rows) > 10
    assert [row for row in rows if "None" in row] == []
