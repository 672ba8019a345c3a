import { readFile } from 'node:fs/promises';
import type { Platform } from '../../support/platform.ts';

/** The companion as scripts/build-guest.sh compiles it. ncc recognises these expressions, and copies the files. */
const BINARIES: Readonly<Record<Platform, URL>> = {
  'linux/amd64': new URL('./companion-amd64.elf', import.meta.url),
  'linux/arm64': new URL('./companion-arm64.elf', import.meta.url),
};

/** The companion for a platform: a static ELF executable, PID 1 until it starts the artifact's own init. */
export function readCompanion(platform: Platform): Promise<Buffer> {
  return readFile(BINARIES[platform]);
}
