#!/bin/sh
# Moves the major tag, such as v1, to a tagged version. It does not move to a pre-release, nor to an older version than its
# current one.
#
#   move-major-tag.sh <version>
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."
. scripts/release/common.sh

[ $# = 1 ] || fail 'usage: move-major-tag.sh <version>'
require_version "$1"
major=v${1%%.*}
if is_prerelease "$1"; then
  printf '%s\n' "$1 is a pre-release, $major stays where it is"
  exit 0
fi

newest=$(newest_version "$major.*")
if [ "$newest" != "$1" ]; then
  printf '%s\n' "$newest is newer than $1, $major stays where it is"
  exit 0
fi
git fetch --quiet --depth 1 origin "refs/tags/v$1:refs/tags/v$1" 2>/dev/null || true
git push --quiet --force origin "refs/tags/v$1^{commit}:refs/tags/$major"
