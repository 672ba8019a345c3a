import { readFile } from 'node:fs/promises';
import { FledgeError } from '../../support/errors.ts';
import { hostPlatform } from '../../support/platform.ts';
import type { ChildEnvironment } from '../../support/process/exec.ts';
import { fixByContainer } from '../container-engine.ts';
import { howToInstall } from '../distribution.ts';
import { environmentFor } from '../environment.ts';
import { compileShared, findGcc, type Gcc } from '../gcc.ts';
import { hostCompiler } from '../table.ts';

/** A name without a directory: in LD_PRELOAD, a space or a colon ends a name (ld.so(8)). */
const LIBRARY = 'tree-view.so';

export interface TreeViewFiles {
  /** The path of the table from `encodeTreeTable`. */
  readonly table: string;
  /** The path to which the library writes the number of entries that were read. */
  readonly report: string;
}

/**
 * The compiler for the library that presents the tree to a mkfs.
 *
 * @throws FledgeError `tool` if gcc is missing or too old.
 */
export async function findTreeViewCompiler(): Promise<Gcc> {
  try {
    return await findGcc(hostPlatform());
  } catch (error) {
    throw error instanceof FledgeError ? notCompiled(error) : error;
  }
}

/**
 * Compiles the library that presents the tree to a mkfs (see tree-view.c), for this machine, into `scratchDir`.
 *
 * @throws FledgeError `tool` if gcc or the C library's headers are missing.
 */
export async function compileTreeView(scratchDir: string, signal?: AbortSignal): Promise<void> {
  // ncc recognises this literal expression and copies the file beside the bundle.
  const source = await readFile(new URL('./tree-view.c', import.meta.url));
  const gcc = await findTreeViewCompiler();
  try {
    await compileShared(gcc, { source, scratchDir, signal }, LIBRARY);
  } catch (error) {
    if (signal?.aborted || !(error instanceof FledgeError)) throw error;
    throw notCompiled(error);
  }
}

function notCompiled(cause: FledgeError): FledgeError {
  const message = `cannot compile the library for mkfs.xfs and mkfs.btrfs: ${cause.message}`;
  return new FledgeError('tool', message, { cause, ...fixByContainer(`${howToInstall([hostCompiler])}, or `) });
}

/**
 * The environment for a mkfs that reads the tree through the library. Its working directory must be the library's. It
 * inherits no variables. `settings` are further variables of its row in the table.
 */
export function treeViewEnvironment(
  { table, report }: TreeViewFiles,
  settings: Readonly<Record<string, string>>,
): ChildEnvironment {
  const own = { LD_PRELOAD: `./${LIBRARY}`, FLEDGE_TREE_TABLE: table, FLEDGE_TREE_REPORT: report, ...settings };
  return environmentFor('mkfs', {}, { own });
}

/**
 * Checks that a mkfs has read the whole tree through the library: a statically linked one would silently use owners and
 * modes of this machine.
 *
 * @throws FledgeError `tool` if it has read fewer or more entries.
 */
export async function requireWholeTree(tool: string, { report }: TreeViewFiles, entries: number): Promise<void> {
  const text = await readFile(report, 'utf8').catch(() => '0');
  const seen = Number(text);
  if (seen === entries) return;
  throw new FledgeError('tool', `cannot use ${tool}: it has read ${seen} of ${entries} entries of the tree`, {
    fix: 'use the dynamically linked mkfs of Debian or Ubuntu, or build in the container',
  });
}
