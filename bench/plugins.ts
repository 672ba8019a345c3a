import { execFileSync } from 'node:child_process';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unpackedSize } from './images.ts';

/** What fledge is compared with: the stock tool chain, and the least that any program has to do. */
export const RIVALS = ['stock', 'floor'] as const;
export type Rival = (typeof RIVALS)[number];

/** Something to be built, by fledge and by others. */
export interface Plugin {
  readonly name: string;
  readonly title: string;
  /** The file that each side writes. */
  readonly artifact: string;
  /** Writes fledge.toml and what it names into the plugin's directory. */
  prepare(bench: Bench): Promise<PreparedPlugin>;
}

export interface PreparedPlugin {
  /** The commands of the rivals; each writes into the empty directory that it is given. */
  readonly rivals: Readonly<Partial<Record<Rival, (outputDirectory: string) => Argv>>>;
  /** What the image's layers are when they are decompressed. */
  readonly unpackedBytes?: number;
}

export type Argv = readonly [string, ...string[]];

export interface Bench {
  /** The plugin's own, which exists. */
  readonly directory: string;
  /** A statically linked program. */
  readonly agent: string;
  /** An OCI layout: the image of Debian. It is made when it is needed and not there. */
  readonly image: string;
  /** The command that builds the plugin of the directory and writes the file. */
  build(output: string): Argv;
}

export const BUSYBOX = '/bin/busybox';
const FREE_MIB = 100;

/** An initramfs plugin: what it has beyond busybox, init and agent. */
export function plainPlugin(options: {
  readonly name: string;
  readonly title: string;
  /** A file or directory, relative to the plugin's directory, and an absolute path in the image that nothing has yet. */
  readonly mapping?: { readonly source: string; readonly destination: string };
  /** Writes the mapped files into the plugin's directory. */
  prepare?(directory: string): void;
}): Plugin {
  const { name, title, mapping } = options;
  return {
    name,
    title,
    artifact: 'plugin.cpio.gz',
    async prepare({ directory, agent }) {
      options.prepare?.(directory);
      const mappings = mapping === undefined ? '' : `[mappings]\n"${mapping.source}" = "${mapping.destination}"\n`;
      writeFileSync(
        join(directory, 'fledge.toml'),
        `version = "1"
strategy = "initramfs"

[agent]
source_strategy = "local"
path = "${agent}"

[source]
busybox_url = "${BUSYBOX}"

${mappings}`,
      );
      const mapped = mapping === undefined ? [] : [mapping.source, mapping.destination.slice(1)];
      const init = repositoryFile('src/init/init.c');
      const script = repositoryFile('bench/stock-chain.sh');
      return { rivals: { stock: (output) => [script, output, init, BUSYBOX, agent, ...mapped] } };
    },
  };
}

/** A root file system of an image, by default that of Debian. */
export function rootfsPlugin(options: {
  readonly name: string;
  readonly title: string;
  /** Makes the image as an OCI layout in a directory that does not exist. */
  makeImage?(layout: string): Promise<void>;
  /** Whether it is compared with others at all, which takes root. */
  readonly compared?: boolean;
}): Plugin {
  const { name, title, makeImage, compared = false } = options;
  return {
    name,
    title,
    artifact: 'rootfs.img',
    async prepare({ directory, image, build }) {
      const layout = makeImage === undefined ? debianLayout(image) : join(directory, 'image');
      if (makeImage !== undefined) await makeImage(layout);
      writeRootfsConfig(directory, layout, `size_buffer_mb = ${FREE_MIB}`);
      const unpackedBytes = await unpackedSize(layout);
      if (!compared) return { rivals: {}, unpackedBytes };
      const artifact = join(directory, 'rootfs.img');
      const [program, ...args] = build(artifact);
      execFileSync(program, args, { cwd: directory, stdio: 'ignore' });
      const { size, blocks } = statSync(artifact);
      return {
        rivals: {
          stock: (output) => [repositoryFile('bench/stock-rootfs.sh'), output, layout, `${FREE_MIB}`],
          floor: (output) => {
            const file = join(output, 'rootfs.img');
            return [process.execPath, repositoryFile('bench/floor.ts'), layout, file, `${blocks * 512}`, `${size}`];
          },
        },
        unpackedBytes,
      };
    },
  };
}

/** A squashfs image of Debian's container image, against mksquashfs at the same level, which takes root. */
export function squashfsPlugin(level: number): Plugin {
  return {
    name: `squashfs-${level}`,
    title: `squashfs of Debian with nginx, PostgreSQL, Python, level ${level}`,
    artifact: 'rootfs.img',
    async prepare({ directory, image }) {
      const layout = debianLayout(image);
      writeRootfsConfig(directory, layout, `type = "squashfs"\ncompression_level = ${level}`);
      const script = repositoryFile('bench/stock-squashfs.sh');
      return {
        rivals: { stock: (output) => [script, output, layout, `${level}`] },
        unpackedBytes: await unpackedSize(layout),
      };
    },
  };
}

/** The layout, after it was made if it was not there. */
function debianLayout(layout: string): string {
  if (!existsSync(layout)) execFileSync(repositoryFile('bench/make-image.sh'), [layout], { stdio: 'ignore' });
  return layout;
}

function writeRootfsConfig(directory: string, layout: string, filesystem: string): void {
  writeFileSync(
    join(directory, 'fledge.toml'),
    `version = "1"
strategy = "oci_rootfs"

[agent]
source_strategy = "none"

[source]
image = "oci:${layout}"

[filesystem]
${filesystem}
`,
  );
}

export function repositoryFile(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}
