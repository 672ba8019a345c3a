#!/bin/sh
# Moves the image's major tag (such as `1`) and `latest` to a tagged version. A tag does not move to a pre-release, nor to an
# older version than its current one.
#
#   move-image-tags.sh <image@digest> <version>
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."
. scripts/release/common.sh

[ $# = 2 ] || fail 'usage: move-image-tags.sh <image@digest> <version>'
image=${1%@*} digest=${1#*@} version=$2 major=${2%%.*}
require_digest "$digest"
require_version "$version"
if is_prerelease "$version"; then
  printf '%s\n' "$version is a pre-release, $image:$major and $image:latest stay where they are"
  exit 0
fi

# Moves the tag $1 if the version is the newest, which is $2.
move() {
  if [ "$2" != "$version" ]; then
    printf '%s\n' "$2 is newer than $version, $image:$1 stays where it is"
    return 0
  fi
  docker buildx imagetools create --tag "$image:$1" "$image@$digest"
  moved=$(docker buildx imagetools inspect --format '{{.Manifest.Digest}}' "$image:$1")
  [ "$moved" = "$digest" ] || fail "$image:$1 is $moved instead of $digest"
}

move "$major" "$(newest_version "v$major.*")"
move latest "$(newest_version 'v*')"
