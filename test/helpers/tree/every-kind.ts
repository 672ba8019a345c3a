/** The version of an access control list (struct posix_acl_xattr_header). Each further part is an entry: tag, permissions and id. */
const ACL_VERSION = '0x02000000';
const ACCESS_LIST = [
  '01000700ffffffff',
  '02000500d2040000',
  '04000500ffffffff',
  '0800040063000000',
  '10000500ffffffff',
  '20000500ffffffff',
];
const DEFAULT_LIST = [
  '01000700ffffffff',
  '0200070007000000',
  '04000500ffffffff',
  '10000700ffffffff',
  '20000500ffffffff',
];

/** Gives the file `small` and the directory `setgid` access control lists. */
export const SET_ACLS = `
  setfattr -n system.posix_acl_access -v ${ACL_VERSION}${ACCESS_LIST.join('')} small
  setfattr -n system.posix_acl_default -v ${ACL_VERSION}${DEFAULT_LIST.join('')} setgid`;

/**
 * A shell script that fills the directory `$1` with every kind of entry, and with what file systems store in special ways. It needs
 * root.
 */
export const MAKE_TREE = `
  cd "$1"
  mkdir -m 1777 tmp; mkdir -m 2750 setgid; mkdir -p a/b/c/d empty many
  printf 'a text\\n' > a/text; : > nothing; printf '%s' "$(seq 1 20)" > small
  seq 1 40000 > a/b/numbers; head -c 1200000 /dev/urandom > random
  truncate -s 8M sparse; printf end | dd of=sparse bs=1 seek=6000000 conv=notrunc status=none
  printf start | dd of=sparse bs=1 seek=70000 conv=notrunc status=none
  for i in $(seq 1 150); do truncate -s +20000 holes; printf x >> holes; done
  ln a/text hardlink; ln a/text a/b/another
  ln -s a/text link; ln -s "$(printf 'x%.0s' $(seq 1 200))" long-link; ln -s "$(printf 'y%.0s' $(seq 1 59))" link59
  ln -s "$(printf 'z%.0s' $(seq 1 60))" link60
  mknod char c 5 1; mknod block b 259 70000; mkfifo fifo; chmod 4755 small; chmod 0 nothing
  chown 70000:123456 a/b/numbers; chown -h 1:2 link
  touch -d '1969-12-31 23:00:00 UTC' a/b/numbers; touch -d '2040-01-02 03:04:05.123456789 UTC' small
  touch -d '2400-01-01 UTC' empty
  setfattr -n user.short -v value small; setfattr -n user.empty -v '' small; setfattr -n trusted.t -v 1 a
  setfattr -n user.long -v "$(printf 'v%.0s' $(seq 1 900))" a/text
  setfattr -n security.capability -v 0x0100000200040000000000000000000000000000 random
  ${SET_ACLS}
  printf n > "$(printf 'name \\303\\244 \\377\\n')"; printf d > "$(printf 'n%.0s' $(seq 1 255))"
  for i in $(seq 1 600); do : > many/file-with-a-rather-long-name-$i; done`;
