"""Everything the package imports is declared: an environment that has more hides what a fresh one lacks."""

import ast
import re
import sys
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.metadata import packages_distributions

from tests.contracts.source import ROOT, Module, modules

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def declared() -> set[str]:
    names = [
        re.split(r"[^A-Za-z0-9._-]", requirement)[0] for requirement in PROJECT["project"]["dependencies"]
    ]
    return {_normal(name) for name in names}


def undeclared(module: Module, known: set[str]) -> list[str]:
    """Imported packages that no declared requirement brings by itself."""
    return [
        f"{module.path} imports {package}"
        for package in sorted(_packages(module))
        if package not in sys.stdlib_module_names
        and package != "deskbell"
        and not {_normal(name) for name in _brings().get(package, [])} & known
    ]


@cache
def _brings() -> Mapping[str, list[str]]:
    return packages_distributions()


def _packages(module: Module) -> set[str]:
    nodes = list(ast.walk(module.tree))
    plain = {name.name.split(".")[0] for node in nodes if isinstance(node, ast.Import) for name in node.names}
    given = {node.module.split(".")[0] for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    return plain | given


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_every_import_of_the_package_is_declared() -> None:
    assert [found for module in modules() for found in undeclared(module, declared())] == []


def test_an_import_that_only_the_tests_bring_is_caught() -> None:
    module = Module(
        "src/deskbell/app.py", "import json\nimport pytest\nfrom fastapi import FastAPI\nimport deskbell.kit"
    )
    assert undeclared(module, declared()) == ["src/deskbell/app.py imports pytest"]
