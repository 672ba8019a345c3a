#!/bin/sh
# PID 1 of the initramfs: loads the drivers, mounts the disk, and becomes the agent that is on it.
fail() {
  echo "loader: $*"
  exec poweroff -f
}

mount -t proc proc /proc || fail 'cannot mount /proc'
mount -t sysfs sysfs /sys || fail 'cannot mount /sys'
mount -t devtmpfs devtmpfs /dev || fail 'cannot mount /dev'

# Numbered in the order in which they need each other. Some are for processors that this machine does not have, such as
# those with an instruction for checksums; what is really missing, the mount will miss.
for module in /lib/modules/*.ko; do
  [ ! -e "$module" ] || insmod "$module" || echo "loader: goes on without $module"
done
for _ in 1 2 3 4 5 6 7 8 9 10; do
  [ -b /dev/vda ] && break
  sleep 0.2
done
[ -b /dev/vda ] || fail 'there is no disk /dev/vda'

mkdir -p /disk
mount /dev/vda /disk || fail 'cannot mount /dev/vda'
[ -x /disk/bin/kestrel ] || fail 'there is no /bin/kestrel on /dev/vda'
for directory in proc sys dev; do
  mount -o move "/$directory" "/disk/$directory" || fail "cannot move /$directory"
done
echo 'loader: starting /bin/kestrel on /dev/vda'
exec switch_root /disk /bin/kestrel
