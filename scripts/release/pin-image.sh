#!/bin/sh
# Makes an image the default of the input `runner-image` in action.yml.
#
#   pin-image.sh <action.yml> <image@digest>
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."
. scripts/release/common.sh

[ $# = 2 ] || fail 'usage: pin-image.sh <action.yml> <image@digest>'
file=$1 image=$2
require_digest "${image#*@}"

# The input is a block that ends where the next line is indented as it is, or less.
awk -v image="$image" '
  /^  [^ ]/ || /^[^ ]/ { inside = 0 }
  inside && /^    default:/ { next }
  { print }
  /^  runner-image:$/ { inside = 1; found = 1; print "    default: " image }
  END { exit !found }
' "$file" >"$file.new" || {
  rm -f -- "$file.new"
  fail "$file has no input runner-image"
}
mv -- "$file.new" "$file"
