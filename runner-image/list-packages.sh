#!/bin/sh
# Lists every package of the image it runs in, one a line: name, version, architecture. The image has its own list at
# /usr/share/fledge/packages.txt, and provenance.json cites that by its digest.
set -eu
dpkg-query --show --showformat '${binary:Package} ${Version} ${Architecture}\n' | LC_ALL=C sort
