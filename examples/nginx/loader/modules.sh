#!/bin/sh
# Puts the drivers of a virtio disk and of its file system that a kernel has as modules into build/modules, in the order in
# which they are to be loaded: modules.sh [version [filesystem]]. Default: the running kernel, and ext4.
set -eu
cd -- "$(dirname -- "$0")"

version=${1:-$(uname -r)}
filesystem=${2:-ext4}
PATH="$PATH:/usr/sbin:/sbin"
list=$(modprobe --config /dev/null --set-version "$version" --show-depends --all virtio_pci virtio_blk "$filesystem")

rm -rf build/modules
mkdir -p build/modules
number=10
for module in $(printf '%s\n' "$list" | awk '$1 == "insmod" && !seen[$2]++ { print $2 }'); do
  name=$(basename "${module%.ko*}")
  # Decompress the modules, because busybox may not support the compression.
  case $module in
    *.zst) decompress=zstdcat ;;
    *.xz) decompress=xzcat ;;
    *.gz) decompress='zcat' ;;
    *) decompress='cat' ;;
  esac
  $decompress "$module" >"build/modules/$number-$name.ko"
  number=$((number + 1))
done
