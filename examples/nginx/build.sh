#!/bin/sh
# Builds the inputs of fledge.toml: the container image, and the agent, a static binary that runs in any image.
set -eu
cd -- "$(dirname -- "$0")"
mkdir -p build
${CC:-gcc} -static -Os -s -Wall -Wextra -Werror -o build/agent agent.c
[ -d build/nginx ] || ./image.sh build/nginx
