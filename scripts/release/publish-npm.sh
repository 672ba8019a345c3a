#!/bin/sh
# Publishes the npm package of a version. If it exists with the same content, it does nothing.
#
#   publish-npm.sh <version> <directory with the assets>
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."
. scripts/release/common.sh

[ $# = 2 ] || fail 'usage: publish-npm.sh <version> <directory>'
require_version "$1"
check_assets "$2"
assets=$(CDPATH='' cd -- "$2" && pwd)

name=$(npm pkg get name | tr -d '"')
# npm pack names the file of @scope/name scope-name.
package=$assets/$(printf '%s' "$name" | tr -d @ | tr / -)-$1.tgz
[ -e "$package" ] || fail "$package is missing"
log=$(mktemp)
trap 'rm -f -- "$log"' EXIT
if ! npm view "$name" name >"$log" 2>&1 && grep -q E404 "$log"; then
  fail "npm has no package $name, and a workflow cannot create one; do the one-time steps of docs/releasing.md, and run this job again"
fi
published=$(npm view "$name@$1" dist.integrity 2>/dev/null) || published=''
if [ -n "$published" ]; then
  [ "$published" = "sha512-$(openssl dgst -sha512 -binary "$package" | base64 | tr -d '\n')" ] ||
    fail "$name@$1 is on npm with other content; a version is released once"
  printf '%s\n' "$name@$1 is on npm already"
  exit 0
fi
# npm installs the version that has the tag latest. Until the first release, this is the placeholder of docs/releasing.md.
# A release of an older line does not become latest, and npm requires another tag, which must not look like a version.
channel=latest
if has_newer "$1"; then channel=line-${1%%.*}; fi
if is_prerelease "$1" && [ "$(npm view "$name" dist-tags.latest)" != 0.0.0 ]; then channel=next; fi
npm publish "$package" --provenance --access public --tag "$channel" --ignore-scripts
