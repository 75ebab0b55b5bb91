#!/bin/sh
# What the tests need of the machine itself: a browser with a font, and git, which lists the project's own files.
set -eu
missing=''
command -v chromium >/dev/null || missing='chromium fonts-dejavu-core'
command -v git >/dev/null || missing="$missing git"
# shellcheck disable=SC2086 - words on purpose
[ -z "$missing" ] || sh build_steps/debian.sh $missing
