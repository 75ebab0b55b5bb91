"""Journeys through the product in real browsers."""

import os
import sys
from pathlib import Path

# The Node.js of the environment: the one inside Playwright needs a library that a bare Debian lacks.
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(Path(sys.prefix) / "bin" / "node"))
