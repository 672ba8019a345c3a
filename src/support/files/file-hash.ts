import { createHash, type Hash } from 'node:crypto';
import { type MessagePort, Worker } from 'node:worker_threads';
import { explain, FledgeError, reasonOfCode, systemCodeOf } from '../errors.ts';

/** In bytes. Starting a thread costs about as much time as hashing this many bytes. */
const MAX_HASHED_HERE = 32 * 1024 * 1024;
/** The zeros that are hashed for a hole, piece by piece. */
const ZEROS = new Uint8Array(1024 * 1024);

/**
 * The SHA-256 of a file that is written sequentially. For a large file it is computed in a thread, which reads the
 * written part while the next part is produced; nothing is copied, and the writer does not wait.
 */
export class FileHash {
  readonly #path: string;
  readonly #hash = createHash('sha256');
  #thread: HashThread | undefined;
  #size = 0;

  /** `path` must lead to the file while it is written. */
  constructor(path: string) {
    this.#path = path;
  }

  /** Announces the approximate size in bytes; for a large file, the thread starts now and is ready for the first write. */
  expect(size: number): void {
    if (size > MAX_HASHED_HERE && this.#size === 0) this.#thread ??= new HashThread(this.#path);
  }

  /** Adds these bytes, which are already in the file. */
  update(bytes: Uint8Array): void {
    if (this.#staysHere(bytes.length)) this.#hash.update(bytes);
    else this.#continue(this.#size + bytes.length, 'data');
    this.#size += bytes.length;
  }

  /** Adds `length` zeros, which need not be in the file yet. */
  zeros(length: number): void {
    if (this.#staysHere(length)) {
      for (let left = length; left > 0; left -= ZEROS.length) this.#hash.update(ZEROS.subarray(0, left));
    } else this.#continue(this.#size + length, 'hole');
    this.#size += length;
  }

  /** Adds the content of the file up to this size, which another writer has written. */
  readUpTo(size: number): void {
    this.#continue(size, 'data');
    this.#size = size;
  }

  /**
   * The digest in hexadecimal. Call it once, at the end.
   *
   * @throws FledgeError `output` if the file cannot be read.
   */
  async digest(): Promise<string> {
    return this.#thread === undefined ? this.#hash.digest('hex') : this.#thread.digest();
  }

  /** Terminates the thread at once. */
  close(): void {
    this.#thread?.close();
  }

  #staysHere(length: number): boolean {
    return this.#thread === undefined && this.#size + length <= MAX_HASHED_HERE;
  }

  #continue(end: number, kind: Progress['kind']): void {
    if (this.#thread === undefined) {
      // A thread cannot continue the hash of this one, so it reads the file from the beginning.
      this.#thread = new HashThread(this.#path);
      this.#thread.goOn({ end: this.#size, kind: 'data' });
    }
    this.#thread.goOn({ end, kind });
  }
}

/** The position up to which the thread can read; bytes beyond the end of the file are zeros. */
interface Progress {
  readonly end: number;
  readonly kind: 'data' | 'hole';
}

/** A hashing thread. It keeps the process alive only while its result is awaited. */
class HashThread {
  readonly #worker: Worker;
  readonly #digest: Promise<string>;

  constructor(path: string) {
    const program = `
      const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
      const fs = process.getBuiltinModule('node:fs');
      const { createHash } = process.getBuiltinModule('node:crypto');
      (${hashFile.toString()})(parentPort, fs, createHash('sha256'), workerData);
    `;
    const worker = new Worker(program, { eval: true, workerData: path, execArgv: [], env: {}, name: 'hash' });
    this.#digest = new Promise((resolve, reject) => {
      worker.on('message', resolve);
      worker.on('error', (error) => {
        const reason = reasonOfCode(systemCodeOf(error)) ?? explain(error).message;
        reject(new FledgeError('output', `cannot read ${path} again: ${reason}`, { cause: error }));
      });
      worker.on('exit', () => reject(new FledgeError('internal', 'the hashing thread ended before its work was done')));
    });
    // An early failure must not be an unhandled rejection: a later `digest` reports it.
    this.#digest.catch(() => {});
    worker.unref();
    this.#worker = worker;
  }

  goOn(progress: Progress): void {
    this.#worker.postMessage(progress);
  }

  digest(): Promise<string> {
    this.#worker.ref();
    this.#worker.postMessage('end');
    return this.#digest;
  }

  close(): void {
    void this.#worker.terminate();
  }
}

/** The program of the thread. Its text is copied: it must not refer to anything outside itself except globals. */
function hashFile(port: MessagePort, fs: typeof import('node:fs'), hash: Hash, path: string): void {
  const file = fs.openSync(path, 'r');
  // Small enough to stay in the processor's cache between the read and the hash.
  const buffer = Buffer.allocUnsafeSlow(256 * 1024);
  const zeros = Buffer.alloc(buffer.length);
  let position = 0;
  port.on('message', (message: Progress | 'end') => {
    if (message === 'end') {
      port.postMessage(hash.digest('hex'));
      port.close();
      return;
    }
    while (position < message.end) {
      const length = Math.min(buffer.length, message.end - position);
      const bytesRead = message.kind === 'hole' ? 0 : fs.readSync(file, buffer, 0, length, position);
      hash.update(bytesRead === 0 ? zeros.subarray(0, length) : buffer.subarray(0, bytesRead));
      position += bytesRead === 0 ? length : bytesRead;
    }
  });
}
