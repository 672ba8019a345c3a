/*
 * PID 1 of a plugin's initramfs. It mounts the file systems that programs expect, opens the console, brings up the
 * loopback interface, and execs the agent, or the program that /.volant_init names. On failure it writes the reason to the console and powers the machine
 * off: if an init exits, the kernel panics, and the reason scrolls away.
 *
 * It has its own entry point and system calls and includes no header, so that a compiler alone builds it for either
 * machine, without a libc for that machine, and nothing of the build host gets into the binary.
 * scripts/build-guest.sh compiles the committed binaries.
 */

#define AGENT "/bin/kestrel"
#define OVERRIDE "/.volant_init"
#define DEFAULT_PATH "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

/* Numbers of Linux's ABI, which never change. They are defined here because no header is included. */

#if defined(__x86_64__)

enum {
  SYS_READ = 0, SYS_WRITE = 1, SYS_CLOSE = 3, SYS_IOCTL = 16, SYS_GETPID = 39, SYS_SOCKET = 41, SYS_EXECVE = 59,
  SYS_EXIT = 60, SYS_SETSID = 112, SYS_SYNC = 162, SYS_MOUNT = 165, SYS_REBOOT = 169, SYS_OPENAT = 257, SYS_MKDIRAT = 258,
  SYS_MKNODAT = 259, SYS_SYMLINKAT = 266, SYS_FACCESSAT = 269, SYS_PPOLL = 271, SYS_DUP3 = 292,
};

static long system_call(long number, long a, long b, long c, long d, long e)
{
  register long fourth __asm__("r10") = d;
  register long fifth __asm__("r8") = e;
  long result;

  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(number), "D"(a), "S"(b), "d"(c), "r"(fourth), "r"(fifth)
                   : "rcx", "r11", "memory");
  return result;
}

__asm__(".globl _start\n"
        "_start:\n"
        "  xor %ebp, %ebp\n"
        "  mov %rsp, %rdi\n"
        "  call start\n");

#elif defined(__aarch64__)

enum {
  SYS_DUP3 = 24, SYS_IOCTL = 29, SYS_MKNODAT = 33, SYS_MKDIRAT = 34, SYS_SYMLINKAT = 36, SYS_MOUNT = 40,
  SYS_FACCESSAT = 48, SYS_OPENAT = 56, SYS_CLOSE = 57, SYS_READ = 63, SYS_WRITE = 64, SYS_PPOLL = 73, SYS_SYNC = 81,
  SYS_EXIT = 93, SYS_REBOOT = 142, SYS_SETSID = 157, SYS_GETPID = 172, SYS_SOCKET = 198, SYS_EXECVE = 221,
};

static long system_call(long number, long a, long b, long c, long d, long e)
{
  register long which __asm__("x8") = number;
  register long first __asm__("x0") = a;
  register long second __asm__("x1") = b;
  register long third __asm__("x2") = c;
  register long fourth __asm__("x3") = d;
  register long fifth __asm__("x4") = e;

  __asm__ volatile("svc #0"
                   : "+r"(first)
                   : "r"(which), "r"(second), "r"(third), "r"(fourth), "r"(fifth)
                   : "memory");
  return first;
}

__asm__(".globl _start\n"
        "_start:\n"
        "  mov x29, #0\n"
        "  mov x30, #0\n"
        "  mov x0, sp\n"
        "  b start\n");

#else
#error "this init is written for x86_64 and aarch64"
#endif

enum {
  EPERM = 1, ENOENT = 2, EIO = 5, ENXIO = 6, E2BIG = 7, ENOEXEC = 8, ENOMEM = 12, EACCES = 13, EBUSY = 16,
  EEXIST = 17, ENODEV = 19, ENOTDIR = 20, EISDIR = 21, EINVAL = 22, ETXTBSY = 26, ENOSPC = 28, EROFS = 30,
  ENAMETOOLONG = 36, ENOSYS = 38, ELOOP = 40, ELIBBAD = 80, EAFNOSUPPORT = 97,
};

enum { AT_FDCWD = -100, PATH_MAX = 4096 };
enum { O_RDONLY = 0, O_WRONLY = 1, O_RDWR = 2, O_NOCTTY = 0400, O_CLOEXEC = 02000000 };
enum { MS_NOSUID = 2, MS_NODEV = 4, MS_NOEXEC = 8 };
enum { S_IFCHR = 0020000, KMSG_DEVICE = 1 << 8 | 11 };
enum { TCSBRK = 0x5409, TCSBRK_DRAIN = 1 };
enum { AF_INET = 2, SOCK_DGRAM = 2, SOCK_CLOEXEC = 02000000 };
enum { SIOCGIFFLAGS = 0x8913, SIOCSIFFLAGS = 0x8914, IFF_UP = 1 };

#define REBOOT_MAGIC 0xfee1deadL
#define REBOOT_MAGIC2 0x28121969L
#define REBOOT_POWER_OFF 0x4321fedcL
#define REBOOT_HALT 0xcdef0123L

static long open_file(const char *path, long flags)
{
  return system_call(SYS_OPENAT, AT_FDCWD, (long)path, flags, 0, 0);
}

static void close_file(long fd)
{
  system_call(SYS_CLOSE, fd, 0, 0, 0, 0);
}

static long make_directory(const char *path)
{
  return system_call(SYS_MKDIRAT, AT_FDCWD, (long)path, 0755, 0, 0);
}

static int exists(const char *path)
{
  return system_call(SYS_FACCESSAT, AT_FDCWD, (long)path, 0, 0, 0) == 0;
}

static long length_of(const char *text)
{
  long length = 0;

  while (text[length])
    length++;
  return length;
}

static int starts_with(const char *text, const char *prefix)
{
  while (*prefix)
    if (*text++ != *prefix++)
      return 0;
  return 1;
}

/*
 * One message in the form of the kernel log: a single write of less than about 1000 bytes that begins with a level.
 * Level 3 (error) is shown even if the kernel was booted with `quiet`.
 */
#define LOG_LEVEL "<3>"
#define LOG_LEVEL_LENGTH 3

struct line {
  long length;
  char text[800];
};

static void add(struct line *line, const char *text)
{
  const long limit = sizeof line->text - 1;

  while (*text && line->length < limit)
    line->text[line->length++] = *text++;
}

static void add_number(struct line *line, long number)
{
  char digits[24];
  long first = sizeof digits - 1;

  digits[first] = 0;
  do
    digits[--first] = (char)('0' + number % 10);
  while (number /= 10);
  add(line, digits + first);
}

static const char *error_name(long error)
{
  switch (error) {
  case EPERM: return "EPERM";
  case ENOENT: return "ENOENT";
  case EIO: return "EIO";
  case ENXIO: return "ENXIO";
  case E2BIG: return "E2BIG";
  case ENOEXEC: return "ENOEXEC";
  case ENOMEM: return "ENOMEM";
  case EACCES: return "EACCES";
  case EBUSY: return "EBUSY";
  case EEXIST: return "EEXIST";
  case ENODEV: return "ENODEV";
  case ENOTDIR: return "ENOTDIR";
  case EISDIR: return "EISDIR";
  case EINVAL: return "EINVAL";
  case ETXTBSY: return "ETXTBSY";
  case ENOSPC: return "ENOSPC";
  case EROFS: return "EROFS";
  case ENAMETOOLONG: return "ENAMETOOLONG";
  case ENOSYS: return "ENOSYS";
  case ELOOP: return "ELOOP";
  case ELIBBAD: return "ELIBBAD";
  default: return 0;
  }
}

static void add_error(struct line *line, long error)
{
  const char *name = error_name(error);

  add(line, ": ");
  if (name) {
    add(line, name);
    add(line, " (errno ");
    add_number(line, error);
    add(line, ")");
  } else {
    add(line, "errno ");
    add_number(line, error);
  }
}

/* devtmpfs contains /dev/kmsg. If the mount of devtmpfs failed, this creates the device. */
static long open_kernel_log(void)
{
  long fd = open_file("/dev/kmsg", O_WRONLY | O_CLOEXEC);

  if (fd >= 0)
    return fd;
  make_directory("/dev");
  system_call(SYS_MKNODAT, AT_FDCWD, (long)"/dev/kmsg", S_IFCHR | 0600, KMSG_DEVICE, 0);
  return open_file("/dev/kmsg", O_WRONLY | O_CLOEXEC);
}

static void print(const struct line *line)
{
  long fd;

  system_call(SYS_WRITE, 2, (long)(line->text + LOG_LEVEL_LENGTH), line->length - LOG_LEVEL_LENGTH, 0, 0);
  /* Draining waits until the machine can stop without losing the text. It fails if fd 2 is not a terminal: then there
     is no console, but the kernel log may still have an output. */
  if (system_call(SYS_IOCTL, 2, TCSBRK, TCSBRK_DRAIN, 0, 0) == 0)
    return;
  fd = open_kernel_log();
  if (fd < 0)
    return;
  system_call(SYS_WRITE, fd, (long)line->text, line->length, 0, 0);
  close_file(fd);
}

static void say(const char *const parts[], long error, const char *reason, const char *consequence)
{
  struct line line;

  line.length = 0;
  add(&line, LOG_LEVEL "fledge-init: ");
  while (*parts)
    add(&line, *parts++);
  /* A path may be longer than the line; the reason must still fit. */
  if (line.length > 500) {
    line.length = 500;
    add(&line, "...");
  }
  if (error)
    add_error(&line, error);
  add(&line, reason);
  add(&line, consequence);
  line.text[line.length++] = '\n';
  print(&line);
}

static __attribute__((noreturn)) void power_off(void)
{
  system_call(SYS_SYNC, 0, 0, 0, 0, 0);
  system_call(SYS_REBOOT, REBOOT_MAGIC, REBOOT_MAGIC2, REBOOT_POWER_OFF, 0, 0);
  system_call(SYS_REBOOT, REBOOT_MAGIC, REBOOT_MAGIC2, REBOOT_HALT, 0, 0);
  for (;;)
    system_call(SYS_PPOLL, 0, 0, 0, 0, 0);
}

#define PARTS(...) ((const char *const[]){__VA_ARGS__, 0})

static __attribute__((noreturn)) void fail(const char *const parts[], long error, const char *reason)
{
  say(parts, error, reason, "; powering off");
  power_off();
}

struct mount {
  const char *type;
  const char *target;
  long flags;
  const char *options;
  int optional;
};

static const struct mount devices = {"devtmpfs", "/dev", MS_NOSUID, 0, 0};

/*
 * Terminals and shared memory are optional: a kernel can be built without them, and most workloads never notice. The
 * others are not: an agent without /proc or a writable /tmp fails later, and with a misleading message.
 * The group of a terminal is 5 (tty) on every distribution.
 */
static const struct mount mounts[] = {
  {"proc", "/proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, 0, 0},
  {"sysfs", "/sys", MS_NOSUID | MS_NODEV | MS_NOEXEC, 0, 0},
  {"tmpfs", "/tmp", MS_NOSUID | MS_NODEV, "mode=1777", 0},
  {"tmpfs", "/run", MS_NOSUID | MS_NODEV, "mode=0755", 0},
  {"devpts", "/dev/pts", MS_NOSUID | MS_NOEXEC, "gid=5,mode=0620,ptmxmode=0666", 1},
  {"tmpfs", "/dev/shm", MS_NOSUID | MS_NODEV, "mode=1777", 1},
};

static void mount_file_system(const struct mount *mount)
{
  const char *const *what = PARTS("cannot mount ", mount->type, " on ", mount->target);
  const char *reason = "";
  long result = make_directory(mount->target);

  if (result == 0 || result == -EEXIST)
    result = system_call(SYS_MOUNT, (long)mount->type, (long)mount->target, (long)mount->type, mount->flags,
                         (long)mount->options);
  /* The kernel returns EBUSY if this file system is already mounted there. */
  if (result == 0 || result == -EBUSY)
    return;
  if (result == -ENODEV)
    reason = ", the kernel has no such file system";
  if (!mount->optional)
    fail(what, -result, reason);
  say(what, -result, reason, "; going on without it");
}

/* devtmpfs does not contain these links, and many programs log to /dev/stdout. This init does not need them. */
static void link_standard_streams(void)
{
  system_call(SYS_SYMLINKAT, (long)"/proc/self/fd", AT_FDCWD, (long)"/dev/fd", 0, 0);
  system_call(SYS_SYMLINKAT, (long)"/proc/self/fd/0", AT_FDCWD, (long)"/dev/stdin", 0, 0);
  system_call(SYS_SYMLINKAT, (long)"/proc/self/fd/1", AT_FDCWD, (long)"/dev/stdout", 0, 0);
  system_call(SYS_SYMLINKAT, (long)"/proc/self/fd/2", AT_FDCWD, (long)"/dev/stderr", 0, 0);
}

/*
 * The kernel can open a console for PID 1 only if /dev contained it before devtmpfs was mounted, so stdin, stdout and
 * stderr are opened again. A machine without a console still runs; its output is discarded.
 *
 * The console does not become the controlling terminal: a break, a ^C or a hangup on it would reach the agent and
 * all its processes. A program that needs job control opens a terminal for it (setsid -c, getty).
 */
static void open_console(void)
{
  long error = 0;
  long target;
  long fd = open_file("/dev/console", O_RDWR | O_NOCTTY);

  if (fd < 0) {
    error = -fd;
    fd = open_file("/dev/null", O_RDWR);
    if (fd < 0)
      fail(PARTS("cannot open /dev/console or /dev/null"), -fd, "");
  }
  for (target = 0; target <= 2; target++)
    if (target != fd)
      system_call(SYS_DUP3, fd, target, 0, 0, 0);
  if (fd > 2)
    close_file(fd);
  if (error)
    say(PARTS("cannot open /dev/console"), error, "", "; going on without it");
}

/*
 * The agent's health check and many workloads use 127.0.0.1. The kernel gives the interface its addresses when it is
 * brought up, and does that by itself only with `ip=` on its command line.
 */
static void bring_up_loopback(void)
{
  /* struct ifreq: the name, and a union of which flags are the first member. */
  struct {
    char name[16];
    short flags;
    char rest[22];
  } request = {"lo", 0, ""};
  long error;
  long fd = system_call(SYS_SOCKET, AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0, 0, 0);

  /* A kernel without networking has no loopback interface. */
  if (fd == -EAFNOSUPPORT || fd == -ENOSYS)
    return;
  error = fd;
  if (fd >= 0) {
    error = system_call(SYS_IOCTL, fd, SIOCGIFFLAGS, (long)&request, 0, 0);
    if (error == 0) {
      request.flags |= IFF_UP;
      error = system_call(SYS_IOCTL, fd, SIOCSIFFLAGS, (long)&request, 0, 0);
    }
    close_file(fd);
  }
  if (error < 0)
    say(PARTS("cannot bring up the network interface lo"), -error, "", "; going on without it");
}

static int is_blank(char character)
{
  return character == ' ' || character == '\t' || character == '\r' || character == '\v' || character == '\f';
}

/* The program to exec. The buffer is longer than any path that the kernel accepts, so a truncated path is refused. */
static const char *choose_program(char *buffer, long size)
{
  char *path = buffer;
  long end = 0;
  long used = 0;
  long count;
  long fd = open_file(OVERRIDE, O_RDONLY | O_CLOEXEC);

  if (fd == -ENOENT)
    return AGENT;
  if (fd < 0)
    fail(PARTS("cannot open " OVERRIDE), -fd, "");
  while ((count = system_call(SYS_READ, fd, (long)(buffer + used), size - 1 - used, 0, 0)) > 0)
    used += count;
  if (count < 0)
    fail(PARTS("cannot read " OVERRIDE), -count, "");
  close_file(fd);

  while (end < used && buffer[end] != '\n')
    end++;
  while (end > 0 && is_blank(buffer[end - 1]))
    end--;
  buffer[end] = 0;
  while (is_blank(*path))
    path++;

  if (*path == 0)
    fail(PARTS("the first line of " OVERRIDE " is empty, it must name the program to run"), 0, "");
  if (*path != '/')
    fail(PARTS(OVERRIDE " must name an absolute path, not \"", path, "\""), 0, "");
  return path;
}

static const char *exec_failure(const char *path, long error)
{
  switch (error) {
  case ENOENT:
    return exists(path) ? ", the file is there, but the interpreter or dynamic loader that it asks for is not"
                        : ", the image has no such file";
  case EACCES: return ", it is not an executable file";
  case ENOEXEC: return ", it is neither a program for this machine nor a script that begins with #!";
  default: return "";
  }
}

/*
 * The environment that the kernel passes from its command line is kept; only missing variables are added. Words of the
 * command line are not passed as arguments: an agent reads those that it supports from /proc/cmdline.
 */
static __attribute__((noreturn)) void become(const char *path, char *const passed[])
{
  static const char *const defaults[][2] = {{"PATH=", DEFAULT_PATH}, {"HOME=", "HOME=/"}, {"TERM=", "TERM=linux"}};
  const long default_count = sizeof defaults / sizeof *defaults;
  long count = 0;
  long passed_count;
  long index;
  long other;
  long error;

  while (passed[count])
    count++;
  passed_count = count;

  const char *environment[passed_count + default_count + 1];
  for (index = 0; index < passed_count; index++)
    environment[index] = passed[index];
  for (index = 0; index < default_count; index++) {
    for (other = 0; other < passed_count && !starts_with(passed[other], defaults[index][0]); other++)
      ;
    if (other == passed_count)
      environment[count++] = defaults[index][1];
  }
  environment[count] = 0;

  error = -system_call(SYS_EXECVE, (long)path, (long)PARTS(path), (long)environment, 0, 0);
  fail(PARTS("cannot run ", path), error, exec_failure(path, error));
}

/* The kernel leaves argc, argv, NULL, envp, NULL on the stack (System V ABI, for both machines). */
__attribute__((noreturn, used)) void start(long *stack)
{
  char *const *environment = (char *const *)(stack + 1 + stack[0] + 1);
  char path[PATH_MAX + 128];
  unsigned long index;

  if (system_call(SYS_GETPID, 0, 0, 0, 0, 0) != 1) {
    const char *message = "fledge-init: this is the init of a microVM and runs as PID 1 only\n";

    system_call(SYS_WRITE, 2, (long)message, length_of(message), 0, 0);
    for (;;)
      system_call(SYS_EXIT, 1, 0, 0, 0, 0);
  }

  mount_file_system(&devices);
  open_console();
  for (index = 0; index < sizeof mounts / sizeof *mounts; index++)
    mount_file_system(&mounts[index]);
  link_standard_streams();
  bring_up_loopback();
  system_call(SYS_SETSID, 0, 0, 0, 0, 0);
  become(choose_program(path, sizeof path), environment);
}
