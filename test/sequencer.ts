import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These need the images of scripts/prepare-test-images.ts, which are built while other tests run. */
const WITH_SHARED_IMAGES = [
  'test/e2e/boot-rootfs.test.ts',
  'test/e2e/kestrel.test.ts',
  'test/e2e/debian-image.test.ts',
  'test/e2e/runner-image.test.ts',
  'test/e2e/action-container.test.ts',
  'test/e2e/build-in-container.test.ts',
];

/** The slowest files, slowest first. Only the order matters, so the list may be a little out of date. */
const LONG = [
  'test/integration/boot-guest.test.ts',
  'test/e2e/reproducible.test.ts',
  'test/integration/ext4-mount.root.test.ts',
  'test/e2e/boot.test.ts',
  'test/integration/ext4.test.ts',
  'test/e2e/check-reproducible.test.ts',
  'test/e2e/action-cache.test.ts',
  'test/e2e/rootfs-squashfs.test.ts',
  'test/e2e/verify-full.test.ts',
  'test/integration/release-scripts.test.ts',
  'test/integration/rootfs-sources.test.ts',
  'test/integration/lock.test.ts',
  'test/integration/image-umoci.test.ts',
  'test/e2e/rootfs-signals.test.ts',
  'test/e2e/signals.test.ts',
  'test/integration/image-fetch.test.ts',
  'test/integration/init.test.ts',
];

const ORDER = new Map([...LONG, ...WITH_SHARED_IMAGES].map((path, index) => [path, index]));

/** Runs long files first, so that two workers end at the same time and none waits for the last long file. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number =>
      ORDER.get(relative(this.ctx.config.root, moduleId)) ?? ORDER.size;
    return (await super.sort(files)).sort((left, right) => place(left) - place(right));
  }
}

/** The files in the lists above. */
export const orderedFiles: readonly string[] = [...ORDER.keys()];
