import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeSmallFiles } from './inputs.ts';
import { run } from './measure.ts';
import type { Argv } from './plugins.ts';

/** What is measured in a case: commands that do the same. */
export interface Contest {
  readonly fledge: Side;
  /** By their names. The fastest one in each round counts. */
  readonly rivals: Readonly<Record<string, Side>>;
}

export interface Side {
  readonly argv: Argv;
  /** Removed before and after each run. */
  readonly output?: string;
}

/** Where a case works. */
export interface Place {
  /** Empty at first; removed at the end. */
  readonly directory: string;
  /** The command line of fledge with these arguments. */
  fledge(...args: readonly string[]): Argv;
}

export interface InsideCase {
  readonly name: string;
  readonly title: string;
  /** The highest accepted ratio of the time of fledge to that of the fastest rival. */
  readonly limit: number;
  /** Makes the inputs; cases share those of the same name. */
  prepare(place: Place): Promise<Contest>;
}

const FILES = 200_000;

/** Add a case here; each is one row of the result. */
export const insideCases: readonly InsideCase[] = [
  {
    name: 'list',
    title: `list an ext4 image of ${FILES.toLocaleString('en')} files`,
    limit: 1,
    async prepare({ directory, fledge }) {
      const image = await imageOfSmallFiles(directory);
      const script = join(directory, 'debugfs-commands');
      const inDirectories = 'find "$1" -type d -printf \'ls -l "/%P"\\n\'';
      const listed = inMount(`${inDirectories} > "$2"`, image, directory, script);
      await run({ argv: listed, cwd: directory });
      return {
        fledge: { argv: fledge('inspect', image) },
        rivals: {
          'mount and find -ls': { argv: inMount('find "$1" -ls', image, directory) },
          'debugfs ls -l': { argv: ['/sbin/debugfs', '-f', script, image] },
        },
      };
    },
  },
  {
    name: 'extract',
    title: `extract an ext4 image of ${FILES.toLocaleString('en')} files`,
    limit: 1.3,
    async prepare({ directory, fledge }) {
      const image = await imageOfSmallFiles(directory);
      const [own, copied] = [join(directory, 'extracted'), join(directory, 'copied')];
      return {
        fledge: { argv: fledge('extract', image, '-C', own, '--same-owner', '--quiet'), output: own },
        rivals: {
          'mount and cp -a': { argv: inMount('cp -a "$1" "$2"', image, directory, copied), output: copied },
        },
      };
    },
  },
];

/** A command that runs a shell script with the image mounted at `$1`, in a namespace of its own. */
function inMount(script: string, image: string, directory: string, ...args: readonly string[]): Argv {
  const mountPoint = join(directory, 'mount');
  mkdirSync(mountPoint, { recursive: true });
  const mounted = `mount -o loop,ro "$0" "$1"; ${script}`;
  return ['unshare', '--mount', 'sh', '-euc', mounted, image, mountPoint, ...args];
}

const made = new Map<string, Promise<string>>();

/** An image that mke2fs has made of small files. */
function imageOfSmallFiles(directory: string): Promise<string> {
  const image = join(directory, 'files.img');
  const making = made.get(image) ?? makeImage(image, join(directory, 'tree'));
  made.set(image, making);
  return making;
}

async function makeImage(image: string, tree: string): Promise<string> {
  writeSmallFiles(tree, FILES);
  writeFileSync(image, '');
  const options = ['-q', '-F', '-t', 'ext4', '-N', String(FILES * 1.2), '-d', tree];
  await run({ argv: ['/sbin/mke2fs', ...options, image, '2G'], cwd: '/' });
  rmSync(tree, { recursive: true });
  return image;
}
