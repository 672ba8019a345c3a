#!/bin/sh
# The draft release that release-probe.yml publishes to: probe-release.sh create|check|delete
set -eu

tag=release-probe

case ${1-} in
  create)
    gh release delete "$tag" --yes 2>/dev/null || true
    gh release create "$tag" --draft --title 'Probe' --notes 'Made by a test, which deletes it.'
    ;;
  check)
    [ "$(gh release view "$tag" --json isDraft --jq .isDraft)" = true ]
    files=$(mktemp -d)
    trap 'rm -rf -- "$files"' EXIT
    gh release download "$tag" --dir "$files"
    cd -- "$files"
    sha256sum --check --strict -- *.SHA256SUMS
    ;;
  delete) gh release delete "$tag" --yes ;;
  *)
    echo 'usage: probe-release.sh create|check|delete' >&2
    exit 1
    ;;
esac
