#!/bin/sh
# Builds the root file system of the runner image from a Debian base: install.sh MIRROR. Only apt uses the network.
set -eu

mirror=$1
export DEBIAN_FRONTEND=noninteractive

architecture=$(dpkg --print-architecture)
# Each architecture gets a cross compiler for the other, and boots its own artifacts.
case $architecture in
  amd64)
    cross=gcc-aarch64-linux-gnu
    qemu='qemu-system-x86'
    ;;
  arm64)
    cross=gcc-x86-64-linux-gnu
    qemu='qemu-system-arm'
    ;;
  *)
    echo "install: unsupported architecture $architecture; fledge supports amd64 and arm64" >&2
    exit 1
    ;;
esac

rm -f /etc/apt/sources.list /etc/apt/sources.list.d/*
cat >/etc/apt/sources.list.d/debian.sources <<EOF
Types: deb
URIs: $mirror
Suites: forky
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
EOF
# Exclude documentation, but keep licences. Exclude link-time optimisation, C++ and the sanitizers of gcc, and the network plugins
# for containers that skopeo depends on. Exclude emulators and firmware of other machines, and all kernel modules that no artifact
# of fledge needs.
cat >/etc/dpkg/dpkg.cfg.d/fledge <<EOF
path-exclude=/usr/share/doc/*
path-include=/usr/share/doc/*/copyright
path-exclude=/usr/share/man/*
path-exclude=/usr/share/info/*
path-exclude=/usr/share/locale/*
path-exclude=/usr/share/lintian/*
path-exclude=/usr/bin/*lto-dump*
path-exclude=/usr/libexec/*/lto1
path-exclude=/usr/libexec/*/cc1plus
path-exclude=/usr/lib/*/lib*san.so*
path-exclude=/usr/lib/*/lib*san.a
path-exclude=/usr/lib/cni/*
path-exclude=/usr/bin/qemu-pr-helper
path-exclude=/usr/bin/qemu-system-arm
path-exclude=/usr/bin/qemu-system-i386
path-exclude=/usr/bin/qemu-system-x86_64-microvm
path-exclude=/usr/bin/qemu-vmsr-helper
path-exclude=/usr/share/qemu/*
path-include=/usr/share/qemu/bios*
path-include=/usr/share/qemu/kvmvapic.bin
path-include=/usr/share/qemu/linuxboot*
path-include=/usr/share/qemu/multiboot*
path-include=/usr/share/qemu/pvh.bin
path-exclude=/usr/lib/modules/*/kernel/*
path-include=/usr/lib/modules/*/kernel/crypto/*
path-include=/usr/lib/modules/*/kernel/drivers/block/virtio_blk.*
path-include=/usr/lib/modules/*/kernel/drivers/net/net_failover.*
path-include=/usr/lib/modules/*/kernel/drivers/net/virtio_net.*
path-include=/usr/lib/modules/*/kernel/drivers/virtio/*
path-include=/usr/lib/modules/*/kernel/fs/btrfs/*
path-include=/usr/lib/modules/*/kernel/fs/ext4/*
path-include=/usr/lib/modules/*/kernel/fs/jbd2/*
path-include=/usr/lib/modules/*/kernel/fs/overlayfs/*
path-include=/usr/lib/modules/*/kernel/fs/squashfs/*
path-include=/usr/lib/modules/*/kernel/fs/xfs/*
path-include=/usr/lib/modules/*/kernel/lib/*
path-include=/usr/lib/modules/*/kernel/net/core/failover.*
EOF

# Snapshots are older than their validity period. apt still verifies their signature.
apt-get -q -o Acquire::Check-Valid-Until=false update
apt-get -qy dist-upgrade
kernel=$(apt-cache depends "linux-image-cloud-$architecture" | sed -n 's/^ *Depends: linux-image-//p')
apt-get -qy install --no-install-recommends \
  btrfs-progs ca-certificates e2fsprogs gcc "$cross" libc6-dev nodejs skopeo squashfs-tools umoci xfsprogs \
  "$qemu" systemd-standalone-sysusers systemd-standalone-tmpfiles xz-utils "linux-binary-$kernel" "linux-modules-$kernel"
ln -s "../usr/lib/modules/$kernel/vmlinuz" "/boot/vmlinuz-$kernel"
ln -s "vmlinuz-$kernel" /boot/vmlinuz

# Remove the same files of packages that were installed before the rules above.
find /usr/share/doc -mindepth 2 ! -name copyright ! -type d -delete
find /usr/share/doc -mindepth 1 -type d -empty -delete
rm -rf /usr/share/man/* /usr/share/info/* /usr/share/locale/* /usr/share/lintian
# Remove files that differ between runs or can be downloaded again.
apt-get clean
rm -rf /var/lib/apt/lists/* /var/cache/* /var/log/* /var/lib/dpkg/*-old /etc/machine-id

useradd --uid 1000 --user-group --create-home --home-dir /home/fledge --shell /usr/sbin/nologin fledge
# Any user of --user can have a cache there.
chmod 1777 /home/fledge
mkdir -p /work
chown fledge:fledge /work
ln -s ../lib/fledge/index.js /usr/bin/fledge

sh /usr/share/fledge/list-packages.sh >/usr/share/fledge/packages.txt
rm -f /usr/share/fledge/install.sh
