import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Ext4Options, type Ext4Plan, planExt4 } from '../../src/formats/ext4/plan.ts';
import { writeExt4 } from '../../src/formats/ext4/write.ts';
import type { FileTree } from '../../src/tree/tree.ts';
import { imageFile } from './image-file.ts';
import { asRoot } from './root.ts';

/** e2fsprogs is below /sbin, which is not on every user's PATH. */
const environment = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin`, LC_ALL: 'C', TZ: 'UTC' };

export const OPTIONS: Ext4Options = { freeBytes: 1 << 20, epoch: 1704067200, seed: Buffer.from('test') };

/** Writes the image of a tree to a file. */
export async function writeImage(tree: FileTree, path: string, options: Partial<Ext4Options> = {}): Promise<Ext4Plan> {
  const plan = planExt4(tree.entries(), { ...OPTIONS, ...options });
  const sink = imageFile(path);
  try {
    await writeExt4(plan, sink);
    sink.finish();
  } finally {
    sink.close();
  }
  return plan;
}

/** Fails unless e2fsck, changing nothing, has nothing to say about an image. */
export function expectCleanFsck(image: string): void {
  const { status, stdout, stderr } = spawnSync('e2fsck', ['-fn', image], { encoding: 'utf8', env: environment });
  const remarks = stdout.split('\n').filter((line) => !/^Pass [1-5]: |^[^ ]*: \d+\/\d+ files |^$/.test(line));
  // The version is all that goes to stderr.
  expect({ status, remarks, stderr: stderr.trim() }).toEqual({
    status: 0,
    remarks: [],
    stderr: expect.stringMatching(/^e2fsck [\d.]+ \([^)]*\)$/),
  });
}

/** Runs a tool of e2fsprogs and returns what it printed to stdout. Throws if it fails. */
export function e2fsprogs(tool: string, args: readonly string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', env: environment, maxBuffer: 1 << 28, stdio: 'pipe' });
}

/**
 * Runs a shell script inside of an image that the kernel has mounted read-write, unmounts it, and returns what the
 * script printed. The mount lives in a namespace of the script's own: it is gone with it, however it ends.
 */
export function inMountedImage(image: string, script: string, args: readonly string[] = []): Buffer {
  const directory = mkdtempSync(join(tmpdir(), 'fledge mount-'));
  const wrapped = [
    'image=$1 directory=$2; shift 2',
    'mount -t ext4 -o loop,noatime "$image" "$directory"',
    '(cd "$directory"',
    script,
    ')',
    'umount "$directory"',
  ].join('\n');
  try {
    return asRoot('unshare', ['--mount', 'bash', '-euc', wrapped, 'bash', image, directory, ...args]);
  } finally {
    rmdirSync(directory);
  }
}
