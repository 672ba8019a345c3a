/**
 * Makes the archive of fledge with its own Node, for machines without one. It contains the npm package, Node, and the C
 * library that Node needs with its loader, so it runs on every Linux distribution, also on those with musl. The same npm
 * package produces the same bytes.
 *
 *   node scripts/release/standalone/make.ts <npm package> x86_64|aarch64 <directory for the archive>
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { DEBIAN_PACKAGES, debianPackage, type Machine, nodePackage } from './runtime-parts.ts';

const LIBRARIES = ['libc.so.6', 'libm.so.6', 'libdl.so.2', 'libpthread.so.0', 'libstdc++.so.6', 'libgcc_s.so.1'];
const PLATFORMS = {
  x86_64: { loader: 'ld-linux-x86-64.so.2', triplet: 'x86_64-linux-gnu' },
  aarch64: { loader: 'ld-linux-aarch64.so.1', triplet: 'aarch64-linux-gnu' },
} as const;
const LICENSES = {
  'glibc.txt': 'libc6/copyright',
  'gcc.txt': 'gcc-14-base/copyright',
} as const;
const COMMON_LICENSES = ['LGPL-2.1', 'GPL-3'];
/** The time of all files, as in npm packages. */
const MTIME = '@499162500';

/**
 * Starts Node with its own C library. fledge starts itself a second time with argv0, which is the path of this script.
 * `--inhibit-cache`: no library of the host, whose C library may be newer or older.
 */
const startNode = (loader: string): string => `#!/bin/sh
exec "\${0%/*}/lib/${loader}" --argv0 "$0" --inhibit-cache --library-path "\${0%/*}/lib" "\${0%/*}/lib/node" "$@"
`;

/** Starts fledge, also through a symbolic link. */
const START_FLEDGE = `#!/bin/sh
self=$(readlink -f "$0") && root=\${self%/bin/fledge} && exec "$root/runtime/node" "$root/dist/cli/index.js" "$@"
`;

const notice = (node: string): string => `This directory contains programs of other projects, unchanged:

- lib/node: Node.js ${node}, from the npm package node-linux-* (licenses/node.txt)
${DEBIAN_PACKAGES.filter(({ name }) => name.startsWith('lib'))
  .map(({ name, source, version }) => `- from Debian's package ${name} ${version} (source package ${source})`)
  .join('\n')}

The GNU C library is under the LGPL 2.1 (licenses/glibc.txt, licenses/LGPL-2.1). libstdc++ and libgcc are under the GPL 3
with the GCC Runtime Library Exception (licenses/gcc.txt, licenses/GPL-3). You can replace the files in lib/ by others.
Debian has the source packages in these versions: https://snapshot.debian.org/package/glibc/ and
https://snapshot.debian.org/package/gcc-14/
`;

interface Job {
  /** The .tgz of `npm pack`. */
  readonly npmPackage: string;
  readonly machine: Machine;
  /** Where the archive is written. */
  readonly directory: string;
}

/** Writes the archive, and returns its path. */
export async function makeStandalone({ npmPackage, machine, directory }: Job): Promise<string> {
  const work = mkdtempSync(join(tmpdir(), 'fledge-standalone-'));
  try {
    const unpacked = join(work, 'package');
    execFileSync('tar', ['-x', '-z', '-f', npmPackage, '-C', work]);
    await addRuntime(join(unpacked, 'runtime'), machine, work);
    mkdirSync(join(unpacked, 'bin'));
    writeFileSync(join(unpacked, 'bin/fledge'), START_FLEDGE, { mode: 0o755 });

    // Without the version, so that the address of the newest release's archive is always the same.
    const name = `fledge-linux-${machine}`;
    const tar = join(work, `${name}.tar`);
    const order = ['--sort=name', '--format=ustar', `--mtime=${MTIME}`, '--mode=u=rwX,go=rX'];
    const owner = ['--owner=0', '--group=0', '--numeric-owner'];
    const rename = '--transform=s|^package|fledge|';
    execFileSync('tar', ['-c', '-f', tar, '-C', work, ...order, ...owner, rename, 'package']);
    execFileSync('gzip', ['-n', tar]);
    mkdirSync(directory, { recursive: true });
    const archive = join(resolve(directory), `${name}.tar.gz`);
    copyFileSync(`${tar}.gz`, archive);
    return archive;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Fills the directory `runtime/` of the archive. */
async function addRuntime(runtime: string, machine: Machine, work: string): Promise<void> {
  const { loader, triplet } = PLATFORMS[machine];
  for (const directory of ['lib', 'licenses']) mkdirSync(join(runtime, directory), { recursive: true });

  const node = nodePackage(machine);
  const nodeFiles = join(work, 'node');
  mkdirSync(nodeFiles);
  execFileSync('tar', ['-x', '-z', '-f', node.file, '-C', nodeFiles, '--strip-components=1']);
  copyFileSync(join(nodeFiles, 'bin/node'), join(runtime, 'lib/node'));
  copyFileSync(join(nodeFiles, 'LICENSE'), join(runtime, 'licenses/node.txt'));

  const debian = join(work, 'debian');
  for (const wanted of DEBIAN_PACKAGES) {
    execFileSync('dpkg-deb', ['--extract', await debianPackage(wanted, machine), debian]);
  }
  for (const library of [loader, ...LIBRARIES]) {
    copyFileSync(join(debian, 'usr/lib', triplet, library), join(runtime, 'lib', library));
  }
  for (const [name, path] of Object.entries(LICENSES)) {
    copyFileSync(join(debian, 'usr/share/doc', path), join(runtime, 'licenses', name));
  }
  for (const name of COMMON_LICENSES) {
    copyFileSync(join(debian, 'usr/share/common-licenses', name), join(runtime, 'licenses', name));
  }
  writeFileSync(join(runtime, 'node'), startNode(loader), { mode: 0o755 });
  writeFileSync(join(runtime, 'NOTICE'), notice(node.version));
}

if (import.meta.main) {
  const [npmPackage, machine, directory] = process.argv.slice(2);
  if (npmPackage === undefined || directory === undefined || (machine !== 'x86_64' && machine !== 'aarch64')) {
    process.stderr.write(`usage: ${basename(import.meta.filename)} <npm package> x86_64|aarch64 <directory>\n`);
    process.exitCode = 2;
  } else {
    process.stdout.write(`${await makeStandalone({ npmPackage, machine, directory })}\n`);
  }
}
