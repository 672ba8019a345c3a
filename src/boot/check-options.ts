import { FledgeError } from '../support/errors.ts';
import { wordsOf } from './command-line.ts';
import { goalOf } from './goal.ts';
import type { BootOptions } from './options.ts';

interface Contradiction {
  readonly isGiven: boolean;
  readonly message: string;
  readonly fix: string;
}

/**
 * Refuses options that contradict each other, or have a bad value, whatever artifact is booted: before anything is built.
 *
 * @throws FledgeError `usage`.
 */
export function checkOptions(options: BootOptions): void {
  goalOf(options, undefined);
  wordsOf(options.append);
  for (const { isGiven, message, fix } of contradictionsOf(options)) {
    if (isGiven) throw new FledgeError('usage', message, { fix });
  }
}

function contradictionsOf({
  kernel,
  kernelSha256,
  interactive,
  keep,
  repeat,
  timeout,
}: BootOptions): readonly Contradiction[] {
  const isInteractive = interactive === true;
  return [
    {
      isGiven: kernelSha256 !== undefined && kernel === undefined,
      message: '--kernel-sha256 has no effect without --kernel',
      fix: 'name the kernel with --kernel; to pin the default kernel, run fledge lock',
    },
    {
      isGiven: kernelSha256 !== undefined && /^https?:.*#/i.test(kernel ?? ''),
      message: '--kernel-sha256 and a checksum in the URL of --kernel are mutually exclusive',
      fix: 'remove one of them',
    },
    {
      isGiven: isInteractive && keep === true,
      message: '--interactive and --keep are mutually exclusive',
      fix: 'give --interactive only: the machine runs until you leave the shell',
    },
    {
      isGiven: isInteractive && repeat !== undefined,
      message: '--interactive and --repeat are mutually exclusive',
      fix: 'give the one that you need',
    },
    {
      isGiven: isInteractive && timeout !== undefined,
      message: '--timeout has no effect with --interactive',
      fix: 'remove --timeout: the machine runs until you leave the shell',
    },
    {
      isGiven: keep === true && repeat !== undefined,
      message: '--keep and --repeat are mutually exclusive',
      fix: 'give the one that you need',
    },
  ];
}
