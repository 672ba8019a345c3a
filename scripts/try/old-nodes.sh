#!/bin/sh
# Tries the npm package with old versions of Node: the oldest that package.json names runs it, and older ones print one message.
# Needs npm, and a machine for which the versions exist (x64 or arm64).
#
#   scripts/try/old-nodes.sh <package>
set -eu

fail() {
  printf 'try: %s\n' "$*" >&2
  exit 1
}

[ $# = 1 ] || fail 'usage: old-nodes.sh <package>'
package=$(realpath -- "$1")
case $(uname -m) in
  x86_64) architecture=x64 ;;
  aarch64) architecture=arm64 ;;
  *) fail "npm has no Node for $(uname -m)" ;;
esac

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
trap 'exit 1' HUP INT TERM
cd "$work"
tar -x -z -f "$package"
oldest=$(sed -n 's/^ *"node": ">=\([0-9.]*\)".*/\1/p' package/package.json)
[ -n "$oldest" ] || fail "$package names no version of Node"

# Unpacks Node $1 to the directory $1. npm verifies the digest of the registry.
fetch_node() {
  npm pack --silent --prefer-offline "node-linux-$architecture@$1" >/dev/null || fail "npm cannot download Node $1"
  mkdir "$1"
  tar -x -z -f "node-linux-$architecture-$1.tgz" -C "$1" --strip-components=1
}

# Node 12 and 18 are those of Debian 11 and 12.
for version in 12.22.12 18.20.8; do
  fetch_node "$version"
  status=0
  "$version/bin/node" package/dist/cli/index.js --help >stdout 2>stderr || status=$?
  [ "$status" = 2 ] || fail "Node $version ends with status $status"
  [ ! -s stdout ] || fail "Node $version prints to stdout"
  [ "$(head -n 1 stderr)" = "error: fledge needs Node $oldest or newer, and this is Node $version" ] ||
    fail "Node $version prints: $(cat stderr)"
  [ "$(wc -l <stderr)" = 2 ] || fail "Node $version prints more than a message and a fix: $(cat stderr)"
done

fetch_node "$oldest.0"
"$oldest.0/bin/node" package/dist/cli/index.js --help | grep -q '^Usage: fledge' || fail "Node $oldest.0 does not run fledge"
printf 'try: %s works with Node %s, and refuses Node 12 and 18 with a message\n' "$package" "$oldest.0"
