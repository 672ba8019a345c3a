import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { workspace } from './process/cli.ts';
import { boot, findKernel, type MachineOptions } from './process/qemu.ts';

const execute = promisify(execFile);
const source = fileURLToPath(new URL('../fixtures/agent/kestrel.c', import.meta.url));
const loader = fileURLToPath(new URL('../../examples/nginx/loader', import.meta.url));

/** Compiles the stand-in for Volant's agent, and returns the path of the static binary. */
export async function compileKestrel(directory: string): Promise<string> {
  const output = join(directory, 'kestrel');
  const flags = ['-static', '-Os', '-s', '-Wall', '-Wextra', '-Werror'];
  await execute('gcc', [...flags, source, '-o', output, '-ljansson', '-lz']);
  return output;
}

/** What volantd adds to the kernel command line: the manifest as base64url of gzip of JSON. */
export function manifestWord(manifest: string): string {
  return `volant.manifest=${gzipSync(JSON.stringify(JSON.parse(manifest)), { level: 9 }).toString('base64url')}`;
}

export interface VolantMachine extends Pick<MachineOptions, 'initramfs' | 'disk' | 'diskFormat' | 'memoryMiB'> {
  /** The text of manifest.json. */
  readonly manifest: string;
  /** Further words of the kernel command line. */
  readonly parameters?: readonly string[];
}

/** Boots an artifact as volantd does, until the machine powers off. Returns the console text. */
export async function bootUnderKestrel({ manifest, parameters = [], ...machine }: VolantMachine): Promise<string> {
  return boot({ ...machine, parameters: [manifestWord(manifest), ...parameters] });
}

/** The values that the agent printed for a key, in their order. */
export function saidBy(text: string, key: string): readonly string[] {
  return [...text.matchAll(new RegExp(`^KESTREL ${key}=(.*)$`, 'gm'))].map(([, value = '']) => value);
}

/**
 * PID 1 of the initramfs that is part of Volant's kernel; here it also loads drivers that are modules. It brings up lo as
 * Volant's kernel does, because volantd puts `ip=` on the command line, which Debian's kernel ignores.
 */
const INIT = `#!/bin/sh
mount -t devtmpfs devtmpfs /dev
ip link set lo up
for module in /lib/modules/*.ko; do insmod "$module"; done
for _ in 1 2 3 4 5 6 7 8 9 10; do [ -b /dev/vda ] && break; sleep 0.2; done
exec /bin/kestrel
`;

/** Builds what is in Volant's kernel for a root image: the agent, and here the drivers of a file system. */
export async function buildVolantInitramfs(kestrel: string, filesystem: string): Promise<string> {
  const place = workspace({
    'fledge.toml': `version = "1"
strategy = "initramfs"
init.path = "init.sh"
source.busybox_url = "/bin/busybox"
[mappings]
"kestrel" = "/bin/kestrel"
"loader/build/modules" = "/lib/modules"
`,
    'init.sh': INIT,
  });
  cpSync(kestrel, join(place.plugin, 'kestrel'));
  cpSync(loader, join(place.plugin, 'loader'), { recursive: true });
  const version = basename(await findKernel()).replace('vmlinuz-', '');
  await execute(join(place.plugin, 'loader/modules.sh'), [version, filesystem]);
  const { status, stderr } = await place.run(['build', '--platform', 'linux/amd64']);
  if (status !== 0) throw new Error(stderr);
  return join(place.plugin, 'plugin.cpio.gz');
}
