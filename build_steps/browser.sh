#!/bin/sh
# The browser of the journeys, with a font so that pages have text.
set -eu
command -v chromium >/dev/null || sh build_steps/debian.sh chromium fonts-dejavu-core
