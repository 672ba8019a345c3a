import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fakeElf } from '../helpers/elf.ts';
import { bytes, inTurn, type LoopbackServer, type Responder, serveHttp, stalled } from '../helpers/net/http-server.ts';
import { type FledgeOptions, type Workspace, workspace } from '../helpers/process/cli.ts';
import {
  endProcessesAfterTest,
  expectRecovery,
  expectWholeResult,
  type HaltedBuild,
  scriptedTool,
  WAIT_FOR_EVER,
  writeEarlierOutputs,
} from '../helpers/process/halted-build.ts';
import { processesOf, until } from '../helpers/process/processes.ts';
import { testDirectory } from '../helpers/scratch.ts';

const AGENT = fakeElf({ payload: Buffer.alloc(200_000, 'agent') });
const OUTPUTS = ['SHA256SUMS', 'manifest.json', 'plugin.cpio.gz', 'provenance.json'];
const BUILD = ['build', '--output', '../out/plugin.cpio.gz', '--url-base', '/plugins', '--platform', 'linux/amd64'];
const SIGNALS = [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const;

/** Builds that the test stops in each phase until it lets them continue. */
const phases = {
  /** The server sends half of the agent and keeps the connection open. */
  async download(): Promise<HaltedBuild> {
    return haltInDownload();
  },

  /** The compiler waits for its child, which never ends. */
  async compile(): Promise<HaltedBuild> {
    return haltInCompiler(WAIT_FOR_EVER);
  },

  /** A file of 3 GiB; most of it is not yet written when the first bytes are. */
  async write(): Promise<HaltedBuild> {
    const large = join(testDirectory(), 'large');
    writeFileSync(large, '');
    truncateSync(large, 3 * 1024 ** 3);
    const place = project({ mappings: [[large, '/srv/large']] });
    const before = place.snapshot();
    const fledge = place.start(BUILD);
    await fledge.waitForStderr(/write plugin\.cpio\.gz\n/);
    const out = join(place.root, 'out');
    await until(() =>
      readdirSync(out).some((name) => name.startsWith('.fledge-') && statSync(join(out, name)).size > 20_000),
    );
    return { at: place, fledge, before, orphans: 0, clear: () => truncateSync(large, 1_000_000) };
  },
};

const PHASES = Object.entries(phases);
const EVERY_PHASE_AND_SIGNAL = PHASES.flatMap(([phase, halt]) =>
  SIGNALS.map(([signal]) => [signal, phase, halt] as const),
);

describe('a signal', () => {
  it.each(EVERY_PHASE_AND_SIGNAL)('%s in the phase %s ends the build and leaves nothing', async (signal, _, halt) => {
    const { at: place, fledge, before } = await halt();
    fledge.kill(signal);
    const result = await fledge.ended;
    expect(result).toMatchObject({ status: null, signal, stdout: '' });
    expect(result.stderr).toMatch(lastWord(signal));
    expect(place.snapshot()).toEqual(before);
    await until(() => processesOf(place).length === 0);
  });

  it('a signal to the whole process group (Ctrl-C) ends the build and leaves nothing', async () => {
    const { at: place, fledge, before } = await phases.compile();
    fledge.kill('SIGINT', 'group');
    const result = await fledge.ended;
    expect(result.signal).toBe('SIGINT');
    expect(result.stderr).toMatch(lastWord('SIGINT'));
    expect(place.snapshot()).toEqual(before);
    await until(() => processesOf(place).length === 0);
  });

  it('kills the processes that a terminated compiler left running', async () => {
    const halted = await haltInCompiler('sleep 86400 & echo "$$" > "$0.started"; mv "$0.started" "$0.pid"');
    const { at: place, fledge, before, compiler } = halted;
    await until(() => !existsSync(`/proc/${compiler}`));
    fledge.kill('SIGTERM');
    expect((await fledge.ended).signal).toBe('SIGTERM');
    expect(place.snapshot()).toEqual(before);
    await until(() => processesOf(place).length === 0);
  });

  it.each(SIGNALS)('%s interrupts a long directory walk, and a shell sees the status %i', async (signal, status) => {
    const place = project({ mappings: ['gate', 'many'].map((name) => [name, `/srv/${name}`] as const) });
    for (const name of ['gate', 'many']) mkdirSync(join(place.plugin, name));
    for (let index = 0; index < 2500; index += 1) writeFileSync(join(place.plugin, 'many', `${index}`), '');
    const before = place.snapshot();
    const hook = join(testDirectory(), 'hook.mjs');
    writeFileSync(hook, signalWhenReading('gate', signal));
    const result = await place.run(BUILD, {
      env: { NODE_OPTIONS: `--import=${pathToFileURL(hook)}` },
      // The shell may print a message about the end of the process.
      wrapper: ['sh', '-c', 'exec 3>&2 2>/dev/null; (exec 2>&3; exec "$@"); echo "status $?"', 'sh'],
    });
    expect(result.stderr).toMatch(lastWord(signal));
    expect(result.stdout).toBe(`status ${status}\n`);
    expect(result.stderr).not.toContain('write plugin.cpio.gz');
    expect(place.snapshot()).toEqual(before);
  });
});

describe('a build after one that was killed', () => {
  it.each(PHASES)('a build after a kill in the phase %s succeeds and deletes the leftovers', async (_, halt) => {
    const halted = await halt();
    await expectRecovery(halted, BUILD, OUTPUTS);
    const { at: place } = halted;
    const again = readOutputs(place);
    expect(await place.run(BUILD)).toMatchObject({ status: 0 });
    expect(again).toEqual(readOutputs(place));
    expect(again).toEqual(await undisturbed(place));
  });
});

describe('a build after one that was killed and not yet reaped', () => {
  it('deletes the leftovers of a killed build whose parent has not yet reaped it', async () => {
    const { at: place } = await haltInDownload({ wrapper: ['sh', '-c', '"$@" & exec sleep 86400', 'sh'] });
    const [pid] = readdirSync(place.temporary).flatMap((name) => /^\.fledge-\w+-(\d+)-/.exec(name)?.[1] ?? []);
    process.kill(Number(pid), 'SIGKILL');
    await until(() => / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')));
    expect(await place.run(BUILD)).toMatchObject({ status: 0 });
    expectWholeResult(place, OUTPUTS);
  });
});

describe('two builds at once', () => {
  it('two simultaneous builds of the same output with the same cache both succeed', async () => {
    const server = await closedAfterTest(serveHttp({ '/kestrel': afterBothHaveAsked(bytes(AGENT)) }));
    const place = project({ agentUrl: `${server.origin}/kestrel` });
    const results = await Promise.all([place.start(BUILD).ended, place.start(BUILD).ended]);
    expect(results).toMatchObject([{ status: 0 }, { status: 0 }]);
    expect(server.requests).toHaveLength(2);
    expectWholeResult(place, OUTPUTS);
  });
});

describe('several builds of one command', () => {
  it('a signal stops all of them, keeps the files of a complete one, and leaves nothing of the others', async () => {
    const server = await closedAfterTest(serveHttp({ '/kestrel': stalled(AGENT) }));
    const local = 'version = "1"\nstrategy = "initramfs"\nsource.busybox_url = "/bin/busybox"\n';
    const waiting = `${local}agent = { source_strategy = "http", url = "${server.origin}/kestrel" }\n`;
    const place = workspace({
      'api/fledge.toml': waiting,
      'db/fledge.toml': waiting,
      'web/fledge.toml': `${local}init.none = true\nmappings.app = "/init"\n`,
      'web/app': '#!/bin/sh\n',
    });
    const fledge = place.start(['build', '*', '--jobs', '3']);
    const isBuilt = (): boolean => existsSync(join(place.plugin, 'dist/web/SHA256SUMS'));
    await until(() => isBuilt() && server.requests.length === 2);
    // The message names a build that has ended, which is after its files are in place.
    await setTimeout(500);
    fledge.kill('SIGINT');
    const { signal, stderr } = await fledge.ended;
    expect(signal).toBe('SIGINT');
    expect(stderr).toMatch(/warning: stopped by SIGINT; 1 of 3 builds are complete: web\n$/);
    expect(readdirSync(join(place.plugin, 'dist'))).toEqual(['web']);
    expect(readdirSync(join(place.plugin, 'dist/web')).sort()).toEqual(OUTPUTS);
    expect(readdirSync(place.temporary)).toEqual([]);
    expect(processesOf(place)).toEqual([]);
  });
});

/** stderr of a build that was stopped: its steps and one line. */
function lastWord(signal: string): RegExp {
  return new RegExp(`^(?:• .*\n)+warning: stopped by ${signal}; nothing was written\n$`);
}

interface ProjectOptions {
  readonly agentUrl?: string;
  readonly mappings?: readonly (readonly [source: string, destination: string])[];
}

/** A plugin whose output directory has the files of an earlier build. */
function project({ agentUrl, mappings = [] }: ProjectOptions): Workspace {
  const agent =
    agentUrl === undefined
      ? 'source_strategy = "local"\npath = "kestrel"'
      : `source_strategy = "http"\nurl = "${agentUrl}"`;
  const place = workspace({
    'fledge.toml': `version = "1"
strategy = "initramfs"
[agent]
${agent}
[source]
busybox_url = "/bin/busybox"
[init]
compile = true
[mappings]
${mappings.map(([source, destination]) => `${JSON.stringify(source)} = ${JSON.stringify(destination)}\n`).join('')}`,
    'manifest.toml': '[workload]\nentrypoint = ["/bin/sh"]\n',
    kestrel: AGENT,
  });
  writeEarlierOutputs(place, OUTPUTS);
  return place;
}

async function haltInDownload(options: FledgeOptions = {}): Promise<HaltedBuild> {
  const server = await closedAfterTest(serveHttp({ '/kestrel': inTurn(stalled(AGENT), bytes(AGENT)) }));
  const place = project({ agentUrl: `${server.origin}/kestrel` });
  const before = place.snapshot();
  const fledge = place.start(BUILD, options);
  const incoming = join(place.cache, 'tmp');
  await until(() => readdirSync(incoming).some((name) => statSync(join(incoming, name)).size > 0));
  return { at: place, fledge, before, orphans: 0, clear() {} };
}

/** A build whose compiler is a shell script that writes its process id to `$0.pid` once it has reached its phase. */
async function haltInCompiler(script: string): Promise<HaltedBuild & { readonly compiler: number }> {
  const tool = scriptedTool('gcc', script);
  const place = project({});
  const before = place.snapshot();
  const fledge = place.start(BUILD, { env: tool.env });
  endProcessesAfterTest(place);
  const compiler = await tool.started();
  return { at: place, fledge, before, compiler, orphans: 2, clear() {} };
}

/** A module for node's --import: sends a signal to its own process when a directory of this name is read. */
function signalWhenReading(name: string, signal: string): string {
  return `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { readdirSync } = fs;
fs.readdirSync = (path, ...rest) => {
  if (String(path).endsWith('/${name}')) process.kill(process.pid, '${signal}');
  return readdirSync(path, ...rest);
};
syncBuiltinESMExports();
`;
}

/** Answers no request before two have arrived. */
function afterBothHaveAsked(answer: Responder): Responder {
  const waiting: (() => void)[] = [];
  return (request, response: ServerResponse) => {
    waiting.push(() => answer(request, response));
    if (waiting.length === 2) for (const proceed of waiting) proceed();
  };
}

async function closedAfterTest(server: Promise<LoopbackServer>): Promise<LoopbackServer> {
  const started = await server;
  onTestFinished(() => started[Symbol.asyncDispose]());
  return started;
}

function readOutputs(place: Workspace): string[] {
  return OUTPUTS.map((name) => `${name} ${readFileSync(join(place.root, 'out', name), 'base64')}`);
}

/** The files of the same plugin when it is built in a new workspace. */
async function undisturbed(place: Workspace): Promise<string[]> {
  const files = readdirSync(place.plugin).map((name) => [name, readFileSync(join(place.plugin, name))] as const);
  const fresh = workspace(Object.fromEntries(files));
  mkdirSync(join(fresh.root, 'out'));
  expect(await fresh.run(BUILD)).toMatchObject({ status: 0 });
  return readOutputs(fresh);
}
