#!/bin/sh
# PID 1 of the initramfs: loads the drivers, mounts the disk, and executes the agent on it.
fail() {
  echo "loader: $*"
  exec poweroff -f
}

mount -t proc proc /proc || fail 'cannot mount /proc'
mount -t sysfs sysfs /sys || fail 'cannot mount /sys'
mount -t devtmpfs devtmpfs /dev || fail 'cannot mount /dev'

# The modules are numbered in the order of their dependencies. Errors are ignored, because some modules need CPU features that
# this machine may lack, such as an instruction for checksums. If a required module is missing, the mount fails.
for module in /lib/modules/*.ko; do
  [ ! -e "$module" ] || insmod "$module" || echo "loader: cannot load $module, continuing without it"
done
for _ in 1 2 3 4 5 6 7 8 9 10; do
  [ -b /dev/vda ] && break
  sleep 0.2
done
[ -b /dev/vda ] || fail 'the disk /dev/vda is missing'

mkdir -p /disk
mount /dev/vda /disk || fail 'cannot mount /dev/vda'
[ -x /disk/bin/kestrel ] || fail '/bin/kestrel is missing on /dev/vda'
for directory in proc sys dev; do
  mount -o move "/$directory" "/disk/$directory" || fail "cannot move /$directory"
done
echo 'loader: starting /bin/kestrel on /dev/vda'
exec switch_root /disk /bin/kestrel
