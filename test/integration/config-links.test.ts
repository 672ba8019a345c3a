import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/load.ts';
import { loadLockFor } from '../../src/lock/lock-file.ts';
import { loadTemplateFor } from '../../src/manifest/template.ts';
import { testDirectory } from '../helpers/scratch.ts';

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
