import { closeSync, constants, openSync } from 'node:fs';
import type { ByteString } from '../../support/byte-string.ts';

const OPEN_FLAGS = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/**
 * Open directories from a root down to the last used one. Every step starts at an open directory (`/proc/self/fd`), so that
 * no symbolic link is followed and the length of paths is not limited.
 */
export class OpenDirectories {
  readonly #root: number;
  #isClosed = false;
  readonly #open: { readonly name: ByteString; readonly descriptor: number }[] = [];

  /** Links in the path of the root are followed. @throws the error of the system. */
  constructor(root: string) {
    this.#root = openSync(root, constants.O_RDONLY | constants.O_DIRECTORY);
  }

  /**
   * A path that the system can resolve, to an entry in the directory with these names below the root; without a name, to
   * the directory itself. It is valid until the next call.
   *
   * @throws the error of the system: ELOOP or ENOTDIR if one of the names is not a directory. An error after `close`.
   */
  pathIn(names: readonly ByteString[], name?: ByteString): Buffer {
    // The number of a closed descriptor can be that of another directory.
    if (this.#isClosed) throw new Error('it is closed');
    let common = 0;
    while (common < this.#open.length && this.#open[common]?.name === names[common]) common += 1;
    for (const { descriptor } of this.#open.splice(common)) closeSync(descriptor);
    for (const below of names.slice(common)) {
      this.#open.push({ name: below, descriptor: openSync(this.#pathTo(below), OPEN_FLAGS) });
    }
    return this.#pathTo(name);
  }

  /** Can be called twice. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const { descriptor } of this.#open.splice(0)) closeSync(descriptor);
    closeSync(this.#root);
  }

  #pathTo(name: ByteString | undefined): Buffer {
    const descriptor = this.#open.at(-1)?.descriptor ?? this.#root;
    return Buffer.from(`/proc/self/fd/${descriptor}/${name ?? '.'}`, 'latin1');
  }
}
