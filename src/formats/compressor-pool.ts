import type { Worker } from 'node:worker_threads';
import { explain, FledgeError, messageOf } from '../support/errors.ts';

/** What a thread gets: its buffer moves to the thread and comes back with the result. */
export interface Task {
  readonly buffer: ArrayBuffer;
}

interface Job<T, R> {
  readonly task: T;
  resolve(result: R): void;
  reject(error: Error): void;
}

/**
 * A fixed number of worker threads that compress. Each answers a task `T` with a result `R`. They start at once, and
 * keep the process alive only while there is something to compress.
 */
export class CompressorPool<T extends Task, R> {
  readonly #name: string;
  readonly #workers: readonly Worker[];
  readonly #idle: Worker[];
  readonly #queue: Job<T, R>[] = [];
  readonly #running = new Map<Worker, Job<T, R>>();
  #failure: Error | undefined;

  /** `name` is what messages call the threads. */
  constructor(name: string, count: number, startWorker: () => Worker) {
    this.#name = name;
    this.#workers = Array.from({ length: count }, () => this.#adopt(startWorker()));
    this.#idle = [...this.#workers];
  }

  /** Hands over a task, whose buffer is taken away from this thread until the result brings it back. */
  compress(task: T): Promise<R> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#queue.push({ task, resolve, reject });
      this.#dispatch();
    });
  }

  /** Ends the threads, with whatever they are doing; tasks that have no result yet are rejected with `reason`. */
  async close(reason: Error): Promise<void> {
    this.#fail(reason);
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #adopt(worker: Worker): Worker {
    worker.on('message', (result: R) => this.#complete(worker, result));
    worker.on('error', (error) => this.#crash(`${this.#name} worker failed: ${explain(error).message}`, error));
    worker.on('messageerror', (error) =>
      this.#crash(`${this.#name} worker sent no result: ${messageOf(error)}`, error),
    );
    worker.on('exit', (status) =>
      this.#crash(`${this.#name} worker ended with status ${status} before its work was done`),
    );
    worker.unref();
    return worker;
  }

  /** Called whenever a task or a worker has become available, so that one step is always enough. */
  #dispatch(): void {
    const [worker] = this.#idle;
    const [job] = this.#queue;
    if (worker === undefined || job === undefined) return;
    this.#idle.shift();
    this.#queue.shift();
    this.#running.set(worker, job);
    worker.ref();
    worker.postMessage(job.task, [job.task.buffer]);
  }

  #complete(worker: Worker, result: R): void {
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
    if (this.#failure !== undefined) return;
    const fix = cause === undefined ? undefined : explain(cause).fix;
    void this.close(new FledgeError('internal', message, { cause, ...(fix !== undefined && { fix }) }));
  }

  #fail(reason: Error): void {
    if (this.#failure !== undefined) return;
    this.#failure = reason;
    for (const job of [...this.#running.values(), ...this.#queue]) job.reject(reason);
    this.#running.clear();
    this.#queue.length = 0;
  }
}
