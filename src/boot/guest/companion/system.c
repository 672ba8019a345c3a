#include "system.h"

#if defined(__x86_64__)

long system_call(long number, long a, long b, long c, long d, long e)
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

#else

long system_call(long number, long a, long b, long c, long d, long e)
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

#endif

/* The compiler calls these two for large assignments and initialisers. */

void *memcpy(void *to, const void *from, unsigned long length)
{
  char *target = to;
  const char *source = from;

  while (length--)
    *target++ = *source++;
  return to;
}

void *memset(void *to, int byte, unsigned long length)
{
  char *target = to;

  while (length--)
    *target++ = (char)byte;
  return to;
}

long open_file(const char *path, long flags)
{
  return system_call(SYS_OPENAT, AT_FDCWD, (long)path, flags | O_CLOEXEC, 0755, 0);
}

void close_file(long fd)
{
  if (fd >= 0)
    system_call(SYS_CLOSE, fd, 0, 0, 0, 0);
}

long read_whole(long fd, char *buffer, long size)
{
  long used = 0;

  while (used < size) {
    const long count = system_call(SYS_READ, fd, (long)(buffer + used), size - used, 0, 0);

    if (count < 0)
      return count;
    if (count == 0)
      break;
    used += count;
  }
  return used;
}

long write_whole(long fd, const char *bytes, long length)
{
  while (length > 0) {
    const long count = system_call(SYS_WRITE, fd, (long)bytes, length, 0, 0);

    if (count <= 0)
      return count < 0 ? count : -EIO;
    bytes += count;
    length -= count;
  }
  return 0;
}

int exists(const char *path)
{
  return system_call(SYS_FACCESSAT, AT_FDCWD, (long)path, 0, 0, 0) == 0;
}

long make_directory(const char *path)
{
  return system_call(SYS_MKDIRAT, AT_FDCWD, (long)path, 0755, 0, 0);
}

void remove_file(const char *path)
{
  system_call(SYS_UNLINKAT, AT_FDCWD, (long)path, 0, 0, 0);
}

void remove_directory(const char *path)
{
  system_call(SYS_UNLINKAT, AT_FDCWD, (long)path, AT_REMOVEDIR, 0, 0);
}

long mount(const char *source, const char *target, const char *type, long flags, const char *options)
{
  return system_call(SYS_MOUNT, (long)source, (long)target, (long)type, flags, (long)options);
}

void detach(const char *target)
{
  system_call(SYS_UMOUNT2, (long)target, MNT_DETACH, 0, 0, 0);
}

long read_link(long directory, const char *path, char *buffer, long size)
{
  const long length = system_call(SYS_READLINKAT, directory, (long)path, (long)buffer, size - 1, 0);

  buffer[length < 0 ? 0 : length] = 0;
  return length;
}

long change_root(long directory)
{
  long error = system_call(SYS_FCHDIR, directory, 0, 0, 0, 0);

  if (error == 0)
    error = system_call(SYS_CHROOT, (long)".", 0, 0, 0, 0);
  return error;
}

long fork_process(void)
{
  return system_call(SYS_CLONE, SIGCHLD, 0, 0, 0, 0);
}

void exit_process(long status)
{
  for (;;)
    system_call(SYS_EXIT, status, 0, 0, 0, 0);
}

long reap(int *status)
{
  return system_call(SYS_WAIT4, -1, (long)status, WNOHANG, 0, 0);
}

long now(void)
{
  struct timespec time = {0, 0};

  system_call(SYS_CLOCK_GETTIME, CLOCK_MONOTONIC, (long)&time, 0, 0, 0);
  return time.seconds * 1000 + time.nanoseconds / 1000000;
}

void wait_for(long fd, long milliseconds)
{
  struct {
    int fd;
    short events, revents;
  } descriptor = {(int)fd, POLLIN, 0};
  struct timespec limit = {0, 0};

  if (milliseconds > 0)
    limit = (struct timespec){milliseconds / 1000, milliseconds % 1000 * 1000000};
  system_call(SYS_PPOLL, (long)&descriptor, 1, (long)&limit, 0, 0);
}

void power_off(void)
{
  system_call(SYS_REBOOT, REBOOT_MAGIC, REBOOT_MAGIC2, REBOOT_POWER_OFF, 0, 0);
  system_call(SYS_REBOOT, REBOOT_MAGIC, REBOOT_MAGIC2, REBOOT_HALT, 0, 0);
  for (;;)
    wait_for(-1, 1000);
}
