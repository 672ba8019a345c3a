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

/** Compiles the wasm module of libdeflate-wrapper.c. ncc recognises this form of the path and bundles the file. */
export function loadCompressor(): WebAssembly.Module {
  return new WebAssembly.Module(readFileSync(new URL('./libdeflate.wasm', import.meta.url)));
}

/**
 * Starts a thread that returns a CompressedChunk for each Chunk. Its program is passed as text, so that no second file must be
 * found beside a TypeScript source, its compiled form and a bundle. The thread does not inherit options and environment.
 */
export function startCompressWorker(compressor: WebAssembly.Module): Worker {
  const program = `
    const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
    (${serveChunks.toString()})(parentPort, workerData);
  `;
  return new Worker(program, { eval: true, workerData: compressor, execArgv: [], env: {}, name: 'gzip' });
}

/** The program of the worker. It is passed as text, so it must refer only to its own names and to globals. */
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
