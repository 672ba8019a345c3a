import { findProgram } from '../tools/find.ts';
import { makeNode } from '../tools/mknod.ts';
import type { MakeNode } from './directory-receiver.ts';

/** Creates devices and fifos with mknod, because Node cannot. The program is searched when the first one is needed. */
export function nodeMaker(): MakeNode {
  let found: Promise<string | undefined> | undefined;
  return async (directory, name, { kind, device }) => {
    found ??= findProgram('mknod');
    const mknod = await found;
    if (mknod === undefined) return false;
    if (kind === 'fifo') await makeNode(mknod, directory, name, { kind });
    else if ((kind === 'char-device' || kind === 'block-device') && device !== undefined) {
      await makeNode(mknod, directory, name, { kind, ...device });
    } else return false;
    return true;
  };
}
