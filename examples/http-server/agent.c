/*
 * A replacement for Volant's agent, so that this example needs no download. The init of the image executes it as PID 1. It
 * brings up the loopback interface, starts the web server, and powers the machine off when the server ends.
 */
#include <net/if.h>
#include <stdio.h>
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
  pid_t server;

  bring_up_loopback();
  server = start(server_command);

  /* PID 1 inherits every orphan of the machine: wait for all of them, until the server has ended. */
  for (;;) {
    pid_t ended = wait(NULL);

    if (ended == server)
      printf("agent: the web server has ended\n");
    else if (ended > 0)
      continue;
    power_off();
    return 1;
  }
}
