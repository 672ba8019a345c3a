#include "companion.h"

enum { MAX_INTERFACES = 64, INTERFACE_WAIT_MS = 1000, STEP_MS = 20 };

struct socket_address {
  unsigned short family;
  unsigned short port;
  struct address address;
  char rest[8];
};

/* struct ifreq: the name, and a union. */
struct interface_request {
  char name[16];
  union {
    short flags;
    int index;
    struct socket_address address;
    char rest[24];
  };
};

/* struct rtentry. */
struct route_request {
  unsigned long pad1;
  struct socket_address destination, gateway, mask;
  unsigned short flags;
  short pad2;
  unsigned long pad3;
  void *pad4;
  short metric;
  char *device;
  unsigned long mtu, window;
  unsigned short round_trip;
};

static long request(long fd, long number, void *argument)
{
  return system_call(SYS_IOCTL, fd, number, (long)argument, 0, 0);
}

static struct socket_address socket_address(struct address address)
{
  const struct socket_address result = {AF_INET, 0, address, ""};

  return result;
}

static struct address mask_of(long prefix)
{
  struct address mask;
  int part;

  for (part = 0; part < 4; part++) {
    const long bits = prefix - part * 8;

    mask.bytes[part] = (unsigned char)(bits >= 8 ? 255 : bits <= 0 ? 0 : 256 - (1 << (8 - bits)));
  }
  return mask;
}

static long bring_up(long fd, struct interface_request *interface)
{
  long error = request(fd, SIOCGIFFLAGS, interface);

  if (error < 0)
    return error;
  interface->flags |= IFF_UP;
  return request(fd, SIOCSIFFLAGS, interface);
}

/* Programs use 127.0.0.1. The kernel brings the interface up itself only with `ip=` on its command line. */
static void bring_up_loopback(long fd)
{
  struct interface_request interface = {"lo", {0}};

  bring_up(fd, &interface);
}

/* The name of the first ethernet interface. */
static int find_ethernet(long fd, struct interface_request *interface)
{
  int index;

  for (index = 1; index <= MAX_INTERFACES; index++) {
    interface->index = index;
    if (request(fd, SIOCGIFNAME, interface) < 0 || request(fd, SIOCGIFFLAGS, interface) < 0)
      continue;
    if (interface->flags & IFF_LOOPBACK)
      continue;
    if (request(fd, SIOCGIFHWADDR, interface) == 0 && interface->address.family == ARPHRD_ETHER)
      return 1;
  }
  return 0;
}

static void report_failure(const char *step, long error)
{
  report("network-failed", TEXT("reason", step), NUMBER("errno", -error));
}

static void configure(long fd, const struct plan *plan, struct interface_request *interface)
{
  const struct address any = {{0, 0, 0, 0}};
  struct route_request route = {0};
  long error;

  /* The kernel has configured it because of `ip=`. */
  if (request(fd, SIOCGIFADDR, interface) == 0) {
    report("network", TEXT("name", interface->name));
    return;
  }
  interface->address = socket_address(plan->address);
  if ((error = request(fd, SIOCSIFADDR, interface)) < 0) {
    report_failure("address", error);
    return;
  }
  interface->address = socket_address(mask_of(plan->prefix));
  if ((error = request(fd, SIOCSIFNETMASK, interface)) < 0) {
    report_failure("prefix", error);
    return;
  }
  if ((error = bring_up(fd, interface)) < 0) {
    report_failure("up", error);
    return;
  }
  route.destination = socket_address(any);
  route.mask = socket_address(any);
  route.gateway = socket_address(plan->gateway);
  route.flags = RTF_UP | RTF_GATEWAY;
  if ((error = request(fd, SIOCADDRT, &route)) < 0 && error != -EEXIST) {
    report_failure("gateway", error);
    return;
  }
  report("network", TEXT("name", interface->name));
}

void configure_network(const struct plan *plan)
{
  struct interface_request interface = {"", {0}};
  const long start = now();
  int is_found;
  long fd;

  if (!plan->has_network)
    return;
  fd = system_call(SYS_SOCKET, AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0, 0, 0);
  if (fd < 0) {
    report_failure("socket", fd);
    return;
  }
  bring_up_loopback(fd);
  while (!(is_found = find_ethernet(fd, &interface)) && now() - start < INTERFACE_WAIT_MS)
    wait_for(-1, STEP_MS);
  if (is_found)
    configure(fd, plan, &interface);
  else
    report_failure("no-interface", -ENODEV);
  close_file(fd);
}
