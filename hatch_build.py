"""The build hook: a wheel carries the web app and the embedding model, on a machine without Node.js.

`DESKBELL_SKIP_BUILD=1` leaves both out, for steps that need the Python code only.
"""

import os
import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildStepsHook(BuildHookInterface[Any]):
    """Runs `build_steps` before the files of the wheel are collected."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        if os.environ.get("DESKBELL_SKIP_BUILD") == "1":
            return
        sys.path.insert(0, self.root)
        from build_steps import build_model, build_web

        build_model()
        build_web()
