import type { ByteString } from '../../support/byte-string.ts';
import { FledgeError } from '../../support/errors.ts';
import { ProgramError } from '../../support/process/exec.ts';
import { attributesBelow } from '../../tools/getfattr.ts';
import { NO_XATTRS } from '../content.ts';

/** The extended attributes of the entry with this path. */
export type ReadXattrs = (path: ByteString) => Promise<ReadonlyMap<ByteString, Buffer>>;

/**
 * Reads the extended attributes of a directory when they are requested for the first time, with one run of getfattr for all
 * entries, because Node cannot read them. Those that exist stay in memory. `path` is the directory for messages.
 *
 * @throws FledgeError `tool` if getfattr is missing or fails.
 */
export function xattrsOf(directory: string, path: string, signal: AbortSignal | undefined): ReadXattrs {
  let reading: Promise<ReadonlyMap<ByteString, ReadonlyMap<ByteString, Buffer>>> | undefined;
  return async (entry) => {
    reading ??= attributesBelow(directory, signal).catch((error: unknown) => {
      if (!(error instanceof ProgramError)) throw error;
      const message = `cannot read the extended attributes in ${path}: ${error.message}`;
      throw new FledgeError('tool', message, { cause: error, fix: 'run the command as a user who may read all of it' });
    });
    return (await reading).get(entry) ?? NO_XATTRS;
  };
}
