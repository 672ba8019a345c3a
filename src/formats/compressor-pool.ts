import type { Worker } from 'node:worker_threads';
import { explain, FledgeError, messageOf } from '../support/errors.ts';

/** A task for a thread. Its buffer is transferred to the thread, and back with the result. */
export interface Task {
  readonly buffer: ArrayBuffer;
}

interface Job<T, R> {
  readonly task: T;
  resolve(result: R): void;
  reject(error: Error): void;
}

/** The threads of a pool. */
export interface PoolThreads {
  /** The number of threads. */
  readonly count: number;
  /** The number of threads that start at once; the others start with `startAll`. Default: all. */
  readonly early?: number;
}

/**
 * A fixed number of worker threads that compress. Each returns a result `R` for a task `T`. They keep the process alive only
 * while a task is running.
 */
export class CompressorPool<T extends Task, R> {
  readonly #name: string;
  readonly #count: number;
  readonly #startWorker: () => Worker;
  readonly #workers: Worker[] = [];
  readonly #idle: Worker[] = [];
  readonly #queue: Job<T, R>[] = [];
  readonly #running = new Map<Worker, Job<T, R>>();
  #failure: Error | undefined;

  /** `name` is the name of the threads in messages. */
  constructor(name: string, { count, early = count }: PoolThreads, startWorker: () => Worker) {
    this.#name = name;
    this.#count = count;
    this.#startWorker = startWorker;
    this.#start(early);
  }

  /** Starts the threads that are not running yet. */
  startAll(): void {
    if (this.#failure === undefined) this.#start(this.#count);
  }

  /** Compresses a task in a thread. Its buffer is detached in this thread until it is returned with the result. */
  compress(task: T): Promise<R> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#queue.push({ task, resolve, reject });
      this.#dispatch();
    });
  }

  /** Terminates the threads. Tasks without a result are rejected with `reason`. */
  async close(reason: Error): Promise<void> {
    this.#fail(reason);
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #start(count: number): void {
    while (this.#workers.length < count) {
      const worker = this.#listenTo(this.#startWorker());
      this.#workers.push(worker);
      this.#idle.push(worker);
      this.#dispatch();
    }
  }

  #listenTo(worker: Worker): Worker {
    worker.on('message', (result: R) => this.#complete(worker, result));
    worker.on('error', (error) => this.#crash(`a ${this.#name} worker failed: ${explain(error).message}`, error));
    worker.on('messageerror', (error) =>
      this.#crash(`cannot read the result of a ${this.#name} worker: ${messageOf(error)}`, error),
    );
    worker.on('exit', (status) => this.#crash(`a ${this.#name} worker ended too early, with status ${status}`));
    worker.unref();
    return worker;
  }

  /** Starts one task if a worker is idle. Called whenever a task or a worker becomes available, so one step is enough. */
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
    // The pool is closed: `terminate` keeps the process alive until the thread has ended; `unref` would undo that.
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
