import { readFileSync } from 'node:fs';

/** Compiles the wasm module of zstd-wrapper.c. ncc recognises this form of the path and bundles the file. */
export function loadZstd(): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(new URL('./zstd.wasm', import.meta.url)));
}
