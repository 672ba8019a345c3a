#!/bin/sh
# Unpacks files of Debian packages and their dependencies into a directory. It neither installs nor runs them, so the machine can
# have another release, and no root and no namespace is needed. apt verifies the packages. An existing directory is not
# changed.
#
#   unpack-debian.sh <suite> <package>[,<package>...] <directory> <pattern of tar>...
#
# A package of another architecture has a suffix, as in busybox-static:arm64.
set -eu

fail() {
  printf 'unpack-debian: %s\n' "$*" >&2
  exit 1
}

[ $# -ge 4 ] || fail 'usage: unpack-debian.sh <suite> <packages> <directory> <pattern>...'
suite=$1 packages=$2 place=$3
shift 3
[ ! -d "$place" ] || exit 0

printf 'unpack-debian: unpacking %s of Debian %s to %s\n' "$packages" "$suite" "$place" >&2
new=$place.new.$$
trap 'rm -rf -- "$new"' EXIT
mkdir -p -- "$new"
if [ "$(id -u)" = 0 ]; then mode=root; else mode=chrootless; fi
case $packages in
  *:arm64*) architectures=$(dpkg --print-architecture),arm64 ;;
  *) architectures=$(dpkg --print-architecture) ;;
esac
mmdebstrap --quiet --mode="$mode" --variant=extract --architectures="$architectures" --include="$packages" "$suite" "$new/system.tar" \
  "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian $suite main" >&2 ||
  fail "mmdebstrap could not unpack $packages of Debian $suite"
tar -x -f "$new/system.tar" -C "$new" --no-same-owner --exclude=gconv --wildcards "$@"
rm -- "$new/system.tar"
# The directory is renamed into place when it is complete.
mv -- "$new" "$place"
