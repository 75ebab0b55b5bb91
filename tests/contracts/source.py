"""The project's own files, as the contracts read them. A contract takes a `Module`, so a test of the contract can make one up."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = "src/deskbell"
ROLES = frozenset({"tables", "queries", "commands", "access", "api", "jobs", "client"})
INFRASTRUCTURE = frozenset({"kit", "bus", "llm", "embedding", "channels", "realtime"})
COMPOSITION = frozenset({"cli", "migrations", "_built", "app", "worker", "settings", "reactions", "seeds"})


@dataclass(frozen=True)
class Module:
    """One Python file: its path from the root, and its text."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @property
    def parts(self) -> tuple[str, ...]:
        """("conversations", "commands", "thread") for src/deskbell/conversations/commands/thread.py."""
        return Path(self.path.removeprefix(PACKAGE + "/")).with_suffix("").parts

    @property
    def slice(self) -> str:
        return self.parts[0]

    @property
    def is_domain(self) -> bool:
        return self.path.startswith(PACKAGE) and self.slice not in INFRASTRUCTURE | COMPOSITION | {"__init__"}

    @property
    def has_role(self) -> bool:
        """A role file, or a file of a role file that became a package."""
        return len(self.parts) > 1 and self.parts[1] in ROLES


@cache
def tracked() -> tuple[str, ...]:
    """Every file that is or is about to be in a commit."""
    git = ["git", "-c", "safe.directory=*", "-C", str(ROOT)]  # in CI the checkout may belong to another user
    git += ["ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(git, check=True, capture_output=True, text=True).stdout.splitlines()
    return tuple(sorted({name for name in names if (ROOT / name).is_file()}))


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """Every Python file below `folders`; the package when none is named."""
    below = tuple(f"{folder}/" for folder in folders or (PACKAGE,))
    names = [name for name in tracked() if name.startswith(below) and name.endswith(".py")]
    return tuple(Module(name, (ROOT / name).read_text()) for name in names)


def imports(module: Module) -> Iterator[str]:
    """Everything imported, as dotted names: `from a.b import c` gives `a.b.c`."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{name.name}" for name in node.names)


def is_within(name: str, package: str) -> bool:
    return name == package or name.startswith(package + ".")
