import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { job } from '../helpers/action/action.ts';
import { LOCAL, pluginFiles } from '../helpers/action/action-plugin.ts';
import { configWith } from '../helpers/bad-input.ts';
import { workspace } from '../helpers/process/cli.ts';

/* Neither files of builds nor the .git of a checkout get into an artifact, whatever is mapped. */

const LOGIN = { registry: 'registry.example.com', username: 'octo', password: 'c0rrect-horse' };
const AUTH = Buffer.from(`${LOGIN.username}:${LOGIN.password}`).toString('base64');
const TOKEN = 'AUTHORIZATION: basic dG9rZW4tb2YtY2hlY2tvdXQ=';

function contentOf(artifact: string): string {
  return gunzipSync(readFileSync(artifact)).toString('latin1');
}

describe('an artifact', { timeout: 180_000 }, () => {
  it.each(['RUNNER_TEMP itself', 'a link to it'])(
    'the artifact contains no login of the step when the mapping is of %s',
    async (how) => {
      const place = job(pluginFiles('hello'));
      writeFileSync(join(place.runnerTemp, 'kept'), 'kept by the workflow');
      writeFileSync(join(place.runnerTemp, 'git-credentials-01234567-89ab.config'), TOKEN);
      symlinkSync(place.runnerTemp, join(place.plugin, 'temp'));
      const source = how === 'a link to it' ? 'temp' : relative(place.plugin, place.runnerTemp);
      place.write({ 'fledge.toml': configWith(`"${source}" = "/x"`) });
      const step = await place.run({ inputs: { ...LOCAL, ...LOGIN, reproducible: 'check' } });
      expect(step, step.stdout).toMatchObject({ status: 0, outputs: { reproducible: 'true' } });
      const content = contentOf(step.outputs['artifact-path'] ?? '');
      expect(content).toContain('kept by the workflow');
      for (const secret of [AUTH, LOGIN.password, 'auth.json', '.fledge-']) expect(content).not.toContain(secret);
      // Files of other actions in it are mapped, because only the author knows whether they are meant.
      expect(step.log.annotations.map(({ level, message }) => [level, message])).toContainEqual([
        'warning',
        `${source}/git-credentials-01234567-89ab.config looks like a file with a secret and is in the artifact; move it out of the mapped directory if the machine does not need it`,
      ]);
    },
  );

  it('leaves out the .git of a checkout and the cache in both builds of a check', async () => {
    const place = workspace({
      'fledge.toml': configWith('"." = "/src"'),
      init: '#!/bin/sh\n',
      '.git/config': TOKEN,
      'module/.git': 'gitdir: ../.git/modules/module',
      'module/code': 'kept code',
      'cache/sha256/note': 'a download',
    });
    const env = { FLEDGE_CACHE_DIR: join(place.plugin, 'cache') };
    const { status, stderr } = await place.run(['build', '--check-reproducible'], { env, timeoutMs: 120_000 });
    expect(status, stderr).toBe(0);
    expect(stderr.split('\n').filter((line) => line.includes('.git'))).toEqual([
      expect.stringContaining('note: ./.git (and 1 more like it) is not mapped; to map it, name .git in a mapping'),
    ]);
    const content = contentOf(join(place.plugin, 'plugin.cpio.gz'));
    expect(content).toContain('kept code');
    for (const secret of [TOKEN, 'gitdir:', 'a download']) expect(content).not.toContain(secret);
  });

  it('includes a .git that a mapping names, without a warning', async () => {
    const place = workspace({ 'fledge.toml': configWith('".git" = "/repository"'), init: '#!/bin/sh\n' });
    mkdirSync(join(place.plugin, '.git'));
    writeFileSync(join(place.plugin, '.git/HEAD'), 'ref: refs/heads/meant\n');
    const { status, stderr } = await place.run(['build', '--check-reproducible'], { timeoutMs: 120_000 });
    expect(status, stderr).toBe(0);
    expect(stderr).not.toContain('left out');
    expect(contentOf(join(place.plugin, 'plugin.cpio.gz'))).toContain('refs/heads/meant');
  });

  it('refuses a mapping that names the cache', async () => {
    const place = workspace({ 'fledge.toml': configWith('"cache" = "/x"'), init: '#!/bin/sh\n', 'cache/x': '' });
    const env = { FLEDGE_CACHE_DIR: join(place.plugin, 'cache') };
    const { status, stderr } = await place.run(['build'], { env });
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /fledge\.toml:\d+:1: mappings\.cache: this belongs to a build, such as its cache or a login/,
    );
    expect(existsSync(join(place.plugin, 'plugin.cpio.gz'))).toBe(false);
  });
});
