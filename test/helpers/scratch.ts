import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty directory that is removed at the end of the running test. */
export function testDirectory(parent = tmpdir()): string {
  const directory = mkdtempSync(join(parent, 'fledge test-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** On every Linux machine a file system in memory. */
const MEMORY = '/dev/shm';

/**
 * A test directory for large files, such as images that the kernel mounts: in memory if twice `bytes` are free there, else on
 * the disk, which takes longer to write gigabytes than tests take to check them.
 */
export function largeTestDirectory(bytes: number): string {
  const { bavail, bsize } = statfsSync(MEMORY);
  return testDirectory(Math.min(bavail * bsize, freemem()) >= 2 * bytes ? MEMORY : tmpdir());
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
