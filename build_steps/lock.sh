#!/bin/sh
# Resolves every requirement anew and writes it down with hashes. No registry address ends up in a file.
set -eu
compile() { .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
  --no-emit-index-url --no-emit-find-links --upgrade "$@"; }

compile pyproject.toml -o requirements/runtime.txt
compile pyproject.toml --group build -o requirements/build.txt -c requirements/runtime.txt
compile pyproject.toml --group build --group dev -o requirements/dev.txt -c requirements/build.txt
printf 'pip\nuv\n' | compile - -o requirements/installers.txt
(cd web && PATH="$PWD/../.venv/bin:$PATH" npm install --package-lock-only --silent)
