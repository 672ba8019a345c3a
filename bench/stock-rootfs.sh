#!/bin/sh
# The manual steps for an ext4 root file system from a container image: copy the image, unpack it, make a file system that
# is large enough, mount it, copy all files into it, check it, and shrink it to its contents plus the requested free space.
# The benchmarks compare fledge with this script (docs/benchmarks.md). It needs root.
#
#   stock-rootfs.sh DIRECTORY LAYOUT FREE
#
# DIRECTORY must be empty. The script writes rootfs.img and SHA256SUMS to it, and keeps the intermediate files. LAYOUT is an
# OCI layout with one image, FREE the free space in MiB. The script omits the agent, the image's config, and the manifest.
set -eu

[ "$#" -eq 3 ] || {
  echo 'usage: stock-rootfs.sh DIRECTORY LAYOUT FREE' >&2
  exit 2
}
# In a separate mount namespace, so that the kernel removes the mount and its loop device at the end, also after an error.
if [ "${STOCK_ROOTFS_NAMESPACE-}" != own ]; then
  STOCK_ROOTFS_NAMESPACE=own exec unshare --mount -- "$0" "$@"
fi
directory=$1 layout=$2 free=$3
PATH=$PATH:/usr/sbin:/sbin

cd "$directory"
skopeo copy --quiet "oci:$layout" oci:image:latest
umoci unpack --image image:latest bundle

used=$(du --summarize --block-size=1M bundle/rootfs | cut -f1)
truncate -s "$((used + used / 4 + free + 64))M" rootfs.img
mkfs.ext4 -q -m 0 rootfs.img
mkdir mnt
# mount sets up the loop device, so that the kernel frees it after the unmount.
mount -o loop rootfs.img mnt
cp -a bundle/rootfs/. mnt/
umount mnt

e2fsck -f -y rootfs.img >/dev/null
blocks=$(resize2fs -P rootfs.img 2>/dev/null | sed -n 's/.*: //p')
resize2fs rootfs.img "$((blocks + free * 256))" >/dev/null 2>&1
sha256sum rootfs.img >SHA256SUMS
