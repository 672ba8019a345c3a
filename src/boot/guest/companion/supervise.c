#include "companion.h"

enum { STEP_MS = 20 };

static long own_root(void)
{
  return -1;
}

static void start_workload(struct orders *orders)
{
  const struct plan *plan = orders->plan;
  const struct program workload = {plan->arguments, plan->variables, plan->directory, -1, 0};
  const long process = start_program(&workload);

  if (process < 0) {
    report("exec-failed", TEXT("path", plan->arguments[0]), NUMBER("errno", -process));
    stop_machine();
  }
  workload_started(orders, process, plan->arguments[0]);
}

/* Returns the result of the last wait4(2): 0 if children still run. */
static long reap_children(struct orders *orders)
{
  long process;
  int status;

  while ((process = reap(&status)) > 0)
    child_ended(orders, process, status);
  return process;
}

/*
 * The machine is powered off when the workload and all processes that it left behind have ended. Without a workload it runs
 * until the host stops it.
 */
void supervise(const struct plan *plan)
{
  struct orders orders = {.plan = plan, .since = now()};
  const int has_workload = plan->arguments[0] != 0;

  if (has_workload)
    start_workload(&orders);
  for (;;) {
    const long result = reap_children(&orders);

    if (has_workload && result == -ECHILD && !(plan->is_interactive && !orders.is_shell_done))
      stop_machine();
    follow_orders(&orders, own_root);
    wait_for(-1, STEP_MS);
  }
}
