# shellcheck shell=bash
# What the scripts that build wasm from Debian's sources share. To be sourced after `set -euo pipefail`. Sets `work`, a
# temporary directory.
export LC_ALL=C

toolchain='clang 14, lld 14, wasm-opt 108'
features=(bulk-memory sign-ext mutable-globals simd128)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "$(basename "$0" .sh): $*" >&2
  exit 1
}

# Leaves the upstream tarball of version $2 of the Debian source package $1 at $3. apt checks Debian's signature; the configuration is
# one of our own, so that it does not matter whether the machine has deb-src entries, and nothing of it is changed.
fetch_source() {
  mkdir -p "$work"/apt/{lists,cache,download}
  printf 'deb-src [signed-by=%s] http://deb.debian.org/debian trixie main\n' \
    /usr/share/keyrings/debian-archive-keyring.gpg >"$work/apt/sources.list"
  local options=(
    -o Dir::Etc::SourceList="$work/apt/sources.list"
    -o Dir::Etc::SourceParts=/dev/null
    -o Dir::State::Lists="$work/apt/lists"
    -o Dir::Cache="$work/apt/cache"
    -o APT::Sandbox::User=
    -qq
  )
  apt-get "${options[@]}" update
  (cd "$work/apt/download" && apt-get "${options[@]}" source --tar-only --download-only "$1")
  cp "$work/apt/download/$1_$2".orig.tar.?z "$3" || fail "trixie no longer has $1 $2"
}

# Unpacks version $2, with the SHA-256 $3, of the Debian source package $1 to $work/source; $4 is a copy of the tarball
# that is already there, or empty.
unpack_source() {
  local tarball=${4:-$work/source.tar}
  [ -n "$4" ] || fetch_source "$1" "$2" "$tarball"
  echo "$3  $tarball" | sha256sum --check --quiet || fail "$tarball is not $1 $2"
  mkdir "$work/source"
  tar -xf "$tarball" -C "$work/source" --strip-components=1
}

# Compiles $1 to $work/object.o, with the further arguments. No path of this machine gets into the file.
compile() {
  clang --target=wasm32 "${features[@]/#/-m}" -ffreestanding -fvisibility=hidden -Wall -Wno-unused \
    -ffile-prefix-map="$work"=. -ffile-prefix-map="$(dirname "$1")"=. "${@:2}" -c "$1" -o "$work/object.o"
}

# Makes the wasm file $1 of $work/object.o; it exports the further arguments. clang only compiles: as a linker driver it
# would run whatever wasm-opt is in PATH.
link() {
  local exports=("${@:2}")
  wasm-ld --no-entry "${exports[@]/#/--export=}" --gc-sections --strip-all -z stack-size=65536 \
    "$work/object.o" -o "$work/linked.wasm"
  wasm-opt -O3 --enable-bulk-memory --enable-sign-ext --enable-mutable-globals --enable-simd \
    "$work/linked.wasm" -o "$work/optimized.wasm"
  install -m 644 "$work/optimized.wasm" "$1"
}

versions() {
  echo "clang $(clang -dumpversion | cut -d. -f1), lld $(wasm-ld --version | sed 's/^[^0-9]*\([0-9]*\).*/\1/')," \
    "wasm-opt $(wasm-opt --version | sed 's/^[^0-9]*\([0-9]*\).*/\1/')"
}

# Says on stderr when this is not the toolchain whose bytes are committed.
note_toolchain() {
  [ "$(versions)" = "$toolchain" ] || echo "this is $(versions); the bytes are those of $toolchain" >&2
}

# Takes the built file $1 and the licence $2 for those committed as $3 and $4; with `--check` as $5, compares them.
finish() {
  if [ "${5:-}" = --check ]; then
    cmp "$1" "$3" || fail "$3 is not what its source builds"
    cmp "$2" "$4" || fail "$4 is not that of its source"
  else
    install -m 644 "$1" "$3"
    install -m 644 "$2" "$4"
  fi
  sha256sum "$3"
}
