/**
 * Downloads the parts of the runtime in the archive with its own Node: Node from npm, in the version and with the digest of
 * package-lock.json, and the C and C++ libraries of Debian 13, whose packages are pinned here.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

/** As `uname -m` prints it. */
export type Machine = 'x86_64' | 'aarch64';

interface DebianPackage {
  readonly name: string;
  /** The source package. */
  readonly source: string;
  readonly version: string;
  readonly sha256: Readonly<Record<Machine, string>>;
}

/** To update: the versions of Debian 13, and the digests of its Packages files. */
export const DEBIAN_PACKAGES: readonly DebianPackage[] = [
  {
    name: 'libc6',
    source: 'glibc',
    version: '2.41-12+deb13u5',
    sha256: {
      x86_64: 'b59b0625cd1a791375d40dab23a4d5d3d0641e3d0a773501becdc3725b7f99cf',
      aarch64: '0966fc3da1a26cc57647c68b5736f791b6e7eb498173a7993f63b6c89b4ed4f5',
    },
  },
  {
    name: 'libstdc++6',
    source: 'gcc-14',
    version: '14.2.0-19',
    sha256: {
      x86_64: 'ab1fa05837aa7a92aae748fd07a18a35f7d18bb4a71c4724fe2bbf0e32089de0',
      aarch64: '6669b0c52a2e7c6af9adfdabce3ff6e286065cdfbc7b85280862b5f799daebee',
    },
  },
  {
    name: 'libgcc-s1',
    source: 'gcc-14',
    version: '14.2.0-19',
    sha256: {
      x86_64: '3c71917b490d1a17aed43196a2787a256ecf060526cdb20216a74bedc061b150',
      aarch64: '1108bc87879833d6d9a145f22a4a15cddb34e065b4b5f4b97bee586adbac2851',
    },
  },
  // The licence of the two packages above.
  {
    name: 'gcc-14-base',
    source: 'gcc-14',
    version: '14.2.0-19',
    sha256: {
      x86_64: '5b6825de4263824b78c4c51f6476414f3b4e89c2ab63e81dc8b9b5501e867cf6',
      aarch64: '34ee90679b018c0e64234747a4c4c0ae6b7f63541115037465a8627c2dfbc594',
    },
  },
  // The texts of the LGPL and the GPL.
  {
    name: 'base-files',
    source: 'base-files',
    version: '13.8+deb13u8',
    sha256: {
      x86_64: 'f5a0546098f38bad5843380521781fe7214e5a283d3bed63f79c505545f262af',
      aarch64: '893616b7ce203a05a0528652f7d754cc5e3de7e8eff3b396f95383a5b8b1c668',
    },
  },
];

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CACHE = join(ROOT, 'node_modules/.cache/fledge/standalone');
const DEBIAN_ARCHITECTURES = { x86_64: 'amd64', aarch64: 'arm64' } as const;
const NODE_ARCHITECTURES = { x86_64: 'x64', aarch64: 'arm64' } as const;
/** The snapshot has a version after the mirror has replaced it. */
const MIRRORS = ['http://deb.debian.org/debian', 'http://snapshot.debian.org/archive/debian/20261129T000000Z'] as const;

const lockSchema = z.object({
  packages: z.record(z.string(), z.object({ version: z.string().optional(), integrity: z.string().optional() })),
});

/** A downloaded Node: its version, and its npm package. */
export interface NodePackage {
  readonly version: string;
  /** Path of the .tgz. */
  readonly file: string;
}

/**
 * The npm package with the Node that package-lock.json has for a machine.
 *
 * @throws Error if it cannot be downloaded or has another digest.
 */
export function nodePackage(machine: Machine): NodePackage {
  const name = `node-linux-${NODE_ARCHITECTURES[machine]}`;
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')));
  const { version = '', integrity = '' } = packages[`node_modules/${name}`] ?? {};
  const file = join(CACHE, `${name}-${version}.tgz`);
  if (!existsSync(file)) {
    mkdirSync(CACHE, { recursive: true });
    const args = ['pack', '--silent', '--prefer-offline', '--pack-destination', CACHE, `${name}@${version}`];
    execFileSync('npm', args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  }
  const actual = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`;
  if (actual !== integrity) throw new Error(`cannot use ${file}: its digest differs from package-lock.json`);
  return { version, file };
}

/**
 * The .deb of a pinned package.
 *
 * @throws Error if no mirror has it.
 */
export async function debianPackage(wanted: DebianPackage, machine: Machine): Promise<string> {
  const { name, source, version } = wanted;
  const file = `${name}_${version}_${DEBIAN_ARCHITECTURES[machine]}.deb`;
  const path = join(CACHE, file);
  if (existsSync(path) && sha256(readFileSync(path)) === wanted.sha256[machine]) return path;
  const failures: string[] = [];
  for (const mirror of MIRRORS) {
    const url = `${mirror}/pool/main/${source[0]}/${source}/${encodeURIComponent(file)}`;
    const content = await download(url).catch((error: unknown) => String(error));
    if (typeof content === 'string') failures.push(`${url}: ${content}`);
    else if (sha256(content) !== wanted.sha256[machine]) failures.push(`${url}: the digest is not the pinned one`);
    else {
      mkdirSync(CACHE, { recursive: true });
      writeFileSync(`${path}.${process.pid}`, content);
      renameSync(`${path}.${process.pid}`, path);
      return path;
    }
  }
  throw new Error(`cannot download ${file}:\n  ${failures.join('\n  ')}`);
}

async function download(url: string): Promise<Buffer> {
  const response = await fetch(url, { signal: AbortSignal.timeout(120_000) });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
