#!/bin/sh
# Builds a container image from Debian packages, as an OCI layout with the tag `latest`: image.sh <directory>
# It needs a Debian mirror, but no Docker, no registry and no root.
set -eu

layout=$1
suite=$(. /etc/os-release && [ "$ID" = debian ] && echo "${VERSION_CODENAME-}" || true)
# Files that packages create during installation get this time, so that the same packages produce the same layers.
export SOURCE_DATE_EPOCH=1704067200
# Directories of root's programs, which mmdebstrap runs.
export PATH="$PATH:/usr/sbin:/sbin"

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
trap 'exit 1' HUP INT TERM

# The layers: Debian with nginx, then a file as with COPY in a Dockerfile.
mmdebstrap --quiet --variant=minbase --include=nginx-light "${suite:-bookworm}" "$work/debian.tar"
mkdir -p "$work/copy/etc/nginx/conf.d"
echo 'error_log stderr;' >"$work/copy/etc/nginx/conf.d/log.conf"
tar --create --file "$work/copy.tar" --directory "$work/copy" --sort=name --mtime="@$SOURCE_DATE_EPOCH" \
  --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX etc

umoci init --layout "$work/image"
umoci new --image "$work/image:latest"
for layer in debian copy; do
  umoci raw add-layer --image "$work/image:latest" "$work/$layer.tar"
done
umoci config --image "$work/image:latest" \
  --config.env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  --config.cmd nginx --config.cmd -g --config.cmd 'daemon off;' \
  --config.exposedports 80/tcp
umoci gc --layout "$work/image"

# Rename the image into place when it is complete.
cp -r -- "$work/image" "$layout.new"
mv -- "$layout.new" "$layout"
