import { type ByteString, byteStringFromText } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';

/** The path of the root. */
export const ROOT = '' as ByteString;

/**
 * The path of an entry as a user writes it, in the form of `InsideEntry.path`: `/etc`, `etc` and `./etc/` are the same. A path
 * can be copied from the output of fledge, where `\xHH` is a byte and `\\` a backslash.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
export function parseInsidePath(text: string): ByteString {
  return requireNoDots(normalisedPath(unescaped(byteStringFromText(text))), text);
}

/**
 * The paths that a user can mean: the text as it is, and that of `parseInsidePath` if it is another one.
 *
 * @throws FledgeError `usage` for a path with `..`.
 */
export function possiblePaths(text: string): readonly ByteString[] {
  const literal = requireNoDots(normalisedPath(byteStringFromText(text)), text);
  const parsed = parseInsidePath(text);
  return literal === parsed ? [literal] : [literal, parsed];
}

/** Without slashes at both ends, repeated slashes, and names that are `.`. */
export function normalisedPath(path: ByteString): ByteString {
  return path
    .split('/')
    .filter((name) => name !== '' && name !== '.')
    .join('/') as ByteString;
}

/** The directories above a path, the root first. */
export function* parentsOf(path: ByteString): Generator<ByteString> {
  if (path === ROOT) return;
  yield ROOT;
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) yield path.slice(0, at) as ByteString;
}

function requireNoDots(path: ByteString, text: string): ByteString {
  if (!path.split('/').includes('..')) return path;
  throw new FledgeError('usage', `cannot use ${text} as a path inside an artifact: it contains ".."`, {
    fix: 'write the path from the root of the artifact, such as /etc/passwd; fledge inspect lists the paths',
  });
}

/** The opposite of `displayByteString`. A backslash that it would not have written stays. */
function unescaped(path: ByteString): ByteString {
  return path.replace(/\\(?:\\|x([0-9a-f]{2}))/g, (_, digits: string | undefined) =>
    digits === undefined ? '\\' : String.fromCharCode(Number.parseInt(digits, 16)),
  ) as ByteString;
}
