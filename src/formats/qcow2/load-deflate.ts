import { readFileSync } from 'node:fs';

/** Compiles the wasm module of deflate-wrapper.c. ncc recognises this form of the path and bundles the file. */
export function loadDeflate(): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(new URL('./deflate.wasm', import.meta.url)));
}
