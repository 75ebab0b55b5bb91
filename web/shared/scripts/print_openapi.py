"""Prints the HTTP interface as OpenAPI; `generate-types.mjs` turns it into TypeScript."""

import json
import sys

from deskbell.app import bare_app
from deskbell.kit.clock import now
from deskbell.settings import Settings

json.dump(bare_app(Settings(), now).openapi(), sys.stdout)
