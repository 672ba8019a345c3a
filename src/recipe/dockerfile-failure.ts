import { dirname } from 'node:path';
import { contextOf } from '../config/images.ts';
import type { DockerfileImage } from '../config/types.ts';
import { FledgeError, shortened } from '../support/errors.ts';
import { freeSpaceOf } from '../support/files/disk-space.ts';
import type { ProgramError } from '../support/process/exec.ts';
import { shellWord } from '../support/text.ts';
import { MEBIBYTE } from '../support/units.ts';
import type { ImageBuilder } from '../tools/image-builder.ts';
import type { BuildJob } from './job.ts';

/** A failed build of a Dockerfile. */
export interface DockerfileFailure {
  /** The last lines that the builder printed. */
  readonly lines: readonly string[];
  readonly builder: string;
  /** The Dockerfile and the context, as in fledge.toml. */
  readonly dockerfile: string;
  readonly context: string;
  /** True if the disk of the builder was full. */
  readonly isDiskFull: boolean;
  /** The directory of TMPDIR, in which the scratch is. */
  readonly temporary: string;
}

/** The number of shown characters of such a line: errors of buildah print whole structures. */
const LINE_LENGTH = 600;
/** A disk with less free space is full for a builder. */
const FULL_BYTES = MEBIBYTE;

/** True if the disk of a directory is full. */
export function isFull(directory: string): boolean {
  const space = freeSpaceOf(directory);
  return space !== undefined && space.free < FULL_BYTES;
}

/** How to correct a failed build: the first cause that the builder's output or the machine shows. */
export function fixOfDockerfile(failure: DockerfileFailure): string {
  const { lines, builder, dockerfile, context, isDiskFull, temporary } = failure;
  const has = (pattern: RegExp): boolean => lines.some((line) => pattern.test(line));
  // buildah reports a full disk in a compressed layer as a closed pipe.
  const isPipeClosed = has(/storing layer .*closed pipe/);
  if (isDiskFull || isPipeClosed || has(/no space left on device|disk quota exceeded/i)) {
    return `free some space in ${temporary}, or set TMPDIR to a directory of a larger disk`;
  }
  if (
    has(/sub[ug]id|newuidmap|newgidmap|insufficient (?:UIDs|GIDs)|Error during unshare|setting supplemental groups/)
  ) {
    const ranges = '--add-subuids 100000-165535 --add-subgids 100000-165535';
    return `give this user subordinate ids (sudo usermod ${ranges} USER), install newuidmap (package uidmap), and allow user namespaces; or build as root`;
  }
  if (has(/exec: no command|\b(?:runc|crun)\b.*not found|could not find .*runtime/i)) {
    return 'install an OCI runtime (package crun or runc), or set BUILDAH_ISOLATION=chroot';
  }
  // The builder reads the context; a program of a RUN prints other words.
  if (
    has(
      /(?:checking on sources|copier|error (?:from sender|reading)|failed to (?:load|read)|\bopen \/).*permission denied/i,
    )
  ) {
    return `make the files of the context readable for this user (chmod -R a+rX ${shellWord(context)}), or list them in .dockerignore`;
  }
  if (has(/operation not permitted/i) && has(/\b(?:mount(?:ing)?|unshare|clone|pivot_root|setns)\b|namespace/i)) {
    return `allow ${builder} to mount and to create namespaces, or set BUILDAH_ISOLATION=chroot and STORAGE_DRIVER=vfs`;
  }
  if (has(/dial tcp|no such host|i\/o timeout|TLS handshake|connection refused/i)) {
    return `check the network connection and the proxy of this machine, and ${dockerfile}`;
  }
  return `correct ${dockerfile}; a verbose build prints all output of ${builder}`;
}

/** The error for a failed builder, with its last lines and the line of fledge.toml. */
export async function buildFailure(
  error: ProgramError,
  { builder, lines, source, isDiskFull }: FailedBuild,
  { errorAt, scratchDirectory }: BuildJob,
): Promise<FledgeError> {
  const how = error.exitStatus === undefined ? 'was killed' : `ended with status ${error.exitStatus}`;
  const output =
    lines.length === 0
      ? ''
      : `; its last lines:\n${lines.map((line) => `  ${shortened(line, LINE_LENGTH)}`).join('\n')}`;
  const message = `cannot build ${source.text}: ${builder.name} ${how}${output}`;
  const located = await errorAt([{ path: ['source', 'dockerfile'], message }]);
  return new FledgeError('tool', located.message, {
    cause: error,
    problems: located.problems,
    fix: fixOfDockerfile({
      lines: lines.length === 0 ? [error.message] : lines,
      builder: builder.name,
      dockerfile: source.text,
      context: contextOf(source),
      isDiskFull,
      temporary: dirname(scratchDirectory),
    }),
  });
}

export interface FailedBuild {
  readonly builder: ImageBuilder;
  /** The last lines of its output. */
  readonly lines: readonly string[];
  readonly source: DockerfileImage;
  readonly isDiskFull: boolean;
}
