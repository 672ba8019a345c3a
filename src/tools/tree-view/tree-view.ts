import { readFile } from 'node:fs/promises';
import { FledgeError } from '../../support/errors.ts';
import { hostPlatform } from '../../support/platform.ts';
import type { ChildEnvironment } from '../../support/process/exec.ts';
import { fixByContainer } from '../container-engine.ts';
import { howToInstall } from '../distribution.ts';
import { environmentFor } from '../environment.ts';
import { compileShared, findGcc, type Gcc } from '../gcc.ts';
import { hostCompiler } from '../table.ts';

/** Named without its directory: a space or a colon in there would be the end of a name (ld.so(8)). */
const LIBRARY = 'tree-view.so';

export interface TreeViewFiles {
  /** What `encodeTreeTable` returned. */
  readonly table: string;
  /** Where the library writes how many entries were looked at. */
  readonly report: string;
}

/**
 * What compiles the library through which a mkfs sees a tree.
 *
 * @throws FledgeError `tool` when there is no gcc that does.
 */
export async function findTreeViewCompiler(): Promise<Gcc> {
  try {
    return await findGcc(hostPlatform());
  } catch (error) {
    throw error instanceof FledgeError ? notCompiled(error) : error;
  }
}

/**
 * Compiles the library through which a mkfs sees a tree (tree-view.c says what that is), for this machine, into
 * `scratchDir`.
 *
 * @throws FledgeError `tool` when gcc or the C library's headers are missing.
 */
export async function compileTreeView(scratchDir: string, signal?: AbortSignal): Promise<void> {
  // Spelled out here, where ncc recognises it and puts the file beside the bundle.
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
  const message = `the library through which a mkfs sees the tree cannot be compiled: ${cause.message}`;
  return new FledgeError('tool', message, { cause, ...fixByContainer(`${howToInstall([hostCompiler])}, or `) });
}

/**
 * The environment in which a mkfs that runs in the library's directory sees the tree, and nothing of this machine.
 * `settings` are further variables of its row in the table.
 */
export function treeViewEnvironment(
  { table, report }: TreeViewFiles,
  settings: Readonly<Record<string, string>>,
): ChildEnvironment {
  const own = { LD_PRELOAD: `./${LIBRARY}`, FLEDGE_TREE_TABLE: table, FLEDGE_TREE_REPORT: report, ...settings };
  return environmentFor('mkfs', {}, { own });
}

/**
 * Makes sure that a mkfs has seen the whole tree: one that is statically linked would have taken owners and modes from
 * this machine, and said nothing.
 *
 * @throws FledgeError `tool` if it has not.
 */
export async function requireWholeTree(tool: string, { report }: TreeViewFiles, entries: number): Promise<void> {
  const text = await readFile(report, 'utf8').catch(() => '0');
  const seen = Number(text);
  if (seen === entries) return;
  throw new FledgeError('tool', `${tool} has looked at ${seen} of ${entries} entries of the tree`, {
    fix: 'use the dynamically linked mkfs of Debian or Ubuntu, or build in the container',
  });
}
