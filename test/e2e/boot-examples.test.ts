import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type BootedHere, bootHere } from '../helpers/boot/boot-here.ts';
import { cachedImage, type DebianImage, debianImage } from '../helpers/image/debian-image.ts';
import { workspace } from '../helpers/process/cli.ts';
import { testDirectory } from '../helpers/scratch.ts';

/** A machine boots in about five seconds under emulation, and many times slower on a busy computer. */
const TEST_TIMEOUT_MS = 240_000;

/** For the first build of the images from packages. */
const IMAGES_TIMEOUT_MS = 1_200_000;

const examples = fileURLToPath(new URL('../../examples', import.meta.url));

describe('the boot of an example', { timeout: TEST_TIMEOUT_MS }, () => {
  let smallImage: DebianImage;
  let largeImage: DebianImage;

  beforeAll(async () => {
    [smallImage, largeImage] = await Promise.all([cachedImage(join(examples, 'nginx/image.sh')), debianImage()]);
  }, IMAGES_TIMEOUT_MS);

  it('the web server in C serves its page from an initramfs', async () => {
    const plugin = copyExample('http-server');
    execFileSync(join(plugin, 'build.sh'), { stdio: 'pipe' });
    const { artifact, manifest } = await fledgeBuild(plugin, 'plugin.cpio.gz');
    expect(manifest).toMatchObject({ name: 'http-server', version: '1.0.0', resources: { memory_mb: 256 } });
    const { page, booted } = await fetchPage(artifact);
    expect(page).toBe(readFileSync(join(plugin, 'public/index.html'), 'utf8'));
    expect(booted.result.stages.map(({ name }) => name)).toEqual(['kernel', 'init', 'agent', 'workload', 'answer']);
  });

  it('nginx serves the mapped page from a root image, which does not change', async () => {
    const plugin = copyNginx(smallImage);
    const { artifact, manifest } = await fledgeBuild(plugin, 'nginx.img');
    expect(manifest).toMatchObject({
      name: 'nginx',
      version: '1.0.0',
      image: 'oci:build/nginx:latest',
      labels: { 'volant.rootfs_fstype': 'ext4' },
      workload: { base_url: 'http://127.0.0.1:80', entrypoint: ['nginx', '-g', 'daemon off;'] },
    });
    const { page, server } = await fetchPage(artifact);
    expect(server).toMatch(/^nginx\//);
    expect(page).toBe(readFileSync(join(plugin, 'public/index.html'), 'utf8'));
    // The machine wrote to its own disk, not to the artifact.
    const digest = createHash('sha256').update(readFileSync(artifact)).digest('hex');
    expect(manifest).toMatchObject({ rootfs: { checksum: `sha256:${digest}` } });
  });

  it('a large image of several layers serves the page of nginx and has the database of PostgreSQL', async () => {
    const plugin = copyNginx(largeImage);
    // The command `nginx` of the image, found through its PATH.
    writeFileSync(join(plugin, 'start.sh'), START_SCRIPT);
    const config = join(plugin, 'fledge.toml');
    const toml = readFileSync(config, 'utf8');
    expect(toml).toContain(MAPPING);
    writeFileSync(config, toml.replace(MAPPING, '"start.sh" = "/usr/local/sbin/nginx"\n'));
    const { artifact } = await fledgeBuild(plugin, 'nginx.img');
    const { page, booted } = await fetchPage(artifact);
    expect(page).toContain('<title>Welcome to nginx!</title>');
    expect(booted.text).toMatch(/^postgres \(PostgreSQL\) \d+/m);
    expect(booted.text).toContain('the answer is "42"');
    expect(booted.text).toMatch(/^\/usr\/bin\/ping cap_net_raw=ep$/m);
    expect(booted.text).toMatch(/^manual pages: none$/m);
  });
});

const MAPPING = '"public" = "/var/www/html"\n';

/** The server must own its files and must not run as root, so it answers only if the owners in the image are right. */
const START_SCRIPT = `#!/bin/sh
program=$(echo /usr/lib/postgresql/*/bin/postgres)
data=$(echo /var/lib/postgresql/*/main)
configuration=$(echo /etc/postgresql/*/main/postgresql.conf)
"$program" --version
echo 'select 6 * 7 as "the answer is"' | runuser -u postgres -- "$program" --single -D "$data" \\
  -c config_file="$configuration" -c dynamic_shared_memory_type=mmap postgres | sed -n 's/.*the answer is = /the answer is /p'
getcap /usr/bin/ping
[ -e /usr/share/man ] || echo 'manual pages: none'
exec /usr/sbin/nginx "$@"
`;

/** The page that a machine serves at / of its port, after a boot until it answers. */
async function fetchPage(artifact: string): Promise<{ page: string; server: string | null; booted: BootedHere }> {
  let page = '';
  let server: string | null = null;
  const booted = await bootHere(artifact, {
    http: '/',
    onReached: async ({ forwards: [forward] }) => {
      const response = await fetch(`http://127.0.0.1:${forward?.hostPort}/`);
      server = response.headers.get('server');
      page = await response.text();
    },
  });
  expect(booted.result, booted.text.slice(-4000)).toMatchObject({ ok: true });
  return { page, server, booted };
}

/** A copy of an example without what was built. */
function copyExample(name: string): string {
  const plugin = join(testDirectory(), name);
  const isMade = /^(?:build|.*\.(?:img|squashfs)|.*\.cpio\.gz|manifest\.json|SHA256SUMS|provenance\.json)$/;
  cpSync(join(examples, name), plugin, { recursive: true, filter: (source) => !isMade.test(basename(source)) });
  return plugin;
}

/** Copies the example as it is after build.sh, with this image instead of its own. */
function copyNginx({ layout }: DebianImage): string {
  const plugin = copyExample('nginx');
  mkdirSync(join(plugin, 'build'));
  symlinkSync(layout, join(plugin, 'build/nginx'));
  execFileSync(join(plugin, 'build.sh'), { stdio: 'pipe' });
  return plugin;
}

/** Builds as a user does. Except for the image, which is a link to that of all tests, there is no warning. */
async function fledgeBuild(config: string, name: string): Promise<{ artifact: string; manifest: unknown }> {
  const place = workspace();
  const built = await place.run(['build', '--json', '--config', config, '--platform', 'linux/amd64']);
  expect(built).toMatchObject({ status: 0 });
  const { warnings } = JSON.parse(built.stdout) as { warnings: { code: string }[] };
  expect(warnings.filter(({ code }) => code !== 'link')).toEqual([]);
  const manifest: unknown = JSON.parse(readFileSync(join(place.plugin, 'manifest.json'), 'utf8'));
  return { artifact: join(place.plugin, name), manifest };
}
