"""The `deskbell` command: serve, worker, migrate, seed, demo, import, check. Composition only."""

from deskbell.cli.commands import main

__all__ = ["main"]
