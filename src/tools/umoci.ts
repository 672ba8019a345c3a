import { FledgeError } from '../support/errors.ts';
import { run } from '../support/process/exec.ts';
import { option, worded } from '../support/wording.ts';
import { operandName, umociImage } from './arguments.ts';
import { environmentFor } from './environment.ts';
import { commandWith, type Rights } from './user-namespace.ts';

/** What is unpacked, and where. */
export interface Unpacking {
  /** Has the OCI layout and takes the result; absolute. */
  readonly directory: string;
  /** The name of the OCI layout in it, without a colon. */
  readonly layout: string;
  /** The name of the image in the layout. */
  readonly image: string;
  /** The name of the directory that is created in it. */
  readonly target: string;
  readonly rights?: Rights;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The arguments that unpack the layers of an image, without the bundle for a runtime that `umoci unpack` makes of them. It
 * makes no devices and gives no files away, also for root.
 */
export function unpackArguments({ layout, image, target }: Pick<Unpacking, 'layout' | 'image' | 'target'>) {
  return ['raw', 'unpack', '--rootless', '--image', umociImage(layout, image), operandName(target)];
}

/**
 * Has umoci unpack an image into a directory that is not there yet.
 *
 * @throws FledgeError `tool` with what it says.
 */
export async function unpackWithUmoci(umoci: string, unpacking: Unpacking): Promise<void> {
  const { directory, rights = {}, signal } = unpacking;
  // A relative name, for it takes a colon in a path for its end.
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
    throw new FledgeError('tool', `the layers cannot be compared with what umoci unpacks: ${error.message}`, {
      cause: error,
      fix: worded`umoci may refuse what others read; build with ${option('verify', 'fsck')} if you trust the image`,
    });
  }
}
