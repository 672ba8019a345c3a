import { readFileSync } from 'node:fs';
import { type MessagePort, Worker } from 'node:worker_threads';
import type { Chunk } from './chunk.ts';

interface CompressorExports {
  readonly memory: WebAssembly.Memory;
  /** Addresses in `memory`. */
  readonly input: WebAssembly.Global;
  readonly output: WebAssembly.Global;
  compress_chunk(dictionary: number, chunk: number, end: number): number;
}

/** Compiles libdeflate-wrapper.c's wasm. The expression is one that ncc recognises: it puts the file into the bundle. */
export function loadCompressor(): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(new URL('./libdeflate.wasm', import.meta.url)));
}

/**
 * Starts a thread that answers each Chunk with a CompressedChunk. It gets its program as text, so that there is no
 * second file to be found next to a TypeScript source, its compiled form and a bundle. Nothing of the parent's
 * options and environment reaches it.
 */
export function startCompressWorker(compressor: WebAssembly.Module): Worker {
  const program = `
    const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
    (${serveChunks.toString()})(parentPort, workerData);
  `;
  return new Worker(program, { eval: true, workerData: compressor, execArgv: [], env: {}, name: 'gzip' });
}

/** The program of the worker. It is copied by its text: it must not refer to anything outside itself but globals. */
function serveChunks(port: MessagePort, compressor: WebAssembly.Module): void {
  const exports = new WebAssembly.Instance(compressor).exports as CompressorExports;
  const memory = new Uint8Array(exports.memory.buffer);
  const input = exports.input.value;
  const output = exports.output.value;
  port.on('message', ({ buffer, dictionary, chunk, end }: Chunk) => {
    memory.set(new Uint8Array(buffer, dictionary, end - dictionary), input + dictionary);
    const length = exports.compress_chunk(dictionary, chunk, end);
    new Uint8Array(buffer).set(memory.subarray(output, output + length));
    port.postMessage({ buffer, length }, [buffer]);
  });
}
