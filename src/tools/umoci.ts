import { FledgeError } from '../support/errors.ts';
import { run } from '../support/process/exec.ts';
import { option, worded } from '../support/wording.ts';
import { operandName, umociImage } from './arguments.ts';
import { environmentFor } from './environment.ts';
import { commandWith, type Rights } from './user-namespace.ts';

/** The options of unpacking an image. */
export interface Unpacking {
  /** The working directory, with the OCI layout and the result; absolute. */
  readonly directory: string;
  /** The name of the OCI layout in `directory`, without a colon. */
  readonly layout: string;
  /** The name of the image in the layout. */
  readonly image: string;
  /** The name of the directory to create in `directory`. */
  readonly target: string;
  readonly rights?: Rights;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The arguments that unpack the layers of an image, without the runtime bundle that `umoci unpack` creates. With them,
 * umoci does not create devices or change owners, even as root.
 */
export function unpackArguments({ layout, image, target }: Pick<Unpacking, 'layout' | 'image' | 'target'>) {
  return ['raw', 'unpack', '--rootless', '--image', umociImage(layout, image), operandName(target)];
}

/**
 * Unpacks an image with umoci into a new directory.
 *
 * @throws FledgeError `tool` with umoci's output.
 */
export async function unpackWithUmoci(umoci: string, unpacking: Unpacking): Promise<void> {
  const { directory, rights = {}, signal } = unpacking;
  // A relative name, because umoci parses a colon as the end of a path.
  const [program, args] = commandWith(rights, umoci, unpackArguments(unpacking));
  try {
    await run(program, args, {
      cwd: directory,
      env: environmentFor('umoci', {}, { own: { HOME: directory } }),
      user: rights.user,
      stdout: 'discard',
      signal,
    });
  } catch (error) {
    if (signal?.aborted || !(error instanceof FledgeError)) throw error;
    throw new FledgeError('tool', `cannot unpack the layers with umoci to compare them: ${error.message}`, {
      cause: error,
      fix: worded`umoci refuses some valid images; build with ${option('verify', 'fsck')} if you trust the image`,
    });
  }
}
