import { posix } from 'node:path';
import { entrypointOf } from '../../manifest/entrypoint.ts';
import { type Built, programSourceOf } from '../../manifest/manifest.ts';
import { environmentOf } from '../../manifest/process.ts';
import { atImage, atTemplate, type Remark } from '../../manifest/remarks.ts';
import type { TemplateFields } from '../../manifest/template-rules.ts';
import { byteStringFromText } from '../../support/byte-string.ts';
import { followPath } from '../../tree/follow.ts';
import type { FileTree } from '../../tree/tree.ts';
import { findInPath, findStartFault, type ProgramContext } from './programs.ts';

/**
 * A warning if the agent cannot start the entrypoint of the manifest, with the tree complete. A guessed entrypoint has a
 * warning of its own.
 */
export async function remarksOnEntrypoint(
  tree: FileTree,
  built: Built,
  { template, ...context }: ProgramContext & { readonly template: TemplateFields | undefined },
): Promise<Remark[]> {
  const workload = template?.workload ?? {};
  const source = programSourceOf(built);
  const { program, remarks } = entrypointOf(workload, source);
  const [first] = program;
  if (!built.hasAgent || first === undefined || remarks.length > 0) return [];
  const { image } = built;
  const searchPath = { ...environmentOf(image?.env ?? []), ...workload.env }['PATH'];
  const directory = workload.workdir ?? image?.workdir ?? '/';
  const message = await findFault(tree, first.trim(), directory, {
    ...context,
    ...(searchPath !== undefined && { searchPath }),
  });
  if (message === undefined) return [];
  const at =
    workload.entrypoint !== undefined
      ? atTemplate('workload', 'entrypoint')
      : source.kind === 'image'
        ? atImage(image)
        : {};
  return [{ code: 'entrypoint', message: `the workload cannot start: ${message}`, ...at }];
}

async function findFault(
  tree: FileTree,
  name: string,
  directory: string,
  context: ProgramContext,
): Promise<string | undefined> {
  const { searchPath, isIncomplete = false } = context;
  if (name.includes('/')) {
    const path = posix.resolve('/', directory, name);
    // A dangling link exists itself, and has a message of its own.
    const isMissing = tree.get(byteStringFromText(path)) === undefined;
    if (!isMissing) return findStartFault(tree, path, context);
    return isIncomplete ? undefined : `${path} is not in the image`;
  }
  const found = findInPath(tree, name, searchPath);
  if (found.path !== undefined) return findStartFault(tree, found.path, context);
  if (found.notExecutable !== undefined && followPath(tree, byteStringFromText(found.notExecutable)).inode) {
    return `${found.notExecutable} is not executable`;
  }
  return isIncomplete ? undefined : `${name} is not in the image, in any directory of PATH`;
}
