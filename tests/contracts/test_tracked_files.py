"""What is committed works on every machine: no registry addresses, no paths of one machine, no secrets, nothing that is built."""

import re

import pytest

from tests.contracts.source import ROOT, tracked

LOCKS = re.compile(
    r"(^|/)(requirements/.*\.txt|package-lock\.json|\.npmrc|pyproject\.toml|pip\.conf|uv\.toml|uv\.lock)$"
)
ADDRESS = re.compile(r"https?://[^\s\"']+|--(?:extra-)?index-url|--find-links|\bfile:///", re.IGNORECASE)
# Homepages and licenses that packages name about themselves are no places to download from.
HARMLESS = re.compile(
    r'"(?:url|funding|homepage)"\s*:|tidelift|opencollective|github\.com/sponsors|patreon|feross'
)
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|root|home/[a-z]+|Users/[A-Za-z]+)/[\w.]")
SECRET = re.compile(
    r"\b(sk-[A-Za-z0-9]{32,}|ghp_[A-Za-z0-9]{36}|AKIA[0-9A-Z]{16}|-----BEGIN [A-Z ]*PRIVATE KEY-----)"
)
BUILT = re.compile(r"(^|/)(_built|node_modules|dist|__pycache__|\.venv|\.deskbell)/")
LARGEST = 1_500_000
TEXT = {
    ".py",
    ".ts",
    ".tsx",
    ".css",
    ".html",
    ".md",
    ".toml",
    ".txt",
    ".json",
    ".sql",
    ".sh",
    ".mjs",
    ".js",
    ".svg",
    "",
}


def violations(name: str, text: str) -> list[str]:
    found = [f"{name}: path of one machine" for _ in MACHINE_PATH.findall(text)[:1]]
    found += [f"{name}: secret" for _ in SECRET.findall(text)[:1]]
    if LOCKS.search(name):
        lines = [line for line in text.splitlines() if ADDRESS.search(line) and not HARMLESS.search(line)]
        found += [f"{name}: address of a registry" for _ in lines[:1]]
    return found


def test_files_name_no_machine_no_registry_and_no_secret() -> None:
    texts = [name for name in tracked() if "." + name.rpartition(".")[2] in TEXT or "." not in name]
    assert len(texts) > 200
    mine = "tests/contracts/test_tracked_files.py"
    found = [
        text for name in texts if name != mine for text in violations(name, (ROOT / name).read_text("utf-8"))
    ]
    assert found == []


def test_nothing_that_is_built_or_large_is_committed() -> None:
    assert [name for name in tracked() if BUILT.search(name)] == []
    assert [name for name in tracked() if (ROOT / name).stat().st_size > LARGEST] == []


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("requirements/dev.txt", "--extra-index-url x", "address of a registry"),
        ("web/package-lock.json", '"resolved": "https://registry.example/a.tgz"', "address of a registry"),
        ("docs/a.md", "see /home/ada/notes", "path of one machine"),
        ("src/deskbell/app.py", 'KEY = "AKIAABCDEFGHIJKLMNOP"', "secret"),
    ],
)
def test_what_must_not_be_committed_is_caught(name: str, text: str, found: str) -> None:
    assert violations(name, text) == [f"{name}: {found}"]
