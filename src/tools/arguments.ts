import { isAbsolute } from 'node:path';
import { FledgeError } from '../support/errors.ts';

/*
 * What outside programs read out of their arguments, beside the path or name that is meant:
 *
 * - all: a word that begins with `-` is an option;
 * - skopeo (containers-transports(5)): `TRANSPORT:` at the beginning. docker-archive:, oci: and oci-archive: take a colon in a
 *   path for its end, and what follows for a name or, as `@N`, an index; containers-storage: takes
 *   `[DRIVER@ROOT+RUNROOT:OPTIONS]`, whose options name programs, `@ID`, and a shortened id for a name; docker-daemon: takes
 *   `ALGORITHM:HEX` for an id, and every reference may end in `@DIGEST`;
 * - umoci: a colon in the path of a layout for its end;
 * - e2fsck: a `?` in the path of an image for the beginning of options, and `NAME=VALUE` for a label to look up;
 * - GNU tar: `HOST:PATH` as the name of an archive, which ours never has: it goes to stdout;
 * - mkfs.xfs: commas and `=` in the directory of `-p`;
 * - unshare: the first word that is no option is the program that it becomes;
 * - docker and podman: commas and quotes in the value of `--mount` (CSV); the first word that is no option is the image.
 *
 * So nothing that a config says is passed on as it stands. The functions here put arguments together from parts that
 * were parsed, and check the parts once more: what they refuse has escaped the checks of the config.
 */

/** A name in a registry, or in a storage that uses such names; as `parseImageReference` has it. */
export interface ImageName {
  readonly domain: string;
  readonly repository: string;
  /** Without a digest, a missing tag is `latest`. */
  readonly tag?: string | undefined;
  /** Counts more than a tag. */
  readonly digest?: string | undefined;
}

/** An image as skopeo is to find it. An id has 64 hex digits. */
export type SkopeoSource =
  | { readonly transport: 'docker' | 'docker-daemon'; readonly name: ImageName }
  | { readonly transport: 'docker-daemon'; readonly id: string }
  | {
      readonly transport: 'containers-storage';
      readonly name?: ImageName | undefined;
      readonly id?: string | undefined;
    };

/** Where skopeo is to copy an image; both are ours. */
export type SkopeoDestination =
  | { readonly transport: 'dir'; readonly path: string }
  /** The name of a directory in the one where skopeo runs, and of the image in it. */
  | { readonly transport: 'oci'; readonly layout: string; readonly image: string };

// The grammar of github.com/distribution/reference; a host may be an IPv6 address in brackets.
const DOMAIN = /^(?:[A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9A-Fa-f:]+\])(?::[0-9]+)?$/;
const REPOSITORY = /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^[a-z0-9]+(?:[-_+.][a-z0-9]+)*:[0-9a-f]{32,128}$/;
const ID = /^[0-9a-f]{64}$/;
/** A name that is ours. */
const PLAIN_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;

/** @throws FledgeError `internal` for a part that would be read as something else. */
export function skopeoSource(source: SkopeoSource): string {
  switch (source.transport) {
    case 'docker':
      return `docker://${imageName(source.name)}`;
    case 'docker-daemon':
      return `docker-daemon:${'id' in source ? `sha256:${part(source.id, ID)}` : imageName(source.name)}`;
    case 'containers-storage': {
      const { name, id } = source;
      if (name === undefined && id === undefined) throw refused('');
      // With its domain and its tag a name is never taken for a shortened id.
      return `containers-storage:${name === undefined ? '' : imageName(name)}${id === undefined ? '' : `@${part(id, ID)}`}`;
    }
  }
}

/** @throws FledgeError `internal` as `skopeoSource` does. */
export function skopeoDestination(destination: SkopeoDestination): string {
  if (destination.transport === 'dir') return `dir:${operandPath(destination.path)}`;
  return `oci:${part(destination.layout, PLAIN_NAME)}:${part(destination.image, PLAIN_NAME)}`;
}

/** An image in an OCI layout of the directory where umoci runs. Both names are ours. */
export function umociImage(layout: string, image: string): string {
  return `${part(layout, PLAIN_NAME)}:${part(image, PLAIN_NAME)}`;
}

/**
 * A path as an argument of a program that reads nothing out of it but an option: absolute, so that it begins with a slash.
 *
 * @throws FledgeError `internal` for another one.
 */
export function operandPath(path: string): string {
  if (!isAbsolute(path) || path.includes('\0')) throw refused(path);
  return path;
}

/** The name of a file in the directory where a program runs; ours. */
export function operandName(name: string): string {
  return part(name, PLAIN_NAME);
}

/**
 * A program that another one becomes: absolute, or a name of ours in the directory where it runs, with `./` before it, so that
 * the PATH is not searched.
 *
 * @throws FledgeError `internal` for another one.
 */
export function operandProgram(program: string): string {
  return program.startsWith('./') ? `./${operandName(program.slice(2))}` : operandPath(program);
}

/**
 * An image that docker or podman is to run, which somebody has named.
 *
 * @throws FledgeError `usage` for what is an option to them, or no name.
 */
export function engineImage(image: string): string {
  if (/^[A-Za-z0-9[][^\s\p{Cc}]*$/u.test(image)) return image;
  throw new FledgeError('usage', `${JSON.stringify(image)} is not the name of an image to build in`, {
    fix: 'name one as docker takes it, such as ghcr.io/owner/name:tag',
  });
}

function imageName({ domain, repository, tag, digest }: ImageName): string {
  const name = `${part(domain, DOMAIN)}/${part(repository, REPOSITORY)}`;
  return digest === undefined ? `${name}:${part(tag ?? 'latest', TAG)}` : `${name}@${part(digest, DIGEST)}`;
}

function part(text: string, pattern: RegExp): string {
  if (!pattern.test(text)) throw refused(text);
  return text;
}

function refused(text: string): FledgeError {
  return new FledgeError('internal', `${JSON.stringify(text)} cannot be an argument of another program`);
}
