"""`node`, `npm` and `npx` next to `python` in the environment: nothing of the machine's own Node.js is used."""

from pathlib import Path

from build_steps.web import node_binaries, npm_script

RUN = """#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
PATH="$here:$PATH" exec "$here/node" "{script}" "$@"
"""


def link_node(binaries: Path) -> None:
    """Write the three commands into `binaries`, replacing older ones."""
    node = binaries / "node"
    node.unlink(missing_ok=True)
    node.symlink_to(node_binaries() / "node")
    for name in ("npm", "npx"):
        command = binaries / name
        command.write_text(RUN.format(script=npm_script().with_name(f"{name}-cli.js")))
        command.chmod(0o755)
