#include "companion.h"

/* The time until a shell is started without a workload, so that the user can find out why it does not start. */
enum { SHELL_WAIT_MS = 5000 };

void workload_started(struct orders *orders, long process, const char *program)
{
  orders->workload = process;
  orders->since = now();
  orders->has_started = 1;
  orders->is_settled = 0;
  report("workload", NUMBER("pid", process), TEXT("program", program));
}

void workload_ended(struct orders *orders, int status)
{
  if (status < 0)
    report("workload-ended", NUMBER("pid", orders->workload));
  else
    report("workload-ended", NUMBER("pid", orders->workload), ended_as(status));
  orders->workload = 0;
}

static void run_command(struct orders *orders, long root)
{
  const struct program command = {orders->plan->run, orders->plan->variables, orders->plan->directory, root, 0};

  report("run-started");
  orders->is_run_done = 1;
  orders->run = start_program(&command);
}

static void start_shell(struct orders *orders, long root)
{
  static const char *const shells[][3] = {
    {"/bin/sh", 0}, {"/bin/bash", 0}, {"/bin/busybox", "sh", 0}, {"busybox", "sh", 0}, {"sh", 0},
  };
  enum { COUNT = sizeof shells / sizeof *shells };
  struct program programs[COUNT + 1];
  int index;

  for (index = 0; index < COUNT; index++)
    programs[index] = (struct program){shells[index], orders->plan->variables, 0, root, 1};
  programs[COUNT].arguments = 0;
  report("shell");
  orders->is_shell_done = 1;
  orders->shell = start_first_program(programs);
}

static int is_shell_due(const struct orders *orders, int is_plain_root, long time)
{
  return orders->plan->is_interactive && !orders->is_shell_done &&
         (orders->has_started || is_plain_root || time - orders->since >= SHELL_WAIT_MS);
}

void follow_orders(struct orders *orders, long (*open_root)(void))
{
  const long time = now();
  const int is_plain_root = orders->plan->root == DISK_PLAIN && orders->plan->arguments[0] == 0;

  if (orders->workload && !orders->is_settled && time - orders->since >= orders->plan->settle) {
    orders->is_settled = 1;
    report("alive", NUMBER("pid", orders->workload));
  }
  if (orders->plan->run[0] && !orders->is_run_done && (orders->is_settled || is_plain_root)) {
    const long root = open_root();

    run_command(orders, root);
    close_file(root);
  }
  if (is_shell_due(orders, is_plain_root, time)) {
    const long root = open_root();

    start_shell(orders, root);
    close_file(root);
  }
}

void child_ended(struct orders *orders, long process, int status)
{
  if (process == orders->workload)
    workload_ended(orders, status);
  else if (process == orders->run) {
    orders->run = 0;
    report("run-ended", ended_as(status));
  } else if (process == orders->shell) {
    orders->shell = 0;
    report("shell-ended", ended_as(status));
  }
}
