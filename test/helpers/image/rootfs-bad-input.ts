import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { linesOf, pluginWorkspace, type Refusal } from '../bad-input.ts';
import type { Workspace } from '../process/cli.ts';
import { type TestImage, TestLayout } from './oci-image.ts';
import { type RootfsConfig, rootfsConfig } from './rootfs-plugin.ts';
import { type TarMember, tarOf } from './tar.ts';

export const ARGS: readonly string[] = ['build', '--without-steps', '--platform', 'linux/amd64', '-o', 'app.img'];

/** Warning of every build of an image without a command. */
export const NO_ENTRYPOINT =
  'warning: the image has no Entrypoint and no Cmd; the workload is /bin/sh: set [workload] entrypoint in manifest.toml';

/** A workspace for an image with the outputs of an earlier build. */
export function place(image: string, config: RootfsConfig = {}): Workspace {
  return pluginWorkspace(rootfsConfig(image, config), { 'app.img': 'an older image' });
}

export interface LayoutPlace {
  readonly at: Workspace;
  readonly layout: TestLayout;
  /** The digest of the image's manifest. */
  readonly digest: string;
}

/** A workspace with an OCI layout of one image. */
export function layoutPlace(image: TestImage, config: RootfsConfig = {}): LayoutPlace {
  const at = place('oci:layout', config);
  const layout = new TestLayout(join(at.plugin, 'layout'));
  const descriptor = layout.addImage(image);
  layout.write({ '': descriptor });
  return { at, layout, digest: descriptor.digest };
}

/** An image of one layer. */
export function imageOf(...members: readonly TarMember[]): TestImage {
  return { layers: [{ tar: tarOf(members) }] };
}

/**
 * Expects fledge to end with status 1 and these lines. The build must leave nothing except blobs in the cache, which
 * are complete and usable for the next build.
 */
export async function expectFailure(at: Workspace, refusal: Omit<Refusal, 'status'>): Promise<void> {
  mkdirSync(join(at.cache, 'blobs/sha256'), { recursive: true });
  const before = at.snapshot();
  const { args = ARGS, stderr, hide, ...options } = refusal;
  const result = await at.run(args, options);
  const shown = hide === undefined ? result.stderr : result.stderr.replace(hide, 'N');
  expect({ ...result, stderr: linesOf(at, shown) }).toEqual({ status: 1, signal: null, stdout: '', stderr });
  expect(withoutCachedBlobs(at.snapshot())).toEqual(before);
}

/** A snapshot without what a build may add to its cache: complete blobs, which the next build can use, and their origins. */
export function withoutCachedBlobs(snapshot: readonly string[]): string[] {
  return snapshot.filter((line) => !/^cache\/(?:blobs\/sha256\/[0-9a-f]{64}|origins\.jsonl) /.test(line));
}

/** Incompressible bytes, always the same (Park and Miller's generator). */
export function noise(length: number): Buffer {
  const buffer = Buffer.alloc(length);
  let state = 1;
  for (let index = 0; index < length; index += 1) {
    state = (state * 48_271) % 0x7fff_ffff;
    buffer[index] = state >> 7;
  }
  return buffer;
}
