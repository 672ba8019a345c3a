#include "companion.h"

enum { CANNOT_EXECUTE = 126, NOT_FOUND = 127 };

static const char *value_of(const char *const variables[], const char *name)
{
  for (; *variables; variables++) {
    const char *value = after(*variables, name);

    if (value)
      return value;
  }
  return "";
}

static long execute(const char *path, const struct program *program)
{
  return -system_call(SYS_EXECVE, (long)path, (long)program->arguments, (long)program->variables, 0, 0);
}

/* Executes the program, which is searched in PATH as execvp(3) does. Returns the errno. */
static long search_and_execute(const struct program *program)
{
  const char *name = program->arguments[0];
  const char *directory = value_of(program->variables, "PATH=");
  long result = ENOENT;
  long error;

  if (base_name(name) != name)
    return execute(name, program);
  while (*name) {
    char path[PATH_MAX];
    long length = 0;
    const char *rest;

    for (; *directory && *directory != ':'; directory++)
      if (length < PATH_MAX)
        path[length++] = *directory;
    if (length > 0 && length < PATH_MAX)
      path[length++] = '/';
    for (rest = name; *rest && length < PATH_MAX; rest++)
      path[length++] = *rest;
    if (length < PATH_MAX) {
      path[length] = 0;
      error = execute(path, program);
      if (error != ENOENT && error != ENOTDIR && error != EACCES)
        return error;
      if (error == EACCES)
        result = EACCES;
    }
    if (*directory++ == 0)
      break;
  }
  return result;
}

static __attribute__((noreturn)) void fail(const char *path, long error)
{
  report("exec-failed", TEXT("path", path), NUMBER("errno", error));
  exit_process(error == EACCES ? CANNOT_EXECUTE : NOT_FOUND);
}

static void prepare(const struct program *program)
{
  const char *directory = program->directory ? program->directory : "/";
  long error = 0;
  long target;

  system_call(SYS_SETSID, 0, 0, 0, 0, 0);
  for (target = 0; target <= 2 && console_descriptor() != 0; target++)
    system_call(SYS_DUP3, console_descriptor(), target, 0, 0, 0);
  if (program->has_terminal)
    system_call(SYS_IOCTL, 0, TIOCSCTTY, 1, 0, 0);
  if (program->root >= 0)
    error = change_root(program->root);
  if (error == 0)
    error = system_call(SYS_CHDIR, (long)directory, 0, 0, 0, 0);
  if (error < 0)
    fail(directory, -error);
}

long start_first_program(const struct program *programs)
{
  const char *first = programs->arguments[0];
  const long process = fork_process();
  long error = ENOENT;

  if (process != 0)
    return process;
  prepare(programs);
  for (; programs->arguments; programs++)
    error = search_and_execute(programs);
  fail(first, error);
}

long start_program(const struct program *program)
{
  const struct program programs[] = {*program, {0}};

  return start_first_program(programs);
}
