import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { allowPlainHttp, serveBefore, startRegistry } from '../helpers/image/docker-registry.ts';
import { type TestImage, TestLayout } from '../helpers/image/oci-image.ts';
import { noise, withoutCachedBlobs } from '../helpers/image/rootfs-bad-input.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { memberOf, tarOf } from '../helpers/image/tar.ts';
import { bytes, inTurn, stalled } from '../helpers/net/http-server.ts';
import { type RunningFledge, type Workspace, workspace } from '../helpers/process/cli.ts';
import {
  endProcessesAfterTest,
  expectRecovery,
  type HaltedBuild,
  scriptedTool,
  WAIT_FOR_EVER,
  writeEarlierOutputs,
} from '../helpers/process/halted-build.ts';
import { processesOf, until } from '../helpers/process/processes.ts';

const OUTPUTS = ['SHA256SUMS', 'app.img', 'manifest.json', 'provenance.json'];
const BUILD = ['build', '--output', '../out/app.img', '--url-base', '/plugins', '--platform', 'linux/amd64'];

const TAR = tarOf([{ name: 'bin/app', mode: 0o755, data: noise(300_000) }]);
const IMAGE: TestImage = {
  layers: [{ tar: TAR, compression: 'none' }],
  run: { Cmd: ['/bin/app'] },
};

/** Builds that the test stops in each phase until it lets them continue. */
const phases = {
  /** The registry sends half of the layer and keeps the connection open; later requests get all of it. */
  async fetch(): Promise<HaltedBuild> {
    const { at, layout, digest } = plugin(IMAGE);
    const layer = layout.manifest(digest).layers[0]?.digest ?? '';
    const registry = await startRegistry();
    await registry.push(`oci:${at.plugin}/layout`, 'app:v1');
    const server = await serveBefore(registry, { [layer]: inTurn(stalled(TAR), bytes(TAR)) });
    allowPlainHttp(at.home, server.host);
    configure(at, `docker://${server.host}/app:v1`);
    // The blobs before the layer stay in the cache.
    mkdirSync(join(at.cache, 'blobs/sha256'), { recursive: true });
    const before = at.snapshot();
    const fledge = at.start(BUILD);
    const waiting = join(at.cache, 'tmp');
    await until(() => server.blobs.includes(layer) && readdirSync(waiting).some((name) => name.endsWith('-image')));
    return { at, fledge, before, orphans: 1, clear() {} };
  },

  /** 16 GiB of zeros, which need some time. */
  async unpack(): Promise<HaltedBuild> {
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

  /** 400 GiB of free space, which use no disk space but need checksums. */
  async write(): Promise<HaltedBuild> {
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

  /** The checker waits for its child, which never ends. */
  async verify(): Promise<HaltedBuild> {
    const checker = scriptedTool('e2fsck', WAIT_FOR_EVER);
    const { at } = plugin(IMAGE);
    const before = at.snapshot();
    const fledge = at.start(BUILD, { env: checker.env });
    await checker.started();
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
    expect(withoutCachedBlobs(at.snapshot())).toEqual(before);
    await until(() => processesOf(at).length === 0);
  });

  it('a signal to the whole process group (Ctrl-C) stops a build and skopeo and leaves nothing', async () => {
    const { at, fledge, before } = await phases.fetch();
    fledge.kill('SIGINT', 'group');
    await expectStopped(fledge, 'SIGINT');
    expect(withoutCachedBlobs(at.snapshot())).toEqual(before);
    await until(() => processesOf(at).length === 0);
  });
});

describe('a build after one that was killed', () => {
  it.each(PHASES)('a build after a kill in the phase %s succeeds and deletes the leftovers', async (_, halt) => {
    await expectRecovery(await halt(), BUILD, OUTPUTS, withoutCachedBlobs);
  });
});

/** Expects the end by the signal itself, with the steps and one line on stderr. */
async function expectStopped(fledge: RunningFledge, signal: string): Promise<void> {
  const result = await fledge.ended;
  expect(result).toMatchObject({ status: null, signal, stdout: '' });
  expect(result.stderr).toMatch(new RegExp(`^(?:(?:•| ) .*\n)+warning: stopped by ${signal}; nothing was written\n$`));
}

/** A plugin of an image in a layout, whose output directory has the files of an earlier build. */
function plugin(image: TestImage): { at: Workspace; layout: TestLayout; digest: string } {
  const at = workspace();
  const layout = new TestLayout(join(at.plugin, 'layout'));
  const descriptor = layout.addImage(image);
  layout.write({ '': descriptor });
  configure(at, 'oci:layout');
  writeEarlierOutputs(at, OUTPUTS);
  endProcessesAfterTest(at);
  return { at, layout, digest: descriptor.digest };
}

function configure(at: Workspace, image: string, sizeBufferMb = 1): void {
  writeFileSync(
    join(at.plugin, 'fledge.toml'),
    rootfsConfig(image, { filesystem: [`size_buffer_mb = ${sizeBufferMb}`] }),
  );
}
