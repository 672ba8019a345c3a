import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { loadLockFor } from '../../src/lock/lock-file.ts';
import { loadTemplateFor } from '../../src/manifest/template.ts';
import { loadPlugin } from '../../src/recipe/plugin.ts';
import { findLinksOut } from '../../src/recipe/verify/links-out.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';

const SECRET = 's3cr3t-of-another-user';
/** Contents of other files that could be printed: text that is not TOML, keys, values, and JSON. */
const TEXTS = [
  `root:${SECRET}:0:0\n`,
  `${SECRET} = 1\n`,
  `schema_version = "${SECRET}"\n`,
  `{"auths": {"${SECRET}": 1}}`,
];

/** How each file of a plugin is read, by its name. */
const READERS: Readonly<Record<string, (directory: string) => Promise<unknown>>> = {
  'fledge.toml': (directory) => loadConfig(directory),
  'fledge.lock': (directory) => loadLockFor(join(directory, 'fledge.toml')),
  'manifest.toml': (directory) => loadTemplateFor(join(directory, 'fledge.toml')),
  'manifest.json': (directory) => loadTemplateFor(join(directory, 'fledge.toml'), join(directory, 'manifest.json')),
};

async function messageOf(action: Promise<unknown>): Promise<string> {
  const error = await action.then(
    () => new Error('it was read'),
    (reason: Error) => reason,
  );
  return `${error.message}\n${'fix' in error ? error.fix : ''}`;
}

describe.each(Object.entries(READERS))('%s', (name, read) => {
  it.each(TEXTS)('shows nothing of a file elsewhere that a document links to: %j', async (text) => {
    const [directory, elsewhere] = [testDirectory(), testDirectory()];
    writeFileSync(join(elsewhere, 'secret'), text);
    symlinkSync(join(elsewhere, 'secret'), join(directory, name));
    const message = await messageOf(read(directory));
    expect(message).toContain(
      `cannot use ${join(directory, name)}: line 1 is wrong (not shown, because the file is a link to ${join(elsewhere, 'secret')})`,
    );
    expect(message).toContain('replace the link by the file itself');
    expect(message).not.toContain(SECRET);
  });

  it('shows nothing of a file behind a chain of links or in .git', async () => {
    const [directory, elsewhere] = [testDirectory(), testDirectory()];
    writeFileSync(join(elsewhere, 'secret'), TEXTS[0] ?? '');
    symlinkSync(elsewhere, join(directory, 'below'));
    symlinkSync('below/secret', join(directory, name));
    expect(await messageOf(read(directory))).not.toContain(SECRET);

    const checkout = testDirectory();
    mkdirSync(join(checkout, '.git'));
    writeFileSync(join(checkout, '.git/config'), TEXTS[0] ?? '');
    symlinkSync('.git/config', join(checkout, name));
    expect(await messageOf(read(checkout))).not.toContain(SECRET);
  });

  it('reports problems of a link to a neighbouring file like those of a regular file', async () => {
    const directory = testDirectory();
    writeFileSync(join(directory, 'real'), TEXTS[0] ?? '');
    symlinkSync('real', join(directory, name));
    const message = await messageOf(read(directory));
    expect(message).toContain(`${join(directory, name)}:1:`);
    expect(message).not.toContain('it is a link');
  });
});

it('uses a template that is a link to a valid file elsewhere', async () => {
  const [directory, shared] = [testDirectory(), testDirectory()];
  writeFileSync(join(shared, 'manifest.toml'), 'version = "1.2.3"\n');
  symlinkSync(join(shared, 'manifest.toml'), join(directory, 'manifest.toml'));
  expect(await loadTemplateFor(join(directory, 'fledge.toml'))).toMatchObject({ fields: { version: '1.2.3' } });
});

describe('a file that a config names', () => {
  const INITRAMFS = 'version = "1"\nstrategy = "initramfs"\n';
  const ROOTFS = 'version = "1"\nstrategy = "oci_rootfs"\n';
  /** Valid for every key, because a Dockerfile is read with fledge.toml. */
  const DOCKERFILE = `FROM scratch\n# ${SECRET}\n`;
  /** Every key that names a file, as the text of fledge.toml, or of manifest.toml. */
  const KEYS: Readonly<Record<string, (path: string) => readonly [config: string, template?: string]>> = {
    'mappings.PATH': (path) => [`${INITRAMFS}[mappings]\n"${path}" = "/x"\n`],
    'mappings.PATH, a table with two destinations': (path) => [
      `${INITRAMFS}[mappings]\n"${path}" = { to = ["/x", "/y"], mode = "0600" }\n`,
    ],
    'agent.path': (path) => [`${INITRAMFS}agent.source_strategy = "local"\nagent.path = "${path}"\n`],
    'init.path': (path) => [`${INITRAMFS}init.path = "${path}"\n`],
    'source.busybox_url': (path) => [`${INITRAMFS}source.busybox_url = "${path}"\n`],
    'source.busybox_url, a file: URL': (path) => [`${INITRAMFS}source.busybox_url = "file:${path}"\n`],
    'source.image': (path) => [`${ROOTFS}source.image = "docker-archive:${path}"\n`],
    'source.dockerfile': (path) => [`${ROOTFS}source.dockerfile = "${path}"\n`],
    'cloud_init.user_data.path': (path) => [INITRAMFS, `cloud_init.user_data.path = "${path}"\n`],
  };

  const CONTEXT = (path: string) => [`${ROOTFS}source.dockerfile = "real"\nsource.context = "${path}"\n`] as const;

  /** The warnings of a plugin in the directory `plugin` of a checkout, about a link there. */
  async function linksOut(key: string, path: string, target: string) {
    const [config = '', template = ''] = (key === 'source.context' ? CONTEXT : KEYS[key])?.(path) ?? [];
    const files = {
      'plugin/fledge.toml': config,
      'plugin/manifest.toml': template,
      'plugin/real': DOCKERFILE,
      shared: DOCKERFILE,
      'common/file': DOCKERFILE,
    };
    const checkout = testDirectoryWith(files);
    mkdirSync(join(checkout, '.git'));
    writeFileSync(join(checkout, '.git/config'), DOCKERFILE);
    symlinkSync(target, join(checkout, 'plugin/link'));
    const { loaded, template: manifest } = await loadPlugin(join(checkout, 'plugin'));
    return findLinksOut(loaded, manifest);
  }

  it.each(Object.keys(KEYS))('causes one warning at its key if it is a link out of the checkout: %s', async (key) => {
    const elsewhere = testDirectoryWith({ secret: DOCKERFILE });
    const [remark, ...others] = await linksOut(key, 'link', join(elsewhere, 'secret'));
    expect(others).toEqual([]);
    expect(remark).toMatchObject({ code: 'link', message: expect.stringContaining(join(elsewhere, 'secret')) });
    expect(remark?.at?.path.join('.')).toBe(key.replace(/,.*/, '').replace('PATH', 'link'));
    expect(`${remark?.message} ${remark?.fix}`).not.toContain(SECRET);
    expect(await linksOut(key, './link/secret', elsewhere)).toHaveLength(1);
    expect(await linksOut(key, 'link', '../.git/config')).toHaveLength(1);
  });

  it.each(Object.keys(KEYS))(
    'causes no warning if it is in the checkout, or if its path leads out: %s',
    async (key) => {
      const elsewhere = testDirectoryWith({ secret: DOCKERFILE });
      expect(await linksOut(key, 'link', 'real')).toEqual([]);
      expect(await linksOut(key, 'link', '../shared')).toEqual([]);
      expect(await linksOut(key, join(elsewhere, 'secret'), 'real')).toEqual([]);
      if (key !== 'source.dockerfile') expect(await linksOut(key, 'link', 'nowhere')).toEqual([]);
    },
  );

  it('causes a warning at source.context if that is a directory out of the checkout', async () => {
    const elsewhere = testDirectoryWith({ 'context/secret': DOCKERFILE });
    const [remark, ...others] = await linksOut('source.context', 'link', join(elsewhere, 'context'));
    expect(others).toEqual([]);
    expect(remark).toMatchObject({ code: 'link', at: { path: ['source', 'context'] } });
    expect(await linksOut('source.context', './link/context', elsewhere)).toHaveLength(1);
    expect(await linksOut('source.context', 'link', '../common')).toEqual([]);
    expect(await linksOut('source.context', join(elsewhere, 'context'), 'real')).toEqual([]);
  });
});
