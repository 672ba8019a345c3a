import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { checkPins } from '../../scripts/ci/check-pins.ts';
import { candidateOf } from '../../src/action/install/apt.ts';
import * as prepare from '../../src/action/install/prepare.ts';
import { launcherScript, type SetupRequest, setupCommand } from '../../src/action/install/setup.ts';
import type { ToolNeeds } from '../../src/recipe/needs.ts';
import { type Reporter, silentReporter } from '../../src/support/report/reporter.ts';
import { USE_CONTAINER } from '../../src/tools/container-engine.ts';
import { howToInstall } from '../../src/tools/distribution.ts';
import { skopeo, type Tool } from '../../src/tools/table.ts';
import { bytes, closedOrigin, inTurn, type Responder, reset, serveHttp, status } from '../helpers/net/http-server.ts';
import { SYSTEM_PATH } from '../helpers/process/cli.ts';
import { programs } from '../helpers/process/programs.ts';
import { asRoot } from '../helpers/process/root.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';

const PROGRAM = '#!/bin/sh\necho demotool version 1.2.3\n';
const OTHER_PROGRAM = '#!/bin/sh\necho something else\n';

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A table entry for a program that does not exist on any machine. */
function demoTool(origin: string, changes: Partial<Tool> = {}): Tool {
  return {
    name: 'demotool',
    commands: ['demotool'],
    purpose: 'show tools',
    version: { args: ['--version'], prefix: /^demotool version /m },
    oldest: { version: [1, 2], reason: 'is too old' },
    packages: { apt: ['demotool-package'] },
    homepage: 'https://example.com/demotool',
    release: {
      version: '1.2.3',
      assets: { [process.arch]: { url: `${origin}/demotool`, sha256: digestOf(PROGRAM) } },
    },
    ...changes,
  };
}

type PrepareContext = Omit<SetupRequest, 'needs' | 'cli' | 'directory'>;

/** Installs tools and adds their directories to the PATH. */
async function prepareTools(needs: ToolNeeds, context: PrepareContext): Promise<void> {
  for (const directory of await prepare.prepareTools(needs, context)) context.addPath(directory);
}

interface Runner {
  readonly context: PrepareContext;
  readonly toolCache: string;
  /** The arguments of `addPath`. */
  readonly paths: readonly string[];
  readonly log: readonly string[];
  /** Messages of verbose logs only. */
  readonly details: readonly string[];
}

/** A runner with an empty tool cache, whose PATH has these programs and those that scripts of /bin need. */
function runner(scripts: Readonly<Record<string, string>> = {}, env: Record<string, string> = {}): Runner {
  const [toolCache, temporary, cacheDirectory] = [testDirectory(), testDirectory(), testDirectory()];
  const privateDirectory = testDirectory();
  const bin = programs({ ...tools(), ...scripts });
  vi.stubEnv('PATH', bin);
  vi.stubEnv('RUNNER_TOOL_CACHE', toolCache);
  vi.stubEnv('RUNNER_TEMP', temporary);
  // The tool cache reports with workflow commands, which the test does not need.
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  onTestFinished(() => {
    write.mockRestore();
    vi.unstubAllEnvs();
  });
  const paths: string[] = [];
  const log: string[] = [];
  const details: string[] = [];
  const reporter: Reporter = {
    ...silentReporter,
    info: (message) => log.push(message),
    warn: (message) => log.push(`warning: ${message}`),
    debug: (message) => details.push(message),
  };
  return {
    toolCache,
    paths,
    log,
    details,
    context: {
      reporter,
      env: { RUNNER_TOOL_CACHE: toolCache, RUNNER_TEMP: temporary, ...env },
      cacheDirectory,
      privateDirectory,
      network: { delay: async () => {} },
      addPath(directory) {
        paths.push(directory);
        process.env['PATH'] = `${directory}${delimiter}${process.env['PATH']}`;
      },
    },
  };
}

/** `env` and `sh`, which run apt-get, and nothing more of this machine. */
function tools(): Record<string, string> {
  return { env: 'exec /usr/bin/env "$@"', true: 'exit 0' };
}

const only = (tool: Tool) => ({ needed: [tool], optional: [] });

describe('the tool cache', () => {
  it('downloads and verifies a tool once and later finds it in the tool cache', async () => {
    await using server = await serveHttp({ '/demotool': bytes(PROGRAM) });
    const tool = demoTool(server.origin);
    const first = runner();
    await prepareTools(only(tool), first.context);
    const place = join(first.toolCache, 'demotool', '1.2.3', process.arch);
    expect(readFileSync(join(place, 'demotool'), 'utf8')).toBe(PROGRAM);
    expect(statSync(join(place, 'demotool')).mode & 0o777).toBe(0o755);
    expect(first.log).toEqual([`demotool 1.2.3 from ${server.origin}/demotool`]);
    const [used = ''] = first.paths;
    expect(dirname(used)).toBe(first.context.privateDirectory);
    expect(first.details).toContain(`demotool: ${used}/demotool, version 1.2.3`);
    expect(readdirSync(first.context.env['RUNNER_TEMP'] ?? '')).toEqual([]);

    // The next job on the same runner: other downloads, and a PATH without the tool.
    vi.stubEnv('PATH', programs(tools()));
    const again = { ...first.context, cacheDirectory: testDirectory() };
    await prepareTools(only(tool), again);
    expect(first.paths).toHaveLength(2);
    expect(readFileSync(join(first.paths[1] ?? '', 'demotool'), 'utf8')).toBe(PROGRAM);
    expect(server.requests).toHaveLength(1);
  });

  it('searches the tool cache without changing the environment of the process', async () => {
    await using server = await serveHttp({ '/demotool': bytes(PROGRAM) });
    const { context, details } = runner();
    const before = { ...process.env };
    const directories = await prepare.prepareTools(only(demoTool(server.origin)), context);
    expect({ ...process.env }).toEqual(before);
    expect(details).toContain(`demotool: ${directories[0]}/demotool, version 1.2.3`);
  });

  it('uses a copy of a cached tool, so that later changes of the tool cache have no effect', async () => {
    await using server = await serveHttp({ '/demotool': bytes(PROGRAM) });
    const { context, toolCache, paths } = runner();
    const place = join(toolCache, 'demotool', '1.2.3', process.arch);
    await prepareTools(only(demoTool(server.origin)), context);
    vi.stubEnv('PATH', programs(tools()));
    await prepareTools(only(demoTool(server.origin)), context);
    // Both after it was stored and after it was found.
    writeFileSync(join(place, 'demotool'), OTHER_PROGRAM);
    for (const path of paths) {
      expect(readFileSync(join(path, 'demotool'), 'utf8')).toBe(PROGRAM);
      expect(statSync(path).mode & 0o777).toBe(0o700);
    }
    expect([paths.length, server.requests.length]).toEqual([2, 1]);
  });

  it('does not follow links or wait for fifos in the tool cache', async () => {
    await using server = await serveHttp({ '/demotool': bytes(PROGRAM) });
    const { context, toolCache, paths } = runner();
    const program = join(toolCache, 'demotool', '1.2.3', process.arch, 'demotool');
    for (const replace of [() => symlinkSync('/bin/true', program), () => execFileSync('/usr/bin/mkfifo', [program])]) {
      await prepareTools(only(demoTool(server.origin)), context);
      rmSync(program);
      replace();
      vi.stubEnv('PATH', programs(tools()));
      await prepareTools(only(demoTool(server.origin)), context);
      expect(readFileSync(join(paths.at(-1) ?? '', 'demotool'), 'utf8')).toBe(PROGRAM);
      vi.stubEnv('PATH', programs(tools()));
    }
  });

  it('replaces a tool that was changed in the tool cache', async () => {
    await using server = await serveHttp({ '/demotool': bytes(PROGRAM) });
    const { context, toolCache } = runner();
    const place = join(toolCache, 'demotool', '1.2.3', process.arch, 'demotool');
    await prepareTools(only(demoTool(server.origin)), context);
    writeFileSync(place, OTHER_PROGRAM);
    vi.stubEnv('PATH', programs(tools()));
    await prepareTools(only(demoTool(server.origin)), context);
    expect(readFileSync(place, 'utf8')).toBe(PROGRAM);
  });

  it('refuses a tool with a wrong checksum and does not fall back to apt', async () => {
    await using server = await serveHttp({ '/demotool': bytes(OTHER_PROGRAM) });
    const { context, toolCache, paths } = runner({ 'apt-get': 'echo "E: apt-get was called"; exit 1' });
    await expect(prepareTools(only(demoTool(server.origin)), context)).rejects.toMatchObject({
      code: 'download',
      message: `cannot use ${server.origin}/demotool as demotool 1.2.3: got a script instead of a program`,
    });
    const elf = `\x7fELF${OTHER_PROGRAM}`;
    await using liar = await serveHttp({ '/demotool': bytes(elf) });
    await expect(prepareTools(only(demoTool(liar.origin)), context)).rejects.toMatchObject({
      code: 'download',
      message: `cannot use ${liar.origin}/demotool as demotool 1.2.3: its SHA-256 is ${digestOf(elf)}, and ${digestOf(PROGRAM)} was expected`,
      fix: 'do not run the file; report it to its authors, because it was changed here or in transit',
    });
    expect(paths).toEqual([]);
    expect(readdirSync(toolCache)).toEqual([]);
    expect(readdirSync(context.cacheDirectory)).not.toContain('sha256');
  });

  it('retries the download of a tool from a server that fails at first', async () => {
    const route: Responder = inTurn(reset(), status(503), bytes(PROGRAM));
    await using server = await serveHttp({ '/demotool': route });
    const { context, paths } = runner();
    await prepareTools(only(demoTool(server.origin)), context);
    expect(paths).toHaveLength(1);
    expect(server.requests).toHaveLength(3);
  });

  it('falls back to apt when the download server cannot be reached', async () => {
    const origin = await closedOrigin();
    const installed = testDirectory();
    const { context, log } = runner({
      'apt-get':
        `printf '#!/bin/sh\\necho demotool version 1.2.9\\n' > "${installed}/demotool"; chmod 755 "${installed}/demotool"`.replace(
          'chmod',
          '/bin/chmod',
        ),
      sudo: 'shift; exec "$@"',
    });
    process.env['PATH'] += `${delimiter}${installed}`;
    await prepareTools(only(demoTool(origin)), context);
    expect(log.at(-1)).toBe('apt-get install demotool-package');
    expect(log.at(-2)).toMatch(`cannot download demotool 1.2.3 from ${origin}/demotool: `);
  });

  it('reports a missing tool cache outside of a runner', async () => {
    const { context } = runner({}, { RUNNER_TOOL_CACHE: '' });
    const tool = demoTool('http://127.0.0.1:1');
    await expect(prepareTools(only(tool), context)).rejects.toMatchObject({
      code: 'tool',
      message:
        'cannot show tools: demotool is not on the PATH; nothing can be installed here: there is no tool cache: RUNNER_TOOL_CACHE is not set; there is no apt-get',
      fix: `on the runner: ${howToInstall([tool])}`,
    });
  });
});

describe('apt', () => {
  const { release: _, ...packaged } = demoTool('');

  /** An apt-get that records its arguments and then runs the script. */
  function recording(script: string): { readonly directory: string; readonly calls: () => string[]; aptGet: string } {
    const directory = testDirectory();
    const log = join(directory, 'calls');
    return {
      directory,
      calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []),
      aptGet: `echo "$DEBIAN_FRONTEND: $*" >> "${log}"\n${script}`,
    };
  }
  const COMMON =
    '-qq -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold';
  const INSTALL = `noninteractive: ${COMMON} install -y --no-install-recommends demotool-package`;
  const UPDATE = `noninteractive: ${COMMON} update`;
  /** Adds the program of the package to the PATH. */
  const installs = (directory: string, version = '1.2.3'): string =>
    `printf '#!/bin/sh\\necho demotool version ${version}\\n' > "${directory}/demotool"; /bin/chmod 755 "${directory}/demotool"; echo 'Setting up demotool-package'`;
  const sudo = 'shift; exec "$@"';

  it('installs all packages with one quiet apt-get call without prompts', async () => {
    const apt = recording('');
    const { context, log } = runner({ 'apt-get': `${apt.aptGet}\n${installs(apt.directory)}`, sudo });
    process.env['PATH'] += `${delimiter}${apt.directory}`;
    await prepareTools(only(packaged), context);
    expect(apt.calls()).toEqual([INSTALL]);
    expect(log).toEqual(['apt-get install demotool-package']);
  });

  it('updates the package lists once when the present ones are out of date', async () => {
    const apt = recording('');
    const once = `case "$*" in *update) : > "${apt.directory}/updated"; exit ;; esac\n[ -e "${apt.directory}/updated" ] || { echo 'E: Unable to locate package demotool-package' >&2; exit 100; }`;
    const { context, log, details } = runner({ 'apt-get': `${apt.aptGet}\n${once}\n${installs(apt.directory)}`, sudo });
    process.env['PATH'] += `${delimiter}${apt.directory}`;
    await prepareTools(only(packaged), context);
    expect(apt.calls()).toEqual([INSTALL, UPDATE, INSTALL]);
    expect(log).toEqual(['apt-get install demotool-package']);
    expect(details).toContain(
      'the package lists are updated, because the installation failed: Unable to locate package demotool-package',
    );
  });

  it('shows the whole output of apt-get when it fails', async () => {
    const apt = recording('echo "Reading package lists..."; echo "E: Unable to locate package" >&2; exit 100');
    const { context, log } = runner({ 'apt-get': apt.aptGet, sudo });
    await expect(prepareTools(only(packaged), context)).rejects.toMatchObject({
      code: 'tool',
      message: 'apt-get could not install demotool-package: Unable to locate package',
      fix: 'see the output of apt-get above',
    });
    expect(log).toEqual([
      'apt-get install demotool-package',
      'warning: apt-get update: Unable to locate package',
      'Reading package lists...',
      'E: Unable to locate package',
    ]);
  });

  it('reports a package whose version is still too old', async () => {
    const apt = recording('');
    const { context } = runner({ 'apt-get': `${apt.aptGet}\n${installs(apt.directory, '1.1')}`, sudo });
    process.env['PATH'] += `${delimiter}${apt.directory}`;
    await expect(prepareTools(only(packaged), context)).rejects.toMatchObject({
      code: 'tool',
      message: `cannot show tools: ${apt.directory}/demotool is version 1.1, which is too old`,
      fix: `use a newer distribution, or ${USE_CONTAINER}`,
    });
  });

  it.each([
    ['what is there is older', { demotool: 'echo demotool version 1.0' }, 'is version 1.0, which is too old'],
    ['nothing is there', {}, undefined],
  ])('installs no package whose version is known to be too old, where %s', async (_, present, why) => {
    const apt = recording('');
    const policy = 'printf "demotool-package:\\n  Installed: (none)\\n  Candidate: 2:1.1-3ubuntu1\\n"';
    const { context } = runner({ 'apt-get': apt.aptGet, 'apt-cache': policy, sudo, ...present });
    const place = process.env['PATH'];
    await expect(prepareTools(only(packaged), context)).rejects.toMatchObject({
      code: 'tool',
      message: `cannot show tools: ${why === undefined ? 'demotool is not on the PATH, and the package demotool-package is version 1.1, which is too old' : `${place}/demotool ${why}`}`,
      fix: `use a newer distribution, or ${USE_CONTAINER}`,
    });
    expect(apt.calls()).toEqual([]);
  });

  it('finds the version of a package of this distribution', async () => {
    vi.stubEnv('PATH', SYSTEM_PATH);
    onTestFinished(() => {
      vi.unstubAllEnvs();
    });
    expect(await candidateOf('gcc')).toEqual([expect.any(Number), expect.any(Number), expect.any(Number)]);
    expect(await candidateOf('no-package-has-this-name')).toBeUndefined();
  });

  it('does not call apt-get for present or optional tools', async () => {
    const apt = recording('');
    const { context, log, details } = runner({ 'apt-get': apt.aptGet, sudo, demotool: 'echo demotool version 2' });
    const missing = { ...packaged, commands: ['no-such-tool'] } as const;
    await prepareTools({ needed: [packaged], optional: [missing] }, context);
    expect(apt.calls()).toEqual([]);
    expect(log).toEqual([]);
    expect(details).toContain('not used: no-such-tool is not on the PATH');
  });

  it('stops apt-get when the job is cancelled', async () => {
    const apt = recording('exec /bin/sleep 20');
    const controller = new AbortController();
    const { context } = runner({ 'apt-get': apt.aptGet, sudo });
    const preparing = prepareTools(only(packaged), { ...context, signal: controller.signal });
    const stopped = expect(preparing).rejects.toThrow('cancelled');
    await vi.waitFor(() => expect(apt.calls()).toHaveLength(1), { interval: 10, timeout: 5000 });
    controller.abort(new Error('cancelled'));
    await stopped;
  });
});

describe('without root', () => {
  /** The error for a user who is not root. */
  async function refusal(scripts: Readonly<Record<string, string>>): Promise<unknown> {
    const { release: _, ...tool } = demoTool('');
    const { context } = runner({ 'apt-get': 'exit 1', ...scripts });
    vi.spyOn(process, 'getuid').mockReturnValue(1000);
    onTestFinished(() => {
      vi.restoreAllMocks();
    });
    return prepareTools(only(tool), context).catch((error: unknown) => error);
  }
  const nothing =
    'cannot show tools: demotool is not on the PATH; nothing can be installed here: this user is not root';

  it.each([
    ['and there is no sudo', {}],
    ['and sudo asks for a password', { sudo: 'echo "sudo: a password is required" >&2; exit 1' }],
  ])('prints the command to type for a user without root %s', async (why, scripts) => {
    const error = await refusal(scripts);
    expect(error).toMatchObject({
      code: 'tool',
      message: `${nothing}, ${why}`,
      fix: expect.stringMatching(/^on the runner: sudo apt-get install demotool-package$/),
    });
  });

  it('uses sudo when it needs no password', async () => {
    const calls = join(testDirectory(), 'calls');
    await refusal({ sudo: `echo "$*" >> "${calls}"` });
    const [check, install = ''] = readFileSync(calls, 'utf8').split('\n');
    expect(check).toBe('-n true');
    expect(install).toMatch(
      /^-n env DEBIAN_FRONTEND=noninteractive LC_ALL=C .+\/apt-get -qq .* install -y --no-install-recommends demotool-package$/,
    );
  });
});

describe('a real apt-get', () => {
  const LOCK = ['-o', 'DPkg::Lock::Timeout=300'];

  it('installs a missing package with the real apt-get', async () => {
    const { context, log } = runner();
    vi.stubEnv('PATH', SYSTEM_PATH);
    const name = 'fledge-test-package';
    const deb = packageOf(name, '#!/bin/sh\necho demotool version 1.2.3\n');
    const { release: _, ...tool } = demoTool('');
    const remove = (): unknown => asRoot('apt-get', ['-qq', ...LOCK, 'purge', '-y', name]);
    onTestFinished(() => {
      remove();
    });
    await prepareTools(only({ ...tool, commands: [name], packages: { apt: [deb] } }), context);
    expect(log).toEqual([`apt-get install ${deb}`]);
  });

  /** A Debian package that contains one program, as a file that apt-get accepts instead of a package name. */
  function packageOf(name: string, program: string): string {
    const root = testDirectoryWith({
      'DEBIAN/control': `Package: ${name}\nVersion: 1.2.3\nArchitecture: all\nMaintainer: nobody <nobody@example.com>\nDescription: a test\n`,
      [`usr/bin/${name}`]: program,
    });
    chmodSync(root, 0o755);
    chmodSync(join(root, 'usr/bin', name), 0o755);
    const directory = testDirectory();
    chmodSync(directory, 0o755);
    const deb = join(directory, 'package.deb');
    execFileSync('dpkg-deb', ['--root-owner-group', '--build', root, deb], {
      stdio: 'pipe',
      env: { PATH: SYSTEM_PATH },
    });
    return deb;
  }
});

describe('the check of what is pinned', () => {
  it('names each pinned release that does not match and the reason', async () => {
    await using server = await serveHttp({ '/demotool': bytes(PROGRAM), '/other': bytes(`\x7fELF${PROGRAM}`) });
    const sha256 = digestOf(PROGRAM);
    const release = {
      version: '1.2.3',
      assets: {
        x64: { url: `${server.origin}/demotool`, sha256 },
        arm64: { url: `${server.origin}/other`, sha256: digestOf(OTHER_PROGRAM) },
        riscv64: { url: `${server.origin}/gone`, sha256: digestOf('gone') },
      },
    };
    const { context } = runner();
    const result = await checkPins([demoTool('', { release }), skopeo], { ...context, baseDirectory: '/' });
    expect(result).toEqual({
      ok: false,
      lines: [
        `demotool 1.2.3 for x64: ${PROGRAM.length} bytes, as pinned`,
        `demotool 1.2.3 for arm64: cannot use ${server.origin}/other as demotool 1.2.3 for arm64: its SHA-256 is ${digestOf(`\x7fELF${PROGRAM}`)}, and ${digestOf(OTHER_PROGRAM)} was expected`,
        `demotool 1.2.3 for riscv64: cannot download demotool 1.2.3 for riscv64 from ${server.origin}/gone: the server answered with status 404 (not found)`,
      ],
    });
  });
});

describe('setup', () => {
  it('puts a fledge on the PATH that runs with the node of the action, for any paths', async () => {
    const { context, paths } = runner();
    const directory = testDirectory();
    const cli = join(testDirectory(), "it's a cli.js");
    writeFileSync(cli, 'console.log(process.execPath, JSON.stringify(process.argv.slice(2)))');
    const launcher = await setupCommand({ ...context, needs: { needed: [], optional: [] }, cli, directory });
    expect(launcher).toBe(join(directory, 'fledge-bin', 'fledge'));
    expect(paths).toEqual([join(directory, 'fledge-bin')]);
    const { ChildEnvironment, run } = await import('../../src/support/process/exec.ts');
    const { stdout } = await run(launcher, ['build', 'a b', '$HOME', "'"], { env: new ChildEnvironment({}) });
    expect(stdout.toString()).toBe(`${process.execPath} ["build","a b","$HOME","'"]\n`);
    // A second step of the same job.
    await setupCommand({ ...context, needs: { needed: [], optional: [] }, cli, directory });
    expect(launcherScript('/node', '/cli.js')).toBe(`#!/bin/sh\nexec '/node' '/cli.js' "$@"\n`);
  });

  it('reports a directory that cannot be written', async () => {
    const { context } = runner();
    const file = join(testDirectory(), 'file');
    writeFileSync(file, '');
    chmodSync(file, 0o444);
    const request = { ...context, needs: { needed: [], optional: [] }, cli: '/cli.js', directory: file };
    await expect(setupCommand(request)).rejects.toMatchObject({
      code: 'output',
      message: `cannot write ${file}/fledge-bin/fledge: a part of the path is not a directory`,
    });
  });
});
