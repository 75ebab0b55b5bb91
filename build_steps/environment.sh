#!/bin/sh
# environment.sh build|dev: .venv with exactly the locked requirements, the package itself and Node.js.
# `build` is enough to run the product from a checkout; `dev` adds what the tests need. Does nothing when fresh.
set -eu
wanted=requirements/$1.txt
installed=.venv/installed
same() { cmp -s "$1" "$installed-$(basename "$1")"; }
# Commands in .venv/bin know where they are: a checkout that was moved or copied needs them anew.
moved() { [ -f .venv/made-in ] && [ "$(cat .venv/made-in)" != "$(pwd -P)" ]; }

if ! moved && { same requirements/dev.txt || same "$wanted"; }; then
  exit 0
fi

# Debian keeps ensurepip in a package of its own; then the machine's pip fills an empty environment.
if moved || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
  echo "Making .venv with $(python3 --version)."
  if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo 'Deskbell needs Python 3.11 or newer as python3.' >&2
    exit 1
  fi
  if python3 -c 'import ensurepip' 2>/dev/null; then
    python3 -m venv --clear .venv
  elif python3 -c 'import pip, venv' 2>/dev/null; then
    python3 -m venv --clear --without-pip .venv
    python3 -m pip --python .venv/bin/python install -qq --require-hashes -r requirements/installers.txt
  else
    sh build_steps/debian.sh python3-venv
    python3 -m venv --clear .venv
  fi
fi

echo "Installing $wanted."
.venv/bin/python -m pip install -qq --require-hashes -r requirements/installers.txt
uv() { VIRTUAL_ENV=$PWD/.venv .venv/bin/uv --quiet pip "$@"; }
# pip is the second way, for machines whose package index is known to pip only.
uv install --require-hashes -r "$wanted" ||
  .venv/bin/python -m pip install -qq --require-hashes -r "$wanted"
DESKBELL_SKIP_BUILD=1 uv install --no-deps --no-build-isolation --editable .
.venv/bin/python -m build_steps node
pwd -P >.venv/made-in
cp "$wanted" "$installed-$1.txt"
