import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { type Ext4Options, type Ext4Plan, planExt4 } from '../../../src/formats/ext4/plan/plan.ts';
import { writeExt4 } from '../../../src/formats/ext4/write.ts';
import type { FileTree } from '../../../src/tree/tree.ts';
import { asRoot } from '../process/root.ts';
import { JUDGES } from './e2fsprogs.ts';
import { imageFile } from './image-file.ts';

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

/** Fails unless every e2fsck, changing nothing, has nothing to say about an image. */
export function expectCleanFsck(image: string): void {
  for (const { version, run } of JUDGES) {
    const { status, stdout, stderr } = run('e2fsck', ['-fn', image]);
    const remarks = stdout.split('\n').filter((line) => !/^Pass [1-5]: |^[^ ]*: \d+\/\d+ files |^$/.test(line));
    // The version is all that goes to stderr.
    expect({ status, remarks, stderr: stderr.trim().replace(/ \([^)]*\)$/, '') }).toEqual({
      status: 0,
      remarks: [],
      stderr: `e2fsck ${version}`,
    });
  }
}

/**
 * What a tool of e2fsprogs that only reads prints to stdout, apart from its version. Fails if it fails, or if one release
 * reads something else than the other.
 */
export function e2fsprogs(tool: string, args: readonly string[]): string {
  const [first, second] = JUDGES.map(({ version, run }) => {
    const { status, stdout, stderr } = run(tool, args);
    expect({ version, tool, args, status, stderr }).toMatchObject({ status: 0 });
    // Releases differ in what they say of themselves, and in how they indent.
    return stdout.replace(new RegExp(`^${tool} .*\n`), '').replace(/:[ \t]+/g, ': ');
  });
  expect(second).toBe(first);
  return first ?? '';
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
