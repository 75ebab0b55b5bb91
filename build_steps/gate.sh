#!/bin/sh
# Everything a change must pass, in order of speed. All steps run even when one fails, so one run tells everything.
set -u
PATH="$PWD/.venv/bin:$PATH"
failed=''
# Colors are for people at a terminal.
[ -t 1 ] || export NO_COLOR=1
step() {
  name=$1
  shift
  printf '\n== %s\n' "$name"
  "$@" || failed="$failed, $name"
}
in_web() { (cd web && "$@"); }

step 'format' ruff format --check
step 'lint' ruff check
step 'types' basedpyright
step 'layers' lint-imports --no-logo
step 'migrations' squawk src/deskbell/migrations/*.sql
step 'types across' in_web npm run --silent check:types
step 'tests' pytest tests
step 'web lint' in_web npm run --silent lint
step 'web types' in_web npm run --silent typecheck
step 'web tests' in_web npm test --silent
step 'journeys' pytest e2e

if [ -n "$failed" ]; then
  printf '\nFailed: %s\n' "${failed#, }"
  exit 1
fi
