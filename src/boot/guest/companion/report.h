/*
 * Events: lines on the console that the host reads.
 *
 *   @fledge TOKEN NAME KEY=VALUE ...
 *
 * The token is random for each boot, so that another program cannot write an event. Each byte of a value that is not a letter,
 * a digit, or one of / . _ : + - is written as %XX.
 */
#ifndef REPORT_H
#define REPORT_H

struct value {
  const char *key;
  /* 0: the value is the number. */
  const char *text;
  long number;
};

/* Opens the console. Without a console, events are discarded. */
void open_console(const char *path);
/* 0 if there is no console. */
long console_descriptor(void);
/* Sets the token, which must stay in memory. */
void set_token(const char *token);

/* The values end with an element whose key is 0. */
void report_values(const char *event, const struct value *values);

#define report(...) report_values(REPORT_NAME(__VA_ARGS__, 0), (const struct value[]){REPORT_REST(__VA_ARGS__, {0, 0, 0})})
#define REPORT_NAME(name, ...) name
#define REPORT_REST(name, ...) __VA_ARGS__
#define TEXT(key, text) {key, text, 0}
#define NUMBER(key, number) {key, 0, number}

/* The value `status` or `signal` for a status of wait(2). */
struct value ended_as(int status);

/* Powers the machine off when all events are written. */
__attribute__((noreturn)) void stop_machine(void);

#endif
