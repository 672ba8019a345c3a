import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unpackedSize } from './images.ts';

/** The programs with which fledge is compared: the stock tool chain, and the minimum work of any program. */
export const RIVALS = ['stock', 'floor'] as const;
export type Rival = (typeof RIVALS)[number];

/** A plugin that fledge and its rivals build. */
export interface Plugin {
  readonly name: string;
  readonly title: string;
  /** The file that each side writes. */
  readonly artifact: string;
  /** Writes fledge.toml and the files that it names into the plugin's directory. */
  prepare(bench: Bench): Promise<PreparedPlugin>;
}

export interface PreparedPlugin {
  /** The commands of the rivals. Each writes into an empty directory, its argument. */
  readonly rivals: Readonly<Partial<Record<Rival, (outputDirectory: string) => Argv>>>;
  /** The size of the image's decompressed layers, in bytes. */
  readonly unpackedBytes?: number;
}

export type Argv = readonly [string, ...string[]];

export interface Bench {
  /** The plugin's directory, which exists. */
  readonly directory: string;
  /** A statically linked program. */
  readonly agent: string;
  /** The OCI layout of the Debian image. It is made when it is needed and does not exist. */
  readonly image: string;
  /** The command that builds the plugin in the directory and writes `output`. */
  build(output: string): Argv;
}

export const BUSYBOX = '/bin/busybox';
const FREE_MIB = 100;

/** An initramfs plugin with busybox, init and agent, and optionally a mapping. */
export function plainPlugin(options: {
  readonly name: string;
  readonly title: string;
  /** A file or directory, relative to the plugin's directory, and an unused absolute path in the image. */
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

/** A root file system plugin from an image. Default: that of Debian. */
export function rootfsPlugin(options: {
  readonly name: string;
  readonly title: string;
  /** Makes the image as an OCI layout in a directory that does not exist. */
  makeImage?(layout: string): Promise<void>;
  /** True if it is compared with rivals, which needs root. */
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

/** A squashfs image of Debian's container image, compared with mksquashfs at the same level, which needs root. */
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

/** A qcow2 image of Debian's container image. Its rival is the raw image, also made by fledge. */
export function qcow2Plugin(): Plugin {
  return {
    name: 'qcow2',
    title: 'qcow2 of Debian with nginx, PostgreSQL, Python',
    artifact: 'rootfs.img',
    async prepare({ directory, image, build }) {
      const layout = debianLayout(image);
      const free = `size_buffer_mb = ${FREE_MIB}`;
      writeRootfsConfig(directory, layout, `format = "qcow2"\n${free}`);
      const raw = join(directory, 'raw');
      mkdirSync(raw);
      writeRootfsConfig(raw, layout, free);
      const config = join(raw, 'fledge.toml');
      return {
        rivals: { stock: (output) => [...build(join(output, 'rootfs.img')), '--config', config] },
        unpackedBytes: await unpackedSize(layout),
      };
    },
  };
}

/** Makes the layout if it does not exist, and returns it. */
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
