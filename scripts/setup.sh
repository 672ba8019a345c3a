#!/bin/sh
# Installs the requirements of the demo or the tests on a Debian or Ubuntu machine: packages, a kernel to boot, node_modules.
# If everything is installed, it prints nothing and returns immediately.
#
#   scripts/setup.sh demo|test
set -eu

CDPATH='' cd -- "$(dirname -- "$0")/.."

cache=node_modules/.cache/fledge

say() {
  printf 'setup: %s\n' "$*" >&2
}

fail() {
  say "$*"
  exit 1
}

have() {
  command -v "$1" >/dev/null 2>&1
}

# Programs that are only on the PATH of root.
have_sbin() {
  have "$1" || [ -x "/sbin/$1" ] || [ -x "/usr/sbin/$1" ]
}

# The static C library of an installed compiler. gcc prints the bare name of a file that it does not find.
have_libc() {
  have "$1" && [ -e "$("$1" -print-file-name=libc.a)" ]
}

# A dynamically linked program contains the path of its loader near the start of the file.
have_static_busybox() {
  [ -x /bin/busybox ] && ! head -c 4096 /bin/busybox | LC_ALL=C grep -q '/ld-'
}

# The missing packages, one per line.
missing_packages() {
  have gcc || echo gcc
  have_libc gcc || echo libc6-dev
  have_static_busybox || echo busybox-static
  have qemu-system-x86_64 || echo qemu-system-x86
  have_any_kernel || kernel_package
  have skopeo || echo skopeo
  have umoci || echo umoci
  have mmdebstrap || echo mmdebstrap
  [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || echo debian-archive-keyring
  # mmdebstrap uses it to run without root.
  [ "$(id -u)" = 0 ] || have newuidmap || echo uidmap
  have_sbin modprobe || echo kmod
  # Kernel modules may be compressed.
  have xzcat || echo xz-utils
  have zstd || echo zstd
  [ "$1" = test ] || return 0
  have aarch64-linux-gnu-gcc || echo gcc-aarch64-linux-gnu
  have_libc aarch64-linux-gnu-gcc || echo libc6-dev-arm64-cross
  have qemu-aarch64-static || echo qemu-user-static
  have qemu-system-aarch64 || echo qemu-system-arm
  # The stand-in for Volant's agent is linked with these libraries.
  [ -e /usr/include/jansson.h ] || echo libjansson-dev
  [ -e /usr/include/zlib.h ] || echo zlib1g-dev
  have cpio || echo cpio
  have gzip || echo gzip
  have fakeroot || echo fakeroot
  have bsdtar || echo libarchive-tools
  have docker-registry || echo docker-registry
  have flock || echo util-linux
  have getfattr || echo attr
  have htpasswd || echo apache2-utils
  have_sbin getcap || echo libcap2-bin
  have_sbin e2fsck || echo e2fsprogs
  have unsquashfs || echo squashfs-tools
  have openssl || echo openssl
  [ -x /usr/bin/python3 ] || echo python3-minimal
  have shellcheck || echo shellcheck
  have git || echo git
  have buildah || echo buildah
  have_sbin xfs_repair || echo xfsprogs
  have btrfs || echo btrfs-progs
  have qemu-img || echo qemu-utils
  # The judge of databases of rpm.
  have rpmbuild || echo rpm
  # The judges of completions, man pages and JSON Schemas.
  have zsh || echo zsh
  have fish || echo fish
  have mandoc || echo mandoc
  [ -e /usr/lib/python3/dist-packages/jsonschema ] || echo python3-jsonschema
}

have_any_kernel() {
  for kernel in /boot/vmlinuz-* "$cache"/vmlinuz-*; do
    [ -e "$kernel" ] && return 0
  done
  return 1
}

have_readable_kernel() {
  for kernel in /boot/vmlinuz-* "$cache"/vmlinuz-*; do
    [ -r "$kernel" ] && return 0
  done
  return 1
}

kernel_package() {
  case $(. /etc/os-release && echo "$ID ${ID_LIKE-}") in
    *ubuntu*) echo linux-image-virtual ;;
    *) echo linux-image-cloud-amd64 ;;
  esac
}

can_be_root() {
  [ "$(id -u)" = 0 ] || { have sudo && sudo -n true 2>/dev/null; }
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  else
    sudo -n "$@"
  fi
}

install_packages() {
  have apt-get || fail "this machine has no apt-get; please install the programs of these Debian packages: $*"
  can_be_root ||
    fail "needs root for packages, please run: sudo apt-get update && sudo apt-get install -y --no-install-recommends $*"
  say "installing $*"
  # An unreachable third-party repository is not an error, if apt can install the packages without it.
  as_root apt-get -qq update || say 'apt-get update failed, continuing with the existing package lists'
  log=$(mktemp)
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends \
    -o DPkg::Lock::Timeout=300 "$@" >"$log" || {
    cat -- "$log" >&2
    rm -f -- "$log"
    fail "apt-get could not install $*"
  }
  rm -f -- "$log"
}

# On Ubuntu, only root can read the kernels.
copy_newest_kernel() {
  newest=$(printf '%s\n' /boot/vmlinuz-* | sort -V | tail -n 1)
  can_be_root ||
    fail "needs root to read a kernel, please run: sudo install -D -m 0644 -t '$PWD/$cache' '$newest'"
  say "copying $newest to where it can be read"
  mkdir -p -- "$cache"
  as_root install -m 0644 -- "$newest" "$cache/"
}

# The tests check ext4 images with an e2fsprogs before 1.47.2 and with a later one. The machine has one of them. The other is
# unpacked from Debian into a directory that only the tests use.
unpack_other_e2fsprogs() {
  version=$(PATH="$PATH:/usr/sbin:/sbin" e2fsck -V 2>&1 | sed -n '1s/^e2fsck \([0-9.]*\).*/\1/p')
  if printf '%s\n' 1.47.2 "$version" | sort -V -C; then suite=bookworm; else suite=trixie; fi
  scripts/unpack-debian.sh "$suite" e2fsprogs "$cache/e2fsprogs-$suite" './*lib*/*.so*' './*sbin/*'
}

# Tests boot linux/arm64 artifacts with a kernel, drivers and a busybox of Debian.
unpack_arm64() {
  scripts/unpack-debian.sh bookworm linux-image-cloud-arm64:arm64,busybox-static:arm64 "$cache/arm64" \
    './boot/vmlinuz-*' './lib/modules/*/virtio*.ko' './bin/busybox'
}

# Installs node_modules of a directory from its lock file. One of the packages is Node.
install_modules() {
  lock=$1/package-lock.json
  installed=$1/node_modules/.package-lock.json
  [ -e "$lock" ] || fail "$lock is missing from this checkout"
  # shellcheck disable=SC3013 # every sh of a Linux distribution has -nt
  if [ ! -e "$installed" ] || [ "$lock" -nt "$installed" ]; then
    have npm || fail 'npm is not on the PATH; please install Node.js from https://nodejs.org or with apt-get'
    say "installing the npm packages of $lock"
    (cd -- "$1" && npm ci --no-audit --no-fund --loglevel=error >&2) || fail "npm ci failed in $1"
    # Node is an optional package per architecture, and npm continues if the download of an optional package fails.
    [ -x "$1/node_modules/.bin/node" ] || {
      rm -f -- "$installed"
      fail "npm could not fetch the Node that $lock names; please check the network and try again"
    }
    # npm does not update the time of an unchanged file. Without this, the next run would install again.
    touch -- "$installed"
  fi
}

case ${1-} in
  demo | test) ;;
  *) fail 'usage: scripts/setup.sh demo|test' ;;
esac
[ "$(uname -s) $(uname -m)" = 'Linux x86_64' ] || fail 'the demo and the tests boot a kernel of an x86-64 Linux machine'

missing=$(missing_packages "$1")
if [ -n "$missing" ]; then
  # shellcheck disable=SC2086 # one word for each package
  install_packages $missing
fi
# The steps for tests mostly wait for the network, so several run at once.
others=''
if [ "$1" = test ]; then
  install_modules test/node22 &
  others=$!
fi
install_modules .
if [ "$1" = test ]; then
  # npm empties node_modules first, and these write to it.
  unpack_other_e2fsprogs &
  others="$others $!"
  unpack_arm64 &
  others="$others $!"
fi
failed=''
for other in $others; do wait "$other" || failed=yes; done
[ "$failed" = '' ] || exit 1
have_readable_kernel || copy_newest_kernel
