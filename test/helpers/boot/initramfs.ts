import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Text is executable unless `mode` says otherwise. */
export type Source =
  | string
  | Uint8Array
  | { readonly text: string; readonly mode: number }
  | { readonly copyOf: string }
  | { readonly linkTo: string };

/** Files by absolute path. */
export type Files = Readonly<Record<string, Source>>;

/** A new directory below `parent` with these files. */
export async function makeRoot(parent: string, files: Files): Promise<string> {
  const root = await mkdtemp(join(parent, 'root-'));
  await chmod(root, 0o755);
  for (const [path, source] of Object.entries(files)) {
    const target = join(root, path);
    await mkdir(dirname(target), { recursive: true });
    if (typeof source === 'string' || source instanceof Uint8Array) await writeFile(target, source, { mode: 0o755 });
    else if ('text' in source) await writeFile(target, source.text, { mode: source.mode });
    else if ('copyOf' in source) await cp(source.copyOf, target);
    else await symlink(source.linkTo, target);
  }
  return root;
}

/** An initramfs in a new file below `parent`. GNU cpio and gzip make it, because what boots is judged, and not our own writer. The entries are
 * sorted by name. */
export async function makeInitramfs(parent: string, files: Files): Promise<string> {
  const root = await makeRoot(parent, files);
  const script = 'cd "$1" && find . | sort | cpio --quiet -o -H newc -R 0:0 | gzip -1 >"$2"';
  await execute('sh', ['-c', script, 'sh', root, `${root}.cpio.gz`]);
  return `${root}.cpio.gz`;
}

/** The static busybox of this machine as /bin/busybox, and links to it with the names of its applets. */
export function busyboxWith(...applets: readonly string[]): Files {
  const links = applets.map((name) => [`/bin/${name}`, { linkTo: 'busybox' }] as const);
  return { '/bin/busybox': { copyOf: '/bin/busybox' }, ...Object.fromEntries(links) };
}
