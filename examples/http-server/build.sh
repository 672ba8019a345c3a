#!/bin/sh
# Compiles the two programs into build/, as static binaries: the image has no C library.
set -eu
cd -- "$(dirname -- "$0")"
mkdir -p build
for program in agent server; do
  ${CC:-gcc} -static -Os -s -Wall -Wextra -Werror -o "build/$program" "$program.c"
done
