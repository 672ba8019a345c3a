import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { expectBuild } from './bad-input.ts';
import { fakeElf } from './elf.ts';
import { type GithubServer, startGithub } from './github/github.ts';
import { allowPlainHttp } from './image/docker-registry.ts';
import { TestLayout } from './image/oci-image.ts';
import { skopeo, startWatchedRegistry, type WatchedRegistry } from './image/registry.ts';
import { publishedDigests, rootfsConfig } from './image/rootfs-plugin.ts';
import { tarOf } from './image/tar.ts';
import { type Responder, serveHttp } from './net/http-server.ts';
import { SYSTEM_PATH, type Workspace } from './process/cli.ts';

/* A plugin whose sources move: an image by its tag in a real registry, and releases as on GitHub. */

const PLATFORMS = ['linux/amd64', 'linux/arm64'] as const;
export type Platform = (typeof PLATFORMS)[number];

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** An agent for a platform, which has this text. */
export function agentOf(platform: Platform, text: string): Buffer {
  return fakeElf({ machine: platform === 'linux/amd64' ? 62 : 183, payload: Buffer.from(text) });
}

/** A plugin, and the servers of what it leaves open. */
export interface World {
  readonly place: Workspace;
  readonly registry: WatchedRegistry;
  readonly github: GithubServer;
  /** The image as named in fledge.toml. */
  readonly image: string;
  /** Moves the tag to another image and adds a newer release; returns the digest of the image's index. */
  move(version: string): Promise<string>;
}

/** Makes the workspace a plugin of an image for both platforms, with the latest agent. */
export async function world(place: Workspace): Promise<World> {
  const registry = await startWatchedRegistry();
  const github = await startGithub({ repository: 'volantvm/volant' });
  onTestFinished(() => github[Symbol.asyncDispose]());
  allowPlainHttp(place.home, registry.address);
  const image = `${registry.address}/group/app:stable`;
  const agent = ['source_strategy = "release"', 'version = "latest"'];
  writeFileSync(join(place.plugin, 'fledge.toml'), rootfsConfig(image, { agent }));
  const layout = new TestLayout(join(place.root, 'layout'));
  return {
    place,
    registry,
    github,
    image,
    async move(version) {
      const manifests = PLATFORMS.map((platform) => {
        const architecture = platform.slice('linux/'.length);
        const tar = tarOf([{ name: 'version', mtime: 1, data: `${version} for ${platform}` }]);
        const made = layout.addImage({
          layers: [{ tar }],
          architecture,
          run: { Entrypoint: ['/bin/kestrel'], ExposedPorts: { '80/tcp': {} } },
        });
        return { ...made, platform: { os: 'linux', architecture } };
      });
      const index = layout.addIndex(manifests);
      layout.write({ app: index });
      const options = ['--all', '--preserve-digests', '--dest-tls-verify=false'];
      const from = `oci:${layout.directory}:app`;
      await skopeo(['copy', '--quiet', ...options, from, `docker://${image}`], { PATH: SYSTEM_PATH, HOME: place.home });
      const release = github.addRelease({ tag: `v${version}` });
      github.addAsset(release, { name: 'kestrel', content: agentOf('linux/amd64', version) });
      github.addAsset(release, { name: 'kestrel-arm64', content: agentOf('linux/arm64', version) });
      return index.digest;
    },
  };
}

/** The environment in which fledge asks this GitHub. */
export function envOf({ github }: Pick<World, 'github'>, more: Readonly<Record<string, string>> = {}) {
  return { FLEDGE_GITHUB_API_URL: github.origin, ...more };
}

/** The digests of all files that a build writes for a platform. */
export async function buildFor(
  platform: Platform,
  place: Workspace,
  env: Readonly<Record<string, string>>,
  ...args: string[]
) {
  const files = ['-o', 'app.img', '--url-base', '/plugins'];
  expect(await expectBuild(place, ['--platform', platform, ...files, ...args], { env })).toEqual([]);
  return publishedDigests(place.plugin);
}

/** Runs `fledge lock` without a warning; returns its result. */
export async function lock(
  place: Workspace,
  env: Readonly<Record<string, string>>,
  ...args: string[]
): Promise<string> {
  const { stdout, stderr, status: code } = await place.run(['lock', '--without-steps', ...args], { env });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

export function lockFile({ plugin }: Workspace): string {
  return readFileSync(join(plugin, 'fledge.lock'), 'utf8');
}

/** Serves these paths until the end of the test. */
export async function serve(routes: Readonly<Record<string, Responder>>) {
  const server = await serveHttp(routes);
  onTestFinished(() => server[Symbol.asyncDispose]());
  return server;
}

/** The files of an initramfs whose busybox and agent are downloaded from URLs without a checksum. */
export function downloadedPlugin(origin: string): Readonly<Record<string, string>> {
  return {
    'fledge.toml': `version = "1"
strategy = "initramfs"
source.busybox_url = "${origin}/busybox"
agent.source_strategy = "http"
agent.url = "${origin}/kestrel"
`,
    'manifest.toml': 'workload.base_url = "http://127.0.0.1:90"\n',
  };
}
