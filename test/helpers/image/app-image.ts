import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { expectBuild } from '../bad-input.ts';
import { type FledgeOptions, SYSTEM_PATH, type Workspace } from '../process/cli.ts';
import { type TestImage, TestLayout } from './oci-image.ts';
import { publishedDigests, rootfsConfig } from './rootfs-plugin.ts';
import { tarOf } from './tar.ts';

/* An image of an application with two layers, and plugins of it. */

/** What the config of the image says about its program. */
export const RUN = {
  Entrypoint: ['/bin/app', '--serve'],
  Cmd: ['now'],
  Env: ['PATH=/bin:/usr/bin', 'GREETING=hello=world'],
  WorkingDir: '/srv',
  ExposedPorts: { '53/udp': {}, '8443/tcp': {} },
  Labels: { 'org.opencontainers.image.version': '3.2.1' },
};

/** Its layers, unpacked. */
export const TARS = [
  tarOf([
    { name: './', type: '5', mode: 0o755, mtime: 1 },
    { name: 'bin/', type: '5', mode: 0o755, mtime: 2 },
    { name: 'bin/app', mode: 0o755, mtime: 3, data: Buffer.alloc(3_000_000, 'an application ') },
    { name: 'srv/', type: '5', mode: 0o755, mtime: 4 },
    ...Array.from({ length: 300 }, (_, index) => ({ name: `srv/${index}`, mtime: index, data: `${index}` })),
  ]),
  tarOf([
    { name: 'srv/.wh.7', mtime: 5 },
    { name: 'bin/tool', type: '1', linkName: 'bin/app', mtime: 6 },
  ]),
];

/** The image as most tools make it. */
export const GZIP: TestImage = { layers: TARS.map((tar) => ({ tar })), run: RUN };

/** Builds the plugin of an image without a warning. Returns the digest of its file system. */
export async function build(place: Workspace, image: string, options: FledgeOptions = {}): Promise<string | undefined> {
  writeFileSync(join(place.plugin, 'fledge.toml'), rootfsConfig(image));
  const platform = ['--platform', 'linux/amd64', '-o', 'app.img'];
  expect(await expectBuild(place, platform, options)).toEqual([]);
  return publishedDigests(place.plugin)['app.img'];
}

/** Copies an image with skopeo. */
export function skopeo(cwd: string, ...args: readonly string[]): void {
  execFileSync('skopeo', ['copy', '--quiet', ...args], { cwd, env: { PATH: SYSTEM_PATH, HOME: cwd }, stdio: 'pipe' });
}

export interface AppPlace {
  readonly place: Workspace;
  readonly layout: TestLayout;
  readonly digest: string;
}

/** Puts the image into the workspace, as `app` of the directory `layout`. */
export function withAppImage(place: Workspace, image = GZIP): AppPlace {
  const layout = new TestLayout(join(place.plugin, 'layout'));
  const descriptor = layout.addImage(image);
  layout.write({ app: descriptor });
  return { place, layout, digest: descriptor.digest };
}

/** The manifest of the built plugin. */
export function readManifest({ plugin }: Workspace): Record<string, unknown> {
  return JSON.parse(readFileSync(join(plugin, 'manifest.json'), 'utf8')) as Record<string, unknown>;
}
