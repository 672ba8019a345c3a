/*
 * The part of Linux's ABI that the companion uses, for x86-64 and arm64. The numbers never change. No header of the build
 * host is included, so that nothing of that host gets into the binary.
 */
#ifndef ABI_H
#define ABI_H

#if defined(__x86_64__)

enum {
  SYS_READ = 0, SYS_WRITE = 1, SYS_CLOSE = 3, SYS_LSEEK = 8, SYS_IOCTL = 16, SYS_GETPID = 39, SYS_SOCKET = 41, SYS_BIND = 49,
  SYS_CLONE = 56, SYS_EXECVE = 59, SYS_EXIT = 60, SYS_WAIT4 = 61, SYS_FCNTL = 72, SYS_CHDIR = 80, SYS_FCHDIR = 81,
  SYS_SETSID = 112, SYS_CHROOT = 161, SYS_MOUNT = 165, SYS_UMOUNT2 = 166, SYS_REBOOT = 169,
  SYS_GETDENTS64 = 217, SYS_CLOCK_GETTIME = 228, SYS_OPENAT = 257, SYS_MKDIRAT = 258, SYS_MKNODAT = 259, SYS_UNLINKAT = 263,
  SYS_SYMLINKAT = 266, SYS_READLINKAT = 267, SYS_FACCESSAT = 269, SYS_PPOLL = 271, SYS_DUP3 = 292, SYS_FINIT_MODULE = 313,
  SYS_STATX = 332,
};

#elif defined(__aarch64__)

enum {
  SYS_DUP3 = 24, SYS_FCNTL = 25, SYS_IOCTL = 29, SYS_MKNODAT = 33, SYS_MKDIRAT = 34, SYS_UNLINKAT = 35, SYS_SYMLINKAT = 36,
  SYS_UMOUNT2 = 39, SYS_MOUNT = 40, SYS_FACCESSAT = 48, SYS_CHDIR = 49, SYS_FCHDIR = 50, SYS_CHROOT = 51, SYS_OPENAT = 56,
  SYS_CLOSE = 57, SYS_GETDENTS64 = 61, SYS_LSEEK = 62, SYS_READ = 63, SYS_WRITE = 64, SYS_PPOLL = 73, SYS_READLINKAT = 78,
  SYS_EXIT = 93, SYS_CLOCK_GETTIME = 113, SYS_REBOOT = 142, SYS_SETSID = 157, SYS_GETPID = 172,
  SYS_SOCKET = 198, SYS_BIND = 200, SYS_CLONE = 220, SYS_EXECVE = 221, SYS_WAIT4 = 260, SYS_FINIT_MODULE = 273,
  SYS_STATX = 291,
};

#else
#error "the companion is written for x86_64 and aarch64"
#endif

enum {
  ENOENT = 2, EIO = 5, ECHILD = 10, EACCES = 13, EBUSY = 16, EEXIST = 17, ENODEV = 19, ENOTDIR = 20, EINVAL = 22, EFBIG = 27, ENOSPC = 28,
  EROFS = 30, ENAMETOOLONG = 36, ENOBUFS = 105,
};

enum { AT_FDCWD = -100, AT_REMOVEDIR = 0x200, AT_EMPTY_PATH = 0x1000, PATH_MAX = 4096, W_OK = 2, SEEK_SET = 0 };
enum {
  O_RDONLY = 0, O_WRONLY = 1, O_RDWR = 2, O_CREAT = 0100, O_NOCTTY = 0400, O_TRUNC = 01000, O_NONBLOCK = 04000,
  O_CLOEXEC = 02000000, O_PATH = 010000000,
};
enum { F_DUPFD_CLOEXEC = 1030 };
enum { MS_RDONLY = 1, MS_NOSUID = 2, MS_NODEV = 4, MS_NOEXEC = 8, MS_MOVE = 8192, MNT_DETACH = 2 };
enum { S_IFCHR = 0020000, S_IFREG = 0100000, S_IFMT = 0170000, CONSOLE_DEVICE = 5 << 8 | 1 };
enum { TCSBRK = 0x5409, TCSBRK_DRAIN = 1, TIOCSCTTY = 0x540e };
enum { SIGCHLD = 17, WNOHANG = 1, POLLIN = 1, CLOCK_MONOTONIC = 1 };

enum { AF_INET = 2, AF_NETLINK = 16, SOCK_DGRAM = 2, SOCK_NONBLOCK = 04000, SOCK_CLOEXEC = 02000000 };
enum {
  SIOCADDRT = 0x890b, SIOCGIFNAME = 0x8910, SIOCGIFFLAGS = 0x8913, SIOCSIFFLAGS = 0x8914, SIOCGIFADDR = 0x8915,
  SIOCSIFADDR = 0x8916, SIOCSIFNETMASK = 0x891c, SIOCGIFHWADDR = 0x8927,
};
enum { IFF_UP = 1, IFF_LOOPBACK = 8, ARPHRD_ETHER = 1, RTF_UP = 1, RTF_GATEWAY = 2 };

#define REBOOT_MAGIC 0xfee1deadL
#define REBOOT_MAGIC2 0x28121969L
#define REBOOT_POWER_OFF 0x4321fedcL
#define REBOOT_HALT 0xcdef0123L

struct timespec {
  long seconds;
  long nanoseconds;
};

/* struct statx (statx(2)). The layout is the same on every machine, unlike that of struct stat. */
struct statx {
  unsigned mask, block_size;
  unsigned long attributes;
  unsigned links, uid, gid;
  unsigned short mode, spare;
  unsigned long inode, size;
  char rest[208];
};
enum { STATX_TYPE = 1, STATX_SIZE = 0x200 };

#endif
