/* System calls, time and processes. A function with a long result returns a negative errno on failure. */
#ifndef SYSTEM_H
#define SYSTEM_H

#include "abi.h"

long system_call(long number, long a, long b, long c, long d, long e);

long open_file(const char *path, long flags);
void close_file(long fd);
/* Reads until the end of the file or the end of the buffer. */
long read_whole(long fd, char *buffer, long size);
/* Writes all bytes. */
long write_whole(long fd, const char *bytes, long length);
int exists(const char *path);
long make_directory(const char *path);
void remove_file(const char *path);
void remove_directory(const char *path);
long mount(const char *source, const char *target, const char *type, long flags, const char *options);
/* Detaches the mount; open files in it stay usable. */
void detach(const char *target);
/* The target of a link, relative to a directory. The text ends with NUL; a longer target is cut off. */
long read_link(long directory, const char *path, char *buffer, long size);
long change_root(long directory);

long fork_process(void);
__attribute__((noreturn)) void exit_process(long status);
/* The number of an ended child, 0 if all still run, or a negative errno if there is none. */
long reap(int *status);

/* Milliseconds of a clock that never goes back. */
long now(void);
/* Waits until the descriptor can be read, or for a time. A negative descriptor is ignored. */
void wait_for(long fd, long milliseconds);

/* The disk is not synced, because the host discards what the machine has written. */
__attribute__((noreturn)) void power_off(void);

#endif
