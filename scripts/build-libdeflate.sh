#!/bin/bash
# Builds src/formats/gzip/libdeflate.wasm: the deflate compressor of libdeflate 1.23, from Debian's source package.
#
#   scripts/build-libdeflate.sh                 rebuild the committed file
#   scripts/build-libdeflate.sh --check         rebuild aside, and fail unless the committed file has the same bytes
#
# Needs Debian 12 with: apt-get install clang lld binaryen. The source comes from deb.debian.org through apt, and needs
# no root. LIBDEFLATE_TARBALL=<file> takes a copy that is already there. Another clang gives other bytes of wasm, and
# with them possibly another speed, but the same compressed output.
set -euo pipefail
export LC_ALL=C

package=libdeflate
version=1.23
sha256=1ab18349b9fb0ce8a0ca4116bded725be7dcbfa709e19f6f983d99df1fb8b25f
toolchain='clang 14, lld 14, wasm-opt 108'

repository=$(cd "$(dirname "$0")/.." && pwd)
sources=$repository/src/formats/gzip
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "build-libdeflate: $*" >&2
  exit 1
}

# Leaves the upstream tarball of the Debian source package at $1. apt checks Debian's signature; the configuration is
# one of our own, so that it does not matter whether the machine has deb-src entries, and nothing of it is changed.
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
  (cd "$work/apt/download" && apt-get "${options[@]}" source --tar-only --download-only "$package")
  cp "$work/apt/download/${package}_$version.orig.tar.gz" "$1" || fail "trixie no longer has $package $version"
}

# Replaces each line that is exactly $3 by $4 (sed syntax) in file $1, where there must be $2 of them.
replace_lines() {
  local found
  found=$(grep -c "^$3\$" "$1" || true)
  [ "$found" = "$2" ] || fail "$1 has $found lines like '$3' instead of $2"
  sed -i "s/^$3\$/$4/" "$1"
}

unpack_source() {
  local tarball=${LIBDEFLATE_TARBALL:-$work/source.tar.gz}
  [ -n "${LIBDEFLATE_TARBALL:-}" ] || fetch_source "$tarball"
  echo "$sha256  $tarball" | sha256sum --check --quiet || fail "$tarball is not $package $version"
  mkdir "$work/source"
  tar -xzf "$tarball" -C "$work/source" --strip-components=1
}

# The three changes: no block is the final one (the wrapper's caller ends the stream), the match finder can be primed,
# and words have 64 bits, which wasm32 can handle although its pointers have 32.
patch_source() {
  local compressor=$work/source/lib/deflate_compress.c
  replace_lines "$compressor" 2 $'\t*ADD_BITS(is_final_block, 1);' $'\t\tADD_BITS(0, 1);'
  replace_lines "$compressor" 1 $'\t*bfinal = is_final_block;' $'\t\t\t\tbfinal = 0;'
  replace_lines "$compressor" 2 $'\thc_matchfinder_init(&c->p.g.hc_mf);' $'&\\n\tPRIME_MATCH_FINDER'
  replace_lines "$work/source/common_defs.h" 1 'typedef size_t machine_word_t;' 'typedef u64 machine_word_t;'
}

# Writes the wasm file to $1. clang only compiles: as a linker driver it would run whatever wasm-opt is in PATH.
compile() {
  local features=(-mbulk-memory -msign-ext -mmutable-globals -msimd128)
  clang --target=wasm32 -O3 "${features[@]}" -ffreestanding -DFREESTANDING -fvisibility=hidden -Wall -Wno-unused \
    -ffile-prefix-map="$work"=. -ffile-prefix-map="$sources"=. -I"$work/source/lib" -I"$work/source" \
    -c "$sources/libdeflate-wrapper.c" -o "$work/wrapper.o"
  wasm-ld --no-entry --export=compress_chunk --export=input --export=output --gc-sections --strip-all \
    -z stack-size=65536 "$work/wrapper.o" -o "$work/linked.wasm"
  wasm-opt -O3 --enable-bulk-memory --enable-sign-ext --enable-mutable-globals --enable-simd \
    "$work/linked.wasm" -o "$work/optimized.wasm"
  install -m 644 "$work/optimized.wasm" "$1"
}

versions() {
  echo "clang $(clang -dumpversion | cut -d. -f1), lld $(wasm-ld --version | sed 's/^[^0-9]*\([0-9]*\).*/\1/')," \
    "wasm-opt $(wasm-opt --version | sed 's/^[^0-9]*\([0-9]*\).*/\1/')"
}

case "${1:-}" in
  '') target=$sources/libdeflate.wasm ;;
  --check) target=$work/check.wasm ;;
  *) fail "unknown argument $1" ;;
esac

[ "$(versions)" = "$toolchain" ] || echo "build-libdeflate: this is $(versions); the bytes are those of $toolchain" >&2
unpack_source
patch_source
compile "$target"
if [ "${1:-}" = --check ]; then
  cmp "$target" "$sources/libdeflate.wasm" || fail 'libdeflate.wasm is not what its source builds'
  cmp "$work/source/COPYING" "$sources/LICENSE.libdeflate" || fail 'LICENSE.libdeflate is not the COPYING of its source'
else
  install -m 644 "$work/source/COPYING" "$sources/LICENSE.libdeflate"
fi
sha256sum "$sources/libdeflate.wasm"
