/*
 * A replacement for Volant's agent, so that this example needs no download. As PID 1 it mounts the usual file systems, brings
 * up the loopback interface, starts the command of the image's config in /etc/fsify-entrypoint, and powers the machine off
 * when the command ends. If an initramfs starts it, it first mounts the disk /dev/vda and goes on there, as Volant's agent
 * does.
 */
#include <errno.h>
#include <net/if.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#define CONFIG "/etc/fsify-entrypoint"

enum { CONFIG_SIZE = 1 << 16, MAX_STRINGS = 256 };

static void mount_all(void)
{
  static const char *const mounts[][2] = {
    {"devtmpfs", "/dev"}, {"proc", "/proc"}, {"sysfs", "/sys"}, {"tmpfs", "/run"}, {"tmpfs", "/tmp"},
  };

  /* EBUSY: whoever started us has mounted it already. */
  for (size_t index = 0; index < sizeof mounts / sizeof *mounts; index++)
    if (mount(mounts[index][0], mounts[index][1], mounts[index][0], 0, NULL) != 0 && errno != EBUSY)
      perror(mounts[index][1]);
}

static void bring_up_loopback(void)
{
  struct ifreq request = {.ifr_name = "lo", .ifr_flags = IFF_UP | IFF_RUNNING};
  int control = socket(AF_INET, SOCK_DGRAM, 0);

  if (control < 0 || ioctl(control, SIOCSIFFLAGS, &request) != 0)
    perror("agent: cannot bring up lo");
  if (control >= 0)
    close(control);
}

static void read_file(const char *path, char *text, size_t size)
{
  FILE *file = fopen(path, "r");

  text[0] = 0;
  if (file == NULL) {
    perror(path);
    return;
  }
  text[fread(text, 1, size - 1, file)] = 0;
  fclose(file);
}

/* The rest of the first word of the kernel's command line that begins with a text, or NULL. */
static const char *boot_parameter(const char *beginning)
{
  static char line[4096];

  read_file("/proc/cmdline", line, sizeof line);
  for (char *word = strtok(line, " \n"); word != NULL; word = strtok(NULL, " \n"))
    if (strncmp(word, beginning, strlen(beginning)) == 0)
      return word + strlen(beginning);
  return NULL;
}

/* Makes the image on the disk the root directory and executes the agent there. Returns only on failure. */
static void enter_image(void)
{
  static const char *const moved[] = {"/dev", "/proc", "/sys", "/run", "/tmp"};
  const char *type = boot_parameter("volant.rootfs_fstype=");
  char target[64];

  if (type == NULL)
    type = "ext4";
  mkdir("/image", 0755);
  if (mount("/dev/vda", "/image", type, 0, NULL) != 0 && mount("/dev/vda", "/image", type, MS_RDONLY, NULL) != 0) {
    perror("agent: cannot mount /dev/vda");
    return;
  }
  for (size_t index = 0; index < sizeof moved / sizeof *moved; index++) {
    snprintf(target, sizeof target, "/image%s", moved[index]);
    if (mount(moved[index], target, NULL, MS_MOVE, NULL) != 0)
      perror(target);
  }
  if (chdir("/image") != 0 || mount(".", "/", NULL, MS_MOVE, NULL) != 0 || chroot(".") != 0 || chdir("/") != 0) {
    perror("agent: cannot change to the image");
    return;
  }
  execl("/bin/kestrel", "/bin/kestrel", NULL);
  perror("/bin/kestrel");
}

/* Copies a JSON string from behind its opening quote; returns what follows its closing one. ASCII is all we need. */
static const char *copy_string(const char *from, char *to)
{
  for (; *from && *from != '"'; from++) {
    if (*from != '\\') {
      *to++ = *from;
      continue;
    }
    from++;
    if (*from == 'u') {
      char digits[5] = "";

      strncpy(digits, from + 1, 4);
      *to++ = (char)strtol(digits, NULL, 16);
      from += strlen(digits);
    } else {
      *to++ = *from == 'n' ? '\n' : *from == 't' ? '\t' : *from;
    }
  }
  *to = 0;
  return *from ? from + 1 : from;
}

/* Appends the strings of an array in the image's config, such as `"Cmd":["nginx"]`; returns how many there are now. */
static int append_strings(const char *config, const char *key, char **strings, int count)
{
  char name[64];
  const char *at;

  snprintf(name, sizeof name, "\"%s\":", key);
  at = strstr(config, name);
  if (at == NULL)
    return count;
  at += strlen(name);
  at += strspn(at, " \n\t");
  if (*at != '[')
    return count;
  while (*++at && *at != ']' && count < MAX_STRINGS) {
    if (*at != '"')
      continue;
    strings[count] = malloc(strlen(at));
    if (strings[count] == NULL)
      break;
    at = copy_string(at + 1, strings[count++]) - 1;
  }
  strings[count] = NULL;
  return count;
}

static pid_t start_workload(void)
{
  static char config[CONFIG_SIZE];
  static char *command[MAX_STRINGS + 1], *environment[MAX_STRINGS + 1];
  int count;
  pid_t child;

  read_file(CONFIG, config, sizeof config);
  count = append_strings(config, "Entrypoint", command, 0);
  count = append_strings(config, "Cmd", command, count);
  append_strings(config, "Env", environment, 0);
  if (count == 0) {
    printf("agent: the image says nothing about what to start\n");
    return -1;
  }
  child = fork();
  if (child != 0)
    return child;
  for (char **variable = environment; *variable != NULL; variable++)
    putenv(*variable);
  execvp(command[0], command);
  perror(command[0]);
  _exit(127);
}

static void power_off(void)
{
  fflush(stdout);
  tcdrain(STDOUT_FILENO);
  kill(-1, SIGKILL);
  sync();
  mount(NULL, "/", NULL, MS_REMOUNT | MS_RDONLY, NULL);
  reboot(RB_POWER_OFF);
}

int main(void)
{
  pid_t workload;

  mount_all();
  if (access(CONFIG, F_OK) != 0 && access("/dev/vda", F_OK) == 0)
    enter_image();
  bring_up_loopback();
  workload = start_workload();

  /* PID 1 inherits every orphan of the machine: wait for all of them, until the workload has ended. */
  for (;;) {
    pid_t ended = wait(NULL);

    if (ended > 0 && ended == workload)
      printf("agent: the workload has ended\n");
    else if (ended > 0 || errno == EINTR)
      continue;
    power_off();
    return 1;
  }
}
