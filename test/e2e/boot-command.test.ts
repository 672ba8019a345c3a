import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BootSummary } from '../../src/boot/boot-result.ts';
import { documentSchema } from '../../src/cli/json/documents.ts';
import { findKernel } from '../helpers/boot/kernels.ts';
import { mountTmpfs } from '../helpers/filesystem/small-disk.ts';
import { judgeDocuments } from '../helpers/json-schema.ts';
import { compileKestrel } from '../helpers/kestrel.ts';
import { type Workspace, workspace } from '../helpers/process/cli.ts';

/*
 * `fledge boot` with the stand-in for Volant's agent, in QEMU. The plugin is a web server on port 80 with a health check.
 */

/** A machine boots in about four seconds under emulation, and many times slower on a busy computer. */
const BOOT_TIMEOUT_MS = 240_000;

const CONFIG = `version = "1"
strategy = "initramfs"
source.busybox_url = "/bin/busybox"
[agent]
source_strategy = "local"
path = "kestrel"
[mappings]
"server" = "/usr/bin/server"
"page" = "/srv/index.html"
`;

const TEMPLATE = `[workload]
entrypoint = ["/usr/bin/server"]
base_url = "http://127.0.0.1:80"
[health_check]
endpoint = "/"
`;

const SERVER = '#!/bin/sh\necho the server starts\nexec /bin/busybox httpd -f -p 80 -h /srv\n';

let directory: string;
let kernel: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'fledge-boot-'));
  kernel = await findKernel();
  await compileKestrel(directory);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The plugin of a web server. */
function webServer(server = SERVER): Workspace {
  return workspace({
    'fledge.toml': CONFIG,
    'manifest.toml': TEMPLATE,
    kestrel: readFileSync(join(directory, 'kestrel')),
    server,
    page: 'a page\n',
  });
}

async function boot(
  place: Workspace,
  ...options: readonly string[]
): Promise<{ readonly status: number | null; readonly summary: BootSummary }> {
  const args = ['boot', '--kernel', kernel, '--json', ...options];
  const { status, stdout, stderr } = await place.run(args, { timeoutMs: BOOT_TIMEOUT_MS });
  expect(stdout, stderr).toMatch(/^\{/);
  return { status, summary: JSON.parse(stdout) };
}

describe('fledge boot', { timeout: BOOT_TIMEOUT_MS }, () => {
  it('builds a plugin and boots it until its health check is answered', async () => {
    const place = webServer();
    const { status, summary } = await boot(place);
    expect(summary).toMatchObject({ ok: true, vmm: { name: 'qemu' }, goal: 'GET / on port 80 is answered with 2xx' });
    expect(status).toBe(0);
    expect(judgeDocuments([{ schema: documentSchema('boot', { strict: true }), document: summary }])).toEqual([[]]);
    const [{ stages = [], ms = 0 } = {}] = summary.boots;
    expect(stages.map(({ name }) => name)).toEqual(['kernel', 'init', 'agent', 'workload', 'answer']);
    expect(stages.at(-1)?.ms).toBe(ms);
    expect(summary.commandLineBytes).toBeGreaterThan(200);
    // The machine is over, and so are its files.
    expect(readdirSync(place.temporary)).toEqual([]);
  });

  it('names the full disk of this machine, and leaves nothing', async () => {
    // The image is large enough for what its workload writes, and the directory of temporary files is not.
    const place = workspace({ 'plugin/bin/busybox': readFileSync('/bin/busybox') });
    const image = join(place.plugin, 'artifact.img');
    const env = { PATH: '/usr/sbin:/sbin:/usr/bin:/bin' };
    execFileSync('mkfs.ext4', ['-q', '-F', '-d', join(place.plugin, 'plugin'), image, '64M'], { env });
    const script = 'for _ in $(seq 14); do cat /bin/busybox; done >/file; sync; exit 1';
    const write = ['/bin/busybox', 'sh', '-c', script];
    const manifest = { name: 'full', rootfs: { url: 'artifact.img' }, workload: { entrypoint: write } };
    writeFileSync(join(place.plugin, 'manifest.json'), JSON.stringify(manifest));
    mountTmpfs(place.temporary, '12m');
    const { status, summary } = await boot(place, '.', '--settle', '60', '--append', 'quiet');
    expect(summary).toMatchObject({ ok: false, diagnosis: { code: 'disk-full' } });
    expect(summary.diagnosis?.fix).toContain('TMPDIR');
    expect(status).toBe(1);
    expect(readdirSync(place.temporary)).toEqual([]);
  });
});
