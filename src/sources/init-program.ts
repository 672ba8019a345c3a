import { openRegularFile } from '../support/files/regular-file.ts';
import type { Platform } from '../support/platform.ts';
import { checkElf } from './elf.ts';
import { digestFile, type LocalFile } from './local-file.ts';

const LABEL = 'the init';
/** The limit for a file that is hashed before the build; an init is a small program. */
const MAX_BYTES = 512 * 1024 * 1024;
const SCRIPT_MAGIC = '#!';

/**
 * Checks and hashes the host file that becomes /init: a script, or a program for `platform`.
 *
 * @throws FledgeError `input`.
 */
export async function readInitProgram(path: string, platform: Platform): Promise<Omit<LocalFile, 'uri'>> {
  const digest = await digestFile(path, { label: LABEL, maxBytes: MAX_BYTES });
  if ((await firstBytes(path, SCRIPT_MAGIC.length)) !== SCRIPT_MAGIC) {
    const advice = `set path in [init] to a program for ${platform}, or a script that begins with ${SCRIPT_MAGIC}`;
    await checkElf(path, { platform, label: LABEL, advice });
  }
  return { path, ...digest };
}

async function firstBytes(path: string, count: number): Promise<string> {
  const file = await openRegularFile(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(count), 0, count, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await file.close();
  }
}
