import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty directory that is removed when the running test is over. */
export function testDirectory(parent = tmpdir()): string {
  const directory = mkdtempSync(join(parent, 'fledge test-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}
