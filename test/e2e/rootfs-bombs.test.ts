import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linesOf } from '../helpers/bad-input.ts';
import type { TestLayer } from '../helpers/image/oci-image.ts';
import { ARGS, layoutPlace } from '../helpers/image/rootfs-bad-input.ts';
import { memberOf, type TarMember } from '../helpers/image/tar.ts';

// Layers of some kilobytes that would need gigabytes of memory: each is refused early, with little memory, and leaves
// no files.

const MIB = 1024 * 1024;

/** Runs when the measured process ends. */
const REPORT = `process.on('exit', () => {
  const fs = process.getBuiltinModule('node:fs');
  const [, kilobytes] = /VmHWM:\\s*(\\d+)/.exec(fs.readFileSync('/proc/self/status', 'latin1'));
  fs.writeFileSync(process.env.PEAK, kilobytes);
});`;

function layerOf(count: number, member: (index: number) => TarMember): TestLayer {
  const members = Array.from({ length: count }, (_, index) => memberOf(member(index)));
  return { tar: Buffer.concat([...members, Buffer.alloc(1024)]), compression: 'gzip' };
}

/** The longest possible path, of a first name and then only `a`. */
function deepest(first: string): string {
  return first + '/a'.repeat((4093 - first.length) / 2);
}

/** A maze of 40 links that each go up and down a thousand times; entries below it are cheap to write. */
function maze(index: number): TarMember {
  const target = `${'d/../'.repeat(800)}l${index + 1}`;
  if (index < 39) return { name: 'x', type: '2', linkName: 'x', pax: { path: `l${index}`, linkpath: target } };
  return index === 39 ? { name: 'l39/', type: '5' } : { name: index === 40 ? 'd/' : `l0/${index}`, type: '5' };
}

describe('a small layer that would need many resources', () => {
  it.each<[string, TestLayer, string, number]>([
    [
      'directories that deep paths imply',
      layerOf(500, (index) => ({ name: 'x', pax: { path: deepest(index.toString(16).padStart(3, '0')) } })),
      'the paths in the image are longer than 256.0 MiB together',
      700,
    ],
    [
      'steps through links',
      layerOf(2000, maze),
      'the paths and links of the image need more than 100000000 steps to resolve',
      500,
    ],
  ])('refuses a small layer with too many %s', async (_, layer, what, mebibytes) => {
    const { at } = layoutPlace({ layers: [layer], run: { Entrypoint: ['/x'] } });
    const peak = join(at.root, 'peak');
    const before = readdirSync(at.plugin);
    const { status, stderr } = await at.run(ARGS, {
      env: { PEAK: peak, NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(REPORT)}` },
    });
    expect(status).toBe(1);
    expect(linesOf(at, stderr)).toEqual([
      expect.stringMatching(/^error: layer 1 of 1 of oci:layout, entry ".*": /),
      '  fix: if the image is really that large, make it smaller; otherwise do not trust it',
    ]);
    expect(stderr).toContain(`: ${what}\n`);
    expect(Number(readFileSync(peak, 'utf8')) * 1024).toBeLessThan(mebibytes * MIB);
    expect(readdirSync(at.plugin)).toEqual(before);
    expect(readdirSync(at.temporary)).toEqual([]);
  });
});
