#include "companion.h"

enum { DISK_WAIT_MS = 3000, STEP_MS = 20, MAX_AGENT = 512 * 1024 * 1024 };

#define AGENT "/bin/kestrel"
#define CHANGES PLACE "/changes"
#define MERGED PLACE "/merged"

void wait_for_disk(void)
{
  const long start = now();

  while (!exists(DISK)) {
    if (now() - start >= DISK_WAIT_MS) {
      report("no-disk");
      stop_machine();
    }
    wait_for(-1, STEP_MS);
  }
  report("disk");
}

/* Programs see this path in /proc/mounts. */
#define DISK_SOURCE "/dev/vda"

static long mount_as(const char *type, long flags)
{
  const long error = mount(DISK_SOURCE, DISK_ROOT, type, flags, 0);

  if (error != -EROFS && error != -EACCES)
    return error;
  return mount(DISK_SOURCE, DISK_ROOT, type, flags | MS_RDONLY, 0);
}

const char *mount_disk(const struct plan *plan, long flags)
{
  long errors[MAX_FILE_SYSTEMS];
  const char *type = 0;
  long index;

  make_directory(DISK_ROOT);
  make_directory("/dev");
  mount("devtmpfs", "/dev", "devtmpfs", MS_NOSUID, 0);
  for (index = 0; !type && plan->file_systems[index]; index++) {
    errors[index] = mount_as(plan->file_systems[index], flags);
    if (errors[index] == 0)
      type = plan->file_systems[index];
  }
  detach("/dev");
  if (type)
    return type;
  for (index = 0; plan->file_systems[index]; index++)
    report("root-failed", NUMBER("errno", -errors[index]), TEXT("fstype", plan->file_systems[index]));
  stop_machine();
}

static long copy_file(long from, long to)
{
  static char buffer[64 * 1024];
  long copied = 0;
  long count;
  long error;

  while ((count = system_call(SYS_READ, from, (long)buffer, sizeof buffer, 0, 0)) > 0) {
    copied += count;
    if (copied > MAX_AGENT)
      return -EFBIG;
    error = write_whole(to, buffer, count);
    if (error < 0)
      return error;
  }
  return count;
}

static int is_regular_file(long fd)
{
  struct statx status = {0};

  return system_call(SYS_STATX, fd, (long)"", AT_EMPTY_PATH, STATX_TYPE, (long)&status) == 0 &&
         (status.mode & S_IFMT) == S_IFREG;
}

/* Opens the agent of the disk. The disk is the root while it is opened, so that no link leads out of it. */
static long open_agent(void)
{
  static const char *const paths[] = {"/bin/kestrel", "/usr/bin/kestrel", "/usr/local/bin/kestrel"};
  const long own_root = open_file("/", O_PATH);
  const long disk_root = open_file(DISK_ROOT, O_PATH);
  long agent = -ENOENT;
  unsigned index;

  if (own_root >= 0 && disk_root >= 0 && change_root(disk_root) == 0) {
    for (index = 0; index < sizeof paths / sizeof *paths && agent < 0; index++) {
      /* A FIFO or a device at the path must not block. */
      agent = open_file(paths[index], O_RDONLY | O_NONBLOCK | O_NOCTTY);
      if (agent >= 0 && !is_regular_file(agent)) {
        close_file(agent);
        agent = -ENOENT;
      }
    }
    change_root(own_root);
  }
  close_file(own_root);
  close_file(disk_root);
  return agent;
}

int copy_agent(void)
{
  const long from = open_agent();
  long error;
  long to;

  if (from < 0)
    return 0;
  make_directory("/bin");
  error = to = open_file(AGENT, O_WRONLY | O_CREAT | O_TRUNC);
  if (to >= 0)
    error = copy_file(from, to);
  close_file(to);
  close_file(from);
  if (error < 0) {
    report("agent-failed", NUMBER("errno", -error));
    stop_machine();
  }
  return 1;
}

/* Lays a tmpfs over a file system that cannot be written. Returns the directory with the root. */
static const char *make_writable(void)
{
  static const char options[] = "lowerdir=" DISK_ROOT ",upperdir=" CHANGES "/upper,workdir=" CHANGES "/work";

  make_directory(CHANGES);
  make_directory(MERGED);
  if (mount("tmpfs", CHANGES, "tmpfs", 0, "mode=0755") < 0)
    return DISK_ROOT;
  make_directory(CHANGES "/upper");
  make_directory(CHANGES "/work");
  return mount("overlay", MERGED, "overlay", 0, options) < 0 ? DISK_ROOT : MERGED;
}

struct file_system {
  const char *type, *target;
  long flags;
  const char *options;
};

/* The same file systems as src/init/init.c mounts. */
static const struct file_system file_systems[] = {
  {"devtmpfs", "/dev", MS_NOSUID, 0},
  {"proc", "/proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, 0},
  {"sysfs", "/sys", MS_NOSUID | MS_NODEV | MS_NOEXEC, 0},
  {"tmpfs", "/tmp", MS_NOSUID | MS_NODEV, "mode=1777"},
  {"tmpfs", "/run", MS_NOSUID | MS_NODEV, "mode=0755"},
  {"devpts", "/dev/pts", MS_NOSUID | MS_NOEXEC, "gid=5,mode=0620,ptmxmode=0666"},
  {"tmpfs", "/dev/shm", MS_NOSUID | MS_NODEV, "mode=1777"},
};

static void mount_file_systems(void)
{
  static const char *const links[][2] = {
    {"/proc/self/fd", "/dev/fd"},
    {"/proc/self/fd/0", "/dev/stdin"},
    {"/proc/self/fd/1", "/dev/stdout"},
    {"/proc/self/fd/2", "/dev/stderr"},
  };
  unsigned index;

  for (index = 0; index < sizeof file_systems / sizeof *file_systems; index++) {
    const struct file_system *system = &file_systems[index];
    long error;

    make_directory(system->target);
    error = mount(system->type, system->target, system->type, system->flags, system->options);
    if (error < 0 && error != -EBUSY)
      report("mount-failed", TEXT("path", system->target), NUMBER("errno", -error));
  }
  for (index = 0; index < sizeof links / sizeof *links; index++)
    system_call(SYS_SYMLINKAT, (long)links[index][0], AT_FDCWD, (long)links[index][1], 0, 0);
}

void enter_disk(const char *type)
{
  const int is_writable = system_call(SYS_FACCESSAT, AT_FDCWD, (long)DISK_ROOT, W_OK, 0, 0) == 0;
  const char *root = is_writable ? DISK_ROOT : make_writable();
  const char *access = is_writable ? "read-write" : equal(root, MERGED) ? "overlay" : "read-only";
  long error = system_call(SYS_CHDIR, (long)root, 0, 0, 0, 0);

  if (error == 0)
    error = mount(".", "/", 0, MS_MOVE, 0);
  if (error == 0)
    error = system_call(SYS_CHROOT, (long)".", 0, 0, 0, 0);
  if (error == 0)
    error = system_call(SYS_CHDIR, (long)"/", 0, 0, 0, 0);
  if (error < 0) {
    report("root-failed", NUMBER("errno", -error), TEXT("fstype", type));
    stop_machine();
  }
  report("root", TEXT("fstype", type), TEXT("access", access));
  mount_file_systems();
}
