import type { Artifact } from '../inside/artifact.ts';
import type { InsideEntry } from '../inside/entry.ts';
import { parentsOf } from '../inside/path.ts';
import { type ByteString, displayByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { writeWithHoles } from './file-bytes.ts';
import { missingPathError } from './missing-path.ts';
import type { Wanted } from './selection.ts';

/** The limit of Linux for links in one path. */
const MAX_LINKS = 40;

/**
 * Writes the bytes of a regular file. Symbolic links are followed inside the artifact, as after a chroot into it.
 *
 * @throws FledgeError `input` if there is no regular file at the path, or the artifact is damaged.
 */
export async function writeOneFile(
  artifact: Artifact,
  wanted: Wanted,
  write: (bytes: Buffer) => Promise<void>,
): Promise<void> {
  const found = await findFile(artifact, wanted);
  if (!artifact.isStream) return writeWithHoles(found, write);
  // A second pass, because the content of a stream can be read only while the entry is the current one.
  let seen = 0;
  for await (const entry of artifact.entries()) {
    const isName = entry.kind === 'file' && entry.ino === found.ino && (found.links > 1 || entry.path === found.path);
    if (!isName) continue;
    seen += 1;
    if (found.links > 1 ? entry.size > 0 : seen === found.occurrence) return writeWithHoles(entry, write);
  }
}

type Found = InsideEntry & {
  /** Of the entries with this path and this inode: archives can repeat a path, and the last one counts. */
  readonly occurrence: number;
};

async function findFile(artifact: Artifact, wanted: Wanted): Promise<Found> {
  const fail = (what: string, fix: string): FledgeError =>
    new FledgeError('input', `cannot extract ${wanted.argument} from ${artifact.path}: ${what}`, { fix });
  let paths = wanted.paths;
  for (let links = 0; links <= MAX_LINKS; links++) {
    const [path = '' as ByteString] = paths;
    const { before, after } = splitAtDots(path);
    const step = await lookUp(artifact, after === undefined ? paths : [before]);
    if (step === undefined) {
      throw await missingPathError(artifact, path, links === 0 ? undefined : `from ${wanted.argument}`);
    }
    const { path: found, kind, target } = step.entry;
    if (target !== undefined) {
      paths = [resolveLink(found, target, joined(step.rest, after === undefined ? '' : `../${after}`))];
      continue;
    }
    if (after !== undefined) {
      paths = [joined(before.split('/').slice(0, -1).join('/'), after)];
      continue;
    }
    if (kind === 'file') return { ...step.entry, occurrence: step.occurrence };
    throw fail(
      `/${displayByteString(found)} is ${kind === 'directory' ? 'a directory' : `not a regular file (${kind})`}`,
      kind === 'directory' ? 'name a file in it, or extract the directory with -C' : 'name a regular file',
    );
  }
  throw fail('its symbolic links form a loop, or are more than 40', 'name the file itself');
}

interface Step {
  /** The entry at the path, or a symbolic link that leads to it. */
  readonly entry: InsideEntry;
  /** The part of the path after the entry. */
  readonly rest: ByteString;
  readonly occurrence: number;
}

async function lookUp(artifact: Artifact, paths: readonly ByteString[]): Promise<Step | undefined> {
  const occurrences = new Map<string, number>();
  let found: Step | undefined;
  let link: Step | undefined;
  const parents = new Map(paths.flatMap((path) => Array.from(parentsOf(path), (parent) => [parent, path] as const)));
  for await (const entry of artifact.entries()) {
    if (paths.includes(entry.path)) {
      const key = `${entry.ino} ${entry.kind === 'file'}`;
      const occurrence = (occurrences.get(key) ?? 0) + 1;
      occurrences.set(key, occurrence);
      found = { entry, rest: '' as ByteString, occurrence };
      if (!artifact.isStream) break;
      continue;
    }
    const path = parents.get(entry.path);
    if (path === undefined) continue;
    const isLink = entry.kind === 'symlink';
    if (isLink) link = { entry, rest: path.slice(entry.path.length + 1) as ByteString, occurrence: 1 };
    else if (link?.entry.path === entry.path) link = undefined;
    if (isLink && !artifact.isStream) break;
  }
  return found ?? link;
}

/** The part of a path before its first `..`, whose last name can be a link, and the part after it. */
function splitAtDots(path: ByteString): { readonly before: ByteString; readonly after: ByteString | undefined } {
  const names = path.split('/');
  const at = names.indexOf('..');
  if (at < 0) return { before: path, after: undefined };
  return { before: names.slice(0, at).join('/') as ByteString, after: names.slice(at + 1).join('/') as ByteString };
}

function joined(first: string, second: string): ByteString {
  return (first === '' || second === '' ? first + second : `${first}/${second}`) as ByteString;
}

/**
 * Where a link leads. An absolute target starts at the root of the artifact, and `..` stops there. A `..` after a name stays,
 * because the name can be a link.
 */
function resolveLink(path: ByteString, target: ByteString, rest: ByteString): ByteString {
  const names = target.startsWith('/') ? [] : path.split('/').slice(0, -1);
  const known = new Set(names.keys());
  for (const name of `${target}/${rest}`.split('/')) {
    const isKnown = names.length === 0 || known.has(names.length - 1);
    if (name === '..' && isKnown) {
      names.pop();
      known.delete(names.length);
    } else if (name !== '' && name !== '.') names.push(name);
  }
  return names.join('/') as ByteString;
}
