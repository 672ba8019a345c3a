#!/bin/sh
# Publishes the GitHub release of a version that is tagged, with what CHANGELOG.md says of it. Needs GH_TOKEN.
#
#   publish-release.sh <version>
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."
. scripts/release/common.sh

[ $# = 1 ] || fail 'usage: publish-release.sh <version>'
require_version "$1"
if is_prerelease "$1"; then kind=--prerelease; else kind=--latest; fi

if gh release view "v$1" >/dev/null 2>&1; then
  printf '%s\n' "the release v$1 is there already"
  exit 0
fi
changelog_section "$1" | gh release create "v$1" --verify-tag "$kind" --title "fledge $1" --notes-file -
