import { VERSION } from '../support/version.ts';

/** The image that runner-image/Dockerfile makes, of this version: `latest` may have another. */
export const RUNNER_IMAGE = `ghcr.io/volantvm/fledge:${VERSION}`;

/** How to build where this machine lacks something. */
export const USE_CONTAINER = `build in the container, which has all it takes: docker run --rm --user "$(id -u):$(id -g)" -v "$PWD:/work" ${RUNNER_IMAGE} build`;

/** The fix of an error on a machine that lacks something: the container, after another way that ends with `, or `. */
export function fixByContainer(instead = ''): { readonly fix: string; readonly isFixedByContainer: true } {
  return { fix: `${instead}${USE_CONTAINER}`, isFixedByContainer: true };
}
