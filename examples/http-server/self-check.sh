#!/bin/sh
# Prints the page of the web server in this machine. It retries until the server listens.
for _ in 1 2 3 4 5 6 7 8 9 10; do
  wget -q -O - http://127.0.0.1:80/ && exit 0
  sleep 0.2
done
exit 1
