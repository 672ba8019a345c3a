#include "report.h"
#include "system.h"
#include "text.h"

enum { LOWEST_DESCRIPTOR = 10, MAX_VALUE = 400 };

/* 0: there is none. */
static long console;
static const char *token;

void open_console(const char *path)
{
  const long fd = open_file(path, O_RDWR | O_NOCTTY);

  if (fd < 0)
    return;
  /* The kernel may have given this process no stdin, stdout and stderr. Their numbers must stay free for /init. */
  console = system_call(SYS_FCNTL, fd, F_DUPFD_CLOEXEC, LOWEST_DESCRIPTOR, 0, 0);
  close_file(fd);
  if (console < 0)
    console = 0;
}

long console_descriptor(void)
{
  return console;
}

void set_token(const char *new_token)
{
  token = new_token;
}

static int is_plain(char byte)
{
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte == '/' ||
         byte == '.' || byte == '_' || byte == ':' || byte == '+' || byte == '-';
}

static void add_encoded(struct text *line, const char *value)
{
  static const char digits[] = "0123456789ABCDEF";
  const long limit = line->length + MAX_VALUE;

  for (; *value && line->length < limit; value++) {
    const unsigned char byte = (unsigned char)*value;
    const char plain[] = {*value, 0};
    const char encoded[] = {'%', digits[byte >> 4], digits[byte & 15], 0};

    add(line, is_plain(*value) ? plain : encoded);
  }
}

/*
 * One write, so that the text of another program does not get into the line. The line break before it ends a line that a
 * program has not finished.
 */
void report_values(const char *event, const struct value *values)
{
  struct text line;

  if (console == 0)
    return;
  line.length = 0;
  add(&line, "\n@fledge ");
  add(&line, token ? token : "-");
  add(&line, " ");
  add(&line, event);
  for (; values->key; values++) {
    add(&line, " ");
    add(&line, values->key);
    add(&line, "=");
    if (values->text)
      add_encoded(&line, values->text);
    else
      add_number(&line, values->number);
  }
  add(&line, "\n");
  system_call(SYS_WRITE, console, (long)line.bytes, line.length, 0, 0);
}

/* Draining waits until the machine can stop without losing an event. It is not done after each event, because it does not end
   while another program writes. */
void stop_machine(void)
{
  system_call(SYS_IOCTL, console, TCSBRK, TCSBRK_DRAIN, 0, 0);
  power_off();
}

struct value ended_as(int status)
{
  const int signal = status & 0x7f;
  const struct value exited = {"status", 0, status >> 8 & 0xff};
  const struct value killed = {"signal", 0, signal};

  return signal == 0 ? exited : killed;
}
