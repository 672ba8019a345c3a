/*
 * Runs a command and writes "WALL USER SYS RSS" to a file: microseconds, and the peak memory of the largest single process
 * in KiB. It forks from a small process, because Linux includes the parent's memory at the fork in the child's peak.
 *
 *   measure FILE COMMAND [ARGUMENT]...
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static long long microseconds(struct timeval time)
{
  return time.tv_sec * 1000000LL + time.tv_usec;
}

int main(int count, char **arguments)
{
  struct timespec before, after;
  struct rusage usage;
  FILE *report;
  pid_t child;
  int status;

  if (count < 3) return 125;
  clock_gettime(CLOCK_MONOTONIC, &before);
  child = fork();
  if (child < 0) return 125;
  if (child == 0) {
    execvp(arguments[2], arguments + 2);
    perror(arguments[2]);
    _exit(127);
  }
  if (wait4(child, &status, 0, &usage) != child) return 125;
  clock_gettime(CLOCK_MONOTONIC, &after);

  report = fopen(arguments[1], "w");
  if (report == NULL) return 125;
  fprintf(report, "%lld %lld %lld %ld\n",
          (after.tv_sec - before.tv_sec) * 1000000LL + (after.tv_nsec - before.tv_nsec) / 1000,
          microseconds(usage.ru_utime), microseconds(usage.ru_stime), usage.ru_maxrss);
  if (fclose(report) != 0) return 125;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
