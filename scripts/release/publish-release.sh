#!/bin/sh
# Publishes the GitHub release of a tagged version, with its assets and its section of CHANGELOG.md. gh uploads all assets before
# it publishes, as immutable releases require. Needs GH_TOKEN.
#
#   publish-release.sh <version> <directory with the assets>
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."
. scripts/release/common.sh

[ $# = 2 ] || fail 'usage: publish-release.sh <version> <directory>'
require_version "$1"
check_assets "$2"
kind=--latest
if has_newer "$1"; then kind=--latest=false; fi
if is_prerelease "$1"; then kind=--prerelease; fi

draft=$(gh release view "v$1" --json isDraft --jq .isDraft 2>/dev/null) || draft=none
case $draft in
  false)
    printf '%s\n' "the release v$1 is there already"
    exit 0
    ;;
  # Leftovers of an interrupted run.
  true) gh release delete "v$1" --yes ;;
esac
changelog_section "$1" |
  gh release create "v$1" --verify-tag "$kind" --title "fledge $1" --notes-file - -- "$2"/*
