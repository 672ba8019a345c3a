import { existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openAccess } from '../../src/recipe/container/access.ts';
import { loadPlugin } from '../../src/recipe/plugin.ts';
import type { Reporter } from '../../src/support/report/reporter.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { programs } from '../helpers/process/programs.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';

/* What the container of a build can access: only what its config needs. */

const INITRAMFS = 'version = "1"\nstrategy = "initramfs"\nsource.busybox_url = "/bin/busybox"\n';
const TOKEN = 'ghs_the-token';
const login = (...hosts: readonly string[]): string =>
  JSON.stringify({ auths: Object.fromEntries(hosts.map((host) => [host, { auth: `login of ${host}` }])) });

interface Setup {
  readonly env?: Readonly<Record<string, string>>;
  /** Files below the home directory. */
  readonly home?: Readonly<Record<string, string>>;
  /** Files in the directory of fledge.toml. */
  readonly files?: Readonly<Record<string, string>>;
}

async function accessOf(config: string, { env = {}, home = {}, files = {} }: Setup = {}) {
  const directory = testDirectoryWith({ 'fledge.toml': config, ...files });
  const place = testDirectoryWith({ ...home, 'runtime/nothing': '' });
  const warnings: string[] = [];
  const reporter: Reporter = { ...silentReporter, warn: (message) => void warnings.push(message) };
  const access = await openAccess({
    plugin: await loadPlugin(directory),
    platform: 'linux/amd64',
    verify: 'none',
    locked: false,
    workers: 1,
    env: {
      HOME: place,
      XDG_RUNTIME_DIR: join(place, 'runtime'),
      FLEDGE_CACHE_DIR: join(place, 'cache'),
      DOCKER_HOST: 'unix:///nowhere',
      ...env,
    },
    reporter,
  });
  onTestFinished(() => access.close());
  const { FLEDGE_NOT_MAPPED: _, ...variables } = access.variables;
  const mountOf = (target: string) => access.mounts.find((mount) => mount.target === target);
  return { ...access, variables, mountOf, warnings, home: place };
}

describe('logins', () => {
  it.each([
    ['of docker', '.docker/config.json', {}],
    ['of podman and skopeo', '.config/containers/auth.json', {}],
    ['of this session', 'runtime/containers/auth.json', {}],
    ['in a file that is named', 'named.json', { REGISTRY_AUTH_FILE: 'named.json' }],
  ])('passes the logins %s in a separate file, for the registry of the image only', async (_, path, named) => {
    const home = testDirectoryWith({ [path]: login('ghcr.io', 'quay.io'), 'runtime/x': '' });
    const env = {
      HOME: home,
      XDG_RUNTIME_DIR: join(home, 'runtime'),
      ...Object.fromEntries(Object.entries(named).map(([name, file]) => [name, join(home, file)])),
    };
    const { mounts, mountOf, variables, close } = await accessOf(rootfsConfig('docker://ghcr.io/team/app:1'), { env });
    expect(mounts).toHaveLength(1);
    expect(variables).toEqual({ REGISTRY_AUTH_FILE: '/run/fledge/auth.json' });
    const { source = '', access } = mountOf('/run/fledge/auth.json') ?? {};
    expect(access).toBe('read');
    expect(statSync(source).mode & 0o777).toBe(0o600);
    expect(readFileSync(source, 'utf8')).toBe(login('ghcr.io'));
    close();
    expect(existsSync(source)).toBe(false);
  });

  it.each([
    ['another registry', rootfsConfig('docker://ghcr.example/team/app:1')],
    ['no registry', rootfsConfig('oci:layout:image')],
    ['the daemon', rootfsConfig('docker-daemon:ghcr.io/team/app:1')],
    ['no image at all', INITRAMFS],
  ])('passes no logins where the image is of %s', async (_, config) => {
    const { mounts, variables } = await accessOf(config, { home: { '.docker/config.json': login('ghcr.io') } });
    expect(mounts).toEqual([]);
    expect(variables).toEqual({});
  });

  it('finds a login for Docker Hub under each of its names', async () => {
    const home = { '.docker/config.json': login('https://index.docker.io/v1/') };
    expect((await accessOf(rootfsConfig('docker://nginx:1'), { home })).mounts).toHaveLength(1);
  });

  it.each([
    ['for the registry', '{"credHelpers": {"ghcr.io": "ecr-login"}}', 'ecr-login'],
    ['for all', '{"auths": {"ghcr.io": {}}, "credsStore": "desktop"}', 'desktop'],
  ])('reports a login in a credential helper %s', async (_, file, helper) => {
    const config = rootfsConfig('docker://ghcr.io/team/app:1');
    const { mounts, warnings } = await accessOf(config, { home: { '.docker/config.json': file } });
    expect(mounts).toEqual([]);
    expect(warnings).toEqual([
      `the login for ghcr.io is in docker-credential-${helper}, which is not available in the container; log in with the inputs username and password, or build on the host`,
    ]);
  });
});

describe('logins in credential helpers', () => {
  /** A home whose login file names docker-credential-`name`, which is on the PATH and has this script. */
  function homeWithHelper(name: string, script: string, loginFile: string) {
    const directory = programs({ [`docker-credential-${name}`]: script });
    const before = process.env['PATH'];
    process.env['PATH'] = `${directory}:${before}`;
    onTestFinished(() => {
      process.env['PATH'] = before;
    });
    return { home: { '.docker/config.json': loginFile }, env: { PATH: process.env['PATH'] } };
  }
  const answers = (user: string, secret: string): string =>
    `[ "$1" = get ] && [ "$(cat)" = ghcr.io ] && echo '{"ServerURL":"ghcr.io","Username":"${user}","Secret":"${secret}"}'`;

  it.each([
    ['for the registry', '{"credHelpers": {"ghcr.io": "test"}}'],
    ['for all registries', '{"auths": {"ghcr.io": {}}, "credsStore": "test"}'],
  ])('passes the login of a helper %s in the login file', async (_, file) => {
    const setup = homeWithHelper('test', answers('octo', 'pass'), file);
    const { mountOf, warnings } = await accessOf(rootfsConfig('docker://ghcr.io/team/app:1'), setup);
    const { source = '' } = mountOf('/run/fledge/auth.json') ?? {};
    const auth = Buffer.from('octo:pass').toString('base64');
    expect(JSON.parse(readFileSync(source, 'utf8'))).toEqual({ auths: { 'ghcr.io': { auth } } });
    expect([warnings, statSync(source).mode & 0o777]).toEqual([[], 0o600]);
  });

  it('passes an identity token as such', async () => {
    const setup = homeWithHelper('test', answers('<token>', 'tok'), '{"credHelpers": {"ghcr.io": "test"}}');
    const { mountOf } = await accessOf(rootfsConfig('docker://ghcr.io/team/app:1'), setup);
    const { auths } = JSON.parse(readFileSync(mountOf('/run/fledge/auth.json')?.source ?? '', 'utf8'));
    expect(auths['ghcr.io']).toMatchObject({ identitytoken: 'tok' });
  });

  it.each([
    ['fails', 'echo credentials not found in native keychain; exit 1'],
    ['prints no login', 'echo secret-of-another-kind'],
  ])('warns of a helper that %s, without its output on stdout', async (_, script) => {
    const setup = homeWithHelper('test', script, '{"credHelpers": {"ghcr.io": "test"}}');
    const { mounts, warnings } = await accessOf(rootfsConfig('docker://ghcr.io/team/app:1'), setup);
    expect([mounts.length, warnings.length]).toEqual([0, 1]);
    expect(warnings[0]).toContain('docker-credential-test');
    expect(warnings[0]).not.toContain('secret-of-another-kind');
  });

  it('does not start a program outside of the PATH', async () => {
    const file = '{"credHelpers": {"ghcr.io": "../../bin/sh"}}';
    const { mounts } = await accessOf(rootfsConfig('docker://ghcr.io/team/app:1'), {
      home: { '.docker/config.json': file },
    });
    expect(mounts).toEqual([]);
  });
});

describe('the token for GitHub', () => {
  it('passes the token in a file where the agent is from a release', async () => {
    const { mountOf, mounts, variables, close } = await accessOf(INITRAMFS, { env: { GITHUB_TOKEN: TOKEN } });
    expect(mounts).toHaveLength(1);
    expect(variables).toEqual({ FLEDGE_GITHUB_TOKEN_FILE: '/run/fledge/github-token' });
    const { source = '', access } = mountOf('/run/fledge/github-token') ?? {};
    expect(access).toBe('read');
    expect(statSync(source).mode & 0o777).toBe(0o600);
    expect(readFileSync(source, 'utf8')).toBe(TOKEN);
    close();
    expect(existsSync(source)).toBe(false);
  });

  it.each([
    ['of this machine', `${INITRAMFS}agent.source_strategy = "local"\nagent.path = "kestrel"\n`],
    ['of a server', `${INITRAMFS}agent.source_strategy = "http"\nagent.url = "https://example.com/kestrel"\n`],
    ['none', rootfsConfig('oci:layout:image')],
  ])('passes no token where the agent is %s', async (_, config) => {
    const { mounts, variables } = await accessOf(config, { env: { GITHUB_TOKEN: TOKEN } });
    expect(mounts).toEqual([]);
    expect(variables).toEqual({});
  });
});

describe('the Docker daemon', () => {
  const ID = `sha256:${'1'.repeat(64)}`;
  const LOCK = `version = "1"\n[image]\nname = "ghcr.io/team/app:1"\ndigest = "sha256:${'2'.repeat(64)}"\n`;

  /** A daemon that has the image ghcr.io/team/app:1. */
  async function daemon(where: 'socket' | 'port') {
    const requests: string[] = [];
    const server = createServer((request, response) => {
      requests.push(`${request.url}`);
      if (request.url !== '/images/ghcr.io/team/app:1/json') response.writeHead(404).end('{}');
      else response.end(JSON.stringify({ Id: ID, Os: 'linux', Architecture: 'amd64' }));
    });
    const socket = join(testDirectory(), 'docker.sock');
    await new Promise<void>((resolve) =>
      where === 'socket' ? server.listen(socket, resolve) : server.listen(0, '127.0.0.1', resolve),
    );
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const host = where === 'socket' ? `unix://${socket}` : `tcp://127.0.0.1:${port}`;
    return { requests, socket, env: { DOCKER_HOST: host } };
  }

  it.each([
    ['it has the image of a plain name', 'ghcr.io/team/app:1'],
    ['the config names it', 'docker-daemon:ghcr.io/team/app:1'],
    ['the config names it and an image that it does not have', 'docker-daemon:ghcr.io/team/other:1'],
  ])('mounts the socket of the Docker daemon where %s', async (_, image) => {
    const { socket, env } = await daemon('socket');
    const { mounts, groups, variables } = await accessOf(rootfsConfig(image), { env });
    expect(mounts).toEqual([{ source: socket, access: 'write' }]);
    expect(groups).toEqual([statSync(socket).gid]);
    expect(variables).toEqual(env);
  });

  it.each([
    ['it does not have the image', 'ghcr.io/team/other:1', 1],
    ['the image is pinned by a digest', `ghcr.io/team/app:1@sha256:${'3'.repeat(64)}`, 0],
    ['a registry is named', 'docker://ghcr.io/team/app:1', 0],
    ['the image is a file', 'oci:layout:image', 0],
  ])('mounts no socket where %s', async (_, image, asked) => {
    const { requests, env } = await daemon('socket');
    const { mounts, groups, variables } = await accessOf(rootfsConfig(image), { env });
    expect({ mounts, groups, variables }).toEqual({ mounts: [], groups: [], variables: {} });
    expect(requests).toHaveLength(asked);
  });

  it('mounts no socket and sends no request where a lock file pins the image', async () => {
    const { requests, env } = await daemon('socket');
    const files = { 'fledge.lock': LOCK };
    expect((await accessOf(rootfsConfig('ghcr.io/team/app:1'), { env, files })).mounts).toEqual([]);
    expect(requests).toEqual([]);
  });

  it('reports a Docker daemon at a network address and mounts nothing', async () => {
    const { env } = await daemon('port');
    const { mounts, groups, variables } = await accessOf(rootfsConfig('ghcr.io/team/app:1'), { env });
    expect({ mounts, groups, variables }).toEqual({ mounts: [], groups: [], variables: env });
  });
});

it('uses the certificate authorities of this machine in the container', async () => {
  const file = join(testDirectory(), 'ca.pem');
  writeFileSync(file, 'certificate');
  const env = { SSL_CERT_FILE: file, NODE_EXTRA_CA_CERTS: file, SSL_CERT_DIR: '/nowhere' };
  const { mounts, variables } = await accessOf(rootfsConfig('oci:layout:image'), { env });
  expect(mounts).toEqual([
    { source: file, access: 'read' },
    { source: file, access: 'read' },
  ]);
  expect(variables).toEqual({ SSL_CERT_FILE: file, NODE_EXTRA_CA_CERTS: file });
});

it('copies directories of certificates, whose links the container could not follow', async () => {
  const files = testDirectoryWith({ 'share/corporate.crt': 'certificate', 'certs/x': 'x', 'more/own.pem': 'own' });
  symlinkSync('../share/corporate.crt', join(files, 'certs/0a1b.0'));
  symlinkSync('/nowhere', join(files, 'certs/dangling'));
  const env = { SSL_CERT_DIR: [join(files, 'certs'), '/nowhere', join(files, 'more')].join(':') };
  const { mountOf, variables } = await accessOf(rootfsConfig('oci:layout:image'), { env });
  expect(variables).toEqual({ SSL_CERT_DIR: '/run/fledge/certificates-0:/run/fledge/certificates-2' });
  const source = mountOf('/run/fledge/certificates-0')?.source ?? '';
  expect(readFileSync(join(source, '0a1b.0'), 'utf8')).toBe('certificate');
  expect(lstatSync(join(source, '0a1b.0')).isFile()).toBe(true);
  expect(readdirSync(source).sort()).toEqual(['0a1b.0', 'x']);
});

it('passes certificates and settings of the registries of the image only', async () => {
  const home = {
    '.config/containers/certs.d/registry.example:5000/ca.crt': 'ca',
    '.config/containers/certs.d/other.example/ca.crt': 'other',
    '.config/containers/registries.conf': 'unqualified-search-registries = []',
  };
  const image = rootfsConfig('docker://registry.example:5000/team/app:1');
  const { mounts, mountOf, variables } = await accessOf(image, { home });
  expect(mounts).toHaveLength(2);
  const certificates = mountOf('/etc/containers/certs.d/registry.example:5000')?.source ?? '';
  expect(readFileSync(join(certificates, 'ca.crt'), 'utf8')).toBe('ca');
  expect(mountOf('/run/fledge/registries.conf')?.access).toBe('read');
  expect(variables).toEqual({ CONTAINERS_REGISTRIES_CONF: '/run/fledge/registries.conf' });
  expect((await accessOf(rootfsConfig('oci:layout:image'), { home })).mounts).toEqual([]);
});
