#!/bin/sh
# What an engineer does by hand to make an ext4 root file system of a container image: copy the image, unpack it, make a
# file system that is large enough, mount it, copy everything into it, check it, shrink it to what it needs and the free
# space that was asked for. It is what fledge is measured against (docs/benchmarks.md). Takes root.
#
#   stock-rootfs.sh DIRECTORY LAYOUT FREE
#
# DIRECTORY is empty; it gets rootfs.img and SHA256SUMS, and keeps what they were made of. LAYOUT is an OCI layout with
# one image, FREE the free space in MiB. It leaves out the agent, the image's config, and the manifest.
set -eu

[ "$#" -eq 3 ] || {
  echo 'usage: stock-rootfs.sh DIRECTORY LAYOUT FREE' >&2
  exit 2
}
# In a mount namespace of its own nothing stays mounted, however this ends, and with the mount goes its loop device.
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
# losetup and mount in one: the kernel frees the loop device when it is no longer mounted.
mount -o loop rootfs.img mnt
cp -a bundle/rootfs/. mnt/
umount mnt

e2fsck -f -y rootfs.img >/dev/null
blocks=$(resize2fs -P rootfs.img 2>/dev/null | sed -n 's/.*: //p')
resize2fs rootfs.img "$((blocks + free * 256))" >/dev/null 2>&1
sha256sum rootfs.img >SHA256SUMS
