#!/bin/sh
# Shows the page that the web server in this machine serves. The server may need a moment until it listens.
for _ in 1 2 3 4 5 6 7 8 9 10; do
  wget -q -O - http://127.0.0.1:8080/ && exit 0
  sleep 0.2
done
exit 1
