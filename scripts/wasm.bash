# shellcheck shell=bash
# What the scripts that build wasm share. To be sourced after `set -euo pipefail`, with `scripts` set to the directory of
# this file. Sets `work`, a temporary directory.
#
# The compilers are those of Debian 12 (clang 14, lld 14, wasm-opt 108), because others give other bytes. They and the
# sources come from deb.debian.org once, and are kept in node_modules/.cache. Needs an x86-64 Linux machine with apt,
# mmdebstrap and Debian's keyring (`npm run setup` installs them), and no root.
export LC_ALL=C

cache=$(cd "$scripts/.." && pwd)/node_modules/.cache/fledge
toolchain=$cache/wasm-bookworm
libraries=lib/x86_64-linux-gnu
features=(bulk-memory sign-ext mutable-globals simd128)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "$(basename "$0" .sh): $*" >&2
  exit 1
}

# Leaves the upstream tarball of version $2 of the Debian source package $1 at $3. apt checks Debian's signature. The
# configuration is one of our own: the machine needs no deb-src entries, and nothing of it is changed.
fetch_source() {
  mkdir -p "$work"/apt/{lists,cache,download}
  printf 'deb-src [signed-by=%s] http://deb.debian.org/debian trixie main\n' \
    /usr/share/keyrings/debian-archive-keyring.gpg >"$work/apt/sources.list"
  local options=(
    -o Dir::Etc::SourceList="$work/apt/sources.list"
    -o Dir::Etc::SourceParts=/dev/null
    -o Dir::State::Lists="$work/apt/lists"
    -o Dir::Cache="$work/apt/cache"
    -o APT::Sandbox::User=
    -qq
  )
  apt-get "${options[@]}" update
  (cd "$work/apt/download" && apt-get "${options[@]}" source --tar-only --download-only "$1")
  cp "$work/apt/download/$1_$2".orig.tar.?z "$3" || fail "trixie no longer has $1 $2"
}

# Unpacks version $2, with the SHA-256 $3, of the Debian source package $1 to $work/source.
unpack_source() {
  local tarball=$cache/$1_$2.orig.tar
  if [ ! -e "$tarball" ]; then
    fetch_source "$1" "$2" "$work/source.tar"
    mkdir -p "$cache"
    mv "$work/source.tar" "$tarball"
  fi
  echo "$3  $tarball" | sha256sum --check --quiet || {
    rm -f "$tarball"
    fail "what Debian has as $1 $2 is not what was pinned"
  }
  mkdir "$work/source"
  tar -xf "$tarball" -C "$work/source" --strip-components=1
}

unpack_toolchain() {
  "$scripts/unpack-debian.sh" bookworm clang-14,lld-14,binaryen "$toolchain" \
    "./$libraries/*.so*" "./usr/$libraries/*.so*" './usr/lib/llvm-14/lib/*.so*' './usr/lib/llvm-14/bin/*' \
    './usr/lib/llvm-14/lib/clang/*/include/std*.h' './usr/lib/llvm-14/lib/clang/*/include/__stddef*.h' \
    './usr/lib/llvm-14/lib/clang/*/include/limits.h' ./usr/bin/wasm-opt
}

# Runs the program $1 of the toolchain, with its own loader and libraries and not with those of the machine.
tool() {
  "$toolchain/$libraries/ld-linux-x86-64.so.2" --argv0 "$toolchain/$1" \
    --library-path "$toolchain/$libraries:$toolchain/usr/$libraries:$toolchain/usr/lib/llvm-14/lib" \
    "$toolchain/$1" "${@:2}"
}

# Compiles $1 to $work/object.o, with the further arguments. No path of this machine gets into the file.
compile() {
  tool usr/lib/llvm-14/bin/clang -resource-dir "$toolchain/usr/lib/llvm-14/lib/clang/14.0.6" \
    --target=wasm32 "${features[@]/#/-m}" -ffreestanding -fvisibility=hidden -Wall -Wno-unused \
    -ffile-prefix-map="$work"=. -ffile-prefix-map="$(dirname "$1")"=. "${@:2}" -c "$1" -o "$work/object.o"
}

# Makes the wasm file $1 of $work/object.o; it exports the further arguments. clang only compiles: as a linker driver it
# would run whatever wasm-opt is in PATH.
link() {
  local exports=("${@:2}")
  tool usr/lib/llvm-14/bin/wasm-ld --no-entry "${exports[@]/#/--export=}" --gc-sections --strip-all \
    -z stack-size=65536 "$work/object.o" -o "$work/linked.wasm"
  tool usr/bin/wasm-opt -O3 --enable-bulk-memory --enable-sign-ext --enable-mutable-globals --enable-simd \
    "$work/linked.wasm" -o "$work/optimized.wasm"
  install -m 644 "$work/optimized.wasm" "$1"
}

# Takes the built file $1 and the licence $2 for those committed as $3 and $4; with `--check` as $5, compares them.
finish() {
  if [ "${5:-}" = --check ]; then
    cmp "$1" "$3" || fail "$3 is not what its source builds; run $0 and commit what it writes"
    cmp "$2" "$4" || fail "$4 is not that of its source"
  else
    install -m 644 "$1" "$3"
    install -m 644 "$2" "$4"
  fi
  sha256sum "$3"
}
