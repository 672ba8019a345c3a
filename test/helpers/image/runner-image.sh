#!/bin/sh
# Makes the runner image in a storage of buildah's: runner-image.sh STORAGE. A base made of Debian's packages takes the place
# of the one on Docker Hub, and this machine's mirror that of snapshot.debian.org. Every instruction whose inputs are as
# they were is taken from the storage, the base for as long as the storage is there.
set -eu

storage=$1
CDPATH='' cd -- "$(dirname -- "$0")/../../.."
mirror=${FLEDGE_TEST_MIRROR:-http://deb.debian.org/debian}

bah() {
  command=$1
  shift
  buildah --root "$storage/root" --runroot "$storage/run" --storage-driver "${FLEDGE_TEST_STORAGE:-overlay}" "$command" "$@"
}

mkdir -p "$storage"
if ! bah inspect --type image localhost/fledge-base >/dev/null 2>&1; then
  work=$(mktemp -d)
  trap 'rm -rf -- "$work"' EXIT
  trap 'exit 1' HUP INT TERM
  # A mirror of its own may be as old as it likes.
  # As in the base on Docker Hub, dpkg does not wait until each file is on the disk.
  mmdebstrap --quiet --variant=minbase --dpkgopt=force-unsafe-io --aptopt='Acquire::Check-Valid-Until "false"' forky "$work/base.tar" "$mirror"
  container=$(bah from scratch)
  bah add -q "$container" "$work/base.tar" /
  bah commit -q --rm "$container" localhost/fledge-base
fi
bah bud --quiet --layers --isolation chroot --build-arg BASE=localhost/fledge-base --build-arg "MIRROR=$mirror" \
  --file runner-image/Dockerfile --ignorefile runner-image/Dockerfile.dockerignore --tag localhost/fledge .
