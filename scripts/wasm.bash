# shellcheck shell=bash
# Shared functions of the scripts that build wasm. Source it after `set -euo pipefail`, with `scripts` set to the directory of
# this file. It sets `work`, a temporary directory.
#
# The compilers are those of Debian 12 (clang 14, lld 14, wasm-opt 108), because other compilers produce different bytes. They
# and the sources are downloaded from deb.debian.org once, and cached in node_modules/.cache. Needs an x86-64 Linux machine with
# apt, mmdebstrap and Debian's keyring (`npm run setup` installs them), but no root.
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

# Compiles $1 to $work/object.o, with the remaining arguments. The file contains no path of this machine.
compile() {
  tool usr/lib/llvm-14/bin/clang -resource-dir "$toolchain/usr/lib/llvm-14/lib/clang/14.0.6" \
    --target=wasm32 "${features[@]/#/-m}" -ffreestanding -fvisibility=hidden -Wall -Wno-unused \
    -ffile-prefix-map="$work"=. -ffile-prefix-map="$(dirname "$1")"=. "${@:2}" -c "$1" -o "$work/object.o"
}

# Links $work/object.o to the wasm file $1, which exports the remaining arguments. clang is not used as the linker driver, because
# it would run any wasm-opt on the PATH.
link() {
  local exports=("${@:2}")
  tool usr/lib/llvm-14/bin/wasm-ld --no-entry "${exports[@]/#/--export=}" --gc-sections --strip-all \
    -z stack-size=65536 "$work/object.o" -o "$work/linked.wasm"
  tool usr/bin/wasm-opt -O3 --enable-bulk-memory --enable-sign-ext --enable-mutable-globals --enable-simd \
    "$work/linked.wasm" -o "$work/optimized.wasm"
  install -m 644 "$work/optimized.wasm" "$1"
}

# Copies the built file $1 and the licence $2 to the committed files $3 and $4. With `--check` as $5, compares them instead.
finish() {
  if [ "${5:-}" = --check ]; then
    cmp "$1" "$3" || fail "$3 differs from a fresh build; run $0 and commit the result"
    cmp "$2" "$4" || fail "$4 differs from the licence of the source"
  else
    install -m 644 "$1" "$3"
    install -m 644 "$2" "$4"
  fi
  sha256sum "$3"
}
