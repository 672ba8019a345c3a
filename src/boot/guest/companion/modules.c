#include "companion.h"

/* Loads the modules of the plan, whose files are numbered. A module that is loaded already is not a failure. The files are removed. */
void load_modules(const struct plan *plan)
{
  long count = 0;
  long index;

  for (index = 0; plan->modules[index]; index++) {
    struct text path = {0, ""};
    long error;
    long fd;

    add(&path, MODULES "/");
    add_number(&path, index);
    add(&path, ".ko");
    error = fd = open_file(path.bytes, O_RDONLY);
    if (fd >= 0) {
      error = system_call(SYS_FINIT_MODULE, fd, (long)"", 0, 0, 0);
      close_file(fd);
    }
    remove_file(path.bytes);
    if (error == 0 || error == -EEXIST)
      count++;
    else
      report("module-failed", TEXT("name", plan->modules[index]), NUMBER("errno", -error));
  }
  remove_directory(MODULES);
  report("modules", NUMBER("count", count));
}
