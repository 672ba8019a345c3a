#!/bin/sh
# Commits the changes for a release, tags the commit and pushes the tag. The commit is not on a branch: it is the commit of main
# plus the digest of an image that was built from main. A second run changes nothing.
#
#   tag-version.sh <version>
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."
. scripts/release/common.sh

[ $# = 1 ] || fail 'usage: tag-version.sh <version>'
tag=v$1
require_version "$1"

git config user.name 'github-actions[bot]'
git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
git commit --quiet --message "Release $1" -- action.yml
if git fetch --quiet --depth 1 origin "refs/tags/$tag:refs/tags/$tag" 2>/dev/null; then
  [ "$(git rev-parse "$tag^{tree}")" = "$(git rev-parse 'HEAD^{tree}')" ] ||
    fail "$tag is released already, with other content; a version is released once"
  exit 0
fi
git tag --annotate --message "fledge $1" "$tag"
git push --quiet origin "refs/tags/$tag"
