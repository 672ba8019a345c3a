# shellcheck shell=bash
# Shared functions of the scripts that build committed binaries. Source it after `set -euo pipefail`, with `scripts` set to the
# directory of this file. It sets `work`, a temporary directory.
#
# The compilers are those of Debian 12 (clang 14, lld 14, wasm-opt 108), because other compilers produce different bytes. They
# and the sources are downloaded from deb.debian.org once, and cached in node_modules/.cache. Needs an x86-64 Linux machine with
# apt, mmdebstrap and Debian's keyring (`npm run setup` installs them), but no root.
export LC_ALL=C

cache=$(cd "$scripts/.." && pwd)/node_modules/.cache/fledge
toolchain=$cache/clang-bookworm
libraries=lib/x86_64-linux-gnu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "$(basename "$0" .sh): $*" >&2
  exit 1
}

# Downloads the upstream tarball of version $2 of the Debian source package $1 to $3. apt verifies Debian's signature. It uses a
# separate configuration, so the machine needs no deb-src entries and is not changed.
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
    fail "SHA-256 mismatch: Debian's $1 $2 differs from the pinned source"
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

# Runs the program $1 of the toolchain, with the toolchain's loader and libraries instead of the machine's.
tool() {
  "$toolchain/$libraries/ld-linux-x86-64.so.2" --argv0 "$toolchain/$1" \
    --library-path "$toolchain/$libraries:$toolchain/usr/$libraries:$toolchain/usr/lib/llvm-14/lib" \
    "$toolchain/$1" "${@:2}"
}

# Copies the built file $1 to the committed file $2. With `--check` as $3, compares them instead.
finish() {
  if [ "${3:-}" = --check ]; then
    cmp "$1" "$2" || fail "$2 differs from a fresh build; run $0 and commit the result"
  else
    install -m 644 "$1" "$2"
  fi
}
