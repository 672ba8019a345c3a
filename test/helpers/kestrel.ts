import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';

const execute = promisify(execFile);
const source = fileURLToPath(new URL('../fixtures/agent/kestrel.c', import.meta.url));

/** Compiles the stand-in for Volant's agent, and returns the path of the static binary. */
export async function compileKestrel(directory: string): Promise<string> {
  const output = join(directory, 'kestrel');
  const flags = ['-static', '-Os', '-s', '-Wall', '-Wextra', '-Werror'];
  await execute('gcc', [...flags, source, '-o', output, '-ljansson', '-lz']);
  return output;
}

/** What volantd adds to the kernel command line: the manifest as base64url of gzip of JSON. */
export function manifestWord(manifest: string): string {
  return `volant.manifest=${gzipSync(JSON.stringify(JSON.parse(manifest)), { level: 9 }).toString('base64url')}`;
}
