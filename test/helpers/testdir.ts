import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { testDirectory } from './scratch.ts';

/** A directory with these files, by relative path; it is removed when the running test is over. */
export function testdir(files: Readonly<Record<string, string | Uint8Array>>): string {
  const directory = testDirectory();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  return directory;
}
