import { closeSync, constants, openSync, readSync } from 'node:fs';
import type { ByteString } from '../support/byte-string.ts';
import { bytesOf } from '../support/byte-string.ts';

/** Names of files that may contain credentials. This check is fast, because it runs for every mapped file. */
const NAMES =
  /^(?:gha-creds-.+\.json|git-credentials-.+\.config|\.git-credentials|\.netrc|\.npmrc|\.pypirc|config\.json|auth\.json|credentials)$/;

/** Paths of such files, and the content that distinguishes files with a secret from those without one. */
const KINDS: readonly (readonly [path: RegExp, content?: RegExp])[] = [
  // google-github-actions/auth writes one to the workspace, actions/checkout to RUNNER_TEMP.
  [/(?:^|\/)gha-creds-[0-9a-f]+\.json$/],
  [/(?:^|\/)git-credentials-[^/]+\.config$/],
  [/(?:^|\/)\.(?:git-credentials|netrc)$/],
  [/(?:^|\/)\.aws\/credentials$/],
  // actions/setup-node writes the name of a variable instead of a token.
  [/(?:^|\/)\.npmrc$/, /_(?:auth|authToken|password)\s*=\s*["']?(?!\$\{)[^\s"']/],
  [/(?:^|\/)\.pypirc$/, /^\s*password\s*[=:]\s*\S/m],
  [/(?:^|\/)(?:\.docker\/config|containers\/auth)\.json$/, /"(?:auth|identitytoken|password)"\s*:\s*"[^"]/],
];

const MAX_BYTES = 64 * 1024;

/** True if a file looks like one in which a tool stores a secret. `path` is an absolute path of the host. */
export function looksLikeCredentials(name: string, path: ByteString): boolean {
  if (!NAMES.test(name)) return false;
  const kind = KINDS.find(([pattern]) => pattern.test(path));
  if (kind === undefined) return false;
  const [, content] = kind;
  return content === undefined || content.test(beginningOf(path));
}

/** The beginning of a file. Empty if it cannot be read: the build reports that later. */
function beginningOf(path: ByteString): string {
  try {
    const descriptor = openSync(bytesOf(path), constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
    try {
      const bytes = Buffer.alloc(MAX_BYTES);
      return bytes.toString('latin1', 0, readSync(descriptor, bytes));
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return '';
  }
}
