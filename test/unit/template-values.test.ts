import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatKeyPath, type KeyPath, problemsOf } from '../../src/document/problems.ts';
import { validateTemplateText } from '../../src/manifest/template.ts';
import { FledgeError } from '../../src/support/errors.ts';

/** Every text of a template, at least once. */
const FULL = {
  $schema: 'https://example.com/schema.json',
  schema_version: '1.0',
  name: 'app',
  version: '1.0',
  runtime: 'app',
  image: 'nginx',
  image_digest: 'sha256:0',
  openapi: '/openapi.json',
  labels: { tier: 'web' },
  workload: {
    type: 'http',
    base_url: 'http://127.0.0.1:80',
    entrypoint: ['/bin/app', '-v'],
    args: ['-w'],
    env: { HOME: '/root' },
    workdir: '/srv',
  },
  health_check: { endpoint: '/healthz' },
  actions: { reload: { description: 'again', method: 'POST', path: '/reload' } },
  rootfs: { url: '/a.img', checksum: 'sha256:0', format: 'raw' },
  initramfs: { url: '/a.cpio.gz', checksum: 'sha256:0' },
  disks: [{ name: 'data', source: '/data.img', checksum: '', format: 'raw', target: 'vdb' }],
  cloud_init: {
    datasource: 'NoCloud',
    seed_mode: 'vfat',
    user_data: { content: '#cloud-config' },
    meta_data: { path: 'meta.yaml' },
  },
  network: { mode: 'bridged', subnet: '10.1.0.0/24', gateway: '10.1.0.1', expose: [{ port: 80, protocol: 'tcp' }] },
  devices: { pci_passthrough: ['0000:01:00.0'], allowlist: ['10de:*'] },
  env: { LANG: 'C' },
};

/** The key and the message of each problem of a template; empty for a valid one. */
async function problemsIn(text: string, file = 'manifest.toml'): Promise<string[]> {
  try {
    await validateTemplateText(text, file);
    return [];
  } catch (error) {
    if (!(error instanceof FledgeError)) throw error;
    expect(error.code).toBe('config');
    return problemsOf(error).map(({ key, message }) => `${key}: ${message}`);
  }
}

/** The code, the key and the suggestion of each note and warning of a valid template. */
async function notesOn(text: string): Promise<string[]> {
  const { notes } = await validateTemplateText(text, 'manifest.toml');
  return notes.map(({ code = 'no-effect', key, suggestion = '' }) => `${code} ${key} ${suggestion}`.trimEnd());
}

/** The paths of all texts below a value. */
function textsIn(value: unknown, path: KeyPath = []): KeyPath[] {
  if (typeof value === 'string') return [path];
  if (Array.isArray(value)) return value.flatMap((item, index) => textsIn(item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textsIn(item, [...path, key]));
}

function withText(value: unknown, [first, ...rest]: KeyPath, change: (text: string) => string): unknown {
  if (first === undefined) return change(String(value));
  if (Array.isArray(value)) return value.with(Number(first), withText(value[Number(first)], rest, change));
  if (typeof value !== 'object' || value === null) return value;
  return { ...value, [first]: withText(Object.entries(value).find(([key]) => key === first)?.[1], rest, change) };
}

describe('a NUL character in a template', () => {
  it('is accepted nowhere, and is reported at its key', async () => {
    expect(await problemsIn(JSON.stringify(FULL), 'manifest.json')).toEqual([]);
    const texts = textsIn(FULL);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...texts), fc.nat(), async (path, place) => {
        const insert = (text: string): string => {
          const at = place % (text.length + 1);
          return `${text.slice(0, at)}\0${text.slice(at)}`;
        };
        const [problem = '', ...others] = await problemsIn(
          JSON.stringify(withText(FULL, path, insert)),
          'manifest.json',
        );
        expect(others).toEqual([]);
        expect(problem.startsWith(formatKeyPath(path))).toBe(true);
        expect(problem).not.toContain('without null bytes');
      }),
      { numRuns: 200 },
    );
  });

  it.each(['labels', 'actions', 'env'])('is refused in a name of [%s]', async (table) => {
    const value = table === 'actions' ? '{method = "GET", path = "/"}' : '"x"';
    expect(await problemsIn(`[${table}]\n"a\\u0000b" = ${value}`)).toEqual([
      expect.stringMatching(/^\w+\."a\\u0000b": must not contain a NUL character$/),
    ]);
  });
});

describe('the values of a template', () => {
  it.each<readonly [string, string]>([
    ['cloud_init.user_data.path = ""', 'cloud_init.user_data.path: must not be empty'],
    ['cloud_init.user_data.path = "a\\u0000b"', 'cloud_init.user_data.path: must not contain a NUL character'],
    ['cloud_init.user_data.inline = true', 'cloud_init.user_data.inline: content is missing'],
    ['env."" = "x"', 'env."": the name of a variable must not be empty'],
    ['workload.env." " = "x"', 'workload.env." ": the name of a variable must not be empty'],
    ['workload.env."A=B" = "x"', 'workload.env."A=B": the name of a variable must not contain "="'],
    ['workload.workdir = "rel"', 'workload.workdir: must be an absolute path, found "rel"'],
    ['workload.workdir = ""', 'workload.workdir: must not be empty'],
    ['health_check.endpoint = "http://127.0.0.1/x"', 'health_check.endpoint: must be a path, without scheme and host'],
    ['workload.base_url = "http://a:b@127.0.0.1:90"', 'workload.base_url: must not contain a login'],
    ['workload.base_url = "http://127.0.0.1:0"', 'workload.base_url: no program can listen on port 0'],
    ['openapi = "https://token@example.com/api.json"', 'openapi: must not contain a login'],
    ['rootfs.url = "https://a:b@example.com/x.img"', 'rootfs.url: must not contain a login'],
    ['disks = [{name = "d", source = "https://a:b@example.com/x"}]', 'disks[0].source: must not contain a login'],
    ['actions.x = {method = "PSOT", path = "/"}', 'actions.x.method: kestrel stops at a method other than'],
    ['actions.x = {method = "GET", path = "http://a/b"}', 'actions.x.path: must be a path, without scheme and host'],
    ['actions.x = {method = "GET", path = "/a*b"}', 'actions.x.path: kestrel stops at a "*" before the end of a path'],
    ['actions.x = {method = "GET", path = "/{id"}', 'actions.x.path: kestrel stops at a "{" without its "}"'],
    ['actions."" = {method = "GET", path = "/"}', 'actions."": the name of an action must not be empty'],
    ['devices.allowlist = [" "]', 'devices.allowlist[0]: must not be empty'],
    [
      'network = {mode = "bridged", subnet = "10.0.0.0/8"}',
      'network.subnet: Volant refuses a subnet without gateway or auto_assign',
    ],
    [
      'network = {mode = "bridged", expose = [{port = 1, host_port = 9}, {port = 2, host_port = 9}]}',
      'network.expose[1].host_port: port 9/tcp of the host is mapped twice',
    ],
  ])('are refused where they break a plugin: %s', async (text, start) => {
    const [problem, ...others] = await problemsIn(text);
    expect(others).toEqual([]);
    expect(problem?.slice(0, start.length)).toBe(start);
  });

  it.each<readonly [string, string]>([
    ['health_check.endpoint = "healthz"', 'health-check health_check.endpoint /healthz'],
    ['health_check.endpoint = "/healthz?full=1"', 'health-check health_check.endpoint'],
    ['workload.base_url = "http://127.0.0.1:90/?a=b"', 'no-effect workload.base_url'],
    ['workload.env."A " = "x"', 'argument-trimmed workload.env."A "'],
    ['cloud_init.user_data = {}', 'no-effect cloud_init.user_data'],
    ['network.subnet = "10.0.0.0/8"', 'manifest-value network'],
    ['disks = [{name = "d", source = "file:///d.img"}]', 'manifest-value disks[0].source'],
    ['disks = [{name = "d", source = "d.img"}]', 'manifest-value disks[0].source'],
    ['disks = [{name = "d", source = "/d.img", checksum = "abc"}]', 'manifest-value disks[0].checksum'],
    ['actions.x = {method = "GET", path = "/a?b"}', 'no-effect actions.x.path'],
    ['resources.memory_mb = 536870912', 'size resources.memory_mb 512'],
  ])('are warned of where they only surprise: %s', async (text, note) => {
    expect(await notesOn(text)).toEqual([note]);
  });

  it.each<readonly [string, readonly string[]]>([
    ['[{port = 80}, {port = 80}]', ['no-effect network.expose[1].port']],
    ['[{port = 80}, {port = 80, host_port = 8000}]', ['no-effect network.expose[1].port']],
    ['[{port = 80, host_port = 8001}, {port = 80, host_port = 8000}]', []],
    ['[{port = 53}, {port = 53, protocol = "udp"}]', []],
  ])('are warned of where a port is exposed twice: %s', async (expose, expected) => {
    const notes = await notesOn(`network = {mode = "bridged", expose = ${expose}}`);
    expect(notes.filter((note) => !note.startsWith('note '))).toEqual(expected);
  });

  it.each([
    'workload.workdir = "/"',
    'workload.env."discovery.type" = "="',
    'health_check.endpoint = ""',
    'workload.base_url = "http://127.0.0.1:90/api"',
    'actions.x = {method = "get", path = "reload"}',
    'actions.x = {method = "GET", path = "/a/{id}/*"}',
    'cloud_init.user_data = {inline = true, content = ""}',
    'disks = [{name = "d", source = "https://example.com/d.img", checksum = ""}]',
    'network = {mode = "bridged", subnet = "10.0.0.0/8", auto_assign = true}',
    'openapi = "/openapi@v1.json"',
  ])('are accepted in silence where Volant can use them: %s', async (text) => {
    expect(await problemsIn(text)).toEqual([]);
    expect(await notesOn(text)).toEqual([]);
  });

  it('never shows a login', async () => {
    expect(`${await problemsIn('workload.base_url = "http://user:s3cret@127.0.0.1:90"')}`).not.toContain('s3cret');
  });
});
