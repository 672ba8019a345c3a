import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { configWith, errorIn, expectBuild, expectError } from '../helpers/bad-input.ts';
import { pluginHere } from '../helpers/here.ts';
import type { Workspace } from '../helpers/process/cli.ts';

describe('SOURCE_DATE_EPOCH', () => {
  it.each([
    ['yesterday', []],
    ['-1', []],
    ['1.5', []],
    ['4294967296', ['4294967295']],
  ])('refuses SOURCE_DATE_EPOCH=%s', async (value, names) => {
    await expectError(pluginHere(configWith()), {
      env: { SOURCE_DATE_EPOCH: value },
      code: 'usage',
      names: ['SOURCE_DATE_EPOCH', `"${value}"`, ...names],
    });
  });

  it('treats an empty SOURCE_DATE_EPOCH as unset', async () => {
    const place = pluginHere(configWith());
    await expectBuild(place, [], { env: { SOURCE_DATE_EPOCH: '' } });
    const artifact = readFileSync(join(place.plugin, 'plugin.cpio.gz'));
    await expectBuild(place);
    expect(readFileSync(join(place.plugin, 'plugin.cpio.gz')).equals(artifact)).toBe(true);
  });
});

describe('inspect', () => {
  it.each([
    ['missing', 'fledge build'],
    ['text', 'plugin.cpio.gz'],
    ['empty', 'plugin.cpio.gz'],
    ['text.gz', 'byte 0'],
    ['fifo', 'plugin.cpio.gz'],
  ])('inspect refuses a path that is not an artifact: %s', async (name, fact) => {
    const text = 'just some text\n';
    const place = pluginHere('', { text, empty: '', 'text.gz': gzipSync(text) });
    execFileSync('mkfifo', [join(place.plugin, 'fifo')]);
    await expectError(place, { args: ['inspect', name], code: 'input', names: [` ${name}: `, fact] });
  });

  it.each([
    ['truncated', (gzip: Buffer) => gzip.subarray(0, gzip.length / 2), ''],
    ['with another checksum', (gzip: Buffer) => changed(gzip, gzip.length - 8), ''],
    ['with a truncated archive', (gzip: Buffer) => gzipSync(gunzipSync(gzip).subarray(0, 150)), 'byte 150'],
    ['with a damaged header', (gzip: Buffer) => gzipSync(changed(gunzipSync(gzip), 122)), 'byte 112'],
  ])('inspect lists the readable part of an artifact %s and fails', async (_, damage, where) => {
    const place = await builtPlugin();
    const whole = await place.run(['inspect', 'plugin.cpio.gz', '/']);
    writeFileSync(join(place.plugin, 'damaged.gz'), damage(readFileSync(join(place.plugin, 'plugin.cpio.gz'))));
    const { status, stdout, stderr } = await place.run(['inspect', 'damaged.gz', '/', '--log-format=json']);
    expect(status).toBe(1);
    const { code, message, fix } = errorIn(place, stderr);
    expect({ code, hasFix: fix !== undefined }).toEqual({ code: 'input', hasFix: true });
    for (const fact of ['damaged.gz', where]) expect(message).toContain(fact);
    expect(whole.stdout.startsWith(stdout)).toBe(true);
    expect(stdout).toMatch(/^$|\n$/);
  });
});

async function builtPlugin(): Promise<Workspace> {
  const place = pluginHere(configWith('"d" = "/d"'));
  mkdirSync(join(place.plugin, 'd'), { recursive: true });
  await expectBuild(place);
  return place;
}

function changed(bytes: Buffer, offset: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[offset] = (copy[offset] ?? 0) ^ 0xff;
  return copy;
}
