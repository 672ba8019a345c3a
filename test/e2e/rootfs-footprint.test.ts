import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type TestLayer, TestLayout } from '../helpers/image/oci-image.ts';
import { noise } from '../helpers/image/rootfs-bad-input.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { memberOf, tarOf } from '../helpers/image/tar.ts';
import { runFledge } from '../helpers/process/cli.ts';
import { testDirectory } from '../helpers/scratch.ts';

// Resources that a build uses, in figures that do not depend on the load of the machine. Durations are measured in
// bench/.

const MIB = 1024 * 1024;

/** Resources of a finished build as the kernel counted them, in bytes. */
interface Footprint {
  /** Maximum resident memory. */
  readonly memory: number;
  /** Bytes of all read and write calls, for files of any kind. */
  readonly read: number;
  readonly written: number;
}

/** Runs when the measured process ends. */
const REPORT = `process.on('exit', () => {
  const fs = process.getBuiltinModule('node:fs');
  const text = fs.readFileSync('/proc/self/status', 'latin1') + fs.readFileSync('/proc/self/io', 'latin1');
  const counter = (name) => Number(new RegExp(name + ':\\\\s*(\\\\d+)').exec(text)[1]);
  const footprint = { memory: counter('VmHWM') * 1024, read: counter('rchar'), written: counter('wchar') };
  fs.writeFileSync(process.env.FOOTPRINT, JSON.stringify(footprint));
});`;

async function footprintOf(
  layers: readonly TestLayer[],
  run: { readonly wrapper?: readonly string[]; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Footprint> {
  const directory = testDirectory();
  const layout = new TestLayout(join(directory, 'layout'));
  layout.write({ '': layout.addImage({ layers, run: { Cmd: ['/bin/app'] } }) });
  writeFileSync(join(directory, 'fledge.toml'), rootfsConfig('oci:layout'));
  const footprint = join(directory, 'footprint.json');
  const args = ['build', '--output', 'out.img', '--platform', 'linux/amd64', '--verify', 'none', '--quiet'];
  const result = await runFledge(args, {
    ...run,
    cwd: directory,
    env: {
      ...run.env,
      FOOTPRINT: footprint,
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(REPORT)}`,
    },
  });
  expect(result.stderr).toBe('');
  expect(result.status).toBe(0);
  return JSON.parse(readFileSync(footprint, 'utf8'));
}

/** A layer of `count` files, 250 in a directory, each in a block of its own. */
function filesLayer(count: number): TestLayer {
  const members = Array.from({ length: count }, (_, index) =>
    memberOf({ name: `usr/share/files/${Math.floor(index / 250)}/small-file-${index}`, data: `content ${index}` }),
  );
  return { tar: Buffer.concat([...members, Buffer.alloc(1024)]) };
}

describe('a root file system', () => {
  it('a root file system of many files needs at most a kilobyte of memory per file', async () => {
    const one = await footprintOf([filesLayer(1)]);
    const many = await footprintOf([filesLayer(100_000)]);
    // It is 110 MiB, of which 35 are buffers and threads of every build; the build of a small image uses fewer of them.
    expect(many.memory - one.memory).toBeLessThan(150 * MIB);
  });

  it('needs no more memory for large files and reads and writes each byte only as often as necessary', async () => {
    const data = Buffer.alloc(100 * MIB, noise(MIB));
    const none = await footprintOf([{ tar: tarOf([{ name: 'f' }]) }]);
    const { memory, read, written } = await footprintOf([{ tar: tarOf([{ name: 'f', data }]) }]);
    expect(memory - none.memory).toBeLessThan(48 * MIB);
    // The layer, the spool, and the image, which is hashed.
    expect(read - none.read).toBeLessThan(3 * data.length + 8 * MIB);
    // The spool and the image.
    expect(written - none.written).toBeLessThan(2 * data.length + 8 * MIB);
  });

  it('needs no more memory for many layers', async () => {
    // More than a megabyte, in files that are small enough to be batched before they are written.
    const members = Array.from({ length: 120 }, (_, index) => ({ name: `f${index}`, data: Buffer.alloc(10_000, 'x') }));
    const layer = { tar: tarOf(members) };
    const one = await footprintOf([layer]);
    const many = await footprintOf(Array.from({ length: 150 }, () => layer));
    expect(many.memory - one.memory).toBeLessThan(75 * MIB);
  });

  it('needs no memory and no I/O for the holes of a sparse file', async () => {
    const sparse = memberOf({
      name: 'sparse',
      data: Buffer.alloc(4096, 'x'),
      pax: [
        ['GNU.sparse.size', `${4 * 2 ** 30}`],
        ['GNU.sparse.numblocks', '1'],
        ['GNU.sparse.offset', `${2 ** 30}`],
        ['GNU.sparse.numbytes', '4096'],
      ],
    });
    const none = await footprintOf([{ tar: tarOf([{ name: 'f' }]) }]);
    const { memory, read, written } = await footprintOf([{ tar: Buffer.concat([sparse, Buffer.alloc(1024)]) }]);
    expect(memory - none.memory).toBeLessThan(16 * MIB);
    expect(read - none.read).toBeLessThan(MIB);
    expect(written - none.written).toBeLessThan(MIB);
  });

  it('needs only as much temporary space as the unpacked image', async () => {
    const layers = ['a', 'b', 'a'].map((name) => ({ tar: tarOf([{ name, data: noise(8 * MIB) }]) }));
    const unpacked = layers.reduce((sum, { tar }) => sum + tar.length, 0);
    const temporary = join(testDirectory(), 'temporary');
    mkdirSync(temporary);
    // In a user namespace every user may mount a tmpfs; it is deleted with the last process of the namespace.
    const mount = 'mount -t tmpfs -o "size=$1" tmpfs "$2" && shift 2 && exec "$@"';
    const wrapper = ['unshare', '--map-root-user', '--mount', 'sh', '-c', mount, 'sh', `${unpacked}`, temporary];
    await footprintOf(layers, { wrapper, env: { TMPDIR: temporary } });
  });
});
