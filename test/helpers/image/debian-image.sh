#!/bin/sh
# Makes an OCI layout with the tag `latest` out of Debian's packages: debian-image.sh <directory>
#
# Each layer is what an installation has changed, with whiteouts for what it has removed, as `docker build` would make it:
# Debian; nginx; PostgreSQL with a database cluster; tools, of which ping has a file capability, without manual pages.
set -eu

layout=$1
suite=$(. /etc/os-release && [ "$ID" = debian ] && echo "${VERSION_CODENAME-}" || true)
export SOURCE_DATE_EPOCH=1704067200
export PATH="$PATH:/usr/sbin:/sbin" DEBCONF_NOWARNINGS=yes

work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
trap 'exit 1' HUP INT TERM

# A hook of mmdebstrap, which runs it with the directory of the system, perhaps as another user: makes .layer/layer.tar of
# what is there, or of what has changed since the last time. What belongs to the machine that makes the image stays out.
chmod 755 "$work"
cat >"$work/make-layer" <<'HOOK'
#!/bin/sh
set -eu
export LC_ALL=C
cd -- "$1"
rm -rf .layer/extra
mkdir -p .layer/extra
list() {
  find . -mindepth 1 \( -path ./.layer -o -path ./dev -o -path ./proc -o -path ./sys -o -path './run/*' -o -path './tmp/*' \
    -o -path './var/log/*' -type f -o -path './var/lib/apt/lists/*' -o -path './var/cache/apt/*' \
    -o -path ./etc/hostname -o -path ./etc/resolv.conf -o -path ./usr/sbin/policy-rc.d \) -prune -o "$@" -print0 | sort -z
}
pack() {
  tar --null --no-recursion --format=posix --pax-option=delete=atime,delete=ctime --numeric-owner --xattrs \
    --xattrs-include='security.capability' --mtime="@$SOURCE_DATE_EPOCH" --clamp-mtime --files-from=- "$@"
}
list >.layer/names
if [ ! -e .layer/stamp ]; then
  pack --create --file=.layer/layer.tar <.layer/names
  mkdir .layer/extra/dev .layer/extra/proc .layer/extra/sys
else
  list -cnewer .layer/stamp | pack --create --file=.layer/layer.tar
  # shellcheck disable=SC2016 # for the inner shell
  comm -z -23 .layer/names.before .layer/names | xargs -0 -r sh -c '
    for path; do
      directory=${path%/*}
      [ -d "$directory" ] || continue
      mkdir -p ".layer/extra/$directory"
      : >".layer/extra/$directory/.wh.${path##*/}"
    done' sh
fi
mv .layer/names .layer/names.before
touch .layer/stamp
cd .layer/extra
find . -mindepth 1 \( -type f -o -empty \) -print0 | sort -z | pack --append --file=../layer.tar
HOOK
chmod 755 "$work/make-layer"

install='chroot "$1" apt-get -qq install -y --no-install-recommends >/dev/null'

# The system is thrown away, so dpkg need not wait until each file is on the disk.
mmdebstrap --quiet --variant=minbase --format=null --dpkgopt=force-unsafe-io \
  --customize-hook="$work/make-layer" --customize-hook="download /.layer/layer.tar $work/1.tar" \
  --customize-hook="$install nginx-light" \
  --customize-hook="$work/make-layer" --customize-hook="download /.layer/layer.tar $work/2.tar" \
  --customize-hook="$install postgresql" \
  --customize-hook="$work/make-layer" --customize-hook="download /.layer/layer.tar $work/3.tar" \
  --customize-hook="$install iputils-ping libcap2-bin locales git python3-setuptools python3-docutils" \
  --customize-hook='rm -r "$1/usr/share/man"' \
  --customize-hook="$work/make-layer" --customize-hook="download /.layer/layer.tar $work/4.tar" \
  "${suite:-bookworm}" /dev/null

umoci init --layout "$work/image"
umoci new --image "$work/image:latest"
for layer in 1 2 3 4; do
  umoci raw add-layer --image "$work/image:latest" "$work/$layer.tar"
  rm -- "$work/$layer.tar"
done
umoci config --image "$work/image:latest" \
  --config.env PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  --config.cmd nginx --config.cmd -g --config.cmd 'daemon off;' \
  --config.exposedports 80/tcp
umoci gc --layout "$work/image"

# Appears under its name only when it is complete.
rm -rf -- "$layout.new"
cp -r -- "$work/image" "$layout.new"
mv -- "$layout.new" "$layout"
