"""Files and functions stay small enough to be read in one go. Raising a limit needs a reason beside it."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.contracts.source import PACKAGE, ROOT, Module, modules, tracked

FILE = 300
TEST_FILE = 400
FUNCTION = 50
PARAMETERS = 6
FOLDER = 12
# A toolbox, not a slice: its files share no noun.
FOLDERS = {f"{PACKAGE}/kit": 24}
CODE = ("src", "build_steps", "bench", "evals")
TESTS = ("tests", "e2e")
# What almost every command is given besides its subject: where it happens, and when.
SURROUNDINGS = frozenset({"self", "cls", "tx", "database", "at", "clock"})
# Typed declarations of the framework, not arguments somebody passes by hand.
DECLARED_PARAMETERS = ("api", "cli")


def violations(module: Module, *, lines: int) -> Iterator[str]:
    length = module.text.count("\n")
    if length > lines:
        yield f"{module.path} has {length} lines, more than {lines}"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _function_violations(module, node)


def _function_violations(module: Module, function: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[str]:
    where = f"{module.path} {function.name}()"
    length = _last_line(function) - function.lineno + 1 - _lines_of_text(function)
    if length > FUNCTION:
        yield f"{where} has {length} lines, more than {FUNCTION}"
    count = len(_parameters(function))
    if count > PARAMETERS and not set(DECLARED_PARAMETERS) & set(module.parts):
        yield f"{where} has {count} parameters, more than {PARAMETERS}"


def _lines_of_text(function: ast.AST) -> int:
    """Lines that continue a string: SQL stands where it runs, and is as long as it is."""
    strings = [
        node for node in ast.walk(function) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return sum(_last_line(string) - string.lineno for string in strings)


def _last_line(node: ast.stmt | ast.expr) -> int:
    return node.end_lineno or node.lineno


def _parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    given = function.args
    names = [argument.arg for argument in (*given.posonlyargs, *given.args, *given.kwonlyargs)]
    return [name for name in names if name not in SURROUNDINGS]


def crowded(files: Iterator[str] | list[str], folders: dict[str, int]) -> list[str]:
    """Folders of the package with more files and folders in them than allowed."""
    entries = {str(part) for name in files for part in (Path(name), *Path(name).parents)}
    inside = Counter(str(Path(entry).parent) for entry in entries if not entry.endswith("__init__.py"))
    return [
        f"{folder} has {count} entries"
        for folder, count in sorted(inside.items())
        if folder.startswith(PACKAGE + "/") and count > folders.get(folder, FOLDER)
    ]


def test_files_and_functions_are_small() -> None:
    found = [text for module in modules(*CODE) for text in violations(module, lines=FILE)]
    assert found == []


def test_test_files_and_tests_are_small() -> None:
    found = [text for module in modules(*TESTS) for text in violations(module, lines=TEST_FILE)]
    assert found == []


def test_slices_stay_readable_at_a_glance() -> None:
    assert crowded([name for name in tracked() if name.endswith(".py")], FOLDERS) == []


def test_complexity_is_limited_without_exceptions() -> None:
    """ruff counts it; nothing may switch it off for a function."""
    assert "max-complexity = 8" in (ROOT / "pyproject.toml").read_text()
    switched_off = [
        m.path for m in modules(*CODE, *TESTS) for code in ("C901", "PLR09") if f"noqa: {code}" in m.text
    ]
    assert [path for path in switched_off if "contracts" not in path] == []


def test_a_long_file_is_caught() -> None:
    module = Module("src/deskbell/agents/queries.py", "x = 1\n" * 301)
    assert list(violations(module, lines=FILE)) == [
        "src/deskbell/agents/queries.py has 301 lines, more than 300"
    ]


def test_a_long_function_with_many_parameters_is_caught() -> None:
    text = "def f(self, at, a, b, c, d, e, f, g):\n" + "    x = 1\n" * 50
    assert list(violations(Module("src/deskbell/agents/queries.py", text), lines=FILE)) == [
        "src/deskbell/agents/queries.py f() has 51 lines, more than 50",
        "src/deskbell/agents/queries.py f() has 7 parameters, more than 6",
    ]


def test_a_slice_with_too_many_files_is_caught() -> None:
    files = [f"src/deskbell/agents/part_{number}.py" for number in range(13)]
    assert crowded(files, FOLDERS) == ["src/deskbell/agents has 13 entries"]
