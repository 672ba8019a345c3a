# shellcheck shell=bash
# Shared functions of the scripts that build wasm. Source it as toolchain.bash, which it includes.
# shellcheck source=scripts/toolchain.bash
. "$scripts/toolchain.bash"

features=(bulk-memory sign-ext mutable-globals simd128)

# Compiles $1 to $work/object.o, with the remaining arguments. The file contains no path of this machine.
compile() {
  tool usr/lib/llvm-14/bin/clang -resource-dir "$toolchain/usr/lib/llvm-14/lib/clang/14.0.6" \
    --target=wasm32 "${features[@]/#/-m}" -ffreestanding -fvisibility=hidden -Wall -Wno-unused \
    -ffile-prefix-map="$work"=. -ffile-prefix-map="$(dirname "$1")"=. "${@:2}" -c "$1" -o "$work/object.o"
}

# Links $work/object.o to the wasm file $1, which exports the remaining arguments. clang is not used as the linker driver, because
# it would run any wasm-opt on the PATH.
link() {
  local exports=("${@:2}")
  tool usr/lib/llvm-14/bin/wasm-ld --no-entry "${exports[@]/#/--export=}" --gc-sections --strip-all \
    -z stack-size=65536 "$work/object.o" -o "$work/linked.wasm"
  tool usr/bin/wasm-opt -O3 --enable-bulk-memory --enable-sign-ext --enable-mutable-globals --enable-simd \
    "$work/linked.wasm" -o "$work/optimized.wasm"
  install -m 644 "$work/optimized.wasm" "$1"
}

# Copies the built file $1 and the licence $2 to the committed files $3 and $4. With `--check` as $5, compares them instead.
finish_wasm() {
  finish "$1" "$3" "${5:-}"
  finish "$2" "$4" "${5:-}"
  sha256sum "$3"
}
