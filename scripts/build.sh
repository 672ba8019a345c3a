#!/bin/sh
# Compiles src/ and bundles it into dist/, which is committed: users run it as it is.
#
#   scripts/build.sh           build dist/
#   scripts/build.sh --check   fail if dist/ differs from a fresh build of src/
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

fail() {
  printf 'build: %s\n' "$*" >&2
  exit 1
}

bundle() {
  rm -rf build
  tsc -p tsconfig.build.json
  # Files that ncc adds to a bundle, each at the path that the code refers to.
  cp src/init/init.c build/init/
  cp src/tools/tree-view/tree-view.c build/tools/tree-view/
  cp src/formats/gzip/libdeflate.wasm build/formats/gzip/
  cp src/formats/squashfs/zstd.wasm build/formats/squashfs/
  # The command line, and the entry points in action.yml.
  for entry in cli/main action/main action/post; do
    case $entry in
      cli/main) out=$1/cli ;;
      *) out=$1/${entry#action/} ;;
    esac
    ncc build "build/$entry.js" --out "$out" --stats-out "$fresh/statistics.json" --quiet
    node scripts/licenses.ts "$fresh/statistics.json" > "$out/licenses.txt"
    [ ! -e "$out/libdeflate.wasm" ] || cat src/formats/gzip/LICENSE.libdeflate >> "$out/licenses.txt"
    [ ! -e "$out/zstd.wasm" ] || cat src/formats/squashfs/LICENSE.zstd >> "$out/licenses.txt"
  done
  chmod 755 "$1/cli/index.js"
}

case ${1-} in
  '' | --check) ;;
  *) fail 'usage: scripts/build.sh [--check]' ;;
esac
fresh=$(mktemp -d)
trap 'rm -rf -- "$fresh"' EXIT
bundle "$fresh/dist"
case ${1-} in
  '')
    rm -rf dist
    mv -- "$fresh/dist" dist
    ;;
  --check)
    diff -r dist "$fresh/dist" >&2 || fail 'dist/ differs from a fresh build of src/; run npm run build and commit dist/'
    ;;
esac
