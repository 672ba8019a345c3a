import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readApplets } from '../../src/sources/applets.ts';
import { fetchBusybox, inspectBusybox } from '../../src/sources/busybox.ts';
import type { SourceContext } from '../../src/sources/context.ts';
import { parseElfHeader } from '../../src/sources/elf.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { fakeElf } from '../helpers/elf.ts';
import { testDirectory } from '../helpers/scratch.ts';

/** Debian's busybox-static; to test other builds, name them here, separated by colons. */
const BINARIES = (process.env['FLEDGE_TEST_BUSYBOXES'] ?? '/bin/busybox').split(':');

/** Emulators for programs of other platforms. */
const EMULATORS: Readonly<Record<string, string>> = {
  'linux/arm64': 'qemu-aarch64-static',
  'linux/arm': 'qemu-arm-static',
  'linux/s390x': 'qemu-s390x-static',
};

function contextOf(warnings: string[] = []): SourceContext {
  const baseDirectory = testDirectory();
  return {
    baseDirectory,
    cacheDirectory: join(baseDirectory, 'cache'),
    reporter: { ...silentReporter, warn: (message) => warnings.push(message) },
    env: {},
  };
}

describe.each(BINARIES)('%s', (binary) => {
  it('finds the applets that busybox itself lists, in the directories where it installs them', () => {
    const { machine } = parseElfHeader(readFileSync(binary)) ?? { machine: 'none' };
    // It uses its own name to choose the applet.
    const called = join(testDirectory(), 'busybox');
    copyFileSync(binary, called);
    const emulator = EMULATORS[machine];
    const [program, args] = emulator === undefined ? [called, []] : [emulator, [called]];
    const judge = execFileSync(program, [...args, '--list-full'], { encoding: 'utf8' });
    const found = readApplets(readFileSync(binary), binary);
    const lines = found.map(({ name, directory }) => (directory === '' ? `${name}\n` : `${directory}/${name}\n`));
    expect(lines.join('')).toBe(judge);
    expect(lines.length).toBeGreaterThan(200);
  });
});

describe('busybox', () => {
  it('uses a local busybox in place and finds its applets', async () => {
    const [path = ''] = BINARIES;
    const { machine } = parseElfHeader(readFileSync(path)) ?? {};
    if (machine !== 'linux/amd64' && machine !== 'linux/arm64') throw new Error(`unexpected machine ${machine}`);
    const busybox = await fetchBusybox({ location: { kind: 'file', path }, sha256: undefined }, machine, contextOf());
    expect(busybox.path).toBe(path);
    expect(busybox.applets).toContainEqual({ name: 'sh', directory: 'bin' });
    expect(busybox.applets).toContainEqual({ name: 'linuxrc', directory: '' });
  });

  it('names the package with a busybox if the download fails', async () => {
    const source = { location: { kind: 'url', url: 'http://busybox.invalid/busybox' }, sha256: undefined } as const;
    await expect(fetchBusybox(source, 'linux/amd64', contextOf())).rejects.toMatchObject({
      code: 'download',
      message: expect.stringContaining('busybox.invalid'),
      fix: expect.stringMatching(/^check the URL.*; or set busybox_url = "\/bin\/busybox".*busybox-static$/),
    });
  });

  it('refuses a busybox that changes after its digest was computed', async () => {
    const path = join(testDirectory(), 'busybox');
    copyFileSync('/bin/busybox', path);
    const file = { path, size: 1, sha256: 'a'.repeat(64), uri: path };
    const platform = parseElfHeader(readFileSync(path))?.machine === 'linux/arm64' ? 'linux/arm64' : 'linux/amd64';
    await expect(inspectBusybox(file, { platform, key: 'busybox_url' }, contextOf())).rejects.toThrow(
      'cannot read busybox: it changed during the build',
    );
  });

  it.each<readonly [string, Uint8Array | string, RegExp]>([
    ['a script', '#!/bin/sh\n', /as busybox: it is a script, not an ELF program$/],
    ['a page', '<!doctype html>', /it is an HTML page, not an ELF program$/],
    [
      'for another machine',
      fakeElf({ machine: 183 }),
      /^busybox is built for linux\/arm64, and the plugin is for linux\/amd64/,
    ],
    [
      'another program',
      fakeElf(),
      /^cannot read the applets of .*busybox: it contains no list of applets; check that it is busybox$/,
    ],
  ])('refuses a busybox that is %s', async (_, content, message) => {
    const context = contextOf();
    writeFileSync(join(context.baseDirectory, 'busybox'), content);
    const source = { location: { kind: 'file', path: 'busybox' }, sha256: undefined } as const;
    await expect(fetchBusybox(source, 'linux/amd64', context)).rejects.toMatchObject({
      code: 'input',
      message: expect.stringMatching(message),
    });
  });

  it('warns of a busybox that needs a dynamic loader', async () => {
    const warnings: string[] = [];
    const context = contextOf(warnings);
    const payload = Buffer.from('\0\0cat\0ls\0mount\0sh\0\0');
    const elf = fakeElf({ interpreter: '/lib64/ld-linux-x86-64.so.2', payload });
    writeFileSync(join(context.baseDirectory, 'busybox'), elf);
    const source = { location: { kind: 'file', path: 'busybox' }, sha256: undefined } as const;
    const { applets } = await fetchBusybox(source, 'linux/amd64', context);
    expect(applets.map(({ name }) => name)).toEqual(['cat', 'ls', 'mount', 'sh']);
    expect(warnings).toEqual([expect.stringMatching(/^busybox is dynamically linked: the image must contain \/lib64/)]);
  });
});
