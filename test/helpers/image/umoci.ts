import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asRoot } from '../process/root.ts';
import type { DescribedEntry } from '../tree/describe-tree.ts';

const LISTER = fileURLToPath(new URL('../tree/list-directory.ts', import.meta.url));

/** What is in a directory, as `describeTree` would describe it. */
export function listAsRoot(directory: string): DescribedEntry[] {
  return JSON.parse(asRoot(process.execPath, [LISTER, directory]).toString('utf8')) as DescribedEntry[];
}

/** What `umoci unpack` makes of an image in an OCI layout. `directory` is used for a moment, and must be empty. */
export function unpackWithUmoci(layout: string, name: string, directory: string): DescribedEntry[] {
  mkdirSync(directory, { recursive: true });
  const bundle = join(directory, 'bundle');
  try {
    asRoot('umoci', ['unpack', '--image', `${layout}:${name}`, bundle]);
    return listAsRoot(join(bundle, 'rootfs'));
  } finally {
    asRoot('rm', ['-rf', '--', bundle]);
  }
}

/**
 * Whether umoci refused an image for a rule of its own: it asks the host's file system about every link in the way to a
 * whiteout, even one that hides nothing, and one that leads nowhere for good is an error for it.
 */
export function isRefusalOfUmoci(error: unknown): boolean {
  return /sanitise symlinks in root: .*(too many levels of symbolic links|file name too long)/s.test(String(error));
}
