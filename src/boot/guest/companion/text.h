/* Strings that end with NUL. */
#ifndef TEXT_H
#define TEXT_H

long length_of(const char *text);
int equal(const char *one, const char *other);
/* The text after the prefix, or 0 if the text does not begin with it. */
const char *after(const char *text, const char *prefix);
/* Copies a text, which is cut off if it does not fit. */
void copy_text(char *to, const char *from, long size);
/* The text after the last slash. */
const char *base_name(const char *path);
/* A decimal number without a sign up to the maximum, or -1. */
long number_in(const char *text, long maximum);

/* A text of limited length. What does not fit is left out. */
struct text {
  long length;
  char bytes[1000];
};

void add(struct text *text, const char *more);
void add_number(struct text *text, long number);

#endif
