/**
 * Makes the images that tests share (node_modules/.cache/fledge), so that tests need not wait for them:
 *
 *   node scripts/prepare-test-images.ts
 *
 * Takes some minutes the first time and no time after that. Tests make a missing image themselves.
 */
import { fileURLToPath } from 'node:url';
import { cachedImage, debianImage } from '../test/helpers/image/debian-image.ts';
import { buildRunnerImage } from '../test/helpers/image/runner-image.ts';

// One after the other: the tests that run meanwhile need the other processor. The image that tests need first is first.
await buildRunnerImage();
await cachedImage(fileURLToPath(new URL('../examples/nginx/image.sh', import.meta.url)));
await debianImage();
