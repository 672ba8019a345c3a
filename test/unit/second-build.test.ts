import { describe, expect, it } from 'vitest';
import { otherVariables } from '../../src/recipe/reproduce/environment.ts';
import { environmentFor } from '../../src/tools/environment.ts';

const PLACES = { home: '/s/home', temporary: '/s/tmp', cache: '/s/cache', workingDirectory: '/s/elsewhere' };

describe('the environment of a second build', () => {
  const environmentOf = (env: Readonly<Record<string, string>>, places: typeof PLACES) =>
    environmentFor('fledge', env, { own: otherVariables(env, places) }).variables;

  it('the environment of a second build keeps variables that affect inputs', () => {
    const kept = {
      PATH: '/opt/bin:/usr/bin',
      HTTPS_PROXY: 'http://proxy',
      FLEDGE_GITHUB_API_URL: 'https://ghe/api',
      SOURCE_DATE_EPOCH: '1',
      REGISTRY_AUTH_FILE: '/login',
      XDG_RUNTIME_DIR: '/run/user/1',
      DOCKER_HOST: 'unix:///docker',
    };
    expect(environmentOf({ ...kept, GITHUB_TOKEN: 'token' }, PLACES)).toMatchObject(kept);
    expect(environmentOf({ ...kept, GITHUB_TOKEN: 'token' }, PLACES)).not.toHaveProperty('GITHUB_TOKEN');
  });

  it('the environment of a second build differs in everything that must not affect the output', () => {
    const once = environmentOf({}, PLACES);
    const elsewhere = { home: '/t/home', temporary: '/t/tmp', cache: '/t/cache', workingDirectory: '/t/elsewhere' };
    const twice = environmentOf(once, elsewhere);
    expect(Object.keys(twice)).toEqual(Object.keys(once));
    for (const [name, value] of Object.entries(once)) {
      if (name !== 'NO_COLOR') expect(twice[name], name).not.toBe(value);
    }
    expect(once).toEqual({
      HOME: '/s/home',
      PWD: '/s/elsewhere',
      TMPDIR: '/s/tmp',
      TMP: '/s/tmp',
      TEMP: '/s/tmp',
      FLEDGE_CACHE_DIR: '/s/cache',
      XDG_CACHE_HOME: '/s/cache',
      TZ: 'Pacific/Kiritimati',
      LC_ALL: 'tr_TR.UTF-8',
      LANG: 'tr_TR.UTF-8',
      USER: 'somebody',
      LOGNAME: 'somebody',
      HOSTNAME: 'elsewhere',
      NO_COLOR: '1',
    });
  });
});
