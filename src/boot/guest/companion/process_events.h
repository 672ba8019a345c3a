/* The kernel's messages about processes: the proc connector (Documentation/driver-api/connector.rst, linux/cn_proc.h). */
#ifndef PROCESS_EVENTS_H
#define PROCESS_EVENTS_H

enum process_event_kind { FORKED, EXECUTED, EXITED };

struct process_event {
  enum process_event_kind kind;
  /* The process that was forked, has executed a program, or has ended. */
  long process;
  /* FORKED: its parent. */
  long parent;
  /* EXITED: its status as wait(2) returns it. */
  int status;
};

/* A socket that cannot block, or a negative errno. A kernel without the connector sends nothing. */
long open_process_events(void);
/* Returns 0 if there is no event at present. Other messages are skipped. */
int next_process_event(long socket, struct process_event *event);

#endif
