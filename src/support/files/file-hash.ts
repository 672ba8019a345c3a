import { createHash, type Hash } from 'node:crypto';
import { type MessagePort, Worker } from 'node:worker_threads';
import { explain, FledgeError, reasonOfCode, systemCodeOf } from '../errors.ts';

/** In bytes. To start a thread takes about as long as to hash so much. */
const MAX_HASHED_HERE = 32 * 1024 * 1024;
/** What is hashed for a hole, piece by piece. */
const ZEROS = new Uint8Array(1024 * 1024);

/**
 * The SHA-256 of a file that is written from its beginning to its end. Of a large file it is computed in a thread, which
 * reads what has been written while the next is on its way; so nothing is copied or waited for.
 */
export class FileHash {
  readonly #path: string;
  readonly #hash = createHash('sha256');
  #thread: HashThread | undefined;
  #size = 0;

  /** `path` leads to the file for as long as it is written. */
  constructor(path: string) {
    this.#path = path;
  }

  /** The file will have about so many bytes; if they are many, the thread starts now and is there when they come. */
  expect(size: number): void {
    if (size > MAX_HASHED_HERE && this.#size === 0) this.#thread ??= new HashThread(this.#path);
  }

  /** The file goes on with these bytes, and they are in it already. */
  update(bytes: Uint8Array): void {
    if (this.#staysHere(bytes.length)) this.#hash.update(bytes);
    else this.#continue(this.#size + bytes.length, 'data');
    this.#size += bytes.length;
  }

  /** The file goes on with so many zeros, which need not be in it. */
  zeros(length: number): void {
    if (this.#staysHere(length)) {
      for (let left = length; left > 0; left -= ZEROS.length) this.#hash.update(ZEROS.subarray(0, left));
    } else this.#continue(this.#size + length, 'hole');
    this.#size += length;
  }

  /** The file goes on with what somebody else has written, up to this size. */
  readUpTo(size: number): void {
    this.#continue(size, 'data');
    this.#size = size;
  }

  /**
   * In hexadecimal. Called once, at the end.
   *
   * @throws FledgeError `output` if the file cannot be read.
   */
  async digest(): Promise<string> {
    return this.#thread === undefined ? this.#hash.digest('hex') : this.#thread.digest();
  }

  /** Ends the thread, whatever it is doing. */
  close(): void {
    this.#thread?.close();
  }

  #staysHere(length: number): boolean {
    return this.#thread === undefined && this.#size + length <= MAX_HASHED_HERE;
  }

  #continue(end: number, kind: Progress['kind']): void {
    if (this.#thread === undefined) {
      // No thread can go on with another's hash.
      this.#thread = new HashThread(this.#path);
      this.#thread.goOn({ end: this.#size, kind: 'data' });
    }
    this.#thread.goOn({ end, kind });
  }
}

/** How far the thread may go; what is not in the file by then are zeros. */
interface Progress {
  readonly end: number;
  readonly kind: 'data' | 'hole';
}

/** It keeps the process alive only while its result is awaited. */
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
    // If it fails before anybody waits for it, whoever does so later is told.
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

/** The program of the thread. It is copied by its text: it must not refer to anything outside itself but globals. */
function hashFile(port: MessagePort, fs: typeof import('node:fs'), hash: Hash, path: string): void {
  const file = fs.openSync(path, 'r');
  // It stays in the processor's cache between the read and the hash.
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
