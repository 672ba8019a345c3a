/** Larger pieces are written without a copy. In bytes. */
const BUFFER_BYTES = 256 * 1024;

/** Joins small pieces, because each write is a call of the system. */
export class BufferedWriter {
  readonly #write: (bytes: Buffer) => Promise<void>;
  #pieces: Buffer[] = [];
  #length = 0;

  constructor(write: (bytes: Buffer) => Promise<void>) {
    this.#write = write;
  }

  /** The buffer must not be changed afterwards. */
  write(bytes: Buffer): Promise<void> | undefined {
    this.#pieces.push(bytes);
    this.#length += bytes.length;
    return this.#length < BUFFER_BYTES ? undefined : this.flush();
  }

  async flush(): Promise<void> {
    const [first = Buffer.alloc(0), ...others] = this.#pieces;
    if (this.#length === 0) return;
    this.#pieces = [];
    this.#length = 0;
    await this.#write(others.length === 0 ? first : Buffer.concat([first, ...others]));
  }
}
