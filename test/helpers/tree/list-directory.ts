/**
 * Prints the entries of a directory in the form of `describeTree`, as JSON: `node list-directory.ts DIRECTORY`. It is a
 * separate program so that it can run as root if the tests do not. Needs getfattr of the package attr.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { type BigIntStats, lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import {
  type ByteString,
  byteStringFromBytes,
  byteStringFromText,
  bytesOf,
  compareByteStrings,
  displayByteString,
} from '../../../src/support/byte-string.ts';
import { type DescribedEntry, describeTime, describeXattrs } from './describe-tree.ts';

const KINDS = new Map([
  [0o140000, 'socket'],
  [0o120000, 'symlink'],
  [0o100000, 'file'],
  [0o060000, 'block-device'],
  [0o040000, 'directory'],
  [0o020000, 'char-device'],
  [0o010000, 'fifo'],
]);

function listDirectory(directory: string): DescribedEntry[] {
  const root = byteStringFromText(directory);
  const xattrs = readXattrs(directory);
  const firstPaths = new Map<bigint, ByteString>();
  const paths = ['' as ByteString, ...pathsBelow(root, '' as ByteString)].sort(compareByteStrings);
  return paths.map((path) => {
    const host = hostPath(root, path);
    const stats = lstatSync(bytesOf(host), { bigint: true });
    const kind = KINDS.get(Number(stats.mode) & 0o170000) ?? 'unknown';
    const first = firstPaths.get(stats.ino);
    if (first === undefined && kind !== 'directory') firstPaths.set(stats.ino, path);
    const found = xattrs.get(host);
    return {
      path: displayByteString(path),
      kind,
      mode: (Number(stats.mode) & 0o7777).toString(8).padStart(4, '0'),
      owner: `${stats.uid}:${stats.gid}`,
      mtime: describeTime(stats.mtimeNs),
      ...(found !== undefined && { xattrs: describeXattrs(found) }),
      ...detailsOf(host, kind, stats),
      ...(first !== undefined && { sameAs: displayByteString(first) }),
    };
  });
}

function detailsOf(host: ByteString, kind: string, stats: BigIntStats): Partial<DescribedEntry> {
  switch (kind) {
    case 'file':
      return {
        size: Number(stats.size),
        sha256: createHash('sha256')
          .update(readFileSync(bytesOf(host)))
          .digest('hex'),
      };
    case 'symlink':
      return { target: displayByteString(byteStringFromBytes(readlinkSync(bytesOf(host), { encoding: 'buffer' }))) };
    case 'char-device':
    case 'block-device':
      return { device: `${majorOf(stats.rdev)}:${minorOf(stats.rdev)}` };
    default:
      return {};
  }
}

/** makedev(3) of glibc. */
function majorOf(device: bigint): bigint {
  return ((device >> 8n) & 0xfffn) | ((device >> 32n) & 0xfffff000n);
}

function minorOf(device: bigint): bigint {
  return (device & 0xffn) | ((device >> 12n) & 0xffffff00n);
}

function* pathsBelow(root: ByteString, directory: ByteString): Generator<ByteString, void, undefined> {
  for (const entry of readdirSync(bytesOf(hostPath(root, directory)), { withFileTypes: true, encoding: 'buffer' })) {
    const name = byteStringFromBytes(entry.name);
    const path = (directory === '' ? name : `${directory}/${name}`) as ByteString;
    yield path;
    if (entry.isDirectory()) yield* pathsBelow(root, path);
  }
}

function hostPath(root: ByteString, path: ByteString): ByteString {
  return path === '' ? root : (`${root}/${path}` as ByteString);
}

/** All extended attributes below a directory, by path. SELinux labels are omitted because they are the host's. */
function readXattrs(directory: string): Map<ByteString, [string, Buffer][]> {
  const output = execFileSync(
    'getfattr',
    ['-R', '-P', '-h', '-d', '-m', '-', '-e', 'hex', '--absolute-names', directory],
    {
      maxBuffer: 256 * 1024 * 1024,
    },
  ).toString('latin1');
  const found = new Map<ByteString, [string, Buffer][]>();
  let list: [string, Buffer][] = [];
  for (const line of output.split('\n')) {
    const file = /^# file: (.*)$/.exec(line)?.[1];
    const [, name, hex = ''] = /^([^=]+)=(?:0x([0-9a-f]*))?/.exec(line) ?? [];
    if (file !== undefined) {
      list = [];
      found.set(unescapeOctal(file), list);
    } else if (name !== undefined && name !== 'security.selinux') {
      list.push([displayByteString(unescapeOctal(name)), Buffer.from(hex, 'hex')]);
    }
  }
  return found;
}

/** getfattr writes some bytes of names as `\ooo`. */
function unescapeOctal(text: string): ByteString {
  return text.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  ) as ByteString;
}

process.stdout.write(JSON.stringify(listDirectory(process.argv[2] ?? '.')));
