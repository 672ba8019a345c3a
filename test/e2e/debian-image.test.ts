import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectBuild } from '../helpers/bad-input.ts';
import { expectCleanFsck } from '../helpers/filesystem/ext4-image.ts';
import { listImage } from '../helpers/filesystem/mounted-image.ts';
import { type DebianImage, debianImage } from '../helpers/image/debian-image.ts';
import { allowPlainHttp, startRegistry } from '../helpers/image/docker-registry.ts';
import { layerMediaType, type TestDescriptor, TestLayout } from '../helpers/image/oci-image.ts';
import { publishedDigests, rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { unpackWithUmoci } from '../helpers/image/umoci.ts';
import { agreed } from '../helpers/image/umoci-rules.ts';
import { tlsIdentity } from '../helpers/net/tls.ts';
import { type Workspace, workspace } from '../helpers/process/cli.ts';

/** Most of this is for the first build of the image. */
const TIMEOUT_MS = 600_000;
const LOGIN = { user: 'somebody', password: 'se:cret' };

/** The digest of the file system of an image, and that of its manifest. */
interface BuildResult {
  readonly filesystem: string | undefined;
  readonly manifest: string;
}

async function build(
  place: Workspace,
  image: string,
  env: Readonly<Record<string, string>> = {},
): Promise<BuildResult> {
  writeFileSync(join(place.plugin, 'fledge.toml'), rootfsConfig(image));
  const args = ['--platform', 'linux/amd64', '-o', 'debian.img'];
  expect(await expectBuild(place, args, { env, timeoutMs: TIMEOUT_MS })).toEqual([]);
  return resultOf(place);
}

function resultOf(place: Workspace): BuildResult {
  const { image_digest: manifest } = JSON.parse(readFileSync(join(place.plugin, 'manifest.json'), 'utf8')) as {
    image_digest: string;
  };
  return { filesystem: publishedDigests(place.plugin)['debian.img'], manifest };
}

/** An image of a layout, named as for skopeo, and the digest of its manifest. */
interface Source {
  readonly text: string;
  readonly digest: string;
}

/** The same image with zstd-compressed layers, in a layout of its own. */
function copyWithZstd({ layout, tag }: DebianImage, directory: string): Source {
  const original = new TestLayout(layout);
  const { digest, mediaType } = manifestOf(layout);
  const manifest = original.manifest(digest);
  const copy = new TestLayout(directory);
  copy.addBlob(readFileSync(original.blobPath(manifest.config.digest)));
  const layers = manifest.layers.map((layer) => {
    const script = 'set -o pipefail; zcat -- "$1" | zstd -q -1 -c';
    const blob = execFileSync('bash', ['-c', script, 'bash', original.blobPath(layer.digest)], { maxBuffer: 2 ** 30 });
    return { mediaType: layerMediaType('zstd'), ...copy.addBlob(blob) };
  });
  const image = copy.addJson(mediaType, { ...manifest, layers });
  copy.write({ [tag]: image });
  return { text: `oci:${directory}:${tag}`, digest: image.digest };
}

/** The only image of a layout. */
function manifestOf(layout: string): TestDescriptor {
  const index = JSON.parse(readFileSync(join(layout, 'index.json'), 'utf8')) as { manifests: [TestDescriptor] };
  return index.manifests[0];
}

describe('the image of nginx and PostgreSQL from the packages of Debian', () => {
  let debian: DebianImage;
  let gzip: Source;
  let zstd: Source;
  let local: string | undefined;
  const scratch = mkdtempSync(join(tmpdir(), 'fledge test-'));

  beforeAll(async () => {
    debian = await debianImage();
    gzip = { text: `oci:${debian.layout}:${debian.tag}`, digest: manifestOf(debian.layout).digest };
    zstd = copyWithZstd(debian, join(scratch, 'zstd'));
  }, TIMEOUT_MS);
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  it('the image of nginx and PostgreSQL equals what umoci unpacks, as seen by --verify full and the kernel', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const place = workspace({ 'fledge.toml': rootfsConfig(gzip.text) });
    const start = Math.floor(Date.now() / 1000);
    const args = ['build', '--platform', 'linux/amd64', '-o', 'debian.img', '--verify', 'full'];
    const { status, stderr } = await place.run(args, { timeoutMs: TIMEOUT_MS });
    expect({ status, stderr }).toEqual({
      status: 0,
      stderr: expect.stringMatching(/^ {2}umoci unpacks the same \d{5} entries/m),
    });
    const built = resultOf(place);
    expect(built.manifest).toBe(gzip.digest);
    local = built.filesystem;
    const image = join(place.plugin, 'debian.img');
    expectCleanFsck(image);
    const theirs = unpackWithUmoci(debian.layout, debian.tag, join(place.root, 'umoci'));
    const known = new Set(theirs.map(({ path }) => path));
    const found = listImage(image);
    const judged = agreed({ ours: found.filter(({ path }) => known.has(path)), theirs }, start);
    expect(judged.ours).toEqual(judged.theirs);
    expect(theirs.length).toBeGreaterThan(15_000);
    expect(found.filter(({ path }) => !known.has(path)).map(({ path }) => path)).toEqual([
      'etc/fsify-entrypoint',
      'lost+found',
    ]);
  });

  // Pairwise: each value of a column meets each value of the others, except that images are named by digest with a
  // login.
  it.each([
    { tls: false, login: false, compression: 'gzip', by: 'tag' },
    { tls: false, login: true, compression: 'zstd', by: 'digest' },
    { tls: true, login: false, compression: 'zstd', by: 'tag' },
    { tls: true, login: true, compression: 'gzip', by: 'digest' },
  ] as const)(
    'gives the same image from a registry (TLS $tls, login $login, $compression by $by)',
    { timeout: TIMEOUT_MS },
    async ({ tls, login, compression, by }) => {
      const place = workspace();
      local ??= (await build(place, gzip.text)).filesystem;
      const identity = tls ? tlsIdentity() : undefined;
      const registry = await startRegistry({
        ...(identity !== undefined && { tls: identity }),
        ...(login && { login: LOGIN }),
      });
      if (!tls) allowPlainHttp(place.home, registry.host);
      const auth = Buffer.from(`${LOGIN.user}:${LOGIN.password}`).toString('base64');
      const authFile = join(place.root, 'auth.json');
      writeFileSync(authFile, JSON.stringify({ auths: login ? { [registry.host]: { auth } } : {} }));
      const env = {
        REGISTRY_AUTH_FILE: authFile,
        ...(identity !== undefined && { SSL_CERT_FILE: identity.certFile }),
      };

      const source = { gzip, zstd }[compression];
      await registry.push(source.text, 'team/debian:13');
      const name = `docker://${registry.host}/team/debian`;
      const image = by === 'tag' ? `${name}:13` : `${name}@${source.digest}`;
      expect(await build(place, image, env)).toEqual({ filesystem: local, manifest: source.digest });
    },
  );
});
