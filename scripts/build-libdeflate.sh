#!/bin/bash
# Builds the deflate compressors of libdeflate 1.23, from Debian's source package: src/formats/gzip/libdeflate.wasm and
# src/formats/qcow2/deflate.wasm.
#
#   scripts/build-libdeflate.sh                 rebuild the committed files
#   scripts/build-libdeflate.sh --check         rebuild in a temporary directory, and fail if a committed file differs
set -euo pipefail

scripts=$(cd "$(dirname "$0")" && pwd)
formats=$scripts/../src/formats
# shellcheck source=scripts/wasm.bash
. "$scripts/wasm.bash"

# Replaces each line that is exactly $3 by $4 (sed syntax) in file $1, which must contain exactly $2 such lines.
replace_lines() {
  local found
  found=$(grep -c "^$3\$" "$1" || true)
  [ "$found" = "$2" ] || fail "$1 has $found lines like '$3' instead of $2"
  sed -i "s/^$3\$/$4/" "$1"
}

# Words have 64 bits, which wasm32 supports although its pointers have 32.
patch_words() {
  replace_lines "$work/source/common_defs.h" 1 'typedef size_t machine_word_t;' 'typedef u64 machine_word_t;'
}

# Matches have a distance of at most 4096 bytes. libdeflate has a mistake in the code for windows other than its own: positions must
# become smaller when the window moves.
patch_for_qcow2() {
  local compressor=$work/source/lib/deflate_compress.c
  replace_lines "$compressor" 1 $'#define MATCHFINDER_WINDOW_ORDER\tDEFLATE_WINDOW_ORDER' $'#define MATCHFINDER_WINDOW_ORDER\t12'
  replace_lines "$work/source/lib/matchfinder_common.h" 1 $'\t*data\\[i\\] -= (mf_pos_t)-MATCHFINDER_WINDOW_SIZE;' \
    $'\t\t\t\tdata[i] += (mf_pos_t)-MATCHFINDER_WINDOW_SIZE;'
}

# No block is final (the caller of the wrapper ends the stream); the match finder can be primed.
patch_for_gzip() {
  local compressor=$work/source/lib/deflate_compress.c
  replace_lines "$compressor" 2 $'\t*ADD_BITS(is_final_block, 1);' $'\t\tADD_BITS(0, 1);'
  replace_lines "$compressor" 1 $'\t*bfinal = is_final_block;' $'\t\t\t\tbfinal = 0;'
  replace_lines "$compressor" 2 $'\thc_matchfinder_init(&c->p.g.hc_mf);' $'&\\n\tPRIME_MATCH_FINDER'
}

# Compiles $1, which exports the function $2, and compares or installs the wasm file $3 and the licence.
build() {
  compile "$1" -O3 -DFREESTANDING -I"$work/source/lib" -I"$work/source"
  link "$work/$(basename "$3")" "$2" input output
  finish_wasm "$work/$(basename "$3")" "$work/source/COPYING" "$3" "$formats/gzip/LICENSE.libdeflate" "${4:-}"
}

case "${1:-}" in
  '' | --check) ;;
  *) fail "unknown argument $1" ;;
esac

unpack_toolchain
unpack_source libdeflate 1.23 1ab18349b9fb0ce8a0ca4116bded725be7dcbfa709e19f6f983d99df1fb8b25f
patch_words
cp "$work/source/lib/deflate_compress.c" "$work/original.c"
patch_for_gzip
build "$formats/gzip/libdeflate-wrapper.c" compress_chunk "$formats/gzip/libdeflate.wasm" "${1:-}"
cp "$work/original.c" "$work/source/lib/deflate_compress.c"
patch_for_qcow2
build "$formats/qcow2/deflate-wrapper.c" compress_block "$formats/qcow2/deflate.wasm" "${1:-}"
