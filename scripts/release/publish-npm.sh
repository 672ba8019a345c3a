#!/bin/sh
# Publishes the command line to npm. The bundle in dist/ has its dependencies in it, so the package has none.
# A version that is there already is left alone.
#
#   publish-npm.sh <version>
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."
. scripts/release/common.sh

[ $# = 1 ] || fail 'usage: publish-npm.sh <version>'
require_version "$1"
if is_prerelease "$1"; then channel=next; else channel=latest; fi

name=$(npm pkg get name | tr -d '"')
if [ "$(npm view "$name@$1" version 2>/dev/null)" = "$1" ]; then
  printf '%s\n' "$name@$1 is on npm already"
  exit 0
fi
npm pkg delete dependencies devDependencies optionalDependencies overrides scripts
npm publish --provenance --access public --tag "$channel" --ignore-scripts
