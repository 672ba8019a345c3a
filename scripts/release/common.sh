# shellcheck shell=sh
# Shared functions of the release scripts. Source it from the root of the repository.

fail() {
  printf 'release: %s\n' "$*" >&2
  exit 1
}

# Sets an output of the step, and prints it.
output() {
  printf '%s=%s\n' "$1" "$2" | tee -a "${GITHUB_OUTPUT:-/dev/null}"
}

# Three numbers, and for a pre-release a hyphen with a suffix (semver.org).
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

# The section of CHANGELOG.md for a version, without its heading.
changelog_section() {
  section=$(awk -v heading="## $1" '$0 == heading { found = 1; next } /^## / { found = 0 } found' CHANGELOG.md)
  [ -n "$section" ] || fail "CHANGELOG.md has no section \"## $1\""
  printf '%s\n' "$section"
}

# The newest version of the origin that is not a pre-release, among the tags that match a pattern such as v1.*
newest_version() {
  git ls-remote --tags --refs origin "refs/tags/$1" | sed 's|.*refs/tags/v||' |
    grep -Ex '[0-9]+\.[0-9]+\.[0-9]+' | sort -V | tail -n 1
}

# True if the origin has the tag of a newer version that is not a pre-release: then $1 is a release of an older line.
has_newer() {
  newest=$(newest_version 'v*')
  [ -n "$newest" ] && [ "$(printf '%s\n' "$1" "$newest" | sort -V | tail -n 1)" != "$1" ]
}

# Verifies the assets in a directory with SHA256SUMS.
check_assets() {
  (CDPATH='' cd -- "$1" && sha256sum --check --strict --quiet SHA256SUMS) || fail "the assets in $1 are not what was signed"
}
