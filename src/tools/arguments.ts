import { isAbsolute } from 'node:path';
import { FledgeError } from '../support/errors.ts';

/*
 * External programs give parts of their arguments a special meaning:
 *
 * - all: a word that begins with `-` is an option;
 * - skopeo (containers-transports(5)): `TRANSPORT:` at the beginning is the transport. In docker-archive:, oci: and
 *   oci-archive:, a colon ends the path, and a name or an index (`@N`) follows. containers-storage: accepts
 *   `[DRIVER@ROOT+RUNROOT:OPTIONS]`, whose options name programs, `@ID`, and a shortened id as a name. docker-daemon: reads
 *   `ALGORITHM:HEX` as an id. Every reference can end in `@DIGEST`;
 * - umoci: a colon ends the path of a layout;
 * - e2fsck: a `?` in the path of an image begins options, and `NAME=VALUE` is a label to look up;
 * - GNU tar: `HOST:PATH` is a remote archive; fledge does not use it, because it archives to stdout;
 * - mkfs.xfs: commas and `=` in the directory of `-p` separate options;
 * - unshare and setpriv: the first word that is not an option is the program to run;
 * - docker and podman: commas and quotes in the values of `--mount` and `--output` are CSV; the first word that is not an option is the
 *   image.
 *
 * Therefore no text of a config is passed unchanged. These functions build arguments from parsed parts, and validate the
 * parts again: a refused part is a gap in the checks of the config.
 */

/** A name in a registry, or in a storage with such names; the same as in `parseImageReference`. */
export interface ImageName {
  readonly domain: string;
  readonly repository: string;
  /** Without a digest, a missing tag is `latest`. */
  readonly tag?: string | undefined;
  /** Has priority over a tag. */
  readonly digest?: string | undefined;
}

/** The source of an image for skopeo. An id has 64 hex digits. */
export type SkopeoSource =
  | { readonly transport: 'docker' | 'docker-daemon'; readonly name: ImageName }
  | { readonly transport: 'docker-daemon'; readonly id: string }
  | {
      readonly transport: 'containers-storage';
      readonly name?: ImageName | undefined;
      readonly id?: string | undefined;
    };

/** The destination of a copy by skopeo; fledge chooses it. */
export type SkopeoDestination =
  | { readonly transport: 'dir'; readonly path: string }
  /** The name of a directory in skopeo's working directory, and of the image in it. */
  | { readonly transport: 'oci'; readonly layout: string; readonly image: string };

// The grammar of github.com/distribution/reference; a host can be an IPv6 address in brackets.
const DOMAIN = /^(?:[A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9A-Fa-f:]+\])(?::[0-9]+)?$/;
const REPOSITORY = /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/;
const DIGEST = /^[a-z0-9]+(?:[-_+.][a-z0-9]+)*:[0-9a-f]{32,128}$/;
const ID = /^[0-9a-f]{64}$/;
/** A name that fledge chooses. */
const PLAIN_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/;

/** The argument for a source. @throws FledgeError `internal` for a part that skopeo would parse differently. */
export function skopeoSource(source: SkopeoSource): string {
  switch (source.transport) {
    case 'docker':
      return `docker://${imageName(source.name)}`;
    case 'docker-daemon':
      return `docker-daemon:${'id' in source ? `sha256:${part(source.id, ID)}` : imageName(source.name)}`;
    case 'containers-storage': {
      const { name, id } = source;
      if (name === undefined && id === undefined) throw refused('');
      // A name with domain and tag cannot be parsed as a shortened id.
      return `containers-storage:${name === undefined ? '' : imageName(name)}${id === undefined ? '' : `@${part(id, ID)}`}`;
    }
  }
}

/** The argument for a destination. @throws FledgeError `internal` as `skopeoSource` does. */
export function skopeoDestination(destination: SkopeoDestination): string {
  if (destination.transport === 'dir') return `dir:${operandPath(destination.path)}`;
  return `oci:${part(destination.layout, PLAIN_NAME)}:${part(destination.image, PLAIN_NAME)}`;
}

/** An image in an OCI layout in umoci's working directory. fledge chooses both names. */
export function umociImage(layout: string, image: string): string {
  return `${part(layout, PLAIN_NAME)}:${part(image, PLAIN_NAME)}`;
}

/**
 * A path as an argument of a program that could only parse it as an option: it must be absolute, and so begins with a
 * slash.
 *
 * @throws FledgeError `internal` for a path that is not absolute.
 */
export function operandPath(path: string): string {
  if (!isAbsolute(path) || path.includes('\0')) throw refused(path);
  return path;
}

/** The name of a file in a program's working directory; fledge chooses it. */
export function operandName(name: string): string {
  return part(name, PLAIN_NAME);
}

/**
 * A program that another one executes: an absolute path, or `./` and a name in the working directory, so that the PATH is
 * not searched.
 *
 * @throws FledgeError `internal` for another path.
 */
export function operandProgram(program: string): string {
  return program.startsWith('./') ? `./${operandName(program.slice(2))}` : operandPath(program);
}

/**
 * The name of an image to run with docker or podman, from the user.
 *
 * @throws FledgeError `usage` for an option, or a text that is not a name.
 */
export function engineImage(image: string): string {
  if (/^[A-Za-z0-9[][^\s\p{Cc}]*$/u.test(image)) return image;
  throw new FledgeError('usage', `${JSON.stringify(image)} is not a valid name of a container image`, {
    fix: 'use a name that docker accepts, such as ghcr.io/owner/name:tag',
  });
}

/** Fields of a value that docker and podman parse as CSV. */
export function csvFields(fields: readonly string[]): string {
  return fields.map((field) => (/[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}

/** The name of an image of a registry with its digest, for a FROM. @throws FledgeError `internal` as `skopeoSource` does. */
export function pinnedImage({ domain, repository }: ImageName, digest: string): string {
  return imageName({ domain, repository, digest });
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
