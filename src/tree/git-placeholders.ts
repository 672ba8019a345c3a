import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { type ByteString, bytesOf } from '../support/byte-string.ts';
import { withoutSlashes } from '../support/text.ts';
import { beginningOf } from './file-beginning.ts';

/*
 * Files and directories that Git leaves where a checkout was made without Git LFS or without submodules.
 */

/**
 * Sizes in bytes of a pointer with a sha256 and without extensions (github.com/git-lfs/git-lfs/blob/main/docs/spec.md), for
 * contents of 1 byte to 10^19 bytes.
 */
const POINTER_SIZES = { min: 126, max: 145 } as const;
const POINTER =
  /^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v\d+\noid sha256:[0-9a-f]{64}\nsize \d+\n$/;

/** Several times the size of the longest .gitmodules in use. */
const MAX_LIST_BYTES = 1024 * 1024;

/** True if a host file is a pointer of Git LFS. Only files of the size of a pointer are read. */
export function isLfsPointer(path: ByteString, size: number): boolean {
  if (size < POINTER_SIZES.min || size > POINTER_SIZES.max) return false;
  return POINTER.test(beginningOf(path, POINTER_SIZES.max));
}

/** Finds directories of submodules. Reads each .gitmodules once. */
export class Submodules {
  readonly #known = new Map<ByteString, ReadonlySet<ByteString>>();

  /** True if the .gitmodules of the checkout that contains a host directory lists this directory. */
  includes(path: ByteString): boolean {
    for (let above = path; above !== '/'; ) {
      above = posix.dirname(above) as ByteString;
      const modules = this.#modulesIn(above);
      if (modules !== undefined) return modules.has(posix.relative(above, path) as ByteString);
    }
    return false;
  }

  /** The submodules of the checkout at a path; undefined if no checkout begins there. */
  #modulesIn(root: ByteString): ReadonlySet<ByteString> | undefined {
    const known = this.#known.get(root);
    if (known !== undefined) return known;
    const list = posix.join(root, '.gitmodules') as ByteString;
    const hasList = existsSync(bytesOf(list));
    if (!hasList && !existsSync(bytesOf(posix.join(root, '.git') as ByteString))) return undefined;
    const text = hasList ? beginningOf(list, MAX_LIST_BYTES) : '';
    const modules = new Set(text.split('\n').flatMap(pathIn));
    this.#known.set(root, modules);
    return modules;
  }
}

/** The path in a line of .gitmodules, if it has one. The expressions need linear time, because the text is not trusted. */
function pathIn(line: string): ByteString[] {
  const value = /^[ \t]*path[ \t]*=(.*)/.exec(line)?.[1]?.trim();
  if (value === undefined) return [];
  return [withoutSlashes(value.replace(/^"|"$/g, '')) as ByteString];
}
