#!/bin/sh
# Tries the npm package as a user without a checkout: installs it into an empty prefix, offline because it has no dependencies,
# and types what docs/install.md and the README do. It uses the node and npm on the PATH.
#
#   scripts/try/package.sh <package> [<example>]...
#
# An example is a directory of examples/ in the package, default http-server, which needs gcc, libc6-dev and busybox-static.
set -eu

MAX_BYTES=10000000

fail() {
  printf 'try: %s\n' "$*" >&2
  exit 1
}

[ $# -ge 1 ] || fail 'usage: package.sh <package> [<example>]...'
package=$(realpath -- "$1")
shift
[ $# -gt 0 ] || set -- http-server
[ "$(wc -c <"$package")" -lt "$MAX_BYTES" ] || fail "$package has $MAX_BYTES bytes or more"

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$work/home"
# The user has node and the system's programs, and no setting.
node=$(dirname -- "$(command -v node)")
as_user() {
  env -i HOME="$work/home" PATH="$work/prefix/bin:$node:/usr/bin:/bin:/usr/sbin:/sbin" \
    npm_config_cache="$work/cache" npm_config_offline=true npm_config_update_notifier=false "$@"
}

as_user npm install --silent --global --prefix "$work/prefix" "$package" || fail "npm cannot install $package"
installed=$work/prefix/lib/node_modules/@volantvm/fledge
[ ! -e "$installed/node_modules" ] || fail "$package has dependencies"
for file in LICENSE README.md CHANGELOG.md dist/cli/licenses.txt; do
  [ -s "$installed/$file" ] || fail "$package has no $file"
done

as_user fledge --help | grep -q '^Usage: fledge' || fail 'fledge --help does not print the usage'
as_user npx --yes --package="$package" fledge version

# A plugin of one's own. Its agent and busybox are files of this machine, so that the build needs no network.
mkdir "$work/plugin"
cd "$work/plugin"
printf '#!/bin/sh\nexec /bin/busybox httpd -f -p 80\n' >server
chmod 755 server
as_user fledge init --binary ./server
cp /bin/busybox agent
printf '[agent]\nsource_strategy = "local"\npath = "agent"\n[source]\nbusybox_url = "/bin/busybox"\n' >>fledge.toml
as_user fledge validate
as_user fledge build
sha256sum --check --strict --quiet SHA256SUMS

for example in "$@"; do
  cp -r "$installed/examples/$example" "$work/$example"
  cd "$work/$example"
  as_user ./build.sh
  as_user fledge build
  sha256sum --check --strict --quiet SHA256SUMS
done
printf 'try: %s works with Node %s\n' "$package" "$(node --version)"
