"""A folder comes in once; running the import again brings only what has changed."""

from pathlib import Path

from deskbell.knowledge.commands import import_folder
from tests.knowledge.conftest import NOON, Clinic


async def test_a_second_import_brings_only_what_changed(clinic: Clinic, tmp_path: Path):
    (tmp_path / "visits").mkdir()
    (tmp_path / "visits" / "hours.md").write_text("# Hours\n\nOpen until 18:00.\n")
    (tmp_path / "refills.txt").write_text("Refills take two days.")
    (tmp_path / "logo.png").write_bytes(b"x")
    (tmp_path / "empty.md").write_text("")
    seen: list[tuple[int, int, str]] = []

    async def brings() -> tuple[int, int, int, dict[str, str]]:
        report = await import_folder(
            clinic.database,
            clinic.workspace_id,
            clinic.agent_id,
            tmp_path,
            lambda *step: seen.append(step),
            site="https://clinic.example",
            clock=lambda: NOON,
        )
        await clinic.trains()
        return len(report.added), len(report.changed), report.unchanged, report.refused

    assert await brings() == (2, 0, 0, {"empty.md": "This file is empty."})
    assert seen == [(1, 3, "empty.md"), (2, 3, "refills.txt"), (3, 3, "visits/hours.md")]
    (tmp_path / "visits" / "hours.md").write_text("# Hours\n\nOpen until 20:00.\n")
    assert await brings() == (0, 1, 1, {"empty.md": "This file is empty."})

    best = (await clinic.finds("Until when are you open?"))[0]
    assert (best.text, best.url) == ("Open until 20:00.", "https://clinic.example/visits/hours.md")
