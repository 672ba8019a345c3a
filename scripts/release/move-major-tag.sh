#!/bin/sh
# Lets the major tag, such as v1, name a version that is tagged. Not for a pre-release, nor for a version older than the
# one that it names.
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
