import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { NO_PROGRAM } from '../helpers/bad-input.ts';
import { fakeElf } from '../helpers/elf.ts';
import { startRegistry } from '../helpers/image/docker-registry.ts';
import { type TestImage, TestLayout } from '../helpers/image/oci-image.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { mutatedSource, type SourceMutation } from '../helpers/mutated-source.ts';
import {
  bytes,
  inTurn,
  type LoopbackServer,
  type Responder,
  serveHttp,
  stalled,
  status,
} from '../helpers/net/http-server.ts';
import { tlsIdentity } from '../helpers/net/tls.ts';
import { SYSTEM_PATH, type Workspace, workspace } from '../helpers/process/cli.ts';
import { processesOf, until } from '../helpers/process/processes.ts';
import { testDirectory } from '../helpers/scratch.ts';

/**
 * `fledge build --check-reproducible` passes reproducible builds wherever an author's files are, and fails for others:
 * each property of the second build's environment that differs from the first is tested alone.
 */

const repository = fileURLToPath(new URL('../..', import.meta.url));
const CHECK = ['build', '--check-reproducible', '--platform', 'linux/amd64'];
const SAME = '  reproducible: a second build in a different environment produced identical files\n';
const AGENT = fakeElf({ payload: Buffer.from('the agent') });
const OTHER_AGENT = fakeElf({ payload: Buffer.from('another agent') });

/** An initramfs that needs neither network nor compiler; its last table can be continued. */
const QUICK = `version = "1"
strategy = "initramfs"
source.busybox_url = "/bin/busybox"
init.none = true
[mappings]
"init" = "/init"
`;

const COMPILED = `version = "1"
strategy = "initramfs"
agent.source_strategy = "local"
agent.path = "kestrel"
source.busybox_url = "/bin/busybox"
init.compile = true
`;

/** A template that names the port of the workload, so that no build warns of a guess. */
const PORT = '[workload]\nbase_url = "http://127.0.0.1:3000"\n';

function sha256(content: Uint8Array): string {
  return `sha256:${createHash('sha256').update(content).digest('hex')}`;
}

async function serve(agent: Responder): Promise<LoopbackServer> {
  const server = await serveHttp({ '/kestrel': agent });
  onTestFinished(() => server[Symbol.asyncDispose]());
  return server;
}

/** A plugin whose agent is on a server. */
function plugin({ origin }: LoopbackServer, ...lines: readonly string[]): Workspace {
  return workspace({
    'fledge.toml': `version = "1"
strategy = "initramfs"
source.busybox_url = "/bin/busybox"
agent.source_strategy = "http"
agent.url = "${origin}/kestrel"
${lines.join('\n')}
`,
    'manifest.toml': PORT,
  });
}

/** The warnings of the first build about such an agent, with or without a digest. */
function warningsOf({ origin }: LoopbackServer): string {
  const pin = `run fledge lock, or write checksum = "${sha256(AGENT)}" below [agent]`;
  return `warning: kestrel is not pinned: the build uses the current file at ${origin}/kestrel; to pin it, ${pin}\n${NO_PROGRAM}\n`;
}

function listTemporary(place: Workspace): string[] {
  return readdirSync(place.temporary);
}

describe('a check', () => {
  it('passes an initramfs wherever its files are', async () => {
    const place = workspace({
      'plugin.d/web/fledge.toml': `version = "1"
strategy = "initramfs"
agent.source_strategy = "local"
agent.path = "bin/kestrel"
init.path = "../own-init"
source.busybox_url = "../../tools/busybox"
[mappings]
"." = "/srv/all"
"lib" = "/usr/lib"
"lib/libthing.so" = "/opt/"
"../../shared/" = "/srv/shared"
"../linked/file" = "/srv/"
"../link to a file" = "/srv/linked"
"/etc/os-release" = "/etc/"
"../../../../../../../../../../../../etc/hostname" = "/etc/"
"absolute" = "/srv/absolute"
`.replace(/agent.*\n/g, ''),
      'plugin.d/web/template/volant.json': '{"name": "checked", "version": "7"}',
      'plugin.d/web/lib/libthing.so.1': 'a library',
      'plugin.d/own-init': '#!/bin/sh\n',
      'plugin.d/elsewhere/file': 'behind a link',
      'tools/busybox': readFileSync('/bin/busybox'),
      'shared/deep/er/data': 'shared',
    });
    const web = join(place.plugin, 'plugin.d/web');
    symlinkSync('libthing.so.1', join(web, 'lib/libthing.so'));
    symlinkSync('elsewhere', join(web, '../linked'));
    symlinkSync('linked/file', join(web, '../link to a file'));
    symlinkSync(join(place.plugin, 'shared'), join(web, 'absolute'));
    // A link out of the checkout would cause a warning.
    mkdirSync(join(place.plugin, '.git'));
    for (const name of ['new\nline', '\xff\xfe', '\xc3\xbc', '-n', '*']) {
      writeFileSync(Buffer.concat([Buffer.from(`${place.plugin}/shared/`), Buffer.from(name, 'latin1')]), name);
    }
    symlinkSync('nowhere', join(place.plugin, 'shared/dangling'));
    mkdirSync(join(place.plugin, 'shared/empty'));
    linkSync(join(web, 'lib/libthing.so.1'), join(place.plugin, 'shared/hardlink'));
    chmodSync(join(place.plugin, 'shared/deep/er/data'), 0o640);

    // The artifact is written into a directory that is mapped.
    const args = [...CHECK, '--without-steps', '--json', '-m', join(web, 'template/volant.json')];
    const result = await place.run(args, { cwd: web });
    expect(result).toMatchObject({ status: 0, stderr: `${NO_PROGRAM}\n` });
    const same = (path: string) => {
      const content = readFileSync(join(web, path));
      const file = { kind: 'file', size: content.length, sha256: sha256(content).slice('sha256:'.length) };
      return { path, status: 'identical', left: file, right: file };
    };
    expect(JSON.parse(result.stdout)).toMatchObject({
      name: 'checked',
      reproducible: {
        ok: true,
        comparison: {
          identical: true,
          files: ['SHA256SUMS', 'manifest.json', 'plugin.cpio.gz', 'provenance.json'].map(same),
        },
      },
    });
    expect(listTemporary(place)).toEqual([]);
    expect(readdirSync(web).sort()).toEqual([
      'SHA256SUMS',
      'absolute',
      'fledge.toml',
      'lib',
      'manifest.json',
      'plugin.cpio.gz',
      'provenance.json',
      'template',
    ]);
  });

  it('passes an initramfs with a compiled init and keeps the requested URL', async () => {
    const place = workspace({ 'fledge.toml': COMPILED, kestrel: AGENT });
    const args = [...CHECK, '--without-steps', '--url-base', 'https://example.com/plugins', '-o', '../out.cpio.gz'];
    const { status: code, stdout } = await place.run(args);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(new RegExp(`SHA256SUMS\n${SAME}$`)) });
    expect(readFileSync(join(place.root, 'manifest.json'), 'utf8')).toContain(
      '"https://example.com/plugins/out.cpio.gz"',
    );
  });

  it('passes when the temporary directory is below a mapped one', async () => {
    const place = workspace({ 'fledge.toml': `${QUICK}"." = "/srv/all"\n`, init: '#!/bin/sh\n', 'tmp/other': '' });
    const result = await place.run([...CHECK, '--without-steps'], { env: { TMPDIR: join(place.plugin, 'tmp') } });
    expect(result).toMatchObject({ status: 0, stdout: expect.stringContaining(SAME) });
    expect(readdirSync(join(place.plugin, 'tmp'))).toEqual(['other']);
  });

  it.each(['oci:image', 'oci:../image', 'docker-archive:app.tar'])(
    'passes a root file system from %s',
    async (image) => {
      const place = workspace({
        'fledge.toml': rootfsConfig(image, {
          mappings: ['"data" = "/srv/data"'],
          agent: ['source_strategy = "local"', 'path = "kestrel"'],
        }),
        'data/one': '1',
        'data/two': '2',
        kestrel: AGENT,
        'manifest.toml': PORT,
      });
      const layout = new TestLayout(join(place.plugin, image === 'oci:../image' ? '../image' : 'image'));
      layout.write({ app: layout.addImage(IMAGE) });
      if (image.startsWith('docker-archive')) archive(layout, join(place.plugin, 'app.tar'));
      const result = await place.run([...CHECK, '--without-steps', '-o', 'app.img']);
      expect(result).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining(SAME) });
      expect(listTemporary(place)).toEqual([]);
    },
  );

  it('the second build finds the login and the certificates in the home directory', async () => {
    const tls = tlsIdentity();
    const registry = await startRegistry({ tls, login: { user: 'somebody', password: 'se:cret' } });
    const place = workspace({ 'fledge.toml': rootfsConfig(`${registry.host}/app:v1`) });
    const layout = new TestLayout(join(place.root, 'image'));
    layout.write({ app: layout.addImage(IMAGE) });
    await registry.push(`oci:${layout.directory}:app`, 'app:v1');
    const auth = Buffer.from('somebody:se:cret').toString('base64');
    mkdirSync(join(place.home, '.docker'));
    writeFileSync(join(place.home, '.docker/config.json'), JSON.stringify({ auths: { [registry.host]: { auth } } }));
    const result = await place.run([...CHECK, '--without-steps'], { env: { SSL_CERT_FILE: tls.certFile } });
    expect(result).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining(SAME) });
  });

  it('the second build uses no cached download of the first one', async () => {
    const server = await serve(bytes(AGENT));
    const place = plugin(server, `agent.checksum = "${sha256(AGENT)}"`);
    expect(await place.run([...CHECK, '--without-steps'])).toMatchObject({ status: 0 });
    expect(server.requests.map(({ url }) => url)).toEqual(['/kestrel', '/kestrel']);
    expect(await place.run(['build', '--without-steps', '--platform', 'linux/amd64'])).toMatchObject({ status: 0 });
    expect(server.requests).toHaveLength(2);
  });
});

const IMAGE: TestImage = {
  layers: [
    {
      tar: tarOf([
        { name: 'bin/', type: '5', mode: 0o755, mtime: 2 },
        {
          name: 'bin/app',
          mode: 0o755,
          mtime: 3,
          data: fakeElf({ payload: Buffer.alloc(100_000, 'an application ') }),
        },
      ]),
    },
  ],
  run: { Cmd: ['/bin/app'] },
};

describe('a failed check', () => {
  it('names the input when a server gives different bytes the second time', async () => {
    const server = await serve(inTurn(bytes(AGENT), bytes(OTHER_AGENT)));
    const place = plugin(server);
    const { status: code, stdout, stderr } = await place.run([...CHECK, '--without-steps', '--json']);
    const reason = `kestrel (${server.origin}/kestrel) was ${sha256(AGENT)} and then ${sha256(OTHER_AGENT)}`;
    const error = `error: plugin is not reproducible: ${reason}\n`;
    expect({ code, stderr }).toEqual({ code: 1, stderr: `${warningsOf(server)}${error}` });
    const { reproducible } = JSON.parse(stdout);
    expect(reproducible).toMatchObject({ ok: false, reason, comparison: { identical: false } });
    expect(reproducible.comparison.files).toMatchObject([
      { path: 'SHA256SUMS', status: 'differs' },
      { path: 'manifest.json', status: 'differs' },
      { path: 'plugin.cpio.gz', status: 'differs' },
      { path: 'provenance.json', status: 'differs' },
    ]);
    // The artifact of the first build is kept and complete.
    expect(stdout).toContain(sha256(readFileSync(join(place.plugin, 'plugin.cpio.gz'))).slice('sha256:'.length));
    expect(listTemporary(place)).toEqual([]);
  });

  it('fails when the busybox of the second build differs', async () => {
    const busybox = readFileSync('/bin/busybox');
    const other = Buffer.concat([busybox, Buffer.from('!')]);
    const server = await serveHttp({ '/busybox': inTurn(bytes(busybox), bytes(other)) });
    onTestFinished(() => server[Symbol.asyncDispose]());
    const place = workspace({
      'fledge.toml': QUICK.replace('/bin/busybox', `${server.origin}/busybox`),
      init: '#!/bin/sh\n',
    });
    const { status: code, stderr } = await place.run([...CHECK, '--without-steps']);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `error: plugin is not reproducible: busybox (${server.origin}/busybox) was ${sha256(busybox)} and then ${sha256(other)}\n`,
    );
  });

  it('fails when the agent in a root file system differs', async () => {
    const { origin } = await serve(inTurn(bytes(AGENT), bytes(OTHER_AGENT)));
    const agent = ['source_strategy = "http"', `url = "${origin}/kestrel"`];
    const place = workspace({ 'fledge.toml': rootfsConfig('oci:image', { agent }) });
    const layout = new TestLayout(join(place.plugin, 'image'));
    layout.write({ app: layout.addImage(IMAGE) });
    const { status: code, stdout, stderr } = await place.run([...CHECK, '--without-steps', '--json', '-o', 'app.img']);
    expect(code).toBe(1);
    expect(stderr).toContain(`kestrel (${origin}/kestrel) was ${sha256(AGENT)} and then ${sha256(OTHER_AGENT)}\n`);
    const { files } = JSON.parse(stdout).reproducible.comparison;
    expect(files.filter(({ status: how }: { status: string }) => how === 'differs')).toHaveLength(4);
  });

  it('fails when the second build cannot download an input and names the second build in the error', async () => {
    const server = await serve(inTurn(bytes(AGENT), status(404)));
    const place = plugin(server);
    const failed = 'the second build, in a different environment and without a cache, failed';
    const reason = `cannot download kestrel from ${server.origin}/kestrel: the server answered with status 404 (not found)`;
    expect(await place.run([...CHECK, '--without-steps'])).toEqual({
      status: 1,
      signal: null,
      stdout: '',
      stderr: `${warningsOf(server)}error: ${failed}: ${reason}\n  fix: check the URL: the file is not on the server\n`,
    });
    expect(listTemporary(place)).toEqual([]);
  });

  it('fails when the compiler gives another program, and every property of its environment differs', async () => {
    const runs = testDirectory();
    // Notes the properties of each run, and compiles another program unless they are those of the first run.
    const gcc = `#!/bin/sh
run='${runs}'/$$
{ grep ^Umask: /proc/$PPID/status; echo "cwd=$(readlink /proc/$PPID/cwd)"; tr '\\0' '\\n' < /proc/$PPID/environ; } > "$run"
[ -e '${runs}/first' ] || cp "$run" '${runs}/first'
cmp -s '${runs}/first' "$run" && rm "$run" && exec /usr/bin/gcc "$@"
mv "$run" '${runs}/other'
exec /usr/bin/gcc "$@" -O1
`;
    const tools = testDirectory();
    writeFileSync(join(tools, 'gcc'), gcc, { mode: 0o755 });
    const place = workspace({ 'fledge.toml': COMPILED, kestrel: AGENT });
    const { status: code, stderr } = await place.run([...CHECK, '--without-steps'], {
      env: { PATH: `${tools}:${SYSTEM_PATH}` },
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /error: plugin is not reproducible: init \(fledge:init\.c\) was sha256:[0-9a-f]{64} and then sha256:[0-9a-f]{64}\n$/,
    );
    const [first, other] = ['first', 'other'].map((run) => propertiesIn(readFileSync(join(runs, run), 'utf8')));
    expect(COMPILER_PROPERTIES.filter((name) => first?.get(name) !== other?.get(name))).toEqual(COMPILER_PROPERTIES);
  });
});

/** What a compiler could put into its output. */
const COMPILER_PROPERTIES = 'Umask cwd TZ LC_ALL LANG USER LOGNAME HOSTNAME HOME TMPDIR FLEDGE_CACHE_DIR PWD'.split(
  ' ',
);

/** The properties that a run of the compiler noted, by name. */
function propertiesIn(notes: string): ReadonlyMap<string, string> {
  return new Map(notes.split('\n').map((line) => [line.replace(/[:=].*/, ''), line]));
}

describe('the environment of the second build', () => {
  let sources: string;

  beforeAll(() => {
    sources = mkdtempSync(join(tmpdir(), 'fledge check-'));
    symlinkSync(join(repository, 'node_modules'), join(sources, 'node_modules'));
  });

  afterAll(() => rmSync(sources, { recursive: true, force: true }));

  const FILE = "placer.putNonDirectory(path, mode, { kind: 'file', content });";
  const MODE = 'mappedFileMode(path, stats.mode);';

  it.each<SourceMutation>([
    {
      what: 'the times of files',
      edits: [
        [
          'tree/mappings.ts',
          FILE,
          FILE.replace(' }', ', mtime: { seconds: Math.floor(stats.mtimeMs / 1000), nanoseconds: 0 } }'),
        ],
      ],
    },
    { what: 'the permissions of files', edits: [['tree/mappings.ts', MODE, '(stats.mode & 0o7777);']] },
    {
      what: 'the order of inodes',
      edits: [
        [
          'tree/mapped-directory.ts',
          '.sort(compareByteStrings);',
          // biome-ignore lint/suspicious/noTemplateCurlyInString: this is source text.
          '.sort((a, b) => lstatSync(bytesOf(`${host}/${a}`)).ino - lstatSync(bytesOf(`${host}/${b}`)).ino);',
        ],
        ['tree/tree.ts', 'return items.sort((a, b) => compareByteStrings(b.key, a.key));', 'return items;'],
      ],
    },
    {
      what: 'the number of threads',
      edits: [
        [
          'recipe/build.ts',
          'mtime: { seconds: epoch, nanoseconds: 0 },',
          'mtime: { seconds: epoch + request.workers, nanoseconds: 0 },',
        ],
      ],
    },
    {
      what: 'the clock',
      edits: [['support/environment.ts', 'DEFAULT_EPOCH = 1_704_067_200;', 'DEFAULT_EPOCH = Date.now() % 2 ** 32;']],
    },
  ])('the second build differs in $what', async (mutation) => {
    const files = Object.fromEntries(
      Array.from({ length: 50 }, (_, index) => [`data/${(index * 7919) % 1000}`, `${index}`]),
    );
    const place = workspace({ 'fledge.toml': `${QUICK}"data" = "/srv/data"\n`, init: '#!/bin/sh\n', ...files });
    const program = mutatedSource(sources, mutation);
    const { status: code, stderr } = await place.run([...CHECK, '--without-steps'], { script: program });
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(
        /error: plugin is not reproducible: two builds produced different bytes: SHA256SUMS from byte \d+ on, manifest\.json from byte \d+ on, plugin\.cpio\.gz from byte \d+ on, provenance\.json from byte \d+ on; in plugin\.cpio\.gz: .+\n$/,
      ),
    });
  });

  it('the unchanged source passes the check', async () => {
    const place = workspace({ 'fledge.toml': QUICK, init: '#!/bin/sh\n' });
    const program = mutatedSource(sources, { what: 'nothing', edits: [] });
    expect(await place.run([...CHECK, '--without-steps'], { script: program })).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(SAME),
    });
  });
});

it('refuses a number of threads that is out of range', async () => {
  expect(await workspace({}).run(['build', '--workers=65'])).toEqual({
    status: 2,
    signal: null,
    stdout: '',
    stderr: `error: option '--workers <number>' argument '65' is invalid. It must be a number from 1 to 64.
(run fledge build --help for usage)
`,
  });
});

describe('a signal during the second build', () => {
  it('a signal during the second build keeps the files of the first one and nothing more', async () => {
    const place = plugin(await serve(inTurn(bytes(AGENT), stalled(AGENT))));
    const fledge = place.start(CHECK);
    await fledge.waitForStderr(
      /• build again in a different environment\n {2}again: read the configuration\n {2}again: collect/,
    );
    fledge.kill('SIGTERM');
    const { signal, stdout, stderr } = await fledge.ended;
    expect({ signal, stdout }).toEqual({ signal: 'SIGTERM', stdout: '' });
    expect(stderr).toMatch(/warning: stopped by SIGTERM; the build is complete, and was not checked\n$/);
    await until(() => processesOf(place).length === 0);
    expect(listTemporary(place)).toEqual([]);
    expect(lstatSync(join(place.plugin, 'plugin.cpio.gz')).isFile()).toBe(true);
  });
});

function archive(layout: TestLayout, path: string): void {
  execFileSync('skopeo', ['copy', '--quiet', `oci:${layout.directory}:app`, `docker-archive:${path}:app:v1`], {
    env: { PATH: SYSTEM_PATH, HOME: layout.directory },
    stdio: 'pipe',
  });
}
