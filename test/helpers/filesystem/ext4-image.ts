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

/** Fails unless every e2fsck, in read-only mode, finds no fault in an image. */
export function expectCleanFsck(image: string): void {
  for (const { version, run } of JUDGES) {
    const { status, stdout, stderr } = run('e2fsck', ['-fn', image]);
    const remarks = stdout.split('\n').filter((line) => !/^Pass [1-5]: |^[^ ]*: \d+\/\d+ files |^$/.test(line));
    // stderr contains only the version.
    expect({ status, remarks, stderr: stderr.trim().replace(/ \([^)]*\)$/, '') }).toEqual({
      status: 0,
      remarks: [],
      stderr: `e2fsck ${version}`,
    });
  }
}

/**
 * The stdout of a read-only tool of e2fsprogs, without its version. Fails if the tool fails, or if the output of one
 * release differs from the other.
 */
export function e2fsprogs(tool: string, args: readonly string[]): string {
  const [first, second] = JUDGES.map(({ version, run }) => {
    const { status, stdout, stderr } = run(tool, args);
    expect({ version, tool, args, status, stderr }).toMatchObject({ status: 0 });
    // Releases differ in their version line and in indentation.
    return stdout.replace(new RegExp(`^${tool} .*\n`), '').replace(/:[ \t]+/g, ': ');
  });
  expect(second).toBe(first);
  return first ?? '';
}

/**
 * Runs a shell script inside of an image that the kernel has mounted read-write, unmounts it, and returns the script's
 * output. The mount is in a namespace of the script's own, which ends with the script in any case.
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
