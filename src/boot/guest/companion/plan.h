/*
 * The orders of the host: /.fledge/plan. It consists of records `key=value` that end with NUL, after the record
 * `fledge-plan 1` and before the record `end`. src/boot/guest/plan.ts writes it.
 */
#ifndef PLAN_H
#define PLAN_H

enum { MAX_FILE_SYSTEMS = 16, MAX_MODULES = 512, MAX_ARGUMENTS = 4096, MAX_VARIABLES = 4096, DEFAULT_VARIABLES = 3 };

enum root_kind { INITRAMFS, DISK_AGENT, DISK_PLAIN };

/* An IPv4 address in the byte order of the network. */
struct address {
  unsigned char bytes[4];
};

/* Each list ends with 0. */
struct plan {
  enum root_kind root;
  const char *token;
  const char *file_systems[MAX_FILE_SYSTEMS + 1];
  /* Names; the files are numbered. */
  const char *modules[MAX_MODULES + 1];
  /* Empty if there is no workload to start. */
  const char *arguments[MAX_ARGUMENTS + 1];
  const char *variables[MAX_VARIABLES + DEFAULT_VARIABLES + 1];
  /* 0 if the workload starts in /. */
  const char *directory;
  int has_network;
  struct address address, gateway;
  long prefix;
  /* Empty if there is no command to run. */
  const char *run[MAX_ARGUMENTS + 1];
  /* The time in milliseconds for which a workload must be alive. */
  long settle;
  int is_interactive;
};

/* Reads the plan, and removes the file. Returns the problem, or 0. */
const char *read_plan(const char *path, struct plan *plan);

#endif
