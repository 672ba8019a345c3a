import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asRoot } from '../process/root.ts';
import type { DescribedEntry } from '../tree/describe-tree.ts';

const LISTER = fileURLToPath(new URL('../tree/list-directory.ts', import.meta.url));

/** The entries of a directory, in the form of `describeTree`. */
export function listAsRoot(directory: string): DescribedEntry[] {
  return JSON.parse(asRoot(process.execPath, [LISTER, directory]).toString('utf8')) as DescribedEntry[];
}

/**
 * The entries that `umoci unpack` writes for an image in an OCI layout. `directory` is temporary, and must be empty.
 */
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
 * True if umoci refused an image by a rule of its own: it resolves every link in the path of a whiteout in the host's
 * file system, even one that hides nothing, and fails for one that can never be resolved.
 */
export function isRefusalOfUmoci(error: unknown): boolean {
  return /sanitise symlinks in root: .*(too many levels of symbolic links|file name too long)/s.test(String(error));
}
