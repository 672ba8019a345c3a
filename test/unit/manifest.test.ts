import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pluginName, renderManifest } from '../../src/manifest/manifest.ts';
import { manifestSchema } from '../../src/manifest/manifest-schema.ts';
import { validateTemplateText } from '../../src/manifest/template.ts';
import { artifactUrl, parseUrlBase } from '../../src/manifest/url-base.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { derive, imageOf, initramfsOf, inputOf, SHA256, templateOf } from '../helpers/manifest-input.ts';

describe('the manifest of an initramfs', () => {
  it('the manifest of an initramfs needs no template', () => {
    const { manifest, warnings } = derive(inputOf());
    expect(warnings).toEqual([expect.stringContaining('port of the workload is not known')]);
    expect(renderManifest(manifest)).toBe(`{
  "schema_version": "1.0",
  "name": "myapp",
  "version": "0.1.0",
  "runtime": "myapp",
  "enabled": true,
  "resources": {
    "cpu_cores": 1,
    "memory_mb": 512
  },
  "workload": {
    "type": "http",
    "base_url": "http://127.0.0.1:80",
    "entrypoint": [
      "/usr/bin/myapp"
    ]
  },
  "initramfs": {
    "url": "/out/plugin.cpio.gz",
    "checksum": "sha256:${SHA256}"
  }
}
`);
  });

  it('warns of a guessed entrypoint', () => {
    const withPort = { workload: { base_url: 'http://127.0.0.1:90' } };
    const several = derive(inputOf({ template: withPort, built: initramfsOf(['/bin/b', '/bin/a']) }));
    expect(several.manifest.workload.entrypoint).toEqual(['/bin/b']);
    expect(several.warnings).toEqual([
      'the workload is /bin/b, the first of 2 mapped executables: set [workload] entrypoint in manifest.toml',
    ]);
    const none = derive(inputOf({ template: withPort, built: initramfsOf([]) }));
    expect(none.manifest.workload.entrypoint).toEqual(['/bin/sh']);
    expect(none.warnings).toEqual([
      'no mapping puts an executable into a bin directory; the workload is /bin/sh: set [workload] entrypoint in manifest.toml',
    ]);
  });

  it('does not warn about an entrypoint of the template', async () => {
    const template = await templateOf(
      'workload.entrypoint = "/app"\nimage = "from/somewhere"\nnetwork.expose = [{port = 90}]',
    );
    const { manifest, warnings } = derive(inputOf({ template, built: initramfsOf([]) }));
    expect(manifest).toMatchObject({ image: 'from/somewhere', workload: { entrypoint: ['/app'] } });
    expect(warnings).toEqual([]);
  });
});

describe('the manifest of a rootfs', () => {
  it('the manifest of a rootfs contains the properties of the image', () => {
    const built = imageOf('registry.example.com/team/Web.App:1'.toLowerCase(), {
      entrypoint: ['/docker-entrypoint.sh'],
      cmd: ['nginx', '-g', 'daemon off;'],
      env: ['PATH=/usr/bin:/bin', 'OPTIONS=a=b', 'EMPTY=', 'BROKEN', '=x'],
      workdir: '/srv',
      exposedPorts: ['53/udp', '8443/tcp', '80/tcp'],
      labels: { 'org.opencontainers.image.version': '2.3.4', other: 'x' },
    });
    const { manifest, warnings } = derive(
      inputOf({ built, artifact: { url: 'https://x/web.img', sha256: SHA256, size: 1 } }),
    );
    expect(manifest).toEqual({
      schema_version: '1.0',
      name: 'web.app',
      version: '2.3.4',
      runtime: 'web.app',
      image: 'registry.example.com/team/web.app:1',
      image_digest: `sha256:${'1b'.repeat(32)}`,
      enabled: true,
      labels: { 'volant.rootfs_fstype': 'ext4' },
      resources: { cpu_cores: 1, memory_mb: 512 },
      workload: {
        type: 'http',
        base_url: 'http://127.0.0.1:8443',
        entrypoint: ['/docker-entrypoint.sh', 'nginx', '-g', 'daemon off;'],
        env: { PATH: '/usr/bin:/bin', OPTIONS: 'a=b', EMPTY: '' },
        workdir: '/srv',
      },
      rootfs: { url: 'https://x/web.img', checksum: `sha256:${SHA256}`, format: 'raw' },
    });
    expect(warnings).toEqual([]);
  });

  it.each([
    ['nginx', '0.1.0'],
    ['nginx:latest', '0.1.0'],
    ['nginx:alpine', '0.1.0'],
    ['nginx:1.27-alpine', '1.27-alpine'],
    ['app:v2.0.1', '2.0.1'],
    ['postgres:15', '15'],
    ['app:1.0.0-rc.1', '1.0.0-rc.1'],
    ['app:1a2b3c4', '0.1.0'],
    [`app:3@sha256:${SHA256}`, '3'],
    ['oci:layout:1.0', '0.1.0'],
  ])('derives from the image %s the version %s', (text, version) => {
    expect(derive(inputOf({ built: imageOf(text, { cmd: ['x'] }) })).manifest.version).toBe(version);
  });

  it.each([
    [[], 80],
    [['80'], 80],
    [['53/udp'], 80],
    [['8000-8010/tcp'], 8000],
    [['0/tcp', '99999/tcp', '443/TCP'], 443],
  ])('derives from the ports %j the port %i', (exposedPorts, port) => {
    const { manifest } = derive(inputOf({ built: imageOf('x', { cmd: ['x'], exposedPorts }) }));
    expect(manifest.workload.base_url).toBe(`http://127.0.0.1:${port}`);
  });

  it('warns when an image has nothing to start', () => {
    const { manifest, warnings } = derive(inputOf({ built: imageOf('scratch') }));
    expect(manifest.workload.entrypoint).toEqual(['/bin/sh']);
    expect(warnings).toEqual([
      'the image has no Entrypoint and no Cmd; the workload is /bin/sh: set [workload] entrypoint in manifest.toml',
    ]);
  });

  it.each([
    '1.2"3',
    '$(id)',
    '`id`',
    '1\n2',
    '1\nname=x',
    '::set-output name=x::y',
    '-rf',
    '../1',
    '1'.repeat(129),
    '1 2',
    'a;b',
  ])('ignores the version label %j with a warning', (label) => {
    const built = imageOf('nginx:1.5', { cmd: ['c'], labels: { 'org.opencontainers.image.version': label } });
    const { manifest, warnings } = derive(inputOf({ built }));
    expect(manifest.version).toBe('1.5');
    expect(warnings).toEqual([
      expect.stringMatching(
        /^the image's label org\.opencontainers\.image\.version is not a valid version: ".*"; the version is 1\.5: set version in manifest\.toml$/,
      ),
    ]);
  });

  it.each(['1.27.3', 'v2', '22.04', '3.2.1-alpine+build.5', '2.4.57-2~deb12u1', 'bookworm_2024'])(
    'uses the version label %j',
    (label) => {
      const built = imageOf('nginx:1.5', { cmd: ['c'], labels: { 'org.opencontainers.image.version': ` ${label}\n` } });
      expect(derive(inputOf({ built }))).toMatchObject({ manifest: { version: label }, warnings: [] });
    },
  );

  it('drops an Entrypoint that the image has reset, like Docker', async () => {
    const cmd = ['nginx', '-g', 'daemon off;'];
    const { manifest, warnings } = derive(inputOf({ built: imageOf('x', { entrypoint: [''], cmd }) }));
    expect([manifest.workload.entrypoint, warnings]).toEqual([cmd, []]);
    const template = await templateOf('workload.args = ["/serve", "-v"]');
    const replaced = derive(inputOf({ template, built: imageOf('x', { entrypoint: [''], cmd }) }));
    expect(replaced.manifest.workload.entrypoint).toEqual(['/serve', '-v']);
  });

  it('keeps empty arguments', () => {
    const { manifest } = derive(inputOf({ built: imageOf('x', { entrypoint: ['/e', ''], cmd: [''] }) }));
    expect(manifest.workload.entrypoint).toEqual(['/e', '', '']);
  });

  it.each([
    [[''], [], 'the image has no Entrypoint and no Cmd'],
    [[''], [''], 'the image has no Entrypoint and no Cmd'],
    [[], [''], 'the image has no Entrypoint and no Cmd'],
    [['', '-v'], [], 'the image starts a program with an empty name (["","-v"]), which is not possible'],
    [[], ['', '-v'], 'the image starts a program with an empty name (["","-v"]), which is not possible'],
  ])('warns when an image has nothing to start: Entrypoint %j, Cmd %j', (entrypoint, cmd, what) => {
    const { manifest, warnings } = derive(inputOf({ built: imageOf('scratch', { entrypoint, cmd }) }));
    expect(manifest.workload.entrypoint).toEqual(['/bin/sh']);
    expect(warnings).toEqual([`${what}; the workload is /bin/sh: set [workload] entrypoint in manifest.toml`]);
  });

  it('uses arguments of the template instead of Cmd', async () => {
    const template = await templateOf('workload.args = ["-v"]');
    const { manifest } = derive(inputOf({ template, built: imageOf('x', { entrypoint: ['/e'], cmd: ['c'] }) }));
    expect(manifest.workload.entrypoint).toEqual(['/e', '-v']);
  });

  it('prefers values of the template, except for built properties', async () => {
    const template = await templateOf(
      [
        ...[
          'name = "My Plugin"',
          'version = "9"',
          'runtime = "r"',
          'image = "other"',
          'enabled = false',
          'openapi = "/o"',
        ],
        ...['labels = {a = "b", "volant.rootfs_fstype" = "xfs"}', 'resources.memory_mb = 64', 'env.PATH = "/x"'],
        ...['workload.base_url = "https://127.0.0.1:1"', 'workload.workdir = "/w"', 'health_check.endpoint = "/h"'],
        ...[
          'network.expose = [{port = 2}]',
          'initramfs.checksum = "c"',
          'rootfs = {url = "/r", checksum = "c", format = "ext4"}',
        ],
      ].join('\n'),
    );
    const built = imageOf('nginx:alpine', { cmd: ['c'], env: ['PATH=/bin', 'A=1'], workdir: '/' });
    const { manifest, warnings } = derive(
      inputOf({ template, built, artifact: { url: '/n.img', sha256: SHA256, size: 1 } }),
    );
    expect(manifest).toMatchObject({
      name: 'My Plugin',
      version: '9',
      runtime: 'r',
      image: 'nginx:alpine',
      enabled: false,
      openapi: '/o',
      labels: { a: 'b', 'volant.rootfs_fstype': 'ext4' },
      resources: { cpu_cores: 1, memory_mb: 64 },
      workload: { base_url: 'https://127.0.0.1:1', env: { PATH: '/x', A: '1' }, workdir: '/w', entrypoint: ['c'] },
      health_check: { endpoint: '/h', timeout_ms: 10_000 },
      rootfs: { url: '/n.img', checksum: `sha256:${SHA256}`, format: 'raw' },
    });
    expect(manifest.initramfs).toBeUndefined();
    expect(warnings).toEqual([
      'rootfs.url of the manifest template is replaced by /n.img; set it with --url-base',
      'initramfs of the manifest template is ignored: it has no url, and this build does not write initramfs',
      'image of the manifest template is replaced by nginx:alpine, the source of this build',
    ]);
  });
});

describe('any manifest', () => {
  // Few and short values: a manifest that is too long for the kernel's command line is an error.
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter((value) => value.trim() !== '');
  const few = fc.array(text, { maxLength: 3 });
  const name = text.filter((value) => value !== '__proto__' && !value.includes('='));
  const texts = fc.dictionary(
    text.filter((name) => name !== '__proto__'),
    text,
    { maxKeys: 3 },
  );
  const template = fc.record(
    {
      $schema: text,
      schema_version: fc.constantFrom('1.0', 'v1'),
      name: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ._-]{0,20}[a-z]$/),
      version: fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9.+_~-]{0,20}$/),
      enabled: fc.boolean(),
      labels: texts,
      resources: fc.record(
        { cpu_cores: fc.integer({ min: 1 }), memory_mb: fc.integer({ min: 1 }) },
        { requiredKeys: [] },
      ),
      workload: fc.record(
        {
          env: fc.dictionary(name, text, { maxKeys: 3 }),
          entrypoint: fc.array(text, { minLength: 1, maxLength: 3 }),
          args: few,
          workdir: text.map((path) => `/${path}`),
        },
        { requiredKeys: [] },
      ),
      network: fc.record({
        mode: fc.constantFrom('vsock', 'dhcp'),
        expose: fc.array(fc.record({ port: fc.integer({ min: 1, max: 65535 }) }), { maxLength: 3 }),
      }),
      disks: fc.array(fc.record({ source: text, name: text }), { maxLength: 2 }),
      devices: fc.record({ allowlist: few }),
      actions: fc.dictionary(
        text.filter((name) => name !== '__proto__'),
        fc.record({
          path: fc.constantFrom('/', '/reload', 'a/b', '/a/{id}/*'),
          method: fc.constantFrom('GET', 'post'),
        }),
        { maxKeys: 2 },
      ),
      health_check: fc.record({ timeout_ms: fc.nat() }),
      cloud_init: fc.record({ user_data: fc.record({ content: text }) }),
    },
    { requiredKeys: [] },
  );
  const built = fc.oneof(
    few.map((names) => names.map((name) => `/bin/${name}`)).map((executables) => initramfsOf(executables)),
    fc
      .record({ cmd: fc.array(text), env: fc.array(text), exposedPorts: fc.array(text), workdir: text, labels: texts })
      .map((facts) => imageOf('nginx:alpine', facts)),
  );
  const order = Object.keys(manifestSchema.shape);

  it('any manifest follows the schema, has its keys in order, and is a valid template', async () => {
    await fc.assert(
      fc.asyncProperty(template, built, text, async (fields, facts, directoryName) => {
        const { fields: parsed } = await validateTemplateText(JSON.stringify(fields), 'manifest.json');
        const input = inputOf({ template: parsed, built: facts, directoryName });
        const { manifest } = derive(input);
        const rendered = renderManifest(manifest);
        const value: unknown = JSON.parse(rendered);
        expect(manifestSchema.safeParse(value).success).toBe(true);
        const keys = Object.keys(Object(value));
        expect(keys).toEqual(order.filter((key) => keys.includes(key)));
        expect('$schema' in fields).toBe(keys.includes('$schema'));
        expect(Object.keys(manifest.disks?.[0] ?? { name: 0, source: 0 })).toEqual(['name', 'source']);

        const again = await validateTemplateText(rendered, 'manifest.json');
        const second = derive({ ...input, template: again.fields, directoryName: 'elsewhere' });
        expect(renderManifest(second.manifest)).toBe(rendered);
        const guesses = second.remarks.filter(({ code }) => ['entrypoint', 'no-port', 'template'].includes(code));
        expect(guesses).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('plugin names', () => {
  it.each([
    ['myapp', 'myapp'],
    ['My App', 'my-app'],
    ['Plüg-in (copy) 2', 'plug-in-copy-2'],
    ['web_app.v2', 'web_app.v2'],
    ['--x--', 'x'],
    ['.hidden', 'hidden'],
    ['日本', 'plugin'],
    ['', 'plugin'],
    ['İstanbul', 'istanbul'],
  ])('derives from %j the plugin name %s', (text, name) => {
    expect(pluginName(text)).toBe(name);
  });

  it('a plugin name uses a small alphabet, and is its own plugin name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = pluginName(text);
        expect(name).toMatch(/^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/);
        expect(pluginName(name)).toBe(name);
      }),
    );
  });
});

describe('--url-base', () => {
  it.each([
    ['https://example.com/plugins/', 'https://example.com/plugins/a%20b%231.img'],
    ['https://Example.com', 'https://example.com/a%20b%231.img'],
    ['https://example.com/ä b', undefined],
    ['https://example.com/ä', 'https://example.com/%C3%A4/a%20b%231.img'],
    ['/srv/my plugins//', '/srv/my plugins/a b#1.img'],
    ['/', '/a b#1.img'],
  ])('derives the artifact URL from --url-base %s', (base, url) => {
    if (url === undefined) expect(() => parseUrlBase(base)).toThrow('it is not a valid URL');
    else expect(artifactUrl(parseUrlBase(base), '/out/a b#1.img')).toBe(url);
  });

  it('uses the path of the artifact as URL by default', () => {
    expect(artifactUrl(undefined, '/out/a b#1.img')).toBe('/out/a b#1.img');
  });

  it.each([
    ['http://example.com', '--url-base "http://example.com": http does not protect the artifact in transit; use https'],
    ['file:///srv', '--url-base "file:///srv": write the path itself, without file:'],
    ['srv', '--url-base "srv": it must be an https:// URL or an absolute path'],
    ['', '--url-base "": it must be an https:// URL or an absolute path'],
    ['https://', '--url-base "https://": it must be an https:// URL or an absolute path'],
    [
      'https://x/?a',
      '--url-base "https://x/?a": it must not have a query or a fragment, because the file name is appended to it',
    ],
    [
      'https://x/#a',
      '--url-base "https://x/#a": it must not have a query or a fragment, because the file name is appended to it',
    ],
    [
      'https://u:secret@x/y',
      '--url-base "https://…@x/y": it must not contain credentials, because it is written to manifest.json',
    ],
    ['/a\0', '--url-base "/a\\u0000": a path must not contain a NUL character'],
  ])('refuses --url-base %j', (base, message) => {
    expect(() => parseUrlBase(base)).toThrow(message);
    expect(() => parseUrlBase(base)).toThrow(FledgeError);
  });
});
