#!/bin/sh
# Runs a command of this checkout in an image that has the tools of the tests:
#
#   scripts/test-in-container.sh [COMMAND ARGUMENT...]      default: npm run check
#
# The image is the runner image (runner-image/Dockerfile) with the packages of scripts/setup.sh. docker and podman fetch
# its base from Docker Hub. buildah, where neither is there, takes a base that mmdebstrap makes, and runs without isolation.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/.."

packages='apache2-utils attr buildah busybox-static cpio debian-archive-keyring docker-registry fakeroot git gzip kmod \
  libarchive-tools libc6-dev-arm64-cross libcap2-bin linux-image-cloud-amd64 mmdebstrap npm openssl python3-minimal qemu-system-x86 \
  qemu-user shellcheck uidmap xz-utils zstd'
mirror=${FLEDGE_TEST_MIRROR:-http://deb.debian.org/debian}
base=localhost/fledge-runner
image=localhost/fledge-test

fail() {
  printf 'test-in-container: %s\n' "$*" >&2
  exit 1
}

[ -d node_modules ] || fail 'there is no node_modules; run npm ci first'
[ $# -gt 0 ] || set -- npm run check

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
cat >"$work/Dockerfile" <<END
FROM $base
USER 0:0
RUN export DEBIAN_FRONTEND=noninteractive; apt-get -q -o Acquire::Check-Valid-Until=false update \\
 && apt-get -qy install --no-install-recommends $packages && apt-get clean
ENTRYPOINT []
END

# A client without its daemon is of no use.
engine=''
for candidate in podman docker; do
  ! "$candidate" info >/dev/null 2>&1 || engine=$candidate
done
if [ -n "$engine" ]; then
  "$engine" build --quiet --file runner-image/Dockerfile --tag "$base" --build-arg "MIRROR=$mirror" .
  "$engine" build --quiet --tag "$image" "$work"
  "$engine" run --rm --volume "$PWD:$PWD" --workdir "$PWD" "$image" "$@"
  exit
fi

command -v buildah >/dev/null || fail 'needs docker, podman or buildah; install one of them'
[ "$(id -u)" = 0 ] || fail 'buildah needs root here; run it with sudo'
storage=$PWD/node_modules/.cache/fledge/test-container

bah() {
  command=$1
  shift
  buildah --root "$storage/root" --runroot "$storage/run" --storage-driver "${FLEDGE_TEST_STORAGE:-overlay}" "$command" "$@"
}

mkdir -p "$storage"
if ! bah inspect --type image localhost/fledge-base >/dev/null 2>&1; then
  command -v mmdebstrap >/dev/null || fail 'buildah needs mmdebstrap for a base image; install mmdebstrap'
  mmdebstrap --quiet --variant=minbase --aptopt='Acquire::Check-Valid-Until "false"' forky "$work/base.tar" "$mirror"
  container=$(bah from scratch)
  bah add -q "$container" "$work/base.tar" /
  bah commit -q --rm "$container" localhost/fledge-base
fi
bah bud --quiet --layers --isolation chroot --build-arg BASE=localhost/fledge-base --build-arg "MIRROR=$mirror" \
  --file runner-image/Dockerfile --ignorefile runner-image/Dockerfile.dockerignore --tag "$base" .
bah bud --quiet --layers --isolation chroot --tag "$image" "$work"
container=$(bah from --pull-never "$image")
trap 'bah rm "$container" >/dev/null; rm -rf -- "$work"' EXIT
bah run --isolation chroot --volume "$PWD:$PWD" --workingdir "$PWD" "$container" -- "$@"
