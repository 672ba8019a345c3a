#!/bin/sh
# Prepares examples/http-server on a CI runner: installs a static busybox, and compiles the programs.
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."
sudo -n env DEBIAN_FRONTEND=noninteractive sh -c \
  'apt-get -qq update && apt-get -qq install -y --no-install-recommends busybox-static' >/dev/null
exec examples/http-server/build.sh
