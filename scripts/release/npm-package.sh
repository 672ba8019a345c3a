#!/bin/sh
# Packs the npm package from a copy of the repository, and removes the dependencies from the copy's package.json: they are in the
# bundle. The repository's package.json keeps them apart from those of the tests, for the SBOM and for jobs without tests.
#
#   npm-package.sh <copy> <directory for the package>
set -eu
[ $# = 2 ] || {
  printf 'usage: npm-package.sh <copy> <directory>\n' >&2
  exit 2
}
directory=$(CDPATH='' cd -- "$2" && pwd)
export npm_config_update_notifier=false
cd -- "$1"
npm pkg delete dependencies devDependencies optionalDependencies overrides scripts
npm pack --silent --ignore-scripts --pack-destination "$directory"
