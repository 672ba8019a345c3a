#!/bin/sh
# Lists all packages of the image in which it runs, one per line: name, version, architecture. The image contains this list as
# /usr/share/fledge/packages.txt, and provenance.json contains its digest.
set -eu
dpkg-query --show --showformat '${binary:Package} ${Version} ${Architecture}\n' | LC_ALL=C sort
