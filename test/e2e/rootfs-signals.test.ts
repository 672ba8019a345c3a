import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type RunningFledge, SYSTEM_PATH, type Workspace, workspace } from '../helpers/cli.ts';
import { allowPlainHttp, serveBefore, startRegistry } from '../helpers/docker-registry.ts';
import { bytes, inTurn, stalled } from '../helpers/http-server.ts';
import { type TestImage, TestLayout } from '../helpers/oci-image.ts';
import { processesOf, until } from '../helpers/processes.ts';
import { noise } from '../helpers/rootfs-bad-input.ts';
import { rootfsConfig } from '../helpers/rootfs-plugin.ts';
import { testDirectory } from '../helpers/scratch.ts';
import { memberOf, tarOf } from '../helpers/tar.ts';

const OUTPUTS = ['SHA256SUMS', 'app.img', 'manifest.json', 'provenance.json'];
const BUILD = ['build', '--output', '../out/app.img', '--url-base', '/plugins', '--platform', 'linux/amd64'];

const TAR = tarOf([{ name: 'bin/app', mode: 0o755, data: noise(300_000) }]);
const IMAGE: TestImage = {
  layers: [{ tar: TAR, compression: 'none' }],
  run: { Cmd: ['/bin/app'] },
};

/** A build that has come as far as the phase, and stays there for longer than a test takes. */
interface Halted {
  readonly at: Workspace;
  readonly fledge: RunningFledge;
  /** The workspace before the build began. */
  readonly before: readonly string[];
  /** How many processes a build that is killed leaves behind, because nobody is left to end them. */
  readonly orphans: number;
  /** Makes the same build one that does not halt. */
  readonly clear: () => void;
}

/** In each phase something that the test holds in its hand keeps the build from going on. */
const phases = {
  /** The registry sends half of the layer, and keeps the connection; to who comes again it sends all. */
  async fetch(): Promise<Halted> {
    const { at, layout, digest } = plugin(IMAGE);
    const layer = layout.manifest(digest).layers[0]?.digest ?? '';
    const registry = await startRegistry();
    await registry.push(`oci:${at.plugin}/layout`, 'app:v1');
    const server = await serveBefore(registry, { [layer]: inTurn(stalled(TAR), bytes(TAR)) });
    allowPlainHttp(at.home, server.host);
    configure(at, `docker://${server.host}/app:v1`);
    // What comes before the layer is in the cache for good.
    mkdirSync(join(at.cache, 'blobs/sha256'), { recursive: true });
    const before = at.snapshot();
    const fledge = at.start(BUILD);
    const waiting = join(at.cache, 'tmp');
    await until(() => server.blobs.includes(layer) && readdirSync(waiting).some((name) => name.endsWith('-image')));
    return { at, fledge, before, orphans: 1, clear() {} };
  },

  /** 16 GiB of zeros, which take their time. */
  async unpack(): Promise<Halted> {
    const piece = 64 * 1024 ** 2;
    const pieces = 256;
    const head = memberOf({ name: 'zeros', declaredSize: piece * pieces });
    const zeros = gzipSync(Buffer.alloc(piece), { level: 1 });
    const blob = Buffer.concat([gzipSync(head), ...Array.from({ length: pieces }, () => zeros)]);
    const { at, layout } = plugin({ layers: [{ tar: head, blob }] });
    const before = at.snapshot();
    const fledge = at.start(BUILD);
    await fledge.waitForStderr(/unpack 1 layer\n/);
    return { at, fledge, before, orphans: 0, clear: () => layout.write({ '': layout.addImage(IMAGE) }) };
  },

  /** Free space of 400 GiB, which takes no room, but has a checksum. */
  async write(): Promise<Halted> {
    const { at } = plugin(IMAGE);
    configure(at, 'oci:layout', 400 * 1024);
    const before = at.snapshot();
    const fledge = at.start(BUILD);
    await fledge.waitForStderr(/write app\.img\n/);
    const out = join(at.root, 'out');
    await until(() =>
      readdirSync(out).some((name) => /^\.fledge-.*-output$/.test(name) && statSync(join(out, name)).size > 0),
    );
    return { at, fledge, before, orphans: 0, clear: () => configure(at, 'oci:layout') };
  },

  /** The checker waits for its child, and that for ever. */
  async verify(): Promise<Halted> {
    const checker = join(testDirectory(), 'e2fsck');
    const halt = 'sleep 86400 & echo "$$" > "$0.started"; mv "$0.started" "$0.pid"; wait';
    writeFileSync(checker, `#!/bin/sh\n${halt}\n`);
    chmodSync(checker, 0o755);
    const { at } = plugin(IMAGE);
    const before = at.snapshot();
    const fledge = at.start(BUILD, { env: { PATH: `${join(checker, '..')}:${SYSTEM_PATH}` } });
    await until(() => existsSync(`${checker}.pid`));
    return { at, fledge, before, orphans: 2, clear() {} };
  },
};

const PHASES = Object.entries(phases);
const EVERY_PHASE_AND_SIGNAL = PHASES.flatMap(([phase, halt]) =>
  (['SIGINT', 'SIGTERM'] as const).map((signal) => [signal, phase, halt] as const),
);

describe('a signal', () => {
  it.each(EVERY_PHASE_AND_SIGNAL)('%s in the phase %s ends the build and leaves nothing', async (signal, _, halt) => {
    const { at, fledge, before } = await halt();
    fledge.kill(signal);
    await expectStopped(fledge, signal);
    expect(withoutBlobs(at.snapshot())).toEqual(before);
    await until(() => processesOf(at).length === 0);
  });

  it('to the whole process group, as Ctrl-C sends it, does the same while skopeo fetches', async () => {
    const { at, fledge, before } = await phases.fetch();
    fledge.kill('SIGINT', 'group');
    await expectStopped(fledge, 'SIGINT');
    expect(withoutBlobs(at.snapshot())).toEqual(before);
    await until(() => processesOf(at).length === 0);
  });
});

describe('a build after one that was killed', () => {
  it.each(PHASES)('in the phase %s succeeds, and takes away what that one left', async (_, halt) => {
    const { at, fledge, before, orphans, clear } = await halt();
    fledge.kill('SIGKILL');
    expect((await fledge.ended).signal).toBe('SIGKILL');
    await until(() => processesOf(at).length === orphans);
    const left = withoutBlobs(at.snapshot()).filter((line) => !before.includes(line));
    expect(left.length).toBeGreaterThan(0);
    expect(left.filter((line) => !line.includes('.fledge-'))).toEqual([]);
    // What was published before is as it was.
    expect(before.filter((line) => !at.snapshot().includes(line))).toEqual([]);

    clear();
    const { status, stderr } = await at.run(BUILD);
    expect({ status, stderr }).toEqual({ status: 0, stderr: expect.any(String) });
    const out = join(at.root, 'out');
    expect(readdirSync(out).sort()).toEqual(OUTPUTS);
    const checked = execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: out, encoding: 'utf8' });
    expect(checked.match(/: OK$/gm)).toHaveLength(3);
    expect(readdirSync(at.temporary)).toEqual([]);
    expect(readdirSync(join(at.cache, 'tmp'))).toEqual([]);
  });
});

/** By the signal itself, after its steps and one line. */
async function expectStopped(fledge: RunningFledge, signal: string): Promise<void> {
  const result = await fledge.ended;
  expect(result).toMatchObject({ status: null, signal, stdout: '' });
  expect(result.stderr).toMatch(new RegExp(`^(?:(?:•| ) .*\n)+warning: stopped by ${signal}; nothing was written\n$`));
}

/** A plugin of an image in a layout, whose output directory has what an earlier build made. */
function plugin(image: TestImage): { at: Workspace; layout: TestLayout; digest: string } {
  const at = workspace();
  const layout = new TestLayout(join(at.plugin, 'layout'));
  const descriptor = layout.addImage(image);
  layout.write({ '': descriptor });
  configure(at, 'oci:layout');
  mkdirSync(join(at.root, 'out'));
  for (const name of OUTPUTS) writeFileSync(join(at.root, 'out', name), `${name} of an earlier build\n`);
  onTestFinished(() => {
    // Whatever a build that was killed, or failed the test, has left.
    for (const pid of processesOf(at)) process.kill(pid, 'SIGKILL');
  });
  return { at, layout, digest: descriptor.digest };
}

function configure(at: Workspace, image: string, sizeBufferMb = 1): void {
  writeFileSync(
    join(at.plugin, 'fledge.toml'),
    rootfsConfig(image, { filesystem: [`size_buffer_mb = ${sizeBufferMb}`] }),
  );
}

/** Blobs in the cache are whole, and of use for the next build. */
function withoutBlobs(snapshot: readonly string[]): string[] {
  return snapshot.filter((line) => !/^cache\/blobs\/sha256\/[0-9a-f]{64} /.test(line));
}
