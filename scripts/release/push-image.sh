#!/bin/sh
# Builds the runner image for the architecture of this machine and pushes it. Writes its digest to an output with the name of
# the architecture.
#
#   push-image.sh <image> <version> amd64|arm64
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."
. scripts/release/common.sh

[ $# = 3 ] || fail 'usage: push-image.sh <image> <version> amd64|arm64'
image=$1 version=$2 architecture=$3
require_version "$version"
tag=$image:$version-$architecture

docker build --platform "linux/$architecture" --provenance=false --file runner-image/Dockerfile \
  --build-arg "VERSION=$version" --build-arg "REVISION=$(git rev-parse HEAD)" --tag "$tag" .
docker push --quiet "$tag"
digest=$(docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}' "$tag" | sed -n "s|^$image@||p")
require_digest "$digest"
output "$architecture" "$digest"
