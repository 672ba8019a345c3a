import { type ByteString, byteStringFromText } from '../support/byte-string.ts';
import type { Content, NonDirectoryInode, Timestamp } from './entry.ts';
import { addProgram, rootOwned } from './root-owned.ts';
import type { FileTree } from './tree.ts';

/** An applet of a busybox, and its directory (without slashes around it). */
export interface AppletLink {
  readonly name: string;
  readonly directory: string;
}

/** The directories that programs expect, even if they are empty. */
const BASE_DIRECTORIES: readonly (readonly [path: string, mode: number])[] = [
  ['bin', 0o755],
  ['dev', 0o755],
  ['etc', 0o755],
  ['home', 0o755],
  ['lib', 0o755],
  ['lib64', 0o755],
  ['mnt', 0o755],
  ['opt', 0o755],
  ['proc', 0o555],
  ['root', 0o700],
  ['run', 0o755],
  ['sbin', 0o755],
  ['srv', 0o755],
  ['sys', 0o555],
  ['tmp', 0o1777],
  ['usr', 0o755],
  ['usr/bin', 0o755],
  ['usr/lib', 0o755],
  ['usr/local', 0o755],
  ['usr/local/bin', 0o755],
  ['usr/sbin', 0o755],
  ['var', 0o755],
  ['var/lib', 0o755],
  ['var/log', 0o755],
  ['var/tmp', 0o1777],
];

/**
 * Devices that PID 1 needs before it has mounted /dev: the kernel opens /dev/console for its stdio. Numbers from
 * Documentation/admin-guide/devices.txt.
 */
export const BASE_DEVICES = [
  { path: 'dev/console', mode: 0o600, major: 5, minor: 1 },
  { path: 'dev/null', mode: 0o666, major: 1, minor: 3 },
] as const;

const BUSYBOX = 'bin/busybox' as ByteString;

/**
 * Adds the directories and device nodes that every initramfs has. What exists at the path of a directory stays as it is, also
 * a link such as `bin -> usr/bin`; device nodes replace it, because exported images have empty files there.
 */
export function addBaseTree(tree: FileTree, mtime: Timestamp): void {
  for (const [name, mode] of BASE_DIRECTORIES) {
    const path = byteStringFromText(name);
    if (tree.get(path) === undefined) tree.putDirectory(path, rootOwned(mode, mtime));
  }
  for (const { path, mode, major, minor } of BASE_DEVICES) {
    tree.put(byteStringFromText(path), { ...rootOwned(mode, mtime), kind: 'char-device', major, minor });
  }
}

/** The directories of the usual PATH. */
const PROGRAM_DIRECTORIES = ['usr/local/sbin', 'usr/local/bin', 'usr/sbin', 'usr/bin', 'sbin', 'bin'];

/**
 * Adds busybox as /bin/busybox and a symbolic link for every applet, except if an image has a program of that name in one of
 * the directories of the usual PATH, which the link could hide. The links are absolute, as `busybox --install -s` makes them,
 * so they are valid even if the applet's directory is a link.
 */
export function addBusybox(tree: FileTree, binary: Content, applets: readonly AppletLink[], mtime: Timestamp): void {
  addProgram(tree, BUSYBOX, binary, mtime);
  const link: NonDirectoryInode = { ...rootOwned(0o777, mtime), kind: 'symlink', target: `/${BUSYBOX}` as ByteString };
  const taken = new Set(PROGRAM_DIRECTORIES.flatMap((directory) => tree.namesIn(byteStringFromText(directory))));
  for (const applet of applets) {
    const name = byteStringFromText(applet.name);
    const path = byteStringFromText(`${applet.directory}/${applet.name}`);
    if (taken.has(name) || tree.get(path) !== undefined) continue;
    // Each link has its own inode: authors do not expect hardlinks of symlinks.
    tree.put(path, { ...link });
    if (PROGRAM_DIRECTORIES.includes(applet.directory)) taken.add(name);
  }
}
