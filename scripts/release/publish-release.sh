#!/bin/sh
# Publishes the GitHub release of a version that is tagged, with its assets and what CHANGELOG.md says of it. gh publishes
# it when every asset is there, which an immutable release needs. Needs GH_TOKEN.
#
#   publish-release.sh <version> <directory with the assets>
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."
. scripts/release/common.sh

[ $# = 2 ] || fail 'usage: publish-release.sh <version> <directory>'
require_version "$1"
check_assets "$2"
if is_prerelease "$1"; then kind=--prerelease; else kind=--latest; fi

draft=$(gh release view "v$1" --json isDraft --jq .isDraft 2>/dev/null) || draft=none
case $draft in
  false)
    printf '%s\n' "the release v$1 is there already"
    exit 0
    ;;
  # What an interrupted run has left.
  true) gh release delete "v$1" --yes ;;
esac
changelog_section "$1" |
  gh release create "v$1" --verify-tag "$kind" --title "fledge $1" --notes-file - -- "$2"/*
