/* The stages of the companion, in their order. */
#ifndef COMPANION_H
#define COMPANION_H

#include "plan.h"
#include "report.h"
#include "system.h"
#include "text.h"

/* Everything of the companion is in this directory, so that an artifact's own files stay as they are. */
#define PLACE "/.fledge"
#define MODULES PLACE "/modules"
#define DEVICES PLACE "/dev"
#define PROCESSES PLACE "/proc"
#define DISK DEVICES "/vda"
#define DISK_ROOT PLACE "/root"

/* modules.c */
void load_modules(const struct plan *plan);

/* network.c: brings up lo, and the first ethernet interface unless the kernel has done that. */
void configure_network(const struct plan *plan);

/* disk.c: all of them stop the machine if they fail. */
void wait_for_disk(void);
/* Mounts the disk, and returns the type of its file system. */
const char *mount_disk(const struct plan *plan, long flags);
/* Copies the agent of the disk to /bin/kestrel of the initramfs. Returns 0 if the disk has none. */
int copy_agent(void);
/* Makes the disk the root of this process, with the file systems that programs expect. */
void enter_disk(const char *type);

/* process.c */
struct program {
  const char *const *arguments;
  const char *const *variables;
  /* 0: /. */
  const char *directory;
  /* A descriptor of the root directory, or -1. */
  long root;
  /* The console becomes the controlling terminal. */
  int has_terminal;
};
/* Starts a program on the console, and returns its process number or a negative errno. An exec that fails is reported. */
long start_program(const struct program *program);
/* Starts the first of several programs that can be executed. The list ends with an element without arguments. */
long start_first_program(const struct program *programs);

/* orders.c: what is done while a workload runs. */
struct orders {
  const struct plan *plan;
  /* The process number, or 0. */
  long workload;
  /* The time when the workload, or the companion, started. */
  long since;
  int has_started, is_settled;
  /* The process numbers of the command and of the shell, or 0. */
  long run, shell;
  int is_run_done, is_shell_done;
};
void workload_started(struct orders *orders, long process, const char *program);
/* A status below 0 is not known. */
void workload_ended(struct orders *orders, int status);
/* Starts what is due. `open_root` returns a descriptor of the root directory, or -1. */
void follow_orders(struct orders *orders, long (*open_root)(void));
/* Reports the end of a child. */
void child_ended(struct orders *orders, long process, int status);

/* watch.c: reports what PID 1 and its children do. The descriptors are those of /proc and of open_process_events. */
__attribute__((noreturn)) void watch(const struct plan *plan, long processes, long events);

/* supervise.c: starts the workload as PID 1. */
__attribute__((noreturn)) void supervise(const struct plan *plan);

#endif
