#!/bin/sh
# Builds the assets of a release that need no permissions: the npm package, which has its dependencies in its bundle and so
# lists none, and the SBOM of the bundles. The result is reproducible from the commit.
#
#   pack.sh <version> <directory for the assets>
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."
. scripts/release/common.sh

[ $# = 2 ] || fail 'usage: pack.sh <version> <directory>'
version=$1
require_version "$version"
mkdir -p -- "$2"
assets=$(CDPATH='' cd -- "$2" && pwd)

export npm_config_update_notifier=false
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) node scripts/release/sbom.ts >"$assets/fledge-$version.cdx.json"

stage=$(mktemp -d)
trap 'rm -rf -- "$stage"' EXIT
# Only committed files, without leftovers of builds or tests.
git archive --output="$stage/commit.tar" HEAD
mkdir "$stage/package"
tar -x -f "$stage/commit.tar" -C "$stage/package"
scripts/release/npm-package.sh "$stage/package" "$assets"
