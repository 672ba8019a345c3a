#include "plan.h"
#include "report.h"
#include "system.h"
#include "text.h"

enum { MAX_PLAN = 512 * 1024, TOKEN_LENGTH = 16, MAX_SETTLE = 24 * 60 * 60 * 1000 };

/* The plan points into it. */
static char bytes[MAX_PLAN];

struct list {
  const char **items;
  long size, used;
};

static int append(struct list *list, const char *item)
{
  if (list->used == list->size)
    return 0;
  list->items[list->used++] = item;
  list->items[list->used] = 0;
  return 1;
}

static int is_token(const char *text)
{
  long index;

  for (index = 0; text[index]; index++)
    if (!((text[index] >= '0' && text[index] <= '9') || (text[index] >= 'a' && text[index] <= 'f')))
      return 0;
  return index == TOKEN_LENGTH;
}

/* The value is changed while it is read. */
static int parse_address(char *text, struct address *address)
{
  int part;

  for (part = 0; part < 4; part++) {
    char *end = text;
    long number;

    while (*end && *end != '.')
      end++;
    if ((*end == '.') != (part < 3))
      return 0;
    *end = 0;
    number = number_in(text, 255);
    if (number < 0)
      return 0;
    address->bytes[part] = (unsigned char)number;
    text = end + 1;
  }
  return 1;
}

static int parse_root(const char *text, enum root_kind *root)
{
  static const char *const kinds[] = {[INITRAMFS] = "initramfs", [DISK_AGENT] = "disk-agent", [DISK_PLAIN] = "disk-plain"};
  unsigned index;

  for (index = 0; index < sizeof kinds / sizeof *kinds; index++)
    if (equal(text, kinds[index])) {
      *root = (enum root_kind)index;
      return 1;
    }
  return 0;
}

struct lists {
  struct list file_systems, modules, arguments, variables, run;
};

/* Returns 0 if the key is unknown, or the value is not valid or one too many. */
static int take_record(struct plan *plan, struct lists *lists, char *record)
{
  char *value = record;

  while (*value && *value != '=')
    value++;
  if (*value == 0)
    return 0;
  *value++ = 0;
  if (equal(record, "token")) {
    if (!is_token(value))
      return 0;
    plan->token = value;
    set_token(value);
    return 1;
  }
  if (equal(record, "root"))
    return parse_root(value, &plan->root);
  if (equal(record, "filesystem"))
    return append(&lists->file_systems, value);
  if (equal(record, "module"))
    return append(&lists->modules, value);
  if (equal(record, "argument"))
    return append(&lists->arguments, value);
  if (equal(record, "variable"))
    return append(&lists->variables, value);
  if (equal(record, "run"))
    return append(&lists->run, value);
  if (equal(record, "directory")) {
    plan->directory = value;
    return *value == '/';
  }
  if (equal(record, "address")) {
    plan->has_network = 1;
    return parse_address(value, &plan->address);
  }
  if (equal(record, "gateway"))
    return parse_address(value, &plan->gateway);
  if (equal(record, "prefix"))
    return (plan->prefix = number_in(value, 32)) >= 0;
  if (equal(record, "settle"))
    return (plan->settle = number_in(value, MAX_SETTLE)) >= 0;
  if (equal(record, "interactive"))
    return (plan->is_interactive = (int)number_in(value, 1)) >= 0;
  return 0;
}

/* Variables that every program expects, and that the plan need not have. */
static void add_default_variables(struct list *variables)
{
  static const char *const defaults[DEFAULT_VARIABLES][2] = {
    {"PATH=", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"},
    {"HOME=", "HOME=/root"},
    {"TERM=", "TERM=linux"},
  };
  const long given = variables->used;
  long index, other;

  variables->size += DEFAULT_VARIABLES;
  for (index = 0; index < DEFAULT_VARIABLES; index++) {
    for (other = 0; other < given && !after(variables->items[other], defaults[index][0]); other++)
      ;
    if (other == given)
      append(variables, defaults[index][1]);
  }
}

static const char *parse_plan(struct plan *plan, long length)
{
  struct lists lists = {
    {plan->file_systems, MAX_FILE_SYSTEMS, 0}, {plan->modules, MAX_MODULES, 0},     {plan->arguments, MAX_ARGUMENTS, 0},
    {plan->variables, MAX_VARIABLES, 0},       {plan->run, MAX_ARGUMENTS, 0},
  };
  long position = 0;
  int is_first = 1;

  if (length == 0 || bytes[length - 1] != 0)
    return "it is cut off";
  while (position < length) {
    char *record = bytes + position;

    position += length_of(record) + 1;
    if (is_first) {
      is_first = 0;
      if (!equal(record, "fledge-plan 1"))
        return "it has another version";
    } else if (equal(record, "end")) {
      if (position != length)
        return "it continues after its end";
      if (plan->token == 0)
        return "it has no token";
      add_default_variables(&lists.variables);
      return 0;
    } else if (!take_record(plan, &lists, record)) {
      return "a record is not valid";
    }
  }
  return "it has no end";
}

const char *read_plan(const char *path, struct plan *plan)
{
  const long fd = open_file(path, O_RDONLY);
  long length;

  if (fd < 0)
    return "it cannot be opened";
  length = read_whole(fd, bytes, sizeof bytes);
  close_file(fd);
  remove_file(path);
  if (length < 0)
    return "it cannot be read";
  if (length == sizeof bytes)
    return "it is too large";
  return parse_plan(plan, length);
}
