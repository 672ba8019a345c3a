import { readFile } from 'node:fs/promises';
import type { Platform } from '../support/platform.ts';

/** The C init as scripts/build-guest.sh compiles it. ncc recognises these expressions, and copies the files. */
const BINARIES: Readonly<Record<Platform, URL>> = {
  'linux/amd64': new URL('./init-amd64.elf', import.meta.url),
  'linux/arm64': new URL('./init-arm64.elf', import.meta.url),
};

/** The C init for a platform: a static ELF executable, to be installed as /init. It is the same on every machine. */
export function readInitBinary(platform: Platform): Promise<Buffer> {
  return readFile(BINARIES[platform]);
}
