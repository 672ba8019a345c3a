#!/bin/sh
# Checks that a tag such as release/v1.2.3 can be released: the version matches the sources, the changelog has a section for
# it, the commit is on main, and the version is not released yet. Writes `version` for later steps.
#
#   check-tag.sh <tag>
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."
. scripts/release/common.sh

[ $# = 1 ] || fail 'usage: check-tag.sh <tag>'
version=${1#release/v}
[ "release/v$version" = "$1" ] || fail "the tag $1 is not of the form release/v1.2.3"
require_version "$version"

of_package=$(sed -n 's/^  "version": "\(.*\)",$/\1/p' package.json)
[ "$of_package" = "$version" ] || fail "the tag is for $version, and package.json has $of_package"
changelog_section "$version" >/dev/null
git merge-base --is-ancestor HEAD origin/main || fail "the commit of $1 is not on main"
[ -z "$(git tag --list "v$version")" ] || fail "v$version is released already; a version is released once"
output version "$version"
