import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { treeOfBlobs } from '../helpers/image/image-tree.ts';
import { writeLayerBlob } from '../helpers/image/oci-image.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { asRoot } from '../helpers/process/root.ts';
import { testDirectory } from '../helpers/scratch.ts';

it('reports a full disk while a layer is unpacked and leaves nothing on it', async () => {
  const directory = testDirectory();
  const small = join(directory, 'small');
  mkdirSync(small);
  asRoot('mount', ['-t', 'tmpfs', '-o', 'size=2m,mode=1777', 'tmpfs', small]);
  onTestFinished(() => {
    asRoot('umount', [small]);
  });
  const blob = writeLayerBlob(directory, {
    tar: tarOf([{ name: 'f', data: Buffer.alloc(5_000_000, 'x') }]),
    compression: 'gzip',
  });
  await expect(treeOfBlobs([blob], { spoolDirectory: small })).rejects.toMatchObject({
    code: 'output',
    message: expect.stringMatching(/^cannot unpack layer 1 of 1 of test to .*small: no space left on the disk$/),
    fix: expect.stringContaining('TMPDIR'),
  });
  // The space of the failed spool is free again.
  const fits = writeLayerBlob(directory, { tar: tarOf([{ name: 'f', data: Buffer.alloc(1_500_000, 'x') }]) });
  await treeOfBlobs([fits], { spoolDirectory: small });
});
