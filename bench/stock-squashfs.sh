#!/bin/sh
# What an engineer does by hand to make a squashfs root file system of a container image: copy the image, unpack it, and
# have mksquashfs compress it with zstd at the same level. It is what fledge is measured against (docs/benchmarks.md).
# Takes root, without which the owners would be lost.
#
#   stock-squashfs.sh DIRECTORY LAYOUT LEVEL
#
# DIRECTORY is empty; it gets rootfs.img and SHA256SUMS, and keeps what they were made of. LAYOUT is an OCI layout with
# one image. It leaves out the agent, the image's config, and the manifest.
set -eu

[ "$#" -eq 3 ] || {
  echo 'usage: stock-squashfs.sh DIRECTORY LAYOUT LEVEL' >&2
  exit 2
}
directory=$1 layout=$2 level=$3

cd "$directory"
skopeo copy --quiet "oci:$layout" oci:image:latest
umoci unpack --image image:latest bundle
mksquashfs bundle/rootfs rootfs.img -comp zstd -Xcompression-level "$level" -quiet -no-progress
sha256sum rootfs.img >SHA256SUMS
