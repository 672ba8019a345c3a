#!/bin/sh
# All checks of the project, the fastest first. `npm test` and CI run this.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

logs=$(mktemp -d)
trap 'kill $images $binaries 2>/dev/null || true; rm -rf -- "$logs"' EXIT
trap 'exit 1' HUP INT TERM
images='' binaries=''

gate() {
  printf '\n==> %s\n' "$1"
  shift
  "$@"
}

# Starts a command that prints to the log file $1.
in_background() {
  log=$logs/$1
  shift
  "$@" >"$log" 2>&1 &
}

# Waits for the command with the process id $2, prints what it printed to the log file $1, and fails if it failed.
finish() {
  status=0
  wait "$2" || status=$?
  cat -- "$logs/$1"
  return "$status"
}

# The images are made while gates and tests wait for something. Tests make what is missing, and report a failure.
in_background images node scripts/prepare-test-images.ts
images=$!
in_background binaries npm run --silent check:binaries
binaries=$!
gate 'types and lint' npm run --silent lint
gate 'dist/ is what src/ builds' scripts/build.sh --check
gate 'committed binaries are what their sources build' finish binaries "$binaries"
binaries=''
gate 'tests' vitest run
