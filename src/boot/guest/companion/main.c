/*
 * PID 1 of a machine that `fledge boot` starts, before the artifact's own init. It prepares what a kernel for Volant does itself
 * (modules, network), starts the artifact as its orders say, and reports to the host. It is a static program with its own
 * entry point and without a C library; scripts/build-guest.sh compiles the committed binaries.
 *
 * What it reads can be damaged or hostile. Each failure is an event, and then the machine is powered off.
 */
#include "companion.h"
#include "process_events.h"

static struct plan plan;

static void check_process_number(void)
{
  static const char message[] = "fledge-boot: this program is for a microVM and runs as PID 1 only\n";

  if (system_call(SYS_GETPID, 0, 0, 0, 0, 0) == 1)
    return;
  write_whole(2, message, sizeof message - 1);
  exit_process(1);
}

static void take_orders(void)
{
  const char *problem;

  make_directory(DEVICES);
  if (mount("devtmpfs", DEVICES, "devtmpfs", MS_NOSUID, 0) < 0)
    system_call(SYS_MKNODAT, AT_FDCWD, (long)DEVICES "/console", S_IFCHR | 0600, CONSOLE_DEVICE, 0);
  open_console(DEVICES "/console");
  problem = read_plan(PLACE "/plan", &plan);
  if (problem) {
    report("plan-failed", TEXT("reason", problem));
    stop_machine();
  }
  report("init");
}

/* The artifact must see what it would see without the companion. The text of this program stays mapped. */
static void remove_traces(void)
{
  detach(DEVICES);
  detach(PROCESSES);
  remove_file(DEVICES "/console");
  remove_directory(DEVICES);
  remove_directory(PROCESSES);
  remove_directory(DISK_ROOT);
  remove_file(PLACE "/boot");
  remove_directory(PLACE);
}

/* Becomes the artifact's init, and leaves a child that watches. */
static __attribute__((noreturn)) void become_init(char *arguments[], char *const environment[])
{
  /* Opened before the fork, so that no event of this process gets lost. */
  const long events = open_process_events();
  long processes = -ENOENT;
  long error;

  make_directory(PROCESSES);
  if (mount("proc", PROCESSES, "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, 0) == 0)
    processes = open_file(PROCESSES, O_RDONLY);
  remove_traces();
  if (processes < 0)
    report("watch-failed", NUMBER("errno", -processes));
  else if (fork_process() == 0)
    watch(&plan, processes, events);
  arguments[0] = "/init";
  error = system_call(SYS_EXECVE, (long)"/init", (long)arguments, (long)environment, 0, 0);
  report("exec-failed", TEXT("path", "/init"), NUMBER("errno", -error));
  stop_machine();
}

static void find_agent(void)
{
  if (exists("/bin/kestrel"))
    return;
  mount_disk(&plan, MS_RDONLY);
  if (!copy_agent()) {
    report("no-agent");
    plan.root = DISK_PLAIN;
  }
  detach(DISK_ROOT);
}

/* The kernel leaves argc, argv, NULL, envp, NULL on the stack (System V ABI, for both machines). */
__attribute__((noreturn, used)) void start(long *stack)
{
  char **arguments = (char **)(stack + 1);
  char *const *environment = arguments + stack[0] + 1;

  check_process_number();
  take_orders();
  load_modules(&plan);
  configure_network(&plan);
  if (plan.root != INITRAMFS)
    wait_for_disk();
  if (plan.root == DISK_AGENT)
    find_agent();
  if (plan.root != DISK_PLAIN)
    become_init(arguments, environment);
  enter_disk(mount_disk(&plan, 0));
  supervise(&plan);
}
