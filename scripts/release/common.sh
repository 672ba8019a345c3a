# shellcheck shell=sh
# What the scripts of a release share. Sourced, from the root of the repository.

fail() {
  printf 'release: %s\n' "$*" >&2
  exit 1
}

# An output of the step; on a terminal it is only shown.
output() {
  printf '%s=%s\n' "$1" "$2" | tee -a "${GITHUB_OUTPUT:-/dev/null}"
}

# Three numbers, and for a pre-release what follows the hyphen (semver.org).
require_version() {
  printf '%s\n' "$1" | grep -Eqx '(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}(-[0-9A-Za-z.-]+)?' ||
    fail "$1 is not a version"
}

require_digest() {
  printf '%s\n' "$1" | grep -Eqx 'sha256:[0-9a-f]{64}' || fail "\"$1\" is not a digest"
}

is_prerelease() {
  case $1 in *-*) return 0 ;; *) return 1 ;; esac
}

# What CHANGELOG.md says of a version, without its heading.
changelog_section() {
  section=$(awk -v heading="## $1" '$0 == heading { found = 1; next } /^## / { found = 0 } found' CHANGELOG.md)
  [ -n "$section" ] || fail "CHANGELOG.md has no section \"## $1\""
  printf '%s\n' "$section"
}

# The newest version at the origin that is no pre-release, of those whose tags match a pattern such as v1.*
newest_version() {
  git ls-remote --tags --refs origin "refs/tags/$1" | sed 's|.*refs/tags/v||' |
    grep -Ex '[0-9]+\.[0-9]+\.[0-9]+' | sort -V | tail -n 1
}

# Whether the assets in a directory are those that SHA256SUMS lists.
check_assets() {
  (CDPATH='' cd -- "$1" && sha256sum --check --strict --quiet SHA256SUMS) || fail "the assets in $1 are not what was signed"
}
