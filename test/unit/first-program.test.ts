import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findStartFault } from '../../src/recipe/verify/programs.ts';
import { byteStringFromText } from '../../src/support/byte-string.ts';
import type { NonDirectoryInode } from '../../src/tree/entry.ts';
import { fakeElf } from '../helpers/elf.ts';
import { testDirectoryWith } from '../helpers/scratch.ts';
import { leaf, treeOf } from '../helpers/tree/tree-builder.ts';

/** A mapped file. A content that begins with `-> ` makes a link. */
function mapped(directory: string, name: string, content: string | Uint8Array, mode: number): NonDirectoryInode {
  if (typeof content === 'string' && content.startsWith('-> ')) {
    return leaf({ kind: 'symlink', target: byteStringFromText(content.slice(3)), mode: 0o777 });
  }
  const path = join(directory, name);
  chmodSync(path, mode);
  const { size } = statSync(path);
  return leaf({ mode, content: { kind: 'host-file', size, path: Buffer.from(path), label: name } });
}

const BASH = 'is a script for /bin/bash, which is not in the image, so it will not start: map it, or use /bin/sh';

it.each<readonly [string, Readonly<Record<string, string | Uint8Array>>, string]>([
  ['a script without its interpreter', { init: '#!/bin/bash\n' }, `/init ${BASH}`],
  [
    'a script with Windows line ends',
    { init: '#!/bin/sh\r\n' },
    '/init is a script with Windows line ends, so it will not start: save it with LF line ends',
  ],
  [
    'a script of a script without its interpreter',
    { init: '#!/b\n', b: '#!/bin/bash\n' },
    `/init is a script for /b, so it will not start: /b ${BASH}`,
  ],
  [
    'a script for itself',
    { init: '#!/init\n' },
    `${'/init is a script for /init, so it will not start: '.repeat(5)}/init exceeds the limit of Linux for scripts run by scripts (5)`,
  ],
  [
    'a text',
    { init: 'hello' },
    '/init is a text file, which Linux cannot start: use a program for linux/amd64, or a script that begins with #! and its interpreter',
  ],
  [
    'a program for another platform',
    { init: fakeElf({ machine: 183 }) },
    '/init is built for linux/arm64, and the plugin is for linux/amd64',
  ],
  ['a dangling link', { init: '-> /nowhere' }, '/init is a link to /nowhere, which is not in the image'],
  ['a link to itself', { init: '-> init' }, '/init is a circular link'],
  ['a link to a directory', { init: '-> d', 'd/x': '' }, '/init, a link to /d, is a directory, not a program'],
])('says why the kernel cannot start %s', async (_, files, message) => {
  const directory = testDirectoryWith(files);
  const tree = treeOf(
    Object.entries(files).map(([name, text]) => [name, mapped(directory, name, text, 0o755)] as const),
  );
  expect(await findStartFault(tree, '/init', { platform: 'linux/amd64' })).toBe(message);
});

it('says that a mapped program is not executable, or is a device', async () => {
  const tree = treeOf([
    ['init', mapped(testDirectoryWith({ init: '#!/bin/sh\n' }), 'init', '', 0o644)],
    ['null', leaf({ kind: 'char-device', major: 1, minor: 3 })],
    ['link', leaf({ kind: 'symlink', target: byteStringFromText('null') })],
  ]);
  const faults = ['/init', '/null', '/link'].map((path) => findStartFault(tree, path, { platform: 'linux/amd64' }));
  expect(await Promise.all(faults)).toEqual([
    '/init is mapped without permission to execute it; chmod +x the file on the host, or set mode = "0755"',
    '/null is a device, not a program',
    '/link, a link to /null, is a device, not a program',
  ]);
});
