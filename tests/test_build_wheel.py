"""A wheel is whole: whoever installs it needs neither Node.js nor a download to answer the first question."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def wheel_names(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Names in a wheel built from this checkout (with the build tools of this environment, so without a network)."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run(
        [*pip, "--wheel-dir", str(folder), str(ROOT)], check=True, capture_output=True, timeout=110
    )
    (wheel,) = folder.glob("*.whl")
    return zipfile.ZipFile(wheel).namelist()


def test_the_wheel_carries_the_web_app_and_the_model(wheel_names: list[str]) -> None:
    built = {
        "deskbell/_built/dashboard/index.html",
        "deskbell/_built/widget/widget.js",
        "deskbell/_built/model/model.onnx",
        "deskbell/_built/model/tokenizer.json",
    }
    assert built - set(wheel_names) == set()


def test_the_wheel_carries_what_the_package_reads_and_nothing_else(wheel_names: list[str]) -> None:
    assert "deskbell/migrations/0001_foundation.sql" in wheel_names
    stray = [name for name in wheel_names if not name.startswith(("deskbell/", "deskbell-"))]
    leftover = [name for name in wheel_names if name.endswith((".lock", ".made-from", ".pyc"))]
    assert (stray, leftover) == ([], [])
