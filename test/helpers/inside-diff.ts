import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { compareSides } from '../../src/compare/diff.ts';
import {
  type ExplainAllOptions,
  type ExplainedComparison,
  explainComparison,
} from '../../src/compare/explain/explain.ts';
import { formatExplained, type TextLimits } from '../../src/compare/explain/explanation-text.ts';
import { writeCpio } from '../../src/formats/cpio.ts';
import { planExt4 } from '../../src/formats/ext4/plan/plan.ts';
import { writeExt4 } from '../../src/formats/ext4/write.ts';
import type { FileTree } from '../../src/tree/tree.ts';
import { imageFile } from './filesystem/image-file.ts';
import { memorySink } from './filesystem/memory-sink.ts';
import { testDirectory } from './scratch.ts';

/** The name of an artifact chooses its format. */
export type ArtifactName = 'tree.img' | 'tree.cpio' | 'tree.cpio.gz';

/** The archive of a tree, without extended attributes, which it cannot hold. */
export async function cpioBytes(tree: FileTree): Promise<Buffer> {
  const sink = memorySink(4096);
  const entries = Array.from(tree.entries(), (entry) =>
    entry.inode.xattrs.size === 0 ? entry : { ...entry, inode: { ...entry.inode, xattrs: new Map() } },
  );
  await writeCpio(entries, sink);
  return sink.bytes();
}

/** Writes a tree as an artifact into a new directory, and returns its path. */
export async function artifactOf(tree: FileTree, name: ArtifactName): Promise<string> {
  const path = join(testDirectory(), name);
  if (name === 'tree.img') await writeImage(tree, path);
  else {
    const bytes = await cpioBytes(tree);
    writeFileSync(path, name === 'tree.cpio' ? bytes : gzipSync(bytes));
  }
  return path;
}

async function writeImage(tree: FileTree, path: string): Promise<void> {
  const sink = imageFile(path);
  try {
    await writeExt4(planExt4(tree.entries(), { freeBytes: 1 << 20, epoch: 1, seed: Buffer.from('test') }), sink);
    sink.finish();
  } finally {
    sink.close();
  }
}

/** Compares two files with what is inside of them. */
export async function explain(
  left: string,
  right: string,
  options: ExplainAllOptions = {},
): Promise<ExplainedComparison> {
  return explainComparison(await compareSides(left, right), options);
}

/** The lines below the digests of the only file. */
export function linesInside(explained: ExplainedComparison, limits: TextLimits = {}): string[] {
  const lines = formatExplained(explained, limits).trimEnd().split('\n');
  const name = basename(explained.files[0]?.path ?? '');
  // Its line, those of both digests, and the last one.
  return lines[0]?.startsWith(`${name}: differs`) ? lines.slice(3, -1) : lines;
}
