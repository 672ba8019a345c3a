import { type MessagePort, Worker } from 'node:worker_threads';
import type { Task } from './compressor-pool.ts';

/** The exports of the wasm modules that compress blocks, such as formats/zstd. */
interface CompressorExports {
  readonly memory: WebAssembly.Memory;
  /** Addresses in `memory`. */
  readonly input: WebAssembly.Global;
  readonly output: WebAssembly.Global;
  compress_block(length: number, level: number): number;
}

/** A block to compress: the first `length` bytes of a buffer. */
export interface Block extends Task {
  readonly length: number;
}

/** The same buffer, with the bytes to store as its first `length` bytes. */
export interface StoredBlock extends Block {
  /** False if compression would not save enough. */
  readonly isCompressed: boolean;
}

export interface BlockCompression {
  readonly module: WebAssembly.Module;
  /** The level of the algorithm. */
  readonly level: number;
  /** The number of bytes, 1 or more, that compression must save; otherwise a block stays as it is. */
  readonly minSaving: number;
}

/** Compresses a block to a frame. Returns undefined if the frame would not be smaller. */
export type Compress = (bytes: Uint8Array) => Uint8Array | undefined;

/** A compressor for this thread. Its result is overwritten by the next call. */
export function compressorOf(module: WebAssembly.Module, level: number): Compress {
  const exports = new WebAssembly.Instance(module).exports as CompressorExports;
  const memory = new Uint8Array(exports.memory.buffer);
  const input = exports.input.value;
  const output = exports.output.value;
  return (bytes) => {
    memory.set(bytes, input);
    const length = exports.compress_block(bytes.length, level);
    return length === 0 ? undefined : memory.subarray(output, output + length);
  };
}

/** Starts a thread that returns a StoredBlock for each Block. See gzip/compress-worker.ts for the reasons of its form. */
export function startBlockWorker(name: string, compression: BlockCompression): Worker {
  const program = `
    const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
    (${serveBlocks.toString()})(parentPort, workerData);
  `;
  return new Worker(program, { eval: true, workerData: compression, execArgv: [], env: {}, name });
}

/** The program of the worker. It is passed as text, so it must refer only to its own names and to globals. */
function serveBlocks(port: MessagePort, { module, level, minSaving }: BlockCompression): void {
  const exports = new WebAssembly.Instance(module).exports as CompressorExports;
  const memory = new Uint8Array(exports.memory.buffer);
  const input = exports.input.value;
  const output = exports.output.value;
  port.on('message', ({ buffer, length }: Block) => {
    memory.set(new Uint8Array(buffer, 0, length), input);
    const compressed = exports.compress_block(length, level);
    const isCompressed = compressed > 0 && compressed <= length - minSaving;
    if (isCompressed) new Uint8Array(buffer).set(memory.subarray(output, output + compressed));
    const stored = { buffer, length: isCompressed ? compressed : length, isCompressed };
    port.postMessage(stored, [buffer]);
  });
}
