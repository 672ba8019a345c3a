import type { Worker } from 'node:worker_threads';
import { FledgeError, messageOf } from '../../support/errors.ts';
import type { Chunk, CompressedChunk } from './chunk.ts';

interface Job {
  readonly chunk: Chunk;
  resolve(result: CompressedChunk): void;
  reject(error: Error): void;
}

/**
 * A fixed number of worker threads that compress chunks. They start at once, and keep the process alive only while
 * there is something to compress.
 */
export class CompressorPool {
  readonly #workers: readonly Worker[];
  readonly #idle: Worker[];
  readonly #queue: Job[] = [];
  readonly #running = new Map<Worker, Job>();
  #failure: Error | undefined;

  constructor(count: number, startWorker: () => Worker) {
    this.#workers = Array.from({ length: count }, () => this.#adopt(startWorker()));
    this.#idle = [...this.#workers];
  }

  /** Compresses a chunk, whose buffer is taken away from this thread until the result brings it back. */
  compress(chunk: Chunk): Promise<CompressedChunk> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#queue.push({ chunk, resolve, reject });
      this.#dispatch();
    });
  }

  /** Ends the threads, with whatever they are doing; chunks that have no result yet are rejected with `reason`. */
  async close(reason: Error): Promise<void> {
    this.#fail(reason);
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #adopt(worker: Worker): Worker {
    worker.on('message', (result: CompressedChunk) => this.#complete(worker, result));
    worker.on('error', (error) => this.#crash(`gzip worker failed: ${messageOf(error)}`, error));
    worker.on('messageerror', (error) => this.#crash(`gzip worker sent no result: ${messageOf(error)}`, error));
    worker.on('exit', (status) => this.#crash(`gzip worker ended with status ${status} before its work was done`));
    worker.unref();
    return worker;
  }

  /** Called whenever a chunk or a worker has become available, so that one step is always enough. */
  #dispatch(): void {
    const [worker] = this.#idle;
    const [job] = this.#queue;
    if (worker === undefined || job === undefined) return;
    this.#idle.shift();
    this.#queue.shift();
    this.#running.set(worker, job);
    worker.ref();
    worker.postMessage(job.chunk, [job.chunk.buffer]);
  }

  #complete(worker: Worker, result: CompressedChunk): void {
    // Of a closed pool: `terminate` holds the process until the thread has ended, and `unref` would let it go before.
    if (this.#failure !== undefined) return;
    const job = this.#running.get(worker);
    this.#running.delete(worker);
    this.#idle.push(worker);
    worker.unref();
    this.#dispatch();
    job?.resolve(result);
  }

  #crash(message: string, cause?: unknown): void {
    if (this.#failure === undefined) void this.close(new FledgeError('internal', message, { cause }));
  }

  #fail(reason: Error): void {
    if (this.#failure !== undefined) return;
    this.#failure = reason;
    for (const job of [...this.#running.values(), ...this.#queue]) job.reject(reason);
    this.#running.clear();
    this.#queue.length = 0;
  }
}
