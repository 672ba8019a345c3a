#!/bin/bash
# Builds src/formats/zstd/zstd.wasm: the compressor of zstd 1.5.7, from Debian's source package.
#
#   scripts/build-zstd.sh                 rebuild the committed file
#   scripts/build-zstd.sh --check         rebuild in a temporary directory, and fail if the committed file differs
set -euo pipefail

scripts=$(cd "$(dirname "$0")" && pwd)
sources=$scripts/../src/formats/zstd
# shellcheck source=scripts/wasm.bash
. "$scripts/wasm.bash"

# The libc headers that zstd includes. The wrapper defines the functions.
write_headers() {
  mkdir "$work/include"
  cat >"$work/include/string.h" <<'END'
#include <stddef.h>
void *memcpy(void *, const void *, size_t);
void *memmove(void *, const void *, size_t);
void *memset(void *, int, size_t);
int memcmp(const void *, const void *, size_t);
END
  cat >"$work/include/stdlib.h" <<'END'
#include <stddef.h>
void *malloc(size_t);
void *calloc(size_t, size_t);
void free(void *);
END
}

case "${1:-}" in
  '' | --check) ;;
  *) fail "unknown argument $1" ;;
esac

unpack_toolchain
unpack_source libzstd 1.5.7+dfsg 0c092ef267edce57ba7f3f2645c861f72eaf5e76273c6c3632869423464b90a5
write_headers
# -O3 makes the file a tenth larger, but not faster.
compile "$sources/zstd-wrapper.c" -O2 -DNDEBUG -DXXH_NAMESPACE=ZSTD_ -DZSTD_STRIP_ERROR_STRINGS=1 \
  -isystem "$work/include" -I"$work/source/lib" -I"$work/source/lib/common" -I"$work/source/lib/compress"
link "$work/zstd.wasm" compress_block input output
finish_wasm "$work/zstd.wasm" "$work/source/LICENSE" "$sources"/{zstd.wasm,LICENSE.zstd} "${1:-}"
