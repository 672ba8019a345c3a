import type { ByteString } from '../support/byte-string.ts';
import type { Artifact } from './artifact.ts';
import type { InsideEntry } from './entry.ts';
import { MissingPath } from './missing-path.ts';

/**
 * The entry at a path of `parseInsidePath`, and all entries below it. A symbolic link is itself, and is not followed.
 *
 * @throws FledgeError `input` after the last entry if there is none.
 */
export function entriesBelow(artifact: Artifact, path: ByteString): AsyncGenerator<InsideEntry> {
  return path === '' ? artifact.entries() : entriesAt(artifact, path);
}

async function* entriesAt(artifact: Artifact, path: ByteString): AsyncGenerator<InsideEntry> {
  const prefix = `${path}/`;
  const missing = new MissingPath(path);
  let isFound = false;
  for await (const entry of artifact.entries()) {
    if (entry.path === path || entry.path.startsWith(prefix)) {
      isFound = true;
      yield entry;
    } else if (isFound) {
      // Without a stream, all that is below a directory comes directly after it.
      if (!artifact.isStream) return;
    } else missing.see(entry);
  }
  if (!isFound) throw missing.error(artifact.path);
}
