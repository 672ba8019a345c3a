#include "companion.h"
#include "process_events.h"

enum {
  STEP_MS = 50,
  /* An init that is not the agent is the workload when it has executed no other program for this time. */
  INIT_GRACE_MS = 1000,
  /* The same if there is an agent that it may still start. */
  AGENT_GRACE_MS = 10000,
  MAX_CHILDREN = 32,
  PATH_SIZE = 512,
};

struct watch {
  /* A descriptor of /proc. */
  long processes;
  /* The socket of process events, or a negative number. */
  long events;
  long own_process;
  struct orders orders;
  /* The program of PID 1, at first this one; the time when it was executed. */
  char program[PATH_SIZE];
  char own_program[PATH_SIZE];
  long program_since;
  int has_agent, is_agent;
  /* The last children of PID 1, of which some may have ended. 0: none. */
  long children[MAX_CHILDREN];
  unsigned next_child;
};

static long process_directory;

static long open_root_of_init(void)
{
  return system_call(SYS_OPENAT, process_directory, (long)"1/root", O_PATH | O_CLOEXEC, 0, 0);
}

static void path_of(struct text *path, long process, const char *file)
{
  path->length = 0;
  add_number(path, process);
  add(path, "/");
  add(path, file);
}

/* The path of the program that a process runs. Returns 0 if the process has ended, or is a thread of the kernel. */
static int program_of(const struct watch *watch, long process, char *program)
{
  struct text path;

  path_of(&path, process, "exe");
  return read_link(watch->processes, path.bytes, program, PATH_SIZE) > 0;
}

/* The parent of a process that has not ended, or -1. The name in parentheses can contain any byte. */
static long parent_of(const struct watch *watch, long process)
{
  struct text path;
  char text[512];
  char *parent;
  char *end;
  long length;
  long fd;

  path_of(&path, process, "stat");
  fd = system_call(SYS_OPENAT, watch->processes, (long)path.bytes, O_RDONLY | O_CLOEXEC, 0, 0);
  if (fd < 0)
    return -1;
  length = read_whole(fd, text, sizeof text - 1);
  close_file(fd);
  if (length <= 0)
    return -1;
  text[length] = 0;
  for (parent = text + length; parent > text && *parent != ')'; parent--)
    ;
  /* ") S 1 ": the state, and the parent. */
  if (text + length - parent < 5 || parent[2] == 'Z' || parent[2] == 'X')
    return -1;
  parent += 4;
  for (end = parent; *end && *end != ' '; end++)
    ;
  *end = 0;
  return number_in(parent, 0x7fffffff);
}

static void adopt(struct watch *watch, long process)
{
  char program[PATH_SIZE];

  workload_started(&watch->orders, process, program_of(watch, process, program) ? program : "-");
}

/* Notices when PID 1 runs another program. */
static void look_at_init(struct watch *watch, int has_executed)
{
  char program[PATH_SIZE];

  if (!program_of(watch, 1, program) || (equal(program, watch->program) && !has_executed))
    return;
  copy_text(watch->program, program, PATH_SIZE);
  watch->program_since = now();
  /* PID 1 was reported as the workload before it executed this program. */
  if (watch->orders.workload == 1)
    watch->orders.workload = 0;
  if (!watch->is_agent && equal(base_name(program), "kestrel")) {
    watch->is_agent = 1;
    report("agent", NUMBER("pid", 1), TEXT("exe", program));
  }
}

static int is_child(const struct watch *watch, long process)
{
  unsigned index;

  for (index = 0; index < MAX_CHILDREN; index++)
    if (watch->children[index] == process)
      return 1;
  return 0;
}

static void handle(struct watch *watch, const struct process_event *event)
{
  const int needs_workload = watch->is_agent && watch->orders.workload == 0;

  switch (event->kind) {
  case FORKED:
    if (event->parent == 1)
      watch->children[watch->next_child++ % MAX_CHILDREN] = event->process;
    break;
  case EXECUTED:
    if (event->process == 1)
      look_at_init(watch, 1);
    else if (needs_workload && is_child(watch, event->process))
      adopt(watch, event->process);
    break;
  case EXITED:
    /* A child that ends with a failure before it has executed a program: the agent could not start the workload. */
    if (needs_workload && event->status != 0 && is_child(watch, event->process))
      workload_started(&watch->orders, event->process, watch->program);
    if (event->process == watch->orders.workload && event->process != 1)
      workload_ended(&watch->orders, event->status);
    break;
  }
}

static void handle_events(struct watch *watch)
{
  struct process_event event;

  while (next_process_event(watch->events, &event))
    handle(watch, &event);
}

/* A child of the agent that runs another program than the agent. Returns 0 if there is none. */
static long find_workload(const struct watch *watch)
{
  /* struct linux_dirent64. */
  struct entry {
    unsigned long inode;
    long offset;
    unsigned short length;
    unsigned char type;
    char name[];
  };
  char program[PATH_SIZE];
  char entries[4096] __attribute__((aligned(8)));
  long position, count, process;

  system_call(SYS_LSEEK, watch->processes, 0, SEEK_SET, 0, 0);
  while ((count = system_call(SYS_GETDENTS64, watch->processes, (long)entries, sizeof entries, 0, 0)) > 0)
    for (position = 0; position < count; position += ((const struct entry *)(entries + position))->length) {
      process = number_in(((const struct entry *)(entries + position))->name, 0x7fffffff);
      if (process > 1 && process != watch->own_process && parent_of(watch, process) == 1 &&
          program_of(watch, process, program) && !equal(program, watch->program))
        return process;
    }
  return 0;
}

/* Looks at the processes themselves: a kernel can be built without process events, and events can be lost. */
static void look(struct watch *watch)
{
  const long grace = watch->has_agent ? AGENT_GRACE_MS : INIT_GRACE_MS;
  const long workload = watch->orders.workload;

  look_at_init(watch, 0);
  if (workload > 1 && parent_of(watch, workload) < 0) {
    handle_events(watch);
    if (watch->orders.workload == workload)
      workload_ended(&watch->orders, -1);
  }
  if (watch->orders.workload != 0)
    return;
  if (watch->is_agent) {
    const long process = find_workload(watch);

    if (process)
      adopt(watch, process);
  } else if (!equal(watch->program, watch->own_program) && now() - watch->program_since >= grace) {
    adopt(watch, 1);
  }
}

void watch(const struct plan *plan, long processes, long events)
{
  static struct watch watch;
  long next_look = 0;
  long process;
  int status;

  process_directory = processes;
  watch.processes = processes;
  watch.own_process = system_call(SYS_GETPID, 0, 0, 0, 0, 0);
  watch.events = events;
  watch.orders.plan = plan;
  watch.orders.since = watch.program_since = now();
  watch.has_agent = exists("/bin/kestrel");
  read_link(processes, "self/exe", watch.own_program, PATH_SIZE);
  copy_text(watch.program, watch.own_program, PATH_SIZE);
  for (;;) {
    /* Many events, as of a workload that starts many processes, must not cause many looks. */
    handle_events(&watch);
    if (now() >= next_look) {
      look(&watch);
      while ((process = reap(&status)) > 0)
        child_ended(&watch.orders, process, status);
      follow_orders(&watch.orders, open_root_of_init);
      next_look = now() + STEP_MS;
    }
    wait_for(watch.events, next_look - now());
  }
}
