import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateConfigText } from '../../src/config/load.ts';
import { sourceDateEpoch } from '../../src/recipe/build-variables.ts';
import { artifactPath, suffixWarning } from '../../src/recipe/output-path.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { testDirectoryWith } from '../helpers/scratch.ts';

const NOTHING = { described: [], inputs: [] };

/** Code, message and fix of a refused action. */
function refusalOf(action: () => unknown): readonly [string, string, string | undefined] {
  try {
    action();
  } catch (error) {
    if (error instanceof FledgeError) return [error.code, error.message, error.fix];
    throw error;
  }
  throw new Error('it was accepted');
}

describe('the path of the artifact', () => {
  it.each([
    ['-', 'fledge writes several files and cannot write them to stdout', 'plugin.cpio.gz'],
    ['', 'this is a directory; name a file in it', 'plugin.cpio.gz'],
    ['.', 'this is a directory; name a file in it', 'plugin.cpio.gz'],
    ['nowhere/', 'this is a directory; name a file in it', 'nowhere/plugin.cpio.gz'],
    [
      'nowhere/SHA256SUMS',
      'fledge writes another file with this name into the same directory',
      'nowhere/plugin.cpio.gz',
    ],
    ['manifest.json', 'fledge writes another file with this name into the same directory', 'plugin.cpio.gz'],
  ])('refuses --output %j', (output, reason, instead) => {
    expect(refusalOf(() => artifactPath(output, 'plugin.cpio.gz', NOTHING))).toEqual([
      'usage',
      `--output "${output}": ${reason}`,
      `write --output ${instead}`,
    ]);
  });

  it('refuses a path that the build reads', () => {
    const directory = testDirectoryWith({ 'fledge.toml': '', 'in.tar': '', 'manifest.json': '' });
    const [config, image, template] = ['fledge.toml', 'in.tar', 'manifest.json'].map((name) => join(directory, name));
    const beside = `write --output '${join(directory, 'plugin.cpio.gz')}'`;
    const read = { described: [config ?? ''], inputs: [image ?? ''] };
    expect(refusalOf(() => artifactPath(config, 'plugin.cpio.gz', read))).toEqual([
      'usage',
      `${config} describes the plugin, and the build would overwrite it with the artifact`,
      beside,
    ]);
    expect(refusalOf(() => artifactPath(image, 'plugin.cpio.gz', read))).toEqual([
      'usage',
      `${image} is an input of the build, and the build would overwrite it with the artifact`,
      beside,
    ]);
    const withTemplate = { described: [template ?? ''], inputs: [] };
    expect(refusalOf(() => artifactPath(join(directory, 'new'), 'plugin.cpio.gz', withTemplate))).toEqual([
      'usage',
      `${template} describes the plugin, and the build would overwrite it with its own manifest.json`,
      'rename it, or write to another directory with --output',
    ]);
  });

  it('accepts the default path in a directory of that name, for the outputs to refuse it', () => {
    const directory = testDirectoryWith({});
    mkdirSync(join(directory, 'plugin.cpio.gz'));
    const path = join(directory, 'plugin.cpio.gz');
    expect(artifactPath(undefined, path, NOTHING)).toBe(path);
    expect(refusalOf(() => artifactPath(path, 'x', NOTHING))[1]).toMatch(/: this is a directory; name a file in it$/);
  });
});

describe('the name of an initramfs', () => {
  async function warningOf(name: string): Promise<string | undefined> {
    const text = 'version = "1"\nstrategy = "initramfs"\ninit.none = true\nmappings.init = "/init"\n';
    const { config } = await validateConfigText(text, 'fledge.toml');
    return suffixWarning(name, config);
  }

  it.each([
    ['x.img', 'a file system image'],
    ['x.squashfs', 'squashfs'],
    ['X.EXT4', 'ext4'],
  ])('warns of an artifact name that suggests another format: %s', async (name, what) => {
    expect(await warningOf(name)).toBe(
      `the artifact is cpio.gz, but the name ${name} suggests ${what}: write --output plugin.cpio.gz, or another name with a suffix of this format`,
    );
  });

  it.each(['initrd.img', 'x', 'x.gz', 'x.cpio', 'x.bin'])('accepts any other artifact name: %s', async (name) => {
    expect(await warningOf(name)).toBeUndefined();
  });
});

it.each([
  ['yesterday', 'not a number of seconds since 1970'],
  ['4294967296', 'more than 4294967295, the maximum of cpio'],
])('refuses SOURCE_DATE_EPOCH=%s', (value, reason) => {
  expect(refusalOf(() => sourceDateEpoch({ SOURCE_DATE_EPOCH: value }))).toEqual([
    'usage',
    `SOURCE_DATE_EPOCH is "${value}", ${reason}`,
    'unset it, or set it to the time of the last commit: git log -1 --format=%ct',
  ]);
  expect(sourceDateEpoch({ SOURCE_DATE_EPOCH: '4294967295' })).toBe(4294967295);
});
