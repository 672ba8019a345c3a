import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCloudInit } from '../../src/manifest/cloud-init.ts';
import { loadManifestTemplate } from '../../src/manifest/template.ts';
import { testDirectoryWith } from '../helpers/scratch.ts';

/** Reads the documents of a template in a directory with these files. */
async function read(text: string, files: Readonly<Record<string, string | Uint8Array>> = {}, own: string[] = []) {
  const directory = testDirectoryWith({ ...files, 'plugin/manifest.toml': text });
  mkdirSync(join(directory, 'plugin/folder'), { recursive: true });
  symlinkSync('loop', join(directory, 'plugin/loop'));
  const template = await loadManifestTemplate(join(directory, 'plugin/manifest.toml'));
  return readCloudInit(
    template,
    own.map((path) => join(directory, path)),
  );
}

describe('cloud-init documents', () => {
  it('are read relative to the template and become inline', async () => {
    const { fields, problems } = await read(
      '[cloud_init]\nseed_mode = "vfat"\nuser_data.path = "user.yaml"\nmeta_data = {inline = false, path = "../m"}\nnetwork_config.content = "n"',
      { 'plugin/user.yaml': 'ä\n', m: '' },
    );
    expect(problems).toEqual([]);
    expect(fields.cloud_init).toEqual({
      seed_mode: 'vfat',
      user_data: { inline: true, content: 'ä\n' },
      meta_data: { inline: true, content: '' },
      network_config: { inline: true, content: 'n' },
    });
  });

  it.each<readonly [string, RegExp]>([
    ['absent.yaml', /^absent\.yaml does not exist/],
    ['folder', /^folder is a directory, not a regular file/],
    ['loop', /^loop is a loop of symbolic links/],
    ['/dev/zero', /^\/dev\/zero is a .*device, not a regular file/],
    ['large', /^large has 65537 bytes; the limit is 65536/],
    ['binary', /^binary is not UTF-8 text/],
    ['utf-16', /^utf-16 is not text: it contains a NUL character/],
    ['../cache/auth.json', /belongs to a build/],
  ])('are refused with the key of the template: %s', async (path, message) => {
    const files = {
      'plugin/large': 'x'.repeat(65_537),
      'plugin/binary': Uint8Array.of(0xff, 0xfe),
      'plugin/utf-16': Buffer.from('#cloud-config', 'utf16le'),
      'cache/auth.json': '{}',
    };
    const { problems } = await read(`cloud_init.user_data.path = "${path}"`, files, ['cache']);
    expect(problems).toEqual([{ path: ['cloud_init', 'user_data', 'path'], message: expect.stringMatching(message) }]);
  });
});
