import { freeSpaceOf } from '../support/files/disk-space.ts';
import { shellWord } from '../support/text.ts';
import { MEBIBYTE } from '../support/units.ts';

/** A failed build of a Dockerfile. */
export interface DockerfileFailure {
  /** The last lines that the builder printed. */
  readonly lines: readonly string[];
  readonly builder: string;
  /** The Dockerfile and the context, as in fledge.toml. */
  readonly dockerfile: string;
  readonly context: string;
  /** The directory that the builder writes to. */
  readonly scratch: string;
  /** The directory of TMPDIR, in which the scratch is. */
  readonly temporary: string;
}

/** A disk with less free space is full for a builder. */
const FULL_BYTES = MEBIBYTE;

/** How to correct a failed build: the first cause that the builder's output or the machine shows. */
export function fixOfDockerfile(failure: DockerfileFailure): string {
  const { lines, builder, dockerfile, context, scratch, temporary } = failure;
  const has = (pattern: RegExp): boolean => lines.some((line) => pattern.test(line));
  const space = freeSpaceOf(scratch);
  if (has(/no space left on device|disk quota exceeded/i) || (space !== undefined && space.free < FULL_BYTES)) {
    return `free some space in ${temporary}, or set TMPDIR to a directory of a larger disk`;
  }
  if (has(/sub[ug]id|newuidmap|newgidmap|insufficient (?:UIDs|GIDs)|Error during unshare/)) {
    const ranges = '--add-subuids 100000-165535 --add-subgids 100000-165535';
    return `give this user subordinate ids (sudo usermod ${ranges} USER), install newuidmap (package uidmap), and allow user namespaces; or build as root`;
  }
  // The builder reads the context; a program of a RUN prints other words.
  if (
    has(
      /(?:checking on sources|copier|error (?:from sender|reading)|failed to (?:load|read)|\bopen \/).*permission denied/i,
    )
  ) {
    return `make the files of the context readable (chmod -R u+rX ${shellWord(context)}), or list them in .dockerignore`;
  }
  if (has(/operation not permitted/i) && has(/\b(?:mount|unshare|clone|pivot_root|setns)\b|namespace/i)) {
    return `allow ${builder} to mount and to create namespaces, or set BUILDAH_ISOLATION=chroot and STORAGE_DRIVER=vfs`;
  }
  if (has(/dial tcp|no such host|i\/o timeout|TLS handshake|connection refused/i)) {
    return `check the network connection and the proxy of this machine, and ${dockerfile}`;
  }
  return `correct ${dockerfile}; a verbose build prints all output of ${builder}`;
}
