#!/bin/sh
# Combines the images for amd64 and arm64 into one index, and writes its digest to the output `digest`.
#
#   push-index.sh <image> <version> <digest for amd64> <digest for arm64>
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."
. scripts/release/common.sh

[ $# = 4 ] || fail 'usage: push-index.sh <image> <version> <digest for amd64> <digest for arm64>'
image=$1 version=$2
require_version "$version"
require_digest "$3"
require_digest "$4"

docker buildx imagetools create --tag "$image:$version" "$image@$3" "$image@$4"
digest=$(docker buildx imagetools inspect --format '{{.Manifest.Digest}}' "$image:$version")
require_digest "$digest"
output digest "$digest"
