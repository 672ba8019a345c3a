#!/bin/sh
# Completes the assets of a tagged version: an archive of the action, the digest of the runner image, and SHA256SUMS of all
# assets.
#
#   finish-assets.sh <version> <image@digest> <directory with the assets>
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."
. scripts/release/common.sh

[ $# = 3 ] || fail 'usage: finish-assets.sh <version> <image@digest> <directory>'
version=$1 image=$2 assets=$3
require_version "$version"
require_digest "${image#*@}"

# A second run uses the commit that the first run tagged.
git fetch --quiet --depth 1 origin "refs/tags/v$version:refs/tags/v$version" 2>/dev/null || true
name=fledge-action-$version
git archive --prefix="$name/" --output="$assets/$name.tar" "v$version" action.yml dist LICENSE README.md
gzip -n -9 -f -- "$assets/$name.tar"
printf '%s\n' "$image" >"$assets/runner-image.txt"

cd -- "$assets"
rm -f SHA256SUMS
sums=$(LC_ALL=C && export LC_ALL && sha256sum -- *)
printf '%s\n' "$sums" >SHA256SUMS
