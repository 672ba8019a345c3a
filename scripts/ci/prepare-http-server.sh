#!/bin/sh
# What examples/http-server needs on a runner of CI: a static busybox, and its programs compiled.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."
sudo -n env DEBIAN_FRONTEND=noninteractive sh -c \
  'apt-get -qq update && apt-get -qq install -y --no-install-recommends busybox-static' >/dev/null
exec examples/http-server/build.sh
