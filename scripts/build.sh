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

# Bundles the program $1 into the directory $2. Its name in the statistics is $3.
bundle_entry() {
  statistics=$fresh/$3.json
  ncc build "$1" --out "$2" --stats-out "$statistics" --quiet
  node scripts/licenses.ts "$statistics" > "$2/licenses.txt"
  [ ! -e "$2/libdeflate.wasm" ] || cat src/formats/gzip/LICENSE.libdeflate >> "$2/licenses.txt"
  [ ! -e "$2/zstd.wasm" ] || cat src/formats/zstd/LICENSE.zstd >> "$2/licenses.txt"
}

bundle() {
  rm -rf build
  tsc -p tsconfig.build.json
  # Files that ncc adds to a bundle, each at the path that the code refers to.
  cp src/init/init.c src/init/init-*.elf build/init/
  cp src/boot/guest/companion-*.elf build/boot/guest/
  cp src/tools/tree-view/tree-view.c build/tools/tree-view/
  cp src/formats/gzip/libdeflate.wasm build/formats/gzip/
  cp src/formats/qcow2/deflate.wasm build/formats/qcow2/
  cp src/formats/zstd/zstd.wasm build/formats/zstd/
  # The command line, and what the runner starts for action.yml, side by side.
  mkdir "$1" "$1/cli"
  bundle_entry build/cli/main.js "$1/cli/bundle" cli &
  cli=$!
  bundle_entry build/action/main.js "$1/main" main &
  main=$!
  bundle_entry build/action/post.js "$1/post" post
  node scripts/pages/write.ts man "$1/man"
  wait "$cli"
  wait "$main"
  # Old versions of Node read the first file as a script, so it is not in the directory of the modules.
  printf '{"type":"commonjs"}\n' > "$1/cli/package.json"
  mv "$1/cli/bundle/licenses.txt" "$1/cli/"
  install -m 755 src/cli/start.cjs "$1/cli/index.js"
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
    diff -rq dist "$fresh/dist" >&2 || fail 'dist/ differs from a fresh build of src/; run npm run build and commit dist/'
    # The end-to-end tests refuse to run when dist/ is older than src/.
    touch dist/*/index.js
    ;;
esac
