import type { ByteString } from '../support/byte-string.ts';
import { beginningOf } from './file-beginning.ts';

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
  [/(?:^|\/)\.pypirc$/, /^[ \t]*password[ \t]*[=:][ \t]*\S/m],
  [/(?:^|\/)(?:\.docker\/config|containers\/auth)\.json$/, /"(?:auth|identitytoken|password)"\s*:\s*"[^"]/],
];

const MAX_BYTES = 64 * 1024;

const PRIVATE_KEY = /^-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----/;
const MAX_HEADER_BYTES = 64;

/** True if a file looks like one in which a tool stores a secret. `path` is an absolute path of the host. */
export function looksLikeCredentials(name: string, path: ByteString): boolean {
  if (!NAMES.test(name)) return false;
  const kind = KINDS.find(([pattern]) => pattern.test(path));
  if (kind === undefined) return false;
  const [, content] = kind;
  return content === undefined || content.test(beginningOf(path, MAX_BYTES));
}

/** True if a file begins as a private key in PEM form does: of TLS, OpenSSH or PGP, encrypted or not. */
export function looksLikePrivateKey(path: ByteString): boolean {
  return PRIVATE_KEY.test(beginningOf(path, MAX_HEADER_BYTES));
}
