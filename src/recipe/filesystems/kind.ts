import type { EntryLimits } from '../../formats/entry-limits.ts';
import type { ImageCheck } from '../../tools/run-image-check.ts';
import type { Tool } from '../../tools/table.ts';
import type { MakeFilesystem } from '../job.ts';

/** The functions and tools that make and check images of a file system. */
export interface FilesystemKind {
  /** Writes the image. */
  readonly make: MakeFilesystem;
  /** The limits for entries of the image. */
  readonly limits: EntryLimits;
  readonly check: ImageCheck;
  /** The tools that make an image: a build fails without them. */
  readonly requiredTools: readonly Tool[];
  /** The tools that only check an image: a build uses them if they are installed. */
  readonly optionalTools: readonly Tool[];
  /**
   * Makes sure that this machine has the required tools in a usable version. It runs before any work is done.
   *
   * @throws FledgeError `tool` if not.
   */
  requireTools?(signal?: AbortSignal): Promise<void>;
}
