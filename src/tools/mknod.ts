import { run } from '../support/process/exec.ts';
import { operandName } from './arguments.ts';
import { environmentFor } from './environment.ts';

/** A device or a fifo. Node cannot create them. */
export type Node =
  | { readonly kind: 'fifo' }
  | { readonly kind: 'char-device' | 'block-device'; readonly major: number; readonly minor: number };

/** The arguments that create it, for its owner only until its mode is set. */
function mknodArguments(name: string, node: Node): readonly string[] {
  const start = ['-m', '600', operandName(name)];
  if (node.kind === 'fifo') return [...start, 'p'];
  return [...start, node.kind === 'char-device' ? 'c' : 'b', String(node.major), String(node.minor)];
}

/**
 * Creates a device or a fifo in a directory.
 *
 * @throws FledgeError `tool` if mknod fails.
 */
export async function makeNode(mknod: string, directory: string, name: string, node: Node): Promise<void> {
  await run(mknod, mknodArguments(name, node), { cwd: directory, env: environmentFor('tar', {}) });
}
