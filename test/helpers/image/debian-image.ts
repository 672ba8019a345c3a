import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const cache = fileURLToPath(new URL('../../../node_modules/.cache/fledge/images/', import.meta.url));

/** For downloading and installing Debian's packages; many times the duration with a mirror nearby. */
const TIMEOUT_MS = 600_000;

export interface DebianImage {
  /** Directory of an OCI layout; not to be changed. */
  readonly layout: string;
  readonly tag: string;
}

/**
 * An image of Debian with nginx and PostgreSQL in four layers: about 16,000 entries and 590 MB. The first caller waits
 * a minute until it is built, all later ones get the same image. Give a test that calls this a timeout of some minutes.
 */
export async function debianImage(): Promise<DebianImage> {
  return cachedImage(fileURLToPath(new URL('debian-image.sh', import.meta.url)));
}

/**
 * The image that a script builds with `script DIRECTORY` and the tag `latest`; built once for each text of the script.
 */
export async function cachedImage(script: string): Promise<DebianImage> {
  const text = createHash('sha256').update(readFileSync(script)).digest('hex');
  const layout = join(cache, `${basename(script, '.sh')}-${text.slice(0, 16)}`);
  if (!existsSync(layout)) {
    mkdirSync(cache, { recursive: true });
    const once = '[ -d "$2" ] || exec "$1" "$2"';
    await promisify(execFile)('flock', [`${layout}.lock`, 'sh', '-c', once, 'sh', script, layout], {
      timeout: TIMEOUT_MS,
      maxBuffer: 1 << 26,
    });
  }
  return { layout, tag: 'latest' };
}
