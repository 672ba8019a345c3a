const BEGIN = Buffer.from('BusyBox v', 'latin1');
const MAX_VERSION_BYTES = 32;

/** Finds the version that a busybox prints, such as `1.36.1`, in its bytes, which arrive in pieces. */
export class BusyboxVersionScanner {
  #pending: Buffer = Buffer.alloc(0);
  #found: string | undefined;

  get found(): string | undefined {
    return this.#found;
  }

  /** Adds the next bytes. Returns false if no more bytes are needed. */
  add(bytes: Buffer): boolean {
    const all = this.#pending.length === 0 ? bytes : Buffer.concat([this.#pending, bytes]);
    for (let at = all.indexOf(BEGIN); at !== -1; at = all.indexOf(BEGIN, at + 1)) {
      const text = all.toString('latin1', at + BEGIN.length, at + BEGIN.length + MAX_VERSION_BYTES);
      const [version] = /^\d+\.\d+[\w.-]*/.exec(text) ?? [];
      if (version === undefined || version.length === MAX_VERSION_BYTES) continue;
      if (version.length === text.length) break;
      this.#found = version;
      return false;
    }
    this.#pending = Buffer.from(all.subarray(-(BEGIN.length + MAX_VERSION_BYTES)));
    return true;
  }
}
