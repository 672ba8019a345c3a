#!/bin/sh
# The manual steps for a squashfs root file system from a container image: copy the image, unpack it, and compress it with
# mksquashfs and zstd at the same level. The benchmarks compare fledge with this script (docs/benchmarks.md). It needs
# root, to keep the owners.
#
#   stock-squashfs.sh DIRECTORY LAYOUT LEVEL
#
# DIRECTORY must be empty. The script writes rootfs.img and SHA256SUMS to it, and keeps the intermediate files. LAYOUT is an
# OCI layout with one image. The script omits the agent, the image's config, and the manifest.
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
