/*
 * A replacement for Volant's agent, so that this example needs no download. The init of the image executes it as PID 1. It
 * brings up the loopback interface, starts the web server, and powers the machine off when the server ends.
 *
 * With `fledge.selfcheck` on the kernel's command line it also runs /usr/bin/self-check, and powers off after that.
 */
#include <net/if.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/reboot.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static void bring_up_loopback(void)
{
  struct ifreq request = {.ifr_name = "lo", .ifr_flags = IFF_UP | IFF_RUNNING};
  int control = socket(AF_INET, SOCK_DGRAM, 0);

  if (control < 0 || ioctl(control, SIOCSIFFLAGS, &request) != 0)
    perror("agent: cannot bring up lo");
  if (control >= 0)
    close(control);
}

static int is_boot_parameter(const char *parameter)
{
  char line[4096] = "";
  FILE *file = fopen("/proc/cmdline", "r");
  int found = 0;

  if (file == NULL)
    return 0;
  if (fgets(line, sizeof line, file) != NULL)
    for (char *word = strtok(line, " \n"); word != NULL; word = strtok(NULL, " \n"))
      found = found || strcmp(word, parameter) == 0;
  fclose(file);
  return found;
}

static pid_t start(char *const command[])
{
  pid_t child = fork();

  if (child != 0)
    return child;
  execv(command[0], command);
  perror(command[0]);
  _exit(127);
}

static void power_off(void)
{
  fflush(stdout);
  tcdrain(STDOUT_FILENO);
  sync();
  reboot(RB_POWER_OFF);
}

int main(void)
{
  char *const server_command[] = {"/usr/bin/http-server", "/srv/www", "80", NULL};
  char *const check_command[] = {"/usr/bin/self-check", NULL};
  pid_t server, check = -1;

  bring_up_loopback();
  server = start(server_command);
  if (is_boot_parameter("fledge.selfcheck"))
    check = start(check_command);

  /* PID 1 inherits every orphan of the machine: wait for all of them, and look for the two that matter. */
  for (;;) {
    int status;
    pid_t ended = wait(&status);

    if (ended == check)
      printf("agent: self-check %s\n", status == 0 ? "passed" : "failed");
    else if (ended == server)
      printf("agent: the web server has ended\n");
    else if (ended > 0)
      continue;
    power_off();
    return 1;
  }
}
