import { FledgeError } from '../support/errors.ts';
import type { Inputs } from './inputs.ts';

/**
 * Refuses what can only be built in a container, until there is one.
 *
 * @throws FledgeError `usage` for `runner: container`.
 */
export function requireHostRunner({ runner, runnerImage }: Inputs): void {
  if (runner !== 'container' && runnerImage === undefined) return;
  const input = runner === 'container' ? 'runner: container' : 'runner-image';
  throw new FledgeError('usage', `input ${input}: this version of fledge builds on the runner itself only`, {
    fix: 'leave runner and runner-image out; ext4 and squashfs images and initramfs archives need no container',
  });
}
