import { mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asRoot } from '../process/root.ts';
import type { DescribedEntry } from '../tree/describe-tree.ts';

const LISTER = fileURLToPath(new URL('../tree/list-directory.ts', import.meta.url));

/** The entries of an image that the kernel has mounted read-only, in the form of `describeTree`. */
export function listImage(image: string): DescribedEntry[] {
  const listing = inReadOnlyImage(image, 'exec "$@"', [process.execPath, LISTER, '.']);
  return JSON.parse(listing.toString('utf8')) as DescribedEntry[];
}

/**
 * Runs a shell script inside of an image that the kernel has mounted read-only, and returns its output. The mount and
 * the loop device are in a namespace of their own, which ends with the script in any case.
 */
export function inReadOnlyImage(image: string, script: string, args: readonly string[] = []): Buffer {
  const directory = mkdtempSync(join(tmpdir(), 'fledge mount-'));
  const wrapped = `mount -o loop,ro "$1" "$2"; cd "$2"; shift 2\n${script}`;
  try {
    return asRoot('unshare', ['--mount', 'bash', '-euc', wrapped, 'bash', image, directory, ...args]);
  } finally {
    rmdirSync(directory);
  }
}

export interface FreeSpace {
  /** Bytes that root can use, according to the kernel. */
  readonly available: number;
  /** Bytes that fit into a file until the file system is full. */
  readonly written: number;
}

/** Mounts a copy of an image, reads its free space, and fills it. */
export function freeSpace(image: string): FreeSpace {
  const directory = mkdtempSync(join(tmpdir(), 'fledge mount-'));
  const script = `cp --sparse=always "$1" "$2.img"; mount -o loop "$2.img" "$2"
    stat -f -c '%a %S' "$2"
    dd if=/dev/zero of="$2/fill" bs=64K 2>/dev/null || true
    sync -f "$2" || true
    stat -c %s "$2/fill"`;
  try {
    const text = asRoot('unshare', ['--mount', 'bash', '-euc', script, 'bash', image, directory]).toString('utf8');
    const [blocks = 0, blockSize = 0, written = 0] = text.trim().split(/\s+/).map(Number);
    return { available: blocks * blockSize, written };
  } finally {
    rmSync(`${directory}.img`, { force: true });
    rmdirSync(directory);
  }
}

/** Without the file system's own entries, and without attributes that it shows a second time under its own name. */
export function comparableEntries(entries: readonly DescribedEntry[], known: ReadonlySet<string>): DescribedEntry[] {
  return entries
    .filter(({ path }) => known.has(path))
    .map(({ xattrs, ...entry }) => {
      const shown = Object.entries(xattrs ?? {}).filter(([name]) => !name.startsWith('trusted.SGI_ACL_'));
      return { ...entry, ...(shown.length > 0 && { xattrs: Object.fromEntries(shown) }) };
    });
}
