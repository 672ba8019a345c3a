import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { logIn } from '../../src/action/login.ts';
import { findCredentialStore } from '../../src/sources/image/fetch/credential-store.ts';
import { authFilesOf, credentialHelpersOf, mergeLogins, readLogins } from '../../src/sources/image/fetch/logins.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { testDirectoryWith } from '../helpers/scratch.ts';

const OWN = { registry: 'ghcr.io', auth: 'own' };
const login = (...hosts: readonly string[]) => Object.fromEntries(hosts.map((host) => [host, { auth: host }]));

describe('mergeLogins', () => {
  it('mergeLogins keeps logins for other registries, and the first file with a login wins', () => {
    const merged = mergeLogins(OWN, [
      { auths: login('quay.io'), credHelpers: { 'a.example': 'first' } },
      {
        auths: { 'quay.io': { auth: 'later' }, 'a.example': { auth: 'later' }, ...login('b.example') },
        credHelpers: {},
      },
    ]);
    expect(merged).toEqual({
      auths: { 'ghcr.io': { auth: 'own' }, ...login('quay.io', 'b.example') },
      credHelpers: { 'a.example': 'first' },
    });
  });

  it("mergeLogins drops every other login for the step's registry", () => {
    const merged = mergeLogins(OWN, [
      {
        auths: login('ghcr.io', 'ghcr.io/octo', 'https://ghcr.io/v2/', 'ghcr.io.example'),
        credHelpers: { 'ghcr.io': 'x' },
      },
    ]);
    expect(merged).toEqual({ auths: { 'ghcr.io': { auth: 'own' }, ...login('ghcr.io.example') }, credHelpers: {} });
  });

  it('mergeLogins knows all names of Docker Hub', () => {
    const present = { auths: login('https://index.docker.io/v1/', 'registry-1.docker.io'), credHelpers: {} };
    expect(mergeLogins({ registry: 'docker.io', auth: 'own' }, [present]).auths).toEqual({
      'docker.io': { auth: 'own' },
    });
  });
});

describe('credentialHelpersOf', () => {
  it('credentialHelpersOf lists each helper of the files that are used once', () => {
    const home = testDirectoryWith({
      '.docker/config.json': JSON.stringify({ credsStore: 'desktop', credHelpers: { a: 'ecr-login', b: 'gcr' } }),
      '.config/containers/auth.json': JSON.stringify({ credHelpers: { c: 'gcr' } }),
      'other.json': '{"auths": {}, "credsStore": ""}',
      'damaged.json': '{"auths": ',
    });
    const env = { HOME: home, XDG_RUNTIME_DIR: join(home, 'nothing') };
    expect(credentialHelpersOf(env)).toEqual(['gcr', 'ecr-login', 'desktop']);
    expect(credentialHelpersOf({ ...env, REGISTRY_AUTH_FILE: join(home, 'other.json') })).toEqual([]);
    expect(credentialHelpersOf({ ...env, REGISTRY_AUTH_FILE: join(home, 'damaged.json') })).toEqual([]);
  });
});

describe('authFilesOf', () => {
  it('authFilesOf lists the files that skopeo reads, in its order', () => {
    const uid = process.getuid?.() ?? 0;
    expect(authFilesOf({ HOME: '/h' })).toEqual([
      `/run/containers/${uid}/auth.json`,
      '/h/.config/containers/auth.json',
      '/h/.docker/config.json',
    ]);
    const env = { HOME: '/h', XDG_RUNTIME_DIR: '/r', XDG_CONFIG_HOME: '/x', DOCKER_CONFIG: '/d' };
    expect(authFilesOf(env)).toEqual(['/r/containers/auth.json', '/x/containers/auth.json', '/d/config.json']);
    expect(authFilesOf({ ...env, REGISTRY_AUTH_FILE: '/only' })).toEqual(['/only']);
  });
});

describe('readLogins', () => {
  it('readLogins reads a file in which maps are null, as programs in Go write empty ones', () => {
    const directory = testDirectoryWith({
      'config.json': '{"auths": null, "credHelpers": null, "credsStore": null}',
      'entry.json': '{"auths": {"quay.io": null}}',
    });
    const env = { HOME: directory, DOCKER_CONFIG: directory, XDG_RUNTIME_DIR: directory };
    const path = join(directory, 'config.json');
    expect(readLogins(env, silentReporter)).toEqual([{ path, auths: {}, credHelpers: {}, credsStore: null }]);
    const entry = { REGISTRY_AUTH_FILE: join(directory, 'entry.json') };
    expect(readLogins(entry, silentReporter)).toMatchObject([{ auths: { 'quay.io': {} } }]);
  });
});

describe('findCredentialStore', () => {
  it('findCredentialStore finds the store of a login in the directory of DOCKER_CONFIG', () => {
    const directory = testDirectoryWith({
      'docker/config.json': '{"auths": {"quay.io": {}}, "credsStore": "desktop"}',
      'home/.config/containers/auth.json': JSON.stringify({ auths: login('ghcr.io') }),
    });
    const env = { HOME: join(directory, 'home'), DOCKER_CONFIG: join(directory, 'docker'), XDG_RUNTIME_DIR: directory };
    expect(findCredentialStore('quay.io', env)).toMatchObject({
      name: 'desktop',
      file: join(directory, 'docker/config.json'),
      authFile: '{"credHelpers":{"quay.io":"desktop"}}',
    });
    expect(findCredentialStore('ghcr.io', env)).toBeUndefined();
    expect(findCredentialStore('quay.io', { ...env, REGISTRY_AUTH_FILE: '/none' })).toBeUndefined();
  });
});

describe('logIn', () => {
  it('logIn writes a file for this user only and deletes it', () => {
    const directory = testDirectoryWith({
      'home/.docker/config.json': JSON.stringify({ auths: login('quay.io'), credsStore: 'x' }),
    });
    const env = { HOME: join(directory, 'home'), XDG_RUNTIME_DIR: directory };
    const own = { registry: 'ghcr.io', username: 'octo', password: 'pass:word' };
    const active = logIn(own, { directory, env, reporter: silentReporter });
    const path = active.env.REGISTRY_AUTH_FILE;
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const auth = Buffer.from('octo:pass:word').toString('base64');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      auths: { 'ghcr.io': { auth }, ...login('quay.io') },
      credHelpers: {},
    });
    active.dispose();
    expect(() => statSync(path)).toThrow('ENOENT');
  });

  it('logIn warns of a file that is not a login file and shows nothing of it', () => {
    const directory = testDirectoryWith({ 'broken.json': '{"auths": SECRET' });
    const warnings: string[] = [];
    const reporter = { ...silentReporter, warn: (message: string) => warnings.push(message) };
    const env = { REGISTRY_AUTH_FILE: join(directory, 'broken.json') };
    logIn({ registry: 'r', username: 'u', password: 'p' }, { directory, env, reporter }).dispose();
    expect(warnings).toEqual([`the logins in ${join(directory, 'broken.json')} are ignored: it is not a login file`]);
  });
});
