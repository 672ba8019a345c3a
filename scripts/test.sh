#!/bin/sh
# All checks of the project, the fastest first. `npm test` and CI run this.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

gate() {
  printf '\n==> %s\n' "$1"
  shift
  "$@"
}

gate 'types and lint' npm run --silent lint
gate 'dist/ is what src/ builds' scripts/build.sh --check
gate 'wasm is what its sources build' npm run --silent check:wasm
gate 'tests' vitest run
