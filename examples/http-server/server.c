/*
 * A small static web server: http-server <directory> <port>
 *
 * It answers GET and HEAD with the files below one directory, one process for each connection.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

enum { REQUEST_SIZE = 8192, TIMEOUT_SECONDS = 10 };

static void fail(const char *what)
{
  perror(what);
  exit(1);
}

static int listen_on(unsigned short port)
{
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  int yes = 1;

  if (listener < 0)
    fail("socket");
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  if (bind(listener, (struct sockaddr *)&address, sizeof address) != 0)
    fail("bind");
  if (listen(listener, 64) != 0)
    fail("listen");
  return listener;
}

/* Writes all of it, or gives up when the client has gone. */
static void send_all(int client, const char *data, size_t size)
{
  while (size > 0) {
    ssize_t sent = send(client, data, size, 0);

    if (sent <= 0)
      exit(0);
    data += sent;
    size -= (size_t)sent;
  }
}

static void send_head(int client, const char *status, const char *type, long long size)
{
  char head[512];
  int length = snprintf(head, sizeof head,
                        "HTTP/1.1 %s\r\nContent-Type: %s\r\nContent-Length: %lld\r\nConnection: close\r\n%s\r\n",
                        status, type, size, strncmp(status, "405", 3) == 0 ? "Allow: GET, HEAD\r\n" : "");

  send_all(client, head, (size_t)length);
}

static void send_status(int client, const char *status, int with_body)
{
  char body[128];
  int length = snprintf(body, sizeof body, "%s\n", status);

  send_head(client, status, "text/plain", length);
  if (with_body)
    send_all(client, body, (size_t)length);
}

static const char *type_of(const char *path)
{
  static const char *const types[][2] = {
    {".html", "text/html; charset=utf-8"}, {".css", "text/css"}, {".js", "text/javascript"},
    {".json", "application/json"}, {".svg", "image/svg+xml"}, {".png", "image/png"}, {".txt", "text/plain"},
  };
  const char *extension = strrchr(path, '.');

  for (size_t index = 0; extension != NULL && index < sizeof types / sizeof *types; index++)
    if (strcmp(extension, types[index][0]) == 0)
      return types[index][1];
  return "application/octet-stream";
}

static int hex_value(char digit)
{
  return isdigit((unsigned char)digit) ? digit - '0' : tolower((unsigned char)digit) - 'a' + 10;
}

/* Takes the query away and resolves %XX, in place. Returns 0 if that is no path of a file. */
static int decode(char *path)
{
  char *to = path;

  path[strcspn(path, "?#")] = 0;
  if (path[0] != '/')
    return 0;
  for (const char *from = path; *from; to++) {
    if (*from != '%') {
      *to = *from++;
      continue;
    }
    if (!isxdigit((unsigned char)from[1]) || !isxdigit((unsigned char)from[2]))
      return 0;
    *to = (char)(hex_value(from[1]) * 16 + hex_value(from[2]));
    if (*to == 0)
      return 0;
    from += 3;
  }
  *to = 0;
  return 1;
}

/* For the kernel the directory is the root of this path: neither `..` nor a symbolic link leads out of it. */
static int open_below(int directory, const char *path)
{
  struct open_how how = {
    .flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK,
    .resolve = RESOLVE_IN_ROOT | RESOLVE_NO_MAGICLINKS,
  };

  return (int)syscall(SYS_openat2, directory, path, &how, sizeof how);
}

static void send_file(int client, int directory, const char *path, int with_body)
{
  char name[REQUEST_SIZE + sizeof "index.html"];
  struct stat status;
  int file;

  snprintf(name, sizeof name, "%s%s", path, path[strlen(path) - 1] == '/' ? "index.html" : "");
  file = open_below(directory, name);
  if (file < 0) {
    int absent = errno == ENOENT || errno == ENOTDIR || errno == ENAMETOOLONG || errno == ELOOP;

    send_status(client, absent ? "404 Not Found" : errno == EACCES ? "403 Forbidden" : "500 Internal Server Error",
                with_body);
    return;
  }
  if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
    send_status(client, "404 Not Found", with_body);
    return;
  }
  send_head(client, "200 OK", type_of(name), status.st_size);
  while (with_body && sendfile(client, file, NULL, 1 << 20) > 0)
    ;
}

/* Reads up to the empty line that ends a request's head. Returns 0 if there is none within the buffer. */
static int read_head(int client, char *request, size_t size)
{
  size_t used = 0;

  while (used < size - 1) {
    ssize_t count = recv(client, request + used, size - 1 - used, 0);

    if (count <= 0)
      exit(0);
    used += (size_t)count;
    request[used] = 0;
    if (strstr(request, "\r\n\r\n") != NULL)
      return 1;
  }
  return 0;
}

static void serve(int client, int directory)
{
  char request[REQUEST_SIZE];
  char *method, *path, *version, *rest;
  struct timeval timeout = {.tv_sec = TIMEOUT_SECONDS};
  int with_body;

  setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout);
  setsockopt(client, SOL_SOCKET, SO_SNDTIMEO, &timeout, sizeof timeout);
  if (!read_head(client, request, sizeof request)) {
    send_status(client, "431 Request Header Fields Too Large", 1);
    return;
  }
  request[strcspn(request, "\r\n")] = 0;
  method = strtok_r(request, " ", &rest);
  path = strtok_r(NULL, " ", &rest);
  version = strtok_r(NULL, " ", &rest);
  if (version == NULL || strncmp(version, "HTTP/1.", 7) != 0 || *rest != 0) {
    send_status(client, "400 Bad Request", 1);
    return;
  }
  with_body = strcmp(method, "HEAD") != 0;
  if (with_body && strcmp(method, "GET") != 0)
    send_status(client, "405 Method Not Allowed", 1);
  else if (!decode(path))
    send_status(client, "400 Bad Request", with_body);
  else
    send_file(client, directory, path, with_body);
}

int main(int count, char **arguments)
{
  int directory, listener;
  int port = count == 3 ? atoi(arguments[2]) : 0;

  if (port <= 0 || port > 65535) {
    fprintf(stderr, "usage: http-server <directory> <port>\n");
    return 2;
  }
  /* Nobody waits for the processes that serve, and a client may hang up at any time. */
  signal(SIGCHLD, SIG_IGN);
  signal(SIGPIPE, SIG_IGN);
  directory = open(arguments[1], O_PATH | O_DIRECTORY | O_CLOEXEC);
  if (directory < 0)
    fail(arguments[1]);
  listener = listen_on((unsigned short)port);
  printf("http-server: listening on :%d\n", port);
  fflush(stdout);

  for (;;) {
    int client = accept4(listener, NULL, NULL, SOCK_CLOEXEC);

    if (client < 0)
      continue;
    if (fork() == 0) {
      close(listener);
      serve(client, directory);
      _exit(0);
    }
    close(client);
  }
}
