import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { testDirectoryWith } from '../scratch.ts';

/** A directory of shell scripts by name, for a PATH; it is removed at the end of the running test. */
export function programs(scripts: Readonly<Record<string, string>>): string {
  const files = Object.fromEntries(Object.entries(scripts).map(([name, text]) => [name, `#!/bin/sh\n${text}\n`]));
  const directory = testDirectoryWith(files);
  for (const name of Object.keys(files)) chmodSync(join(directory, name), 0o755);
  return directory;
}
