#!/bin/sh
# Tries the archive of fledge with its own Node as a user of a machine without Node: in root file systems that contain nothing
# else, without network, it builds a plugin twice. The default roots are a minimal Debian, and a static busybox without any
# library, as on a distribution with musl. Other roots are directories, such as an unpacked Alpine.
#
#   scripts/try/standalone.sh <archive> [debian | busybox | <directory with a root file system>]...
#
# Needs busybox-static, util-linux and mmdebstrap, and root or user namespaces. BUSYBOX is the path of another static busybox,
# for an archive of another architecture; the kernel must then start its programs (qemu-user-static with binfmt).
set -eu

fail() {
  printf 'try: %s\n' "$*" >&2
  exit 1
}

[ $# -ge 1 ] || fail 'usage: standalone.sh <archive> [debian | busybox | <directory>]...'
archive=$1
shift
[ $# -gt 0 ] || set -- debian busybox

busybox=${BUSYBOX-/bin/busybox}
work=$(mktemp -d)
# In a user namespace, files can belong to other users.
trap 'as_root rm -rf -- "$work"' EXIT
trap 'exit 1' HUP INT TERM

# Runs a command as root of this machine, or of a user namespace.
as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else unshare --map-auto --map-root-user "$@"; fi
}

# Makes the root file system $1 in the directory $2.
make_root() {
  case $1 in
    debian)
      mmdebstrap --quiet --variant=essential trixie "$work/debian.tar" \
        'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian trixie main' ||
        fail 'mmdebstrap could not make a Debian'
      mkdir "$2"
      as_root tar -x -f "$work/debian.tar" -C "$2" --exclude='./dev/*'
      rm -- "$work/debian.tar"
      ;;
    busybox)
      mkdir -p "$2/bin" "$2/tmp" "$2/etc"
      cp "$busybox" "$2/bin/busybox"
      for applet in sh readlink grep; do ln -s busybox "$2/bin/$applet"; done
      ;;
    *)
      as_root cp -a -- "$1" "$2"
      ;;
  esac
  mkdir -p "$2/proc" "$2/dev" "$2/opt" "$2/root/plugin"
  : >"$2/dev/null"
}

# The commands that a user types, in the root file system.
cat >"$work/session.sh" <<'EOF'
set -eu
ln -s /opt/fledge/bin/fledge /usr/local/bin/fledge
if command -v node; then exit 9; fi
fledge version
fledge --help | grep -q '^Usage: fledge'
cd /root/plugin
fledge validate
fledge build --check-reproducible
fledge inspect plugin.cpio.gz | grep -q bin/app
EOF

# Runs the session in the root file system $1.
run_session() {
  as_root unshare --mount --pid --net --fork --mount-proc="$1/proc" sh -eu -c '
    mount --bind /dev/null "$1/dev/null"
    exec env -i HOME=/root PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin chroot "$1" /bin/sh /root/session.sh' sh "$1"
}

number=0
for kind in "$@"; do
  number=$((number + 1))
  root=$work/root$number
  make_root "$kind" "$root"
  as_root tar -x -z -f "$archive" -C "$root/opt" --no-same-owner
  # A plugin with files that every root has.
  cp "$busybox" "$root/root/plugin/busybox"
  printf '#!/bin/sh\necho hello\n' >"$root/root/plugin/app"
  chmod 755 "$root/root/plugin/app"
  cat >"$root/root/plugin/fledge.toml" <<'EOF'
version = "1"
strategy = "initramfs"
[agent]
source_strategy = "local"
path = "busybox"
[source]
busybox_url = "busybox"
[mappings]
"app" = "/usr/bin/app"
EOF
  mkdir -p "$root/usr/local/bin"
  cp "$work/session.sh" "$root/root/session.sh"
  run_session "$root" || fail "$archive does not work in the root file system $kind"
  printf 'try: %s works in the root file system %s\n' "$archive" "$kind"
done
