#!/bin/sh
# Makes the image of the root file system benchmarks: Debian with nginx, PostgreSQL and Python in three layers, about
# 500 MB unpacked, from packages of Debian's mirror. It needs some minutes, root, mmdebstrap and umoci.
#
#   make-image.sh DIRECTORY
#
# DIRECTORY must not exist; it becomes an OCI layout with the image "latest".
set -eu

[ "$#" -eq 1 ] || {
  echo 'usage: make-image.sh DIRECTORY' >&2
  exit 2
}
[ "$(id -u)" -eq 0 ] || {
  echo 'make-image.sh: cannot install packages into another root directory: root is needed' >&2
  exit 1
}
[ ! -e "$1" ] || {
  echo "make-image.sh: cannot write $1: it exists" >&2
  exit 1
}

umask 022
mkdir -p "$(dirname "$1")"
work=$(mktemp -d "$1.XXXXXX")
trap 'rm -rf --one-file-system -- "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP
image=$work/image:latest
root=$work/bundle/rootfs

# In a separate mount namespace, so that nothing remains mounted after an error.
install_packages() {
  # shellcheck disable=SC2016 # for the inner shell
  unshare --mount --pid --fork --kill-child sh -euc '
    root=$1
    shift
    mount -t proc proc "$root/proc"
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    export DEBIAN_FRONTEND=noninteractive LC_ALL=C PATH=/usr/sbin:/usr/bin:/sbin:/bin
    # TMPDIR is a directory of the host, but maintainer scripts would use it.
    unset TMPDIR
    chroot "$root" apt-get update -qq
    chroot "$root" apt-get install -qq --no-install-recommends "$@"
    chroot "$root" apt-get clean
    rm -rf "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/*.bin
  ' install "$root" "$@"
}

add_layer() {
  umoci repack --refresh-bundle --image "$image" "$work/bundle"
}

umoci init --layout "$work/image"
umoci new --image "$image"
umoci unpack --image "$image" "$work/bundle"
mmdebstrap --quiet --variant=minbase bookworm "$root"
printf '#!/bin/sh\nexit 101\n' > "$root/usr/sbin/policy-rc.d"
chmod 755 "$root/usr/sbin/policy-rc.d"
add_layer
install_packages nginx postgresql
add_layer
install_packages python3 python3-numpy
add_layer
umoci config --image "$image" --config.entrypoint /usr/sbin/nginx --config.cmd -g --config.cmd 'daemon off;' \
  --config.exposedports 80/tcp
umoci gc --layout "$work/image"
mv -- "$work/image" "$1"
