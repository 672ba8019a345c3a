import { basename, join } from 'node:path';
import { isOciLayout } from '../inside/open.ts';
import { type ByteString, byteStringFromText, displayByteString } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { isChecksumListName, type ListedFile, readChecksumList } from './checksum-list.ts';
import { type HostNode, kindOf, nodeAt, nodeBelow, withFile } from './host.ts';
import { walkPairs } from './tree-walk.ts';

/** An argument of a comparison. */
export interface Side {
  /** The argument of the user. */
  readonly name: string;
  /** `image` is a container image: the directory of an OCI layout, or one named with its transport, as in fledge.toml. */
  readonly kind: 'file' | 'directory' | 'list' | 'image';
  readonly node: HostNode;
}

/** A file, or the line of a list for one. */
export type Candidate = HostNode | ListedFile;

/** The two candidates at one path. */
export interface Pair {
  readonly path: ByteString;
  readonly left: Candidate | undefined;
  readonly right: Candidate | undefined;
}

/** True for an argument that is to be downloaded. */
export function isUrl(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

/**
 * Resolves an argument of a comparison. A link is followed.
 *
 * @throws FledgeError `usage` if it does not exist or cannot be compared.
 */
export async function sideOf(name: string): Promise<Side> {
  const node = name === '' ? undefined : await nodeAt(byteStringFromText(name), 'follow');
  if (node === undefined) {
    const image = await imageSide(name);
    if (image !== undefined) return image;
    throw new FledgeError('usage', `cannot compare ${JSON.stringify(name)}: there is no such file or directory`);
  }
  const kind = kindOf(node);
  if (kind === 'directory') return { name, kind: (await isOciLayout(name)) ? 'image' : kind, node };
  if (kind === 'file') return { name, kind: isChecksumListName(basename(name)) ? 'list' : kind, node };
  throw new FledgeError('usage', `cannot compare ${JSON.stringify(name)}: it is a ${kind.replace('-', ' ')}`, {
    fix: 'use files, directories or SHA256SUMS files',
  });
}

/** The side for a name such as `oci:DIRECTORY:TAG`; undefined for other names. */
async function imageSide(name: string): Promise<Side | undefined> {
  const { imageNamed } = await import('../inside/image/open-image.ts');
  const image = imageNamed(name);
  if (image === undefined) return undefined;
  const node = await nodeAt(byteStringFromText(image.path), 'follow');
  return node && { name, kind: 'image', node };
}

/**
 * The pairs of files to compare, in unspecified order.
 *
 * @throws FledgeError `usage` if the sides cannot be compared with each other, `input` for a file that cannot be read.
 */
export async function* pairsOf(left: Side, right: Side): AsyncGenerator<Pair> {
  const isDirectory = ({ node }: Side): boolean => node.stats.isDirectory();
  if (isDirectory(left) && isDirectory(right)) {
    yield* walkPairs(left.node.path, right.node.path);
  } else if (left.kind === 'file' && right.kind === 'file') {
    yield { path: byteStringFromText(basename(left.name)), left: left.node, right: right.node };
  } else if (left.kind === 'list') {
    yield* pairsWithList(left, right);
  } else if (right.kind === 'list') {
    for await (const pair of pairsWithList(right, left)) yield { ...pair, left: pair.right, right: pair.left };
  } else {
    const [file, directory] = left.kind === 'file' ? [left, right] : [right, left];
    const name = basename(file.name);
    const hasSameName = (await nodeBelow(directory.node.path, byteStringFromText(name))) !== undefined;
    throw new FledgeError('usage', `${directory.name} is a directory, and ${file.name} is a file`, {
      fix: hasSameName
        ? `use two files, such as ${file.name} and ${join(directory.name, name)}, or two directories`
        : 'use two files, two directories, or an artifact and a directory of its entries',
    });
  }
}

async function* pairsWithList(list: Side, other: Side): AsyncGenerator<Pair> {
  const listed = await filesListedIn(list);
  switch (other.kind) {
    case 'list': {
      const others = new Map((await filesListedIn(other)).map((file) => [file.name, file]));
      for (const file of listed) {
        yield { path: file.name, left: file, right: others.get(file.name) };
        others.delete(file.name);
      }
      for (const file of others.values()) yield { path: file.name, left: undefined, right: file };
      break;
    }
    case 'directory':
    case 'image':
      for (const file of listed) {
        if (file.name.startsWith('/') || file.name.split('/').includes('..')) {
          throw new FledgeError(
            'input',
            `${list.name}:${file.line}: ${displayByteString(file.name)} is not below the directory that it is compared with`,
          );
        }
        yield { path: file.name, left: file, right: await nodeBelow(other.node.path, file.name) };
      }
      break;
    case 'file':
      yield { path: byteStringFromText(basename(other.name)), left: lineFor(other, listed, list), right: other.node };
  }
}

function filesListedIn({ node, name }: Side): Promise<readonly ListedFile[]> {
  return withFile(node.path, (handle) => readChecksumList(handle, name));
}

/** The line for a file, by the last component of its name: lists are moved together with their files. */
function lineFor(file: Side, listed: readonly ListedFile[], list: Side): ListedFile {
  const name = byteStringFromText(basename(file.name));
  const found = listed.filter((line) => line.name === name || line.name.endsWith(`/${name}`));
  const [first] = found;
  if (first !== undefined && found.every(({ sha256 }) => sha256 === first.sha256)) return first;
  const message =
    first === undefined
      ? `${list.name} does not list ${basename(file.name)}`
      : `${list.name} lists several ${basename(file.name)}`;
  throw new FledgeError('usage', message, { fix: 'compare the list with the directory that holds the files' });
}
