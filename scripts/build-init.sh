#!/bin/bash
# Builds src/init/init-amd64.elf and src/init/init-arm64.elf: the init of an initramfs, from src/init/init.c.
#
#   scripts/build-init.sh                 rebuild the committed files
#   scripts/build-init.sh --check         rebuild in a temporary directory, and fail if a committed file differs
set -euo pipefail

scripts=$(cd "$(dirname "$0")" && pwd)
sources=$scripts/../src/init
# shellcheck source=scripts/toolchain.bash
. "$scripts/toolchain.bash"

case "${1:-}" in
  '' | --check) ;;
  *) fail "unknown argument $1" ;;
esac

# Compiles and links the init for the architecture $1, with the remaining arguments of clang.
build_init() {
  local name=init-$1.elf
  tool usr/lib/llvm-14/bin/clang "${@:2}" -std=gnu11 -Os -Wall -Wextra -Werror -ffreestanding -nostdinc -fno-pic -fno-ident \
    -fno-unwind-tables -fno-asynchronous-unwind-tables -fno-stack-protector -c "$sources/init.c" -o "$work/object.o"
  tool usr/lib/llvm-14/bin/ld.lld -static --build-id=none -z noexecstack -z norelro --strip-all --script="$work/layout" \
    "$work/object.o" -o "$work/$name"
  finish "$work/$name" "$sources/$name" "$check"
  sha256sum "$sources/$name"
}

check=${1:-}
# One segment, because two would be padded to a page, which is 64 KiB on arm64. The init has no variables. .comment has the
# version of the linker.
cat >"$work/layout" <<'END'
PHDRS { all PT_LOAD FILEHDR PHDRS FLAGS(5); stack PT_GNU_STACK FLAGS(6); }
SECTIONS {
  . = 0x400000 + SIZEOF_HEADERS;
  .text : { *(.text .text.*) *(.rodata .rodata.*) } :all
  /DISCARD/ : { *(.comment) *(.note.*) }
}
END
unpack_toolchain
build_init amd64 --target=x86_64-linux-gnu -march=x86-64 -fcf-protection=none
build_init arm64 --target=aarch64-linux-gnu -march=armv8-a -mbranch-protection=none
