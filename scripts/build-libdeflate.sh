#!/bin/bash
# Builds src/formats/gzip/libdeflate.wasm: the deflate compressor of libdeflate 1.23, from Debian's source package.
#
#   scripts/build-libdeflate.sh                 rebuild the committed file
#   scripts/build-libdeflate.sh --check         rebuild in a temporary directory, and fail if the committed file differs
set -euo pipefail

scripts=$(cd "$(dirname "$0")" && pwd)
sources=$scripts/../src/formats/gzip
# shellcheck source=scripts/wasm.bash
. "$scripts/wasm.bash"

# Replaces each line that is exactly $3 by $4 (sed syntax) in file $1, which must contain exactly $2 such lines.
replace_lines() {
  local found
  found=$(grep -c "^$3\$" "$1" || true)
  [ "$found" = "$2" ] || fail "$1 has $found lines like '$3' instead of $2"
  sed -i "s/^$3\$/$4/" "$1"
}

# Three changes: no block is final (the caller of the wrapper ends the stream); the match finder can be primed; words have
# 64 bits, which wasm32 supports although its pointers have 32.
patch_source() {
  local compressor=$work/source/lib/deflate_compress.c
  replace_lines "$compressor" 2 $'\t*ADD_BITS(is_final_block, 1);' $'\t\tADD_BITS(0, 1);'
  replace_lines "$compressor" 1 $'\t*bfinal = is_final_block;' $'\t\t\t\tbfinal = 0;'
  replace_lines "$compressor" 2 $'\thc_matchfinder_init(&c->p.g.hc_mf);' $'&\\n\tPRIME_MATCH_FINDER'
  replace_lines "$work/source/common_defs.h" 1 'typedef size_t machine_word_t;' 'typedef u64 machine_word_t;'
}

case "${1:-}" in
  '' | --check) ;;
  *) fail "unknown argument $1" ;;
esac

unpack_toolchain
unpack_source libdeflate 1.23 1ab18349b9fb0ce8a0ca4116bded725be7dcbfa709e19f6f983d99df1fb8b25f
patch_source
compile "$sources/libdeflate-wrapper.c" -O3 -DFREESTANDING -I"$work/source/lib" -I"$work/source"
link "$work/libdeflate.wasm" compress_chunk input output
finish_wasm "$work/libdeflate.wasm" "$work/source/COPYING" "$sources"/{libdeflate.wasm,LICENSE.libdeflate} "${1:-}"
