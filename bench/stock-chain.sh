#!/bin/sh
# The manual steps for the content of a fledge plugin: compile an init, create a directory tree, archive and compress it.
# The benchmarks compare fledge with this script (docs/benchmarks.md), so it starts as few processes as possible.
#
#   stock-chain.sh DIRECTORY INIT.C BUSYBOX AGENT [SOURCE DESTINATION]...
#
# DIRECTORY must be empty. The script writes plugin.cpio.gz and SHA256SUMS to it, and keeps their tree/. A SOURCE that is a
# directory becomes the DESTINATION. The script omits the files that need root (two device nodes) and the manifest.
set -eu

[ "$#" -ge 4 ] || {
  echo 'usage: stock-chain.sh DIRECTORY INIT.C BUSYBOX AGENT [SOURCE DESTINATION]...' >&2
  exit 2
}
directory=$1 init=$2 busybox=$3 agent=$4
tree=$directory/tree
shift 4

umask 022
mkdir "$tree"
(
  cd "$tree"
  mkdir -p bin dev etc home lib lib64 mnt opt proc root run sbin srv sys tmp \
    usr/bin usr/lib usr/local/bin usr/sbin var/lib var/log var/tmp
  chmod 1777 tmp var/tmp
  chmod 0555 proc sys
  chmod 0700 root
)

cp "$busybox" "$tree/bin/busybox"
# One process for all links: a loop around ln would need more time than the rest of a small plugin.
"$busybox" --list-full | (cd "$tree" && perl -ne 'chomp; symlink "/bin/busybox", $_')

gcc -Os -pipe -ffreestanding -nostdinc -nostdlib -static -fno-pie -no-pie -fno-stack-protector -fcf-protection=none \
  -fno-asynchronous-unwind-tables -fno-tree-loop-distribute-patterns -fno-ident -Wl,--build-id=none \
  -Wl,-z,noseparate-code -s -o "$tree/init" "$init"

cp "$agent" "$tree/bin/kestrel"
while [ "$#" -gt 1 ]; do
  cp -R "$1" "$tree/$2"
  shift 2
done

cd "$tree"
find . -exec touch -h -d @1704067200 {} +
find . | LC_ALL=C sort | cpio -o -H newc --reproducible -R 0:0 --quiet | gzip -n -9 >../plugin.cpio.gz
cd ..
sha256sum plugin.cpio.gz >SHA256SUMS
