import { execFileSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/inside/artifact.ts';
import { openArtifact } from '../../src/inside/open.ts';
import { testDirectory } from '../helpers/scratch.ts';

const env = { ...process.env, PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/sbin`, LC_ALL: 'C', TZ: 'UTC' };

function shell(script: string, ...args: readonly string[]): string {
  return execFileSync('bash', ['-euc', script, 'bash', ...args], { env, encoding: 'utf8', stdio: 'pipe' });
}

async function factsOf(path: string): Promise<Record<string, Fact['value']>> {
  const artifact = await openArtifact(path);
  try {
    return Object.fromEntries((await artifact.facts()).map(({ key, value }) => [key, value]));
  } finally {
    await artifact.close();
  }
}

/** The values that a program prints as `name: value`, `name = value`, `name<tab>value`, or `name value`. */
function printed(text: string): (name: string) => string {
  return (name) => {
    const line = text.split('\n').find((each) => each.startsWith(name)) ?? '';
    return line.slice(name.length).replace(/^[:\s=]+/, '');
  };
}

const EXT_VARIANTS = [
  { revision: 'ext2', options: '-t ext2 -b 1024 -L data' },
  { revision: 'ext3', options: '-t ext3 -b 4096' },
  { revision: 'ext4', options: '-t ext4 -O inline_data,large_dir,metadata_csum,ea_inode -M /srv -L 0123456789abcdef' },
  { revision: 'ext4', options: '-t ext4 -O bigalloc,sparse_super2,^resize_inode,^has_journal,quota,casefold' },
  { revision: 'ext4', options: '-t ext4 -O ^metadata_csum,uninit_bg,mmp,project,meta_bg,^resize_inode,verity' },
] as const;

describe('the facts of an image', () => {
  it.each(EXT_VARIANTS)('are those of dumpe2fs: $options', async ({ revision, options }) => {
    const image = join(testDirectory(), 'image');
    shell(`truncate -s 40M "$1"; mke2fs -qF ${options} "$1"`, image);
    const expected = printed(shell('dumpe2fs -h "$1" 2>/dev/null', image));
    const facts = await factsOf(image);
    const blockSize = Number(expected('Block size'));
    const [blocks, free] = [Number(expected('Block count')), Number(expected('Free blocks'))];
    const label = expected('Filesystem volume name');
    expect(facts).toEqual({
      fileSystem: revision,
      size: blocks * blockSize,
      used: (blocks - free) * blockSize,
      free: free * blockSize,
      blockSize,
      inodes: Number(expected('Inode count')),
      freeInodes: Number(expected('Free inodes')),
      inodeSize: Number(expected('Inode size')),
      uuid: expected('Filesystem UUID'),
      ...(label !== '<none>' && { label }),
      features: expected('Filesystem features').split(' '),
      madeAt: isoOf(expected('Filesystem created')),
      writtenAt: isoOf(expected('Last write time')),
      ...(options.includes('-M') && { mountedOn: '/srv' }),
      clean: expected('Filesystem state') === 'clean',
      needsRecovery: false,
    });
  });

  it('show an ext file system that was not unmounted', async () => {
    const image = join(testDirectory(), 'image');
    shell(
      'truncate -s 8M "$1"; mke2fs -qF -t ext4 "$1"; debugfs -w -R "feature needs_recovery" "$1"; debugfs -w -R "ssv state 0" "$1"',
      image,
    );
    expect(await factsOf(image)).toMatchObject({ clean: false, needsRecovery: true });
  });

  it('are those of unsquashfs, also for a compressor that is not supported', async () => {
    const image = join(testDirectory(), 'image');
    for (const options of ['-comp lzma -b 64K', '-comp zstd -noI -noX -always-use-fragments -no-exports']) {
      shell(
        `mksquashfs "$2" "$1" -noappend -quiet -no-progress -mkfs-time 1700000000 ${options}`,
        image,
        import.meta.dirname,
      );
      const expected = printed(shell('unsquashfs -s "$1"', image));
      expect(await factsOf(image)).toEqual({
        fileSystem: 'squashfs 4.0',
        size: Number(/size (\d+)/.exec(expected('Filesystem'))?.[1]),
        compressor: expected('Compression'),
        blockSize: Number(expected('Block size')),
        inodes: Number(expected('Number of inodes')),
        fragments: Number(expected('Number of fragments')),
        owners: Number(expected('Number of ids')),
        flags: options.includes('zstd')
          ? ['uncompressed inodes', 'always fragments', 'duplicates removed', 'uncompressed attributes']
          : ['duplicates removed', 'exportable'],
        madeAt: '2023-11-14T22:13:20Z',
      });
    }
    await expect(entriesOf(image)).resolves.toBeGreaterThan(50);
  });

  it('are those of xfs_db', async () => {
    const image = join(testDirectory(), 'image');
    shell('truncate -s 320M "$1"; mkfs.xfs -q -L volume -i size=1024 "$1"', image);
    const expected = printed(shell('xfs_db -r -c "sb 0" -c p "$1"', image));
    const of = (name: string): number => Number(expected(`${name} =`));
    const facts = await factsOf(image);
    expect(facts).toMatchObject({
      fileSystem: 'xfs version 5',
      size: of('dblocks') * of('blocksize'),
      used: (of('dblocks') - of('fdblocks')) * of('blocksize'),
      free: of('fdblocks') * of('blocksize'),
      blockSize: of('blocksize'),
      sectorSize: of('sectsize'),
      inodes: of('icount'),
      freeInodes: of('ifree'),
      inodeSize: 1024,
      allocationGroups: of('agcount'),
      logSize: of('logblocks') * of('blocksize'),
      uuid: expected('uuid ='),
      label: 'volume',
    });
    const version = shell('xfs_db -r -c version "$1"', image).toLowerCase();
    for (const feature of facts['features'] as readonly string[]) {
      expect(version).toContain(feature.replace('sparse', 'sparse_inodes').replace('inobtcount', 'inobtcnt'));
    }
    await expect(entriesOf(image)).rejects.toMatchObject({ code: 'input', fix: expect.stringContaining('mount') });
  });

  it('are those of btrfs inspect-internal', async () => {
    const image = join(testDirectory(), 'image');
    shell('truncate -s 128M "$1"; mkfs.btrfs -q -L volume --checksum xxhash "$1"', image);
    const text = shell('btrfs inspect-internal dump-super "$1"', image);
    const expected = printed(text);
    const of = (name: string): number => Number(expected(`${name}\t`));
    expect(await factsOf(image)).toEqual({
      fileSystem: 'btrfs',
      size: of('total_bytes'),
      used: of('bytes_used'),
      free: of('total_bytes') - of('bytes_used'),
      sectorSize: of('sectorsize'),
      nodeSize: of('nodesize'),
      devices: of('num_devices'),
      generation: of('generation'),
      checksum: 'xxhash64',
      uuid: expected('fsid\t'),
      label: 'volume',
      features: Array.from(text.matchAll(/^\t+\(? +([A-Z][A-Z0-9_]+) (?:\||\))/gm), ([, name]) =>
        name?.toLowerCase(),
      ).filter((name) => name !== 'written'),
    });
    await expect(entriesOf(image)).rejects.toMatchObject({ code: 'input', fix: expect.stringContaining('mount') });
  });

  it('have those of the qcow2 image before those of its file system', async () => {
    const image = join(testDirectory(), 'image');
    for (const [options, compressionType] of [
      ['compression_type=zstd,cluster_size=128K', 'zstd'],
      ['compat=0.10', 'zlib'],
    ] as const) {
      shell(
        'truncate -s 8M "$1"; mke2fs -qF "$1"; qemu-img convert -c -O qcow2 -o "$2" "$1" "$1.qcow2"',
        image,
        options,
      );
      const info = JSON.parse(shell('qemu-img info --output json "$1.qcow2"', image)) as Record<string, number>;
      const facts = await factsOf(`${image}.qcow2`);
      expect(facts).toMatchObject({
        qcow2Version: options.startsWith('compat') ? 2 : 3,
        virtualSize: info['virtual-size'],
        fileSize: statSync(`${image}.qcow2`).size,
        clusterSize: info['cluster-size'],
        compressionType,
        fileSystem: 'ext2',
      });
      expect(Object.keys(facts)[0]).toBe('qcow2Version');
    }
  });

  it('are those of the gzip header of an initramfs', async () => {
    const archive = join(testDirectory(), 'root.cpio');
    writeFileSync(archive, '');
    shell(
      'cd "$(dirname "$1")"; echo . | cpio -oH newc > root.cpio 2>/dev/null; touch -d @1700000000 root.cpio; gzip -9 root.cpio',
      archive,
    );
    expect(await factsOf(`${archive}.gz`)).toEqual({
      compressedSize: statSync(`${archive}.gz`).size,
      gzipName: 'root.cpio',
      gzipTime: '2023-11-14T22:13:20Z',
      gzipSystem: 'Unix',
      gzipLevel: 'best',
    });
  });
});

async function entriesOf(path: string): Promise<number> {
  const artifact = await openArtifact(path);
  try {
    return (await Array.fromAsync(artifact.entries())).length;
  } finally {
    await artifact.close();
  }
}

/** dumpe2fs prints times as ctime(3) does. */
function isoOf(text: string): string {
  return new Date(`${text} UTC`).toISOString().replace('.000Z', 'Z');
}
