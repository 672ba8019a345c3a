import { access, constants, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FledgeError, systemCodeOf } from '../../support/errors.ts';
import { shellWord } from '../../support/text.ts';
import { option, worded } from '../../support/wording.ts';
import { hostArchitecture } from '../accelerator.ts';
import type { Architecture } from '../artifact/architecture.ts';
import { peekKernel } from './kernel.ts';

/** The kernels of this machine. */
export interface MachineKernels {
  /** The best one; undefined if there is none that can be read. */
  readonly path: string | undefined;
  /** Suitable names that this user cannot read. */
  readonly unreadable: readonly string[];
}

const BOOT = '/boot';

/** Numbers in names are compared as numbers: 6.1.0-9 is older than 6.1.0-10. */
const byVersion = new Intl.Collator('en', { numeric: true });

/**
 * Finds an installed kernel (`vmlinuz-VERSION`): a cloud kernel before others, because it starts fastest, then the newest.
 */
export async function findMachineKernel(
  architecture: Architecture,
  directories: readonly string[] = [BOOT],
): Promise<MachineKernels> {
  const names = await Promise.all(directories.map(kernelsIn));
  const paths = names.flat().sort((a, b) => Number(isCloud(b)) - Number(isCloud(a)) || byVersion.compare(b, a));
  const unreadable: string[] = [];
  for (const path of paths) {
    const failure = await readFailure(path);
    // A dangling link of an old package is not a kernel.
    if (failure === 'EACCES') unreadable.push(path);
    if (failure !== undefined) continue;
    const facts = await peekKernel(path);
    if (!('reason' in facts) && facts.architecture === architecture) return { path, unreadable };
  }
  return { path: undefined, unreadable };
}

/** The error if there is no kernel to boot; `why` is the reason why the default kernel is not used, if there is one. */
export function noKernelError(architecture: Architecture, { unreadable }: MachineKernels, why?: string): FledgeError {
  const [first] = unreadable;
  const reasons = [why, first === undefined ? 'this machine has none in /boot' : `this user cannot read ${first}`];
  const message = `cannot find a kernel for ${architecture}: ${reasons.filter((reason) => reason !== undefined).join('; ')}`;
  const packageName = `linux-image-cloud-${architecture}`;
  const isOwn = architecture === hostArchitecture();
  const install = isOwn
    ? worded`name one with ${option('kernel')}, or install one: sudo apt-get install ${packageName}`
    : worded`name one with ${option('kernel')}, such as that in Debian's package ${packageName}`;
  const open = first === undefined ? '' : `make it readable: sudo chmod +r ${shellWord(first)}; or `;
  return new FledgeError('input', message, { fix: worded`${open}${install}` });
}

async function kernelsIn(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch(() => []);
  return names.filter((name) => name.startsWith('vmlinuz-')).map((name) => join(directory, name));
}

function isCloud(path: string): boolean {
  return path.includes('-cloud-');
}

/** The code of the error if a file cannot be opened for reading. */
function readFailure(path: string): Promise<string | undefined> {
  return access(path, constants.R_OK).then(() => undefined, systemCodeOf);
}
