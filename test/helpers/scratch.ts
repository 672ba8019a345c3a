import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty directory that is removed at the end of the running test. */
export function testDirectory(parent = tmpdir()): string {
  const directory = mkdtempSync(join(parent, 'fledge test-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A directory with these files, by relative path; it is removed at the end of the running test. */
export function testDirectoryWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const directory = testDirectory();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  return directory;
}
