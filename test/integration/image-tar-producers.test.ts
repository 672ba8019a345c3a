import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { treeOfLayers } from '../helpers/image/image-tree.ts';
import { listAsRoot } from '../helpers/image/umoci.ts';
import { asRoot } from '../helpers/process/root.ts';
import { judgedProperty } from '../helpers/property-runs.ts';
import { testDirectory } from '../helpers/scratch.ts';
import { arbitraryTree } from '../helpers/tree/arbitrary-tree.ts';
import { type DescribedEntry, describeTree } from '../helpers/tree/describe-tree.ts';

/** A file with holes at its beginning, in its middle and at its end, and one that is all hole. */
const SPARSE = [
  'truncate -s 3000000 -- sparse-file',
  'printf middle | dd of=sparse-file bs=1 seek=1000000 conv=notrunc status=none',
  'yes data | head -c 100000 | dd of=sparse-file bs=4096 seek=500 conv=notrunc status=none',
  'truncate -s 5000000 -- sparse-hole',
  `/usr/bin/python3 -c 'f = open("sparse-pieces", "wb"); [(f.seek(at * 20000), f.write(b"x")) for at in range(41)]'`,
];

const XATTRS = [
  'printf x > with-xattrs',
  'setfattr -n user.text -v value with-xattrs',
  'setfattr -n user.binary -v 0x00ff0a3d00 with-xattrs',
  'setfattr -n security.capability -v 0x0100000200200000000000000000000000000000 with-xattrs',
];

const GNU = ['tar', '--numeric-owner', '--sparse'];
const GNU_PAX = [...GNU, '--format=pax', '--xattrs', '--xattrs-include=*'];
const BSD = ['bsdtar', '--numeric-owner'];

describe('archives of other tars', () => {
  const { numRuns, timeout } = judgedProperty(3, 3);

  it.each<[string, readonly string[], readonly string[]]>([
    ['GNU tar, gnu', [...GNU, '--format=gnu'], SPARSE],
    ['GNU tar, pax, sparse 0.0', [...GNU_PAX, '--sparse-version=0.0'], [...SPARSE, ...XATTRS]],
    ['GNU tar, pax, sparse 0.1', [...GNU_PAX, '--sparse-version=0.1'], [...SPARSE, ...XATTRS]],
    ['GNU tar, pax, sparse 1.0', [...GNU_PAX, '--sparse-version=1.0'], [...SPARSE, ...XATTRS]],
    ['bsdtar, pax', [...BSD, '--format=pax'], [...SPARSE, ...XATTRS]],
    ['bsdtar, gnutar', [...BSD, '--format=gnutar'], []],
  ])('reads archives of %s unchanged', { timeout }, async (_, command, further) => {
    await fc.assert(
      fc.asyncProperty(arbitraryTree({ hardlinks: true, maxLength: 25 }), async ({ script }) => {
        const scratch = testDirectory();
        const directory = join(scratch, 'tree');
        writeFileSync(
          join(scratch, 'script'),
          ['set -e', 'mkdir -- "$1"', 'cd -- "$1"', ...further, script].join('\n'),
        );
        try {
          asRoot('bash', [join(scratch, 'script'), directory]);
          const tar = asRoot('env', [...command, '-C', directory, '-cf', '-', '.']);
          const expected = listAsRoot(directory);
          const form = (entry: DescribedEntry) => storedForm(entry, command.includes('--format=pax'));
          expect(describeTree(await treeOfLayers(tar)).map(form)).toEqual(expected.map(form));
        } finally {
          asRoot('rm', ['-rf', '--', directory]);
        }
      }),
      { numRuns },
    );
  });
});

/**
 * The part of an entry that every archive stores: whole seconds except in pax; hardlinks of devices and fifos not
 * always.
 */
function storedForm({ sameAs, mtime, ...entry }: DescribedEntry, isPax: boolean): DescribedEntry {
  const isLinkable = entry.kind === 'file' || entry.kind === 'symlink';
  return {
    ...entry,
    mtime: isPax ? mtime : `${Math.floor(Number(mtime))}.000000000`,
    ...(sameAs !== undefined && isLinkable && { sameAs }),
  };
}
