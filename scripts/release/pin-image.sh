#!/bin/sh
# Sets the default of the input `runner-image` in action.yml to an image.
#
#   pin-image.sh <action.yml> <image@digest>
set -eu
CDPATH='' cd -- "$(dirname -- "$0")/../.."
. scripts/release/common.sh

[ $# = 2 ] || fail 'usage: pin-image.sh <action.yml> <image@digest>'
file=$1 image=$2
require_digest "${image#*@}"

# The block of the input ends before the next line with the same or less indentation.
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
