#!/bin/sh
# Builds the root file system of the runner image from a Debian base: install.sh MIRROR. Only apt uses the network.
set -eu

mirror=$1
export DEBIAN_FRONTEND=noninteractive

# Each architecture gets a cross compiler for the other.
case $(dpkg --print-architecture) in
  amd64) cross=gcc-aarch64-linux-gnu ;;
  arm64) cross=gcc-x86-64-linux-gnu ;;
  *)
    echo "install: unsupported architecture $(dpkg --print-architecture); fledge supports amd64 and arm64" >&2
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
# for containers that skopeo depends on.
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
EOF

# Snapshots are older than their validity period. apt still verifies their signature.
apt-get -q -o Acquire::Check-Valid-Until=false update
apt-get -qy dist-upgrade
apt-get -qy install --no-install-recommends \
  btrfs-progs ca-certificates e2fsprogs gcc "$cross" libc6-dev nodejs skopeo squashfs-tools umoci xfsprogs

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
