import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/document/problems.ts';
import {
  findManifestTemplate,
  loadManifestTemplate,
  loadTemplateFor,
  validateTemplateText,
} from '../../src/manifest/template.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { testDirectoryWith } from '../helpers/scratch.ts';

/** In the style of the projects of Volant's own examples. */
const EXAMPLE = `
schema_version = "v1"
name = "go-webserver"
version = "1.0.0"
runtime = "go-webserver"

[resources]
cpu_cores = 2
memory_mb = 256

[workload]
entrypoint = "/usr/bin/webserver"
args = ["--config", "/etc/webserver/config.yaml"]

[env]
PORT = "8080"

[network]
mode = "bridged"

[[network.expose]]
port = 5353
protocol = "udp"

[[network.expose]]
port = 8080
protocol = "tcp"

[[network.expose]]
port = 9090

[actions.reload]
method = "POST"
path = "/reload"

[cloud_init.user_data]
content = "#cloud-config"

[devices]
pci_passthrough = ["0000:01:00.0"]
`;

async function messageOf(text: string, file: string): Promise<string[]> {
  try {
    await validateTemplateText(text, file);
  } catch (error) {
    if (error instanceof FledgeError) return error.message.split('\n');
    throw error;
  }
  throw new Error('the template was accepted');
}

describe('a template', () => {
  it("accepts the spellings of Volant's projects", async () => {
    const { fields, notes } = await validateTemplateText(EXAMPLE, 'manifest.toml');
    expect(fields).toEqual({
      name: 'go-webserver',
      version: '1.0.0',
      runtime: 'go-webserver',
      resources: { cpu_cores: 2, memory_mb: 256 },
      workload: {
        entrypoint: ['/usr/bin/webserver', '--config', '/etc/webserver/config.yaml'],
        env: { PORT: '8080' },
      },
      network: {
        mode: 'bridged',
        expose: [{ port: 5353, protocol: 'udp' }, { port: 8080, protocol: 'tcp' }, { port: 9090 }],
      },
      actions: { reload: { method: 'POST', path: '/reload' } },
      cloud_init: { user_data: { inline: true, content: '#cloud-config' } },
      devices: { pci_passthrough: ['0000:01:00.0'] },
    });
    expect(notes.map(formatProblem)).toEqual([
      expect.stringMatching(/^manifest\.toml:21:1: network\.expose: Volant 0\.6\.5 ignores it/),
    ]);
    expect(notes.map(({ code }) => code)).toEqual(['note']);
  });

  it.each([
    ['', { workload: {} }],
    ['workload.args = ["-v"]', { workload: { args: ['-v'] } }],
    ['workload.entrypoint = ["a b", "c"]\nworkload.args = ["d"]', { workload: { entrypoint: ['a b', 'c', 'd'] } }],
    ['env.A = "1"\nworkload.env.B = "2"', { workload: { env: { A: '1', B: '2' } } }],
    ['env.A = "1"\nworkload.env.A = "1"', { workload: { env: { A: '1' } } }],
    ['network.expose = [{port = 80}]', { workload: {}, network: { expose: [{ port: 80 }] } }],
    [
      'network.expose = [{port = 53, protocol = "udp", host_port = 5353}]',
      { workload: {}, network: { expose: [{ port: 53, protocol: 'udp', host_port: 5353 }] } },
    ],
    ['rootfs.format = "ext4"', { workload: {}, rootfs: { format: 'ext4' } }],
    ['cloud_init.meta_data.path = "x"', { workload: {}, cloud_init: { meta_data: { path: 'x' } } }],
  ])('reads the template %j', async (text, expected) => {
    expect((await validateTemplateText(text, 'manifest.toml')).fields).toEqual(expected);
  });

  it('reports many problems of a template at once', async () => {
    const text = [
      ...['schema_version = "v2"', 'strategy = "initramfs"', 'entrypoint = "a"', 'name = " "'],
      ...['[resources]', 'cpu_cores = 0', 'memory_md = 3', 'memory_mb = 1.5'],
      ...['[workload]', 'type = "tcp"', 'entrypoint = "/usr/bin/app --port 80"', 'args = ["--config", 3]'],
      ...['base_url = "localhost:80"', '[env]', 'PORT = 8080', 'A = "1"', '[workload.env]', 'A = "2"'],
      ...['[[network.expose]]', 'port = 70000', '[[network.expose]]', 'port = 80', 'host_port = 3'],
      ...['[foo]', '[actions.x]', 'method = ""', 'path = "/"', '[[disks]]', 'name = "d"'],
      ...['[cloud_init]', 'seed_mode = "iso9660"', '[cloud_init.user_data]', 'content = "x"', 'path = "y"'],
      ...[
        '[cloud_init.meta_data]',
        'path = "y"',
        'inline = true',
        '[health_check]',
        'timeout_ms = -1',
        '[labels]',
        'a = ["b"]',
      ],
    ];
    expect(await messageOf(text.join('\n'), 'manifest.toml')).toEqual([
      'manifest.toml:1:1: schema_version: expected "1.0" or "v1", found "v2"; did you mean "v1"?',
      'manifest.toml:2:1: strategy: belongs in fledge.toml',
      'manifest.toml:3:1: entrypoint: belongs in [workload]',
      'manifest.toml:4:1: name: must not be empty',
      'manifest.toml:6:1: resources.cpu_cores: must be at least 1, found 0',
      'manifest.toml:7:1: resources.memory_md: has no place in Volant\'s plugin manifest; did you mean "memory_mb"?',
      'manifest.toml:8:1: resources.memory_mb: expected an integer, found a float',
      'manifest.toml:10:1: workload.type: expected "http", "exec" or "grpc", found "tcp"',
      'manifest.toml:11:1: workload.entrypoint: a string is only the program; write program and arguments as an array: ["/usr/bin/app","--port","80"]',
      'manifest.toml:12:21: workload.args[1]: expected a string, found an integer; write "3"',
      'manifest.toml:13:1: workload.base_url: must be an http:// or https:// URL; did you mean "http://localhost:80"?',
      'manifest.toml:15:1: env.PORT: expected a string, found an integer; write "8080"',
      'manifest.toml:16:1: env.A: has another value in [workload.env]; keep one',
      'manifest.toml:20:1: network.expose[0].port: must be at most 65535, found 70000',
      "manifest.toml:24:1: foo: has no place in Volant's plugin manifest",
      'manifest.toml:26:1: actions.x.method: must not be empty',
      'manifest.toml:28:1: disks[0].source: missing; expected a string',
      'manifest.toml:31:1: cloud_init.seed_mode: expected "vfat", found "iso9660"',
      'manifest.toml:34:1: cloud_init.user_data.path: content and path are mutually exclusive; keep one',
      'manifest.toml:37:1: cloud_init.meta_data.inline: must be false or omitted if path is set',
      'manifest.toml:39:1: health_check.timeout_ms: must be at least 0, found -1',
      'manifest.toml:41:1: labels.a: expected a string, found an array',
    ]);
  });

  it.each<readonly [string, readonly string[]]>([
    [
      '[[network.expose]]\nport = 80\nhost_port = 70000',
      ['manifest.toml:3:1: network.expose[0].host_port: must be at most 65535, found 70000'],
    ],
    [
      'workload.entrypoint = 1',
      ['manifest.toml:1:10: workload.entrypoint: expected a string or an array, found an integer'],
    ],
    ['workload.entrypoint = []', ['manifest.toml:1:10: workload.entrypoint: must not be empty']],
    ['workload.entrypoint = [""]', ['manifest.toml:1:24: workload.entrypoint[0]: must not be empty']],
    [
      'workload.entrypoint = ["a", 1]',
      ['manifest.toml:1:29: workload.entrypoint[1]: expected a string, found an integer; write "1"'],
    ],
    ['workload.entrypoint = ""', ['manifest.toml:1:10: workload.entrypoint: must not be empty']],
    [
      'cloud_init.user_data = {content = "x", inline = false}',
      ['manifest.toml:1:40: cloud_init.user_data.inline: must be true or omitted if content is set'],
    ],
    ['[env]\n__proto__ = "x"', ['manifest.toml:2:1: env.__proto__: this name is not usable']],
    ['[mappings]', ['manifest.toml:1:1: mappings: belongs in fledge.toml']],
    ['[network]\nlabels = {}', ['manifest.toml:2:1: network.labels: belongs at the top level, as [labels]']],
    [
      'workload.command = "x"\nhealth_check.path = "/"',
      [
        'manifest.toml:1:10: workload.command: has no place in Volant\'s plugin manifest; did you mean "entrypoint"?',
        'manifest.toml:2:14: health_check.path: has no place in Volant\'s plugin manifest; did you mean "endpoint"?',
      ],
    ],
    ['env = ["A=1"]', ['manifest.toml:1:1: env: expected a table, found an array; write [env] and below it A = "1"']],
    [
      'labels.a.b = "c"',
      ['manifest.toml:1:8: labels.a: expected a string, found a table; quote a key with dots: "a.b" = "..."'],
    ],
    ['[disks.data]', ['manifest.toml:1:1: disks: expected an array, found a table; write [[disks]]']],
    ['[[actions]]', ['manifest.toml:1:1: actions: expected a table, found an array of tables; write [actions.NAME]']],
    ['[[network]]', ['manifest.toml:1:1: network: expected a table, found an array of tables; write [network]']],
    [
      'workload.args = "-v"',
      ['manifest.toml:1:10: workload.args: expected an array, found a string; write args = ["-v"]'],
    ],
    ['x', ['manifest.toml:1:1: incomplete key-value: cannot find end of key', '    x', '    ^']],
  ])('refuses the template %j', async (text, lines) => {
    expect(await messageOf(text, 'manifest.toml')).toEqual(lines);
  });

  it.each<readonly [string, readonly string[]]>([
    [
      '{\n  "workload": {"env": {"A": 3},\n  "entrypoint": 7},\n "resources": [1]\n , "foo"\n: 1}',
      [
        'manifest.json:2:24: workload.env.A: expected a string, found an integer',
        'manifest.json:3:3: workload.entrypoint: expected a string or an array, found an integer',
        'manifest.json:4:2: resources: expected an object, found an array',
        "manifest.json:5:4: foo: has no place in Volant's plugin manifest",
      ],
    ],
    [
      '{"disks": [{"name": "😀", "source": "x"}, {"name": "{\\"", "source": ""}]}',
      ['manifest.json:1:58: disks[1].source: must not be empty'],
    ],
    [
      '{"network": {"expose": [{"port": 0}]}, "disks": [{}, 3]}',
      [
        'manifest.json:1:26: network.expose[0].port: must be at least 1, found 0',
        'manifest.json:1:50: disks[0].name: missing; expected a string',
        'manifest.json:1:50: disks[0].source: missing; expected a string',
        'manifest.json:1:54: disks[1]: expected an object, found an integer',
      ],
    ],
    ['{\n  "name": "x",,\n}', ['manifest.json:2:15: expected a key in double quotes']],
    ['{\n  "name": tru}', ['manifest.json:2:11: unexpected "tru"']],
    ['{"name": "ü', ['manifest.json:1:12: the JSON text ends too early']],
    ['', ['manifest.json:1:1: the JSON text ends too early']],
    ['{"name": "x"', ['manifest.json:1:13: the JSON text ends too early']],
    ['{"name" "x"}', ['manifest.json:1:9: expected ":" after the key']],
    ['// a comment\n{}', ['manifest.json:1:1: comments are not allowed in JSON']],
    ['{"name": "\\x"}', ['manifest.json:1:10: this string has an invalid escape sequence']],
    ['{}}', ['manifest.json:1:3: expected nothing after the end of the value']],
    ['{"labels": [[['.padEnd(300_000, '['), ['manifest.json:1:1: this is not valid JSON']],
    ['[]', ['manifest.json:1:1: a manifest must be a JSON object']],
    ['{"__proto__": 1}', ["manifest.json:1:2: __proto__: has no place in Volant's plugin manifest"]],
    ['{"name": null}', ['manifest.json:1:2: name: expected a string, found null']],
    ['{"name": "a",\n "name": "b"}', ['manifest.json:2:2: name: this object has the key twice; keep one']],
    [
      '{"disks": [{"name": "d", "source": "x", "na\\u006de": "e"}], "env": {"A": ", \\\\", "B": "1", "A": "2", "A": "3"}}',
      [
        'manifest.json:1:41: disks[0].name: this object has the key twice; keep one',
        'manifest.json:1:102: env.A: this object has the key twice; keep one',
      ],
    ],
  ])('refuses the JSON template %j', async (text, lines) => {
    expect(await messageOf(text, 'manifest.json')).toEqual(lines);
  });
});

describe('template files', () => {
  it('reads a template file by its suffix, with or without a byte order mark', async () => {
    const directory = testDirectoryWith({
      'manifest.toml': '\ufeffname = "a"',
      'plugin-manifest.JSON': '\ufeff{"name": "b"}',
    });
    const toml = await loadManifestTemplate(join(directory, 'manifest.toml'));
    expect(toml).toMatchObject({ file: join(directory, 'manifest.toml'), fields: { name: 'a' } });
    const json = await loadManifestTemplate(join(directory, 'plugin-manifest.JSON'));
    expect(json.fields).toMatchObject({ name: 'b' });
  });

  it('finds a template file in the directory of fledge.toml', async () => {
    const directory = testDirectoryWith({ 'a/manifest.toml': '', 'b/manifest.json': '{}' });
    expect(await findManifestTemplate(join(directory, 'a/fledge.toml'))).toBe(join(directory, 'a/manifest.toml'));
    expect(await findManifestTemplate(join(directory, 'b/fledge.toml'))).toBeUndefined();
  });

  it('finds a link that leads nowhere, and reports it', async () => {
    const directory = testDirectoryWith({ 'fledge.toml': '' });
    symlinkSync('absent', join(directory, 'manifest.toml'));
    await expect(loadTemplateFor(join(directory, 'fledge.toml'))).rejects.toThrow(
      'a link to a file that does not exist',
    );
  });

  it('refuses the fledge.toml itself as the template', async () => {
    const config = join(testDirectoryWith({ 'fledge.toml': '' }), 'fledge.toml');
    await expect(loadTemplateFor(config, config)).rejects.toThrow(
      expect.objectContaining({ code: 'config', fix: expect.stringContaining('--manifest') }),
    );
  });

  it('reports a named template file that is missing', async () => {
    const path = join(testDirectoryWith({}), 'x.toml');
    await expect(loadManifestTemplate(path)).rejects.toThrow(`there is no manifest template ${path}`);
  });

  it.each([
    ['name = "a\\nb"', 'name'],
    ['name = "$(id)"', 'name'],
    ['name = "a/b"', 'name'],
    ['name = "\\"a"', 'name'],
    ['name = "-rf"', 'name'],
    ['runtime = "`id`"', 'runtime'],
    ['version = "1\\n2"', 'version'],
    ['version = "$(id)"', 'version'],
    ['version = "1 2"', 'version'],
    ['version = "--x"', 'version'],
  ])('refuses text with a special meaning in a shell or a file system: %s', async (text, key) => {
    expect(await messageOf(text, 'manifest.toml')).toEqual([
      expect.stringMatching(new RegExp(`^manifest\\.toml:1:1: ${key}: must be 1 to 128 letters, digits`)),
    ]);
  });
});
