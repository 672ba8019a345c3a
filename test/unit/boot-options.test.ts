import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkOptions } from '../../src/boot/check-options.ts';
import { checkConsoleFile } from '../../src/boot/console-file.ts';
import type { BootOptions } from '../../src/boot/options.ts';
import { prepareBoot } from '../../src/boot/prepare.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { testDirectory } from '../helpers/scratch.ts';

const DEFAULTS = { vmm: 'auto', volant: '0.6' } as const;

describe('the options of fledge boot', () => {
  it.each<[string, Partial<BootOptions>]>([
    ['--kernel-sha256', { kernelSha256: '0'.repeat(64) }],
    ['--kernel-sha256', { kernelSha256: '0'.repeat(64), kernel: `https://example.com/k#sha256=${'1'.repeat(64)}` }],
    ['--keep', { interactive: true, keep: true }],
    ['--repeat', { interactive: true, repeat: 3 }],
    ['--timeout', { interactive: true, timeout: 3 }],
    ['--repeat', { keep: true, repeat: 3 }],
    ['--http', { expect: 'up', http: true }],
    ['append', { append: 'rdinit=/bin/sh' }],
  ])('%s is refused where it has no effect or contradicts another option: %j', (name, options) => {
    expect(() => checkOptions({ ...DEFAULTS, ...options })).toThrow(
      expect.objectContaining({ code: 'usage', message: expect.stringContaining(name), fix: expect.any(String) }),
    );
  });

  it('are accepted in combinations that have an effect', () => {
    const kernel = { kernel: 'vmlinux', kernelSha256: '0'.repeat(64) };
    expect(() => checkOptions({ ...DEFAULTS, ...kernel, http: '/', keep: true, timeout: 3, settle: 1 })).not.toThrow();
    expect(() => checkOptions({ ...DEFAULTS, interactive: true, append: 'quiet' })).not.toThrow();
  });

  it('refuse an agent for an initramfs, which has its own', async () => {
    const path = join(testDirectory(), 'plugin.cpio');
    writeFileSync(path, `070701${'0'.repeat(8 * 11)}0000000B${'0'.repeat(8)}TRAILER!!!\0`.padEnd(512, '\0'));
    const user = { env: {}, reporter: silentReporter };
    await expect(prepareBoot({ path }, { ...DEFAULTS, agent: '/bin/busybox' }, user)).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('--agent'),
      fix: expect.any(String),
    });
  });
});

describe('the file for the console', () => {
  it('is not an input of the boot, under any name', () => {
    const directory = testDirectory();
    const path = join(directory, 'nginx.img');
    writeFileSync(path, 'image');
    linkSync(path, join(directory, 'hard-link'));
    symlinkSync(path, join(directory, 'link'));
    for (const name of ['nginx.img', 'hard-link', 'link', `../${basename(directory)}/nginx.img`]) {
      expect(() => checkConsoleFile(join(directory, name), [{ path, what: 'the artifact' }])).toThrow(
        expect.objectContaining({ code: 'usage', message: expect.stringContaining('it is the artifact') }),
      );
    }
  });

  it('is a file or a character device, new or not', () => {
    const directory = testDirectory();
    mkdirSync(join(directory, 'directory'));
    writeFileSync(join(directory, 'old'), 'text');
    for (const name of ['old', 'new', 'missing/new']) checkConsoleFile(join(directory, name), []);
    checkConsoleFile('/dev/null', []);
    expect(() => checkConsoleFile(join(directory, 'directory'), [])).toThrow(
      expect.objectContaining({ code: 'usage' }),
    );
  });
});
