import type { FledgeConfig } from '../config/types.ts';
import type { Finding } from '../document/problems.ts';
import { ContentOpener } from '../formats/content-reader.ts';
import { type ByteString, byteStringFromBytes, byteStringFromText } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { formatBytes, MEBIBYTE } from '../support/units.ts';
import { type Accounts, describeAccounts, idOf, parseAccounts } from '../tree/accounts.ts';
import type { Content } from '../tree/entry.ts';
import { followPath } from '../tree/follow.ts';
import type { NamedOwner, NamedOwners, OwnerIds } from '../tree/owners.ts';
import type { FileTree } from '../tree/tree.ts';
import type { BuildJob } from './job.ts';

/** Several times the size of the largest file of a distribution. */
const MAX_ACCOUNT_FILE = 16 * MEBIBYTE;

/** A file of accounts in the tree; undefined if the tree has none. */
interface AccountFile {
  readonly path: string;
  readonly noun: 'user' | 'group';
  readonly accounts: Accounts | undefined;
}

/**
 * Replaces the names of owners by the numbers that the finished tree has for them in /etc/passwd and /etc/group.
 *
 * @throws FledgeError `config` with each name that does not exist there, and `input` if one of the files cannot be read.
 */
export async function lookUpOwners(
  tree: FileTree,
  owners: NamedOwners,
  { strategy, errorAt }: Pick<BuildJob, 'errorAt'> & { readonly strategy: FledgeConfig['strategy'] },
): Promise<void> {
  const { found, findings } = findOwners(tree, owners, strategy);
  if (findings.length > 0) throw await errorAt(findings);
  owners.apply(tree, (named) => found.get(named));
}

/**
 * Looks up the names of owners in the finished tree. Returns their numbers, and a finding for each name that does not exist.
 *
 * @throws FledgeError `input` if /etc/passwd or /etc/group cannot be read.
 */
export function findOwners(
  tree: FileTree,
  owners: NamedOwners,
  strategy: FledgeConfig['strategy'],
): { readonly found: ReadonlyMap<NamedOwner, OwnerIds>; readonly findings: readonly Finding[] } {
  const all = owners.list;
  const found = new Map<NamedOwner, OwnerIds>();
  if (all.length === 0) return { found, findings: [] };
  const whole = strategy === 'initramfs' ? 'the initramfs' : 'the image';
  const users = readAccountFile(tree, '/etc/passwd', 'user');
  const groups = readAccountFile(tree, '/etc/group', 'group');
  const findings = new Map<string, Finding>();
  for (const named of all) {
    const { user, group } = named.owner;
    const uid = idOf(user, users.accounts ?? new Map());
    const gid = idOf(group, groups.accounts ?? new Map());
    if (uid !== undefined && gid !== undefined) found.set(named, { uid, gid });
    const missing = [
      ...(uid === undefined ? [describe(user, users, whole)] : []),
      ...(gid === undefined ? [describe(group, groups, whole)] : []),
    ];
    for (const finding of missing) findings.set(`${named.key} ${finding.message}`, { ...finding, path: named.key });
  }
  return { found, findings: [...findings.values()] };
}

function describe(
  name: string | number,
  { path, noun, accounts }: AccountFile,
  whole: string,
): Pick<Finding, 'message' | 'suggestion'> {
  const subject = `${noun} ${JSON.stringify(name)}`;
  if (accounts === undefined) {
    return { message: `cannot look up ${subject}: ${whole} has no file ${path}; write a number, or map the file` };
  }
  const { names, suggestion } = describeAccounts(String(name), accounts);
  const others = accounts.size === 0 ? 'is empty' : `has ${names}`;
  return {
    message: `cannot find ${subject}: ${path} of ${whole} ${others}; write one of them, or a number`,
    ...(suggestion !== undefined && { suggestion }),
  };
}

function readAccountFile(tree: FileTree, path: string, noun: AccountFile['noun']): AccountFile {
  const { inode } = followPath(tree, byteStringFromText(path));
  if (inode?.kind !== 'file') return { path, noun, accounts: undefined };
  return { path, noun, accounts: parseAccounts(readContent(inode.content, path)) };
}

/** @throws FledgeError `input` if the file is unusually large, or cannot be read. */
function readContent(content: Content, path: string): ByteString {
  if (content.size > MAX_ACCOUNT_FILE) {
    const reason = `it has ${formatBytes(content.size)}, and at most ${formatBytes(MAX_ACCOUNT_FILE)} are read`;
    throw new FledgeError('input', `cannot look up owners in ${path}: ${reason}`, { fix: 'write numbers as owners' });
  }
  const bytes = new Uint8Array(content.size);
  const reader = new ContentOpener().open(content);
  try {
    reader.read(bytes, 0);
  } finally {
    reader.close();
  }
  return byteStringFromBytes(bytes);
}
