import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileTestAgent, parseAgentReport } from '../helpers/agent.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { type Workspace, workspace } from '../helpers/process/cli.ts';
import { arm64Files, boot } from '../helpers/process/qemu.ts';
import { testDirectory } from '../helpers/scratch.ts';

/** An emulated arm64 machine boots in about ten seconds, and many times slower on a busy computer. */
const TEST_TIMEOUT_MS = 240_000;

const loader = fileURLToPath(new URL('../../examples/nginx/loader', import.meta.url));
const busybox = readFileSync(join(arm64Files, 'bin/busybox'));

/** The drivers of a virtio disk, in the order of their dependencies. ext4 is built into the kernel. */
const MODULES = ['virtio', 'virtio_ring', 'virtio_pci_legacy_dev', 'virtio_pci_modern_dev', 'virtio_pci', 'virtio_blk'];

const AGENT = '[agent]\nsource_strategy = "local"\npath = "agent"\n';
const LAYERS = [
  [
    ...['proc/', 'sys/', 'dev/'].map((name) => ({ name, type: '5', mode: 0o755 })),
    { name: 'etc/agent-list', data: '/\n' },
    { name: 'srv/owned', mode: 0o640, uid: 33, gid: 34, data: 'of the image' },
    { name: 'srv/hidden', data: 'hidden' },
    { name: 'bin/busybox', mode: 0o755, data: busybox },
  ],
  [{ name: 'srv/.wh.hidden' }],
];

let agent: Buffer;

beforeAll(async () => {
  const directory = mkdtempSync(join(tmpdir(), 'agent-'));
  agent = readFileSync(await compileTestAgent(directory, 'aarch64-linux-gnu-gcc'));
  rmSync(directory, { recursive: true });
});

/** A plugin with an arm64 image in a layout. */
function plugin(toml: string): Workspace {
  const place = workspace({ 'fledge.toml': `version = "1"\n${toml}`, agent });
  const layout = new TestLayout(join(place.plugin, 'layout'));
  const layers = LAYERS.map((members) => ({ tar: tarOf(members) }));
  layout.write({ app: layout.addImage({ layers, architecture: 'arm64' }) });
  return place;
}

async function build(place: Workspace): Promise<void> {
  const { status, stderr } = await place.run(['build', '--platform', 'linux/arm64']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining('error:') });
}

describe('the boot of an artifact for linux/arm64', { timeout: TEST_TIMEOUT_MS }, () => {
  it('boots an initramfs on an image, with the busybox of an image', async () => {
    const source = '[source]\nimage = "oci:layout:app"\nbusybox_image = "oci:layout:app"\n';
    const place = plugin(`strategy = "initramfs"\n${source}${AGENT}`);
    await build(place);
    const initramfs = join(place.plugin, 'plugin.cpio.gz');
    const report = parseAgentReport(await boot({ architecture: 'arm64', initramfs }));
    expect(report.get('pid')).toEqual(['1']);
    expectImage(report.get('file') ?? []);
  });

  it('boots a root file system', async () => {
    const filesystem = '[filesystem]\nsize_buffer_mb = 1\n';
    const place = plugin(`strategy = "oci_rootfs"\n[source]\nimage = "oci:layout:app"\n${AGENT}${filesystem}`);
    await build(place);
    const disk = join(place.plugin, 'layout.img');
    const report = parseAgentReport(await boot({ architecture: 'arm64', initramfs: await buildLoader(), disk }));
    expect(report.get('argv')).toEqual(['/bin/kestrel']);
    expectImage(report.get('file') ?? []);
  });
});

function expectImage(files: readonly string[]): void {
  expect(files).toContainEqual(expect.stringMatching(/\/srv\/owned/));
  expect(files.filter((line) => line.includes('hidden'))).toEqual([]);
}

/** Builds the initramfs that loads the drivers of the disk; returns its path. */
async function buildLoader(): Promise<string> {
  const place = workspace();
  const directory = join(testDirectory(), 'loader');
  cpSync(loader, directory, { recursive: true, filter: (path) => basename(path) !== 'build' });
  mkdirSync(join(directory, 'build/modules'), { recursive: true });
  for (const [index, name] of MODULES.entries()) {
    const [module = name] = globSync(join(arm64Files, `lib/modules/*/kernel/**/${name}.ko`));
    cpSync(module, join(directory, `build/modules/${10 + index}-${name}.ko`));
  }
  writeFileSync(join(directory, 'busybox'), busybox);
  const toml = readFileSync(join(directory, 'fledge.toml'), 'utf8');
  writeFileSync(join(directory, 'fledge.toml'), toml.replace('"/bin/busybox"', '"busybox"'));
  const { status, stderr } = await place.run(['build', '--config', directory, '--platform', 'linux/arm64']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining('error:') });
  return join(place.plugin, 'plugin.cpio.gz');
}
