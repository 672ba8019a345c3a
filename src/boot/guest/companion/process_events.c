#include "process_events.h"
#include "system.h"

enum { NETLINK_CONNECTOR = 11, CN_IDX_PROC = 1, CN_VAL_PROC = 1, PROC_CN_MCAST_LISTEN = 1, NLMSG_DONE = 3 };

#define PROC_EVENT_FORK 1u
#define PROC_EVENT_EXEC 2u
#define PROC_EVENT_EXIT 0x80000000u

/* struct nlmsghdr, struct cn_msg. */
struct header {
  unsigned length;
  unsigned short type, flags;
  unsigned sequence, sender;
  unsigned index, value, connector_sequence, acknowledgement;
  unsigned short data_length, connector_flags;
};

/* struct proc_event; the time is two numbers, because the structure is not aligned in a message. */
struct message {
  struct header header;
  unsigned what, cpu, time_low, time_high;
  unsigned numbers[4];
};

long open_process_events(void)
{
  const struct {
    unsigned short family, pad;
    unsigned process, groups;
  } address = {AF_NETLINK, 0, 0, CN_IDX_PROC};
  const struct {
    struct header header;
    unsigned operation;
  } request = {
    {sizeof request, NLMSG_DONE, 0, 0, 0, CN_IDX_PROC, CN_VAL_PROC, 0, 0, sizeof request.operation, 0},
    PROC_CN_MCAST_LISTEN,
  };
  const long fd =
    system_call(SYS_SOCKET, AF_NETLINK, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, NETLINK_CONNECTOR, 0, 0);
  long error;

  if (fd < 0)
    return fd;
  error = system_call(SYS_BIND, fd, (long)&address, sizeof address, 0, 0);
  if (error == 0)
    error = write_whole(fd, (const char *)&request, sizeof request);
  if (error == 0)
    return fd;
  close_file(fd);
  return error;
}

/* Returns 0 for a message of another kind, and for a thread that is not the first of its process. */
static int understand(const struct message *message, struct process_event *event)
{
  const unsigned *numbers = message->numbers;

  switch (message->what) {
  case PROC_EVENT_FORK:
    *event = (struct process_event){FORKED, numbers[2], numbers[1], 0};
    return numbers[2] == numbers[3];
  case PROC_EVENT_EXEC:
    *event = (struct process_event){EXECUTED, numbers[1], 0, 0};
    return 1;
  case PROC_EVENT_EXIT:
    *event = (struct process_event){EXITED, numbers[1], 0, (int)(numbers[2] & 0xffff)};
    return numbers[0] == numbers[1];
  default:
    return 0;
  }
}

int next_process_event(long socket, struct process_event *event)
{
  /* The kernel's structure is larger, and grows. */
  union {
    struct message message;
    char bytes[256];
  } buffer;
  long length;

  if (socket < 0)
    return 0;
  for (;;) {
    length = system_call(SYS_READ, socket, (long)&buffer, sizeof buffer, 0, 0);
    if (length == -ENOBUFS)
      continue;
    if (length <= 0)
      return 0;
    if (length >= (long)sizeof buffer.message && buffer.message.header.index == CN_IDX_PROC &&
        understand(&buffer.message, event))
      return 1;
  }
}
