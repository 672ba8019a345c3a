import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import {
  buildRunnerImage,
  containerEngine,
  RUNNER_IMAGE_TIMEOUT_MS,
  runContainer,
} from '../helpers/image/runner-image.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { bootUnderKestrel, buildVolantInitramfs, compileKestrel, saidBy } from '../helpers/kestrel.ts';
import { type Workspace, workspace } from '../helpers/process/cli.ts';

/** A machine boots in about three seconds under emulation, and many times slower on a busy computer. */
const TEST_TIMEOUT_MS = 240_000;

const CONFIG = `version = "1"
strategy = "initramfs"
source.busybox_url = "/bin/busybox"
[agent]
source_strategy = "local"
path = "kestrel"
`;

/** The web server of busybox, on a port. */
const httpd = (port: number): string => `#!/bin/sh\nexec /bin/busybox httpd -f -p ${port} -h /srv\n`;

const BUILD = ['build', '--platform', 'linux/amd64'];

let directory: string;
let kestrel: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'fledge-kestrel-'));
  kestrel = await compileKestrel(directory);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

interface Plugin {
  readonly artifact: string;
  readonly manifest: string;
  readonly stderr: string;
}

/** Builds the plugin of a workspace as a user does. */
async function build(place: Workspace): Promise<Plugin> {
  const { status, stderr } = await place.run(BUILD);
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining('error:') });
  return pluginIn(place, stderr);
}

/** Builds it in the runner image, which has the tools for all file systems. */
async function buildInContainer({ plugin }: Workspace): Promise<void> {
  const user = `${process.getuid?.()}:${process.getgid?.()}`;
  await runContainer(await containerEngine(), { options: ['--user', user, '-v', `${plugin}:/work`], args: BUILD });
}

function pluginIn({ plugin }: Workspace, stderr: string): Plugin {
  const manifest = readFileSync(join(plugin, 'manifest.json'), 'utf8');
  const { rootfs, initramfs } = JSON.parse(manifest);
  return { artifact: join(plugin, basename((rootfs ?? initramfs).url)), manifest, stderr };
}

/** An initramfs whose workload is a script at /usr/bin/server. */
function buildInitramfs(server: string, template: string): Promise<Plugin> {
  return build(
    workspace({
      'fledge.toml': `${CONFIG}[mappings]\n"server" = "/usr/bin/server"\n"page" = "/srv/index.html"\n`,
      'manifest.toml': template,
      kestrel: readFileSync(kestrel),
      server,
      page: 'a page\n',
    }),
  );
}

const WORKLOAD = '[workload]\nentrypoint = ["/usr/bin/server"]\n';

describe('an initramfs under the agent of Volant', { timeout: TEST_TIMEOUT_MS }, () => {
  it('a plugin that builds without a warning serves its page and is healthy', async () => {
    const template = `${WORKLOAD}base_url = "http://127.0.0.1:9000"\n[health_check]\nendpoint = "/"\n`;
    const { artifact: initramfs, manifest, stderr } = await buildInitramfs(httpd(9000), template);
    expect(stderr).not.toContain('warning:');
    const text = await bootUnderKestrel({ initramfs, manifest, parameters: ['kestrel.fetch=9000'] });
    expect(saidBy(text, 'root')).toEqual(['initramfs']);
    expect(saidBy(text, 'healthy')).toEqual(['200']);
    expect(saidBy(text, 'api')).toEqual(['up']);
    expect(text).toContain('\na page\n');
    expect(saidBy(text, 'halt')).toEqual(['done']);
  });

  it('a workload without HTTP runs, because the manifest has no health check by default', async () => {
    const server = '#!/bin/sh\necho "lines of $0"\nexec /bin/busybox nc -ll -p 9000 -e /bin/echo not HTTP\n';
    const template = `${WORKLOAD}base_url = "http://127.0.0.1:9000"\n`;
    const { artifact: initramfs, manifest } = await buildInitramfs(server, template);
    expect(JSON.parse(manifest)).not.toHaveProperty('health_check');
    const text = await bootUnderKestrel({ initramfs, manifest, parameters: ['kestrel.fetch=9000'] });
    expect(saidBy(text, 'healthy')).toEqual([]);
    expect(saidBy(text, 'api')).toEqual(['up']);
    expect(text).toContain('\nnot HTTP\n');
  });

  it('a health check of a workload without HTTP stops the machine', async () => {
    const server = '#!/bin/sh\nexec /bin/busybox nc -ll -p 9000 -e /bin/echo not HTTP\n';
    const template = `${WORKLOAD}base_url = "http://127.0.0.1:9000"\n[health_check]\nendpoint = "/"\n`;
    const { artifact: initramfs, manifest } = await buildInitramfs(server, template);
    const text = await bootUnderKestrel({ initramfs, manifest, parameters: ['kestrel.probe_seconds=1'] });
    expect(saidBy(text, 'halt')).toEqual(['the workload is not healthy']);
    expect(saidBy(text, 'api')).toEqual([]);
  });

  it('a workload on port 8080 stops the machine, and the build warns of it', async () => {
    const template = `${WORKLOAD}base_url = "http://127.0.0.1:8080"\n[health_check]\nendpoint = "/"\n`;
    const { artifact: initramfs, manifest, stderr } = await buildInitramfs(httpd(8080), template);
    expect(stderr).toMatch(/warning: .*8080/);
    const text = await bootUnderKestrel({ initramfs, manifest });
    expect(saidBy(text, 'halt')).toEqual(['listen on port 8080: Address already in use']);
  });

  it('the agent drops what the build warns of: blanks around arguments, and empty arguments', async () => {
    const template =
      '[workload]\nentrypoint = ["/usr/bin/server", " a b ", "", "c"]\nbase_url = "http://127.0.0.1:9000"\n';
    const { artifact: initramfs, manifest, stderr } = await buildInitramfs(httpd(9000), template);
    expect(stderr).toMatch(/warning: .*entrypoint/);
    const text = await bootUnderKestrel({ initramfs, manifest, parameters: ['kestrel.fetch=9000'] });
    expect(saidBy(text, 'argument')).toEqual(['[/usr/bin/server]', '[a b]', '[c]']);
  });
});

describe('a root image under the agent of Volant', { timeout: TEST_TIMEOUT_MS }, () => {
  beforeAll(async () => {
    await buildRunnerImage();
  }, RUNNER_IMAGE_TIMEOUT_MS);

  const run = {
    Entrypoint: ['/bin/busybox', 'httpd', '-f', '-p', '80', '-h', '/srv'],
    ExposedPorts: { '80/tcp': {} },
    Env: ['PATH=/bin'],
  };

  /** A plugin whose root image has the web server of busybox. */
  function rootPlugin(...filesystem: readonly string[]): Workspace {
    const agent = ['source_strategy = "local"', 'path = "kestrel"'];
    const place = workspace({
      'fledge.toml': rootfsConfig('oci:layout', { agent, filesystem }),
      'manifest.toml': 'name = "web"\n[health_check]\nendpoint = "/"\n',
      kestrel: readFileSync(kestrel),
    });
    const layout = new TestLayout(join(place.plugin, 'layout'));
    const tar = tarOf([
      { name: 'bin/', type: '5', mode: 0o755 },
      { name: 'bin/busybox', mode: 0o755, data: readFileSync('/bin/busybox') },
      { name: 'srv/index.html', data: 'a page\n' },
      { name: 'usr/local/bin/', type: '5', mode: 0o755 },
    ]);
    layout.write({ '': layout.addImage({ layers: [{ tar }], run }) });
    return place;
  }

  async function expectPage({ artifact, manifest }: Plugin, filesystem: string): Promise<void> {
    const initramfs = await buildVolantInitramfs(kestrel, filesystem);
    const parameters = [`volant.rootfs_fstype=${filesystem}`, 'kestrel.fetch=80'];
    const diskFormat = JSON.parse(manifest).rootfs.format === 'qcow2' ? 'qcow2' : 'raw';
    const text = await bootUnderKestrel({
      initramfs,
      disk: artifact,
      diskFormat,
      manifest,
      parameters,
      memoryMiB: 384,
    });
    expect(saidBy(text, 'root')).toEqual(['disk']);
    expect(saidBy(text, 'healthy')).toEqual(['200']);
    expect(saidBy(text, 'api')).toEqual(['up']);
    expect(text).toContain('\na page\n');
  }

  it('serves its page from ext4', async () => {
    await expectPage(await build(rootPlugin('type = "ext4"', 'size_buffer_mb = 16')), 'ext4');
  });

  it('serves its page from ext4 in a qcow2 image', async () => {
    await expectPage(await build(rootPlugin('format = "qcow2"', 'size_buffer_mb = 16')), 'ext4');
  });

  it.each(['xfs', 'btrfs'])('serves its page from %s', async (filesystem) => {
    const place = rootPlugin(`type = "${filesystem}"`, 'size_buffer_mb = 16');
    await buildInContainer(place);
    await expectPage(pluginIn(place, ''), filesystem);
  });

  it('a squashfs cannot hold the copy of the agent, and the build warns of it', async () => {
    const { artifact, manifest, stderr } = await build(rootPlugin('type = "squashfs"'));
    expect(stderr).toMatch(/warning: .*squashfs/);
    const initramfs = await buildVolantInitramfs(kestrel, 'squashfs');
    const parameters = ['volant.rootfs_fstype=squashfs'];
    const text = await bootUnderKestrel({ initramfs, disk: artifact, manifest, parameters });
    expect(saidBy(text, 'halt')).toEqual(['cannot copy the agent to the root image: Read-only file system']);
  });
});
