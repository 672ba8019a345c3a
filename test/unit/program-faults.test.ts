import { describe, expect, it } from 'vitest';
import { remarksOnEntrypoint } from '../../src/recipe/verify/entrypoint.ts';
import { remarksOnHiddenContent } from '../../src/recipe/verify/hidden-content.ts';
import { findProgramFaults, findStartFault } from '../../src/recipe/verify/programs.ts';
import { byteStringFromText } from '../../src/support/byte-string.ts';
import { fakeElf } from '../helpers/elf.ts';
import { imageOf, initramfsOf } from '../helpers/manifest-input.ts';
import { file, leaf, treeOf } from '../helpers/tree/tree-builder.ts';

const platform = 'linux/amd64';
const executable = { mode: 0o755 };
const LOADER = '/lib64/ld.so';

/** A tree with a shell, an env and programs with these contents. */
function treeWith(programs: Readonly<Record<string, string | Uint8Array>>) {
  return treeOf([
    ['bin/sh', file(fakeElf(), executable)],
    ['usr/bin/env', file(fakeElf({ interpreter: LOADER }), executable)],
    ['lib64/ld.so', file(fakeElf(), executable)],
    ...Object.entries(programs).map(([path, data]) => [path, file(data, executable)] as const),
  ]);
}

describe('the check of a program in the files of an image', () => {
  it.each<readonly [string, string | Uint8Array]>([
    ['a static program', fakeElf()],
    ['a dynamic program with its loader', fakeElf({ interpreter: LOADER })],
    ['a script', '#!/bin/sh -e\n'],
    ['a script that env starts', '#!/usr/bin/env sh\n'],
    ['a script that env starts with arguments', '#!/usr/bin/env -S A=b sh -e\n'],
  ])('accepts %s', async (_, data) => {
    expect(await findStartFault(treeWith({ app: data }), '/app', { platform })).toBeUndefined();
  });

  it.each<readonly [string, string | Uint8Array, RegExp]>([
    ['for another machine', fakeElf({ machine: 183 }), /built for linux\/arm64/],
    ['whose loader is missing', fakeElf({ interpreter: '/lib/ld-musl.so' }), /\/lib\/ld-musl\.so is not in the image/],
    ['whose interpreter is missing', '#!/bin/bash\n', /a script for \/bin\/bash, which is not in the image/],
    ['with Windows line ends', '#!/bin/sh\r\necho\r\n', /Windows line ends/],
    ['with Windows line ends after an argument', '#!/usr/bin/env sh\r\n', /Windows line ends/],
    ['with a byte order mark', '\ufeff#!/bin/sh\n', /byte order mark before its #!/],
    ['for a program that env does not find', '#!/usr/bin/env python3\n', /a script for python3, which \/usr\/bin\/env/],
    ['with arguments that env does not split', '#!/usr/bin/env sh -e\n', /a script for sh -e, which \/usr\/bin\/env/],
    ['that is text', 'hello', /is a text file, which Linux cannot start/],
  ])('reports a program %s', async (_, data, message) => {
    expect(await findStartFault(treeWith({ app: data }), '/app', { platform })).toMatch(message);
  });

  it('accepts executable data beside programs, but no script with a byte order mark', async () => {
    const tree = treeWith({ 'usr/bin/data': 'hello', 'usr/bin/marked': '\ufeff#!/bin/sh\n' });
    const faults = await findProgramFaults(tree, ['/usr/bin/data', '/usr/bin/marked'], { platform });
    expect(faults.map(({ path }) => path)).toEqual(['/usr/bin/marked']);
  });

  it('reports only what other files cannot mend while the tree is incomplete', async () => {
    const tree = treeWith({ a: '#!/bin/bash\n', b: fakeElf({ interpreter: '/x' }), c: fakeElf({ machine: 183 }) });
    const faults = await findProgramFaults(tree, ['/a', '/b', '/c'], { platform, isIncomplete: true });
    expect(faults.map(({ path }) => path)).toEqual(['/c']);
  });
});

describe('the check of the entrypoint', () => {
  const tree = treeWith({ 'opt/app/run': '#!/bin/sh\n', 'usr/bin/foreign': fakeElf({ machine: 183 }) });
  tree.put(byteStringFromText('usr/bin/plain'), file('#!/bin/sh\n'));

  it.each([
    [['/opt/app/run'], {}],
    [['sh', '-c', 'x'], {}],
    [['run'], { env: ['PATH=/opt/app'] }],
    [['./run'], { workdir: '/opt/app' }],
  ])('accepts %j with %j', async (entrypoint, facts) => {
    expect(
      await remarksOnEntrypoint(tree, imageOf('x', { entrypoint, ...facts }), { platform, template: undefined }),
    ).toEqual([]);
  });

  it.each([
    [['/opt/app/absent'], /\/opt\/app\/absent is not in the image/],
    [['run'], /run is not in the image, in any directory of PATH/],
    [['plain'], /\/usr\/bin\/plain is not executable/],
    [['foreign'], /\/usr\/bin\/foreign is built for linux\/arm64/],
    [['/opt/app'], /\/opt\/app is a directory/],
  ])('warns of %j at the image', async (entrypoint, message) => {
    const remarks = await remarksOnEntrypoint(tree, imageOf('x', { entrypoint }), { platform, template: undefined });
    expect(remarks).toEqual([
      {
        code: 'entrypoint',
        message: expect.stringMatching(message),
        at: { document: 'config', path: ['source', 'image'] },
      },
    ]);
  });

  it('warns of the entrypoint of a Dockerfile and of an image in an initramfs at its source', async () => {
    const { image } = imageOf('x', { entrypoint: ['/absent'] });
    const dockerfile = { ...imageOf('x'), image: { ...image, reference: undefined } };
    const inInitramfs = { ...initramfsOf([]), image };
    const options = { platform, template: undefined } as const;
    expect((await remarksOnEntrypoint(tree, dockerfile, options))[0]?.at?.path).toEqual(['source', 'dockerfile']);
    expect((await remarksOnEntrypoint(tree, inInitramfs, options))[0]?.at?.path).toEqual(['source', 'image']);
  });

  it('warns of the entrypoint of a template at its key', async () => {
    const template = { workload: { entrypoint: ['/absent'] } };
    const [remark] = await remarksOnEntrypoint(tree, initramfsOf([]), { platform, template });
    expect(remark).toMatchObject({
      code: 'entrypoint',
      at: { document: 'template', path: ['workload', 'entrypoint'] },
    });
  });

  it('is not done for a guess, or without an agent', async () => {
    const absent = { ...imageOf('x', { entrypoint: ['/absent'] }), hasAgent: false };
    for (const built of [initramfsOf(['/a', '/b']), absent]) {
      expect(await remarksOnEntrypoint(tree, built, { platform, template: undefined })).toEqual([]);
    }
  });
});

describe('files of an image that the agent hides', () => {
  const { image } = imageOf('x');

  it.each([
    ['run/app/config', /^\/run\/app\/config of the image will be hidden: .* on \/run$/],
    ['tmp/data', /^\/tmp\/data of the image will be hidden/],
    ['dev/shm/x', undefined],
    ['run/.containerenv', undefined],
    ['run/lock/x', undefined],
    ['var/run/x', undefined],
  ])('%s', (path, message) => {
    const remarks = remarksOnHiddenContent(treeOf([[path, file('x')]]), image);
    expect(remarks.map(({ code }) => code)).toEqual(message === undefined ? [] : ['hidden-path']);
    if (message !== undefined) expect(remarks[0]?.message).toMatch(message);
  });

  it('empty files, links and directories do not count, and several files are one warning', () => {
    const link = leaf({ kind: 'symlink', target: byteStringFromText('/x') });
    expect(
      remarksOnHiddenContent(
        treeOf([
          ['run/utmp', file('')],
          ['dev/fd', link],
        ]),
        image,
      ),
    ).toEqual([]);
    const [remark] = remarksOnHiddenContent(
      treeOf([
        ['run/b', file('x')],
        ['run/a', file('x')],
        ['tmp/c', file('x')],
      ]),
      image,
    );
    expect(remark?.at?.path).toEqual(['source', 'image']);
    expect(remark?.message).toMatch(/^\/run\/a of the image and 2 more will be hidden/);
  });

  it('are reported at the Dockerfile that brings them', () => {
    const built = { ...image, reference: undefined };
    const [remark] = remarksOnHiddenContent(treeOf([['run/a', file('x')]]), built);
    expect(remark?.at?.path).toEqual(['source', 'dockerfile']);
  });
});
