#include "text.h"

long length_of(const char *text)
{
  long length = 0;

  while (text[length])
    length++;
  return length;
}

int equal(const char *one, const char *other)
{
  while (*one && *one == *other) {
    one++;
    other++;
  }
  return *one == *other;
}

const char *after(const char *text, const char *prefix)
{
  while (*prefix)
    if (*text++ != *prefix++)
      return 0;
  return text;
}

void copy_text(char *to, const char *from, long size)
{
  long length;

  for (length = 0; length < size - 1 && from[length]; length++)
    to[length] = from[length];
  to[length] = 0;
}

const char *base_name(const char *path)
{
  const char *name = path;

  for (; *path; path++)
    if (*path == '/')
      name = path + 1;
  return name;
}

long number_in(const char *text, long maximum)
{
  long number = 0;

  if (*text == 0)
    return -1;
  for (; *text; text++) {
    if (*text < '0' || *text > '9')
      return -1;
    number = number * 10 + (*text - '0');
    if (number > maximum)
      return -1;
  }
  return number;
}

void add(struct text *text, const char *more)
{
  const long limit = sizeof text->bytes - 1;

  while (*more && text->length < limit)
    text->bytes[text->length++] = *more++;
  text->bytes[text->length] = 0;
}

void add_number(struct text *text, long number)
{
  char digits[24];
  long first = sizeof digits - 1;

  digits[first] = 0;
  if (number < 0) {
    add(text, "-");
    number = -number;
  }
  do
    digits[--first] = (char)('0' + number % 10);
  while (number /= 10);
  add(text, digits + first);
}
