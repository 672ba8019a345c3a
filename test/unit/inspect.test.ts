import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { writeCpio } from '../../src/formats/cpio.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { memorySink } from '../helpers/filesystem/memory-sink.ts';
import { inspectArtifact } from '../helpers/inside.ts';
import { testDirectoryWith } from '../helpers/scratch.ts';
import { file, treeOf } from '../helpers/tree/tree-builder.ts';

const NAME_ONE = 'name an artifact that fledge has built, such as plugin.cpio.gz or nginx.img';
const NAME_AN_INITRAMFS = 'name an initramfs that fledge has built, such as plugin.cpio.gz';
const DAMAGED = 'the file is damaged or incomplete; build or download it again';

let artifact: Buffer;

beforeAll(async () => {
  const sink = memorySink();
  await writeCpio(treeOf([['init', file('#!/bin/sh\n')]]).entries(), sink);
  artifact = gzipSync(sink.bytes());
});

function changed(bytes: Buffer, offset: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[offset] = (copy[offset] ?? 0) ^ 0xff;
  return copy;
}

it.each<readonly [string, (path: string) => void, string, string]>([
  ['a missing file', () => {}, 'cannot read PATH: there is no such file', 'build it first: fledge build'],
  ['a fifo', (path) => execFileSync('mkfifo', [path]), 'cannot read PATH: it is a fifo', NAME_ONE],
  [
    'a text',
    (path) => writeFileSync(path, 'just some text\n'),
    'cannot read PATH: it is not an initramfs, an image of a file system, a container image or a tar archive',
    NAME_ONE,
  ],
  ['an empty file', (path) => writeFileSync(path, ''), 'cannot read PATH: it is empty', NAME_ONE],
  [
    'a compressed text',
    (path) => writeFileSync(path, gzipSync('just some text\n')),
    'cannot read PATH: invalid cpio header (not newc) at byte 0 of the archive',
    NAME_AN_INITRAMFS,
  ],
  [
    'half an artifact',
    (path) => writeFileSync(path, artifact.subarray(0, artifact.length / 2)),
    'cannot read PATH: unexpected end of file',
    DAMAGED,
  ],
  [
    'another checksum',
    (path) => writeFileSync(path, changed(artifact, artifact.length - 8)),
    'cannot read PATH: incorrect data check',
    DAMAGED,
  ],
  [
    'half an archive',
    (path) => writeFileSync(path, gzipSync(gunzipSync(artifact).subarray(0, 150))),
    'cannot read PATH: the archive ends in the middle of an entry at byte 150 of the archive',
    DAMAGED,
  ],
  [
    'a damaged header',
    (path) => writeFileSync(path, gzipSync(changed(gunzipSync(artifact), 122))),
    'cannot read PATH: damaged cpio header at byte 112 of the archive',
    DAMAGED,
  ],
])('says why it cannot inspect %s', async (_, create, message, fix) => {
  const path = join(testDirectoryWith({}), 'artifact');
  create(path);
  const error: unknown = await Array.fromAsync(inspectArtifact(path)).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(FledgeError);
  expect(error).toMatchObject({ code: 'input', message: message.replace('PATH', path), fix });
});
