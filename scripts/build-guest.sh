#!/bin/bash
# Builds the programs that run in a microVM, for amd64 and arm64: src/init/init-*.elf, the init of an initramfs, and
# src/boot/guest/companion-*.elf, which `fledge boot` starts before it.
#
#   scripts/build-guest.sh                rebuild the committed files
#   scripts/build-guest.sh --check        rebuild in a temporary directory, and fail if a committed file differs
set -euo pipefail

scripts=$(cd "$(dirname "$0")" && pwd)
sources=$scripts/../src
# shellcheck source=scripts/toolchain.bash
. "$scripts/toolchain.bash"

case "${1:-}" in
  '' | --check) ;;
  *) fail "unknown argument $1" ;;
esac
check=${1:-}

# The init has one segment, because two would be padded to a page, which is 64 KiB on arm64. It has no variables. .comment has
# the version of the linker.
init_layout='PHDRS { all PT_LOAD FILEHDR PHDRS FLAGS(5); stack PT_GNU_STACK FLAGS(6); }
SECTIONS {
  . = 0x400000 + SIZEOF_HEADERS;
  .text : { *(.text .text.*) *(.rodata .rodata.*) } :all
  /DISCARD/ : { *(.comment) *(.note.*) }
}'

# The variables of the companion are a segment of their own, which has no bytes in the file: all of them begin as zeros. It
# begins at a multiple of the largest page.
companion_layout='PHDRS { all PT_LOAD FILEHDR PHDRS FLAGS(5); variables PT_LOAD FLAGS(6); stack PT_GNU_STACK FLAGS(6); }
SECTIONS {
  . = 0x400000 + SIZEOF_HEADERS;
  .text : { *(.text .text.*) *(.rodata .rodata.*) } :all
  .data : { *(.data .data.*) }
  . = ALIGN(0x10000);
  .bss : { *(.bss .bss.* COMMON) } :variables
  /DISCARD/ : { *(.comment) *(.note.*) }
  ASSERT(SIZEOF(.data) == 0, "a variable does not begin as zeros")
}'

# Compiles and links the program $1, a path below src/ without architecture and suffix, with the layout $2 from the C files after
# the page size $3, which is the architecture's if it is empty.
build_program() {
  build_for amd64 --target=x86_64-linux-gnu -march=x86-64 -fcf-protection=none -- "$@"
  build_for arm64 --target=aarch64-linux-gnu -march=armv8-a -mbranch-protection=none -- "$@"
}

# build_for ARCHITECTURE OPTION... -- PROGRAM LAYOUT PAGE FILE...
build_for() {
  local architecture=$1 options=() objects=() file program layout page
  shift
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  program=$2-$architecture.elf layout=$3 page=$4
  shift 4
  for file in "$@"; do
    objects+=("$work/${#objects[@]}.o")
    tool usr/lib/llvm-14/bin/clang "${options[@]}" -std=gnu11 -Os -Wall -Wextra -Werror -ffreestanding -nostdinc -fno-pic \
      -fno-ident -fno-unwind-tables -fno-asynchronous-unwind-tables -fno-stack-protector -c "$file" -o "${objects[-1]}"
  done
  tool usr/lib/llvm-14/bin/ld.lld -static --build-id=none -z noexecstack -z norelro ${page:+-z max-page-size="$page"} --strip-all \
    --script=<(printf '%s' "$layout") "${objects[@]}" -o "$work/program.elf"
  finish "$work/program.elf" "$sources/$program" "$check"
  (cd "$sources" && sha256sum "$program")
}

unpack_toolchain
build_program init/init "$init_layout" '' "$sources/init/init.c"
# The linker pads the file to a page before the empty segment.
build_program boot/guest/companion "$companion_layout" 4096 "$sources"/boot/guest/companion/*.c
