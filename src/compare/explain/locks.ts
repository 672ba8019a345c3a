import { dirname, join } from 'node:path';
import { type ImagePin, type Pins, parseLockText } from '../../lock/lock-file.ts';
import { FledgeError, systemCodeOf } from '../../support/errors.ts';
import { FileTooLarge, NotRegularFile, readRegularFile } from '../../support/files/regular-file.ts';
import type { Reason } from './explanation.ts';

const LOCK_FILE = 'fledge.lock';
const MAX_BYTES = 1024 * 1024;

/** The pins that differ between the lock files beside two artifacts; none if one of them has no valid lock file. */
export async function lockReasons(left: string, right: string): Promise<readonly Reason[]> {
  if (dirname(left) === dirname(right)) return [];
  const [a, b] = [await pinsBeside(left), await pinsBeside(right)];
  if (a === undefined || b === undefined) return [];
  const [before, after] = [textsOf(a), textsOf(b)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((name): Reason[] => {
    const [x, y] = [before.get(name), after.get(name)];
    if (x === y) return [];
    const text = `${LOCK_FILE} pins another ${name}: ${x ?? 'none'} → ${y ?? 'none'}`;
    return [{ what: 'lock', text, ...(x !== undefined && { left: x }), ...(y !== undefined && { right: y }) }];
  });
}

async function pinsBeside(artifact: string): Promise<Pins | undefined> {
  const file = join(dirname(artifact), LOCK_FILE);
  try {
    const text = (await readRegularFile(file, MAX_BYTES)).toString('utf8');
    return (await parseLockText(text, file)).pins;
  } catch (error) {
    // A lock file explains, and is not compared: a build reports its faults.
    const isUnusable = [FledgeError, NotRegularFile, FileTooLarge].some((kind) => error instanceof kind);
    if (isUnusable || systemCodeOf(error) !== undefined) return undefined;
    throw error;
  }
}

/** The pins of inputs of a build, by a name for people. */
function textsOf({
  image,
  busyboxImage,
  baseImages = [],
  agentRelease,
  agent,
  busybox,
}: Pins): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const add = (name: string, text: string | undefined): void => {
    if (text !== undefined) texts.set(name, text);
  };
  add('image', imageText(image));
  add('image with busybox', imageText(busyboxImage));
  for (const pin of baseImages) add(`base image ${pin.name}`, pin.digest);
  add('release of the agent', agentRelease?.tag);
  add('agent', agent && `${agent.url} sha256:${agent.sha256}`);
  add('busybox', busybox && `${busybox.url} sha256:${busybox.sha256}`);
  return texts;
}

function imageText(pin: ImagePin | undefined): string | undefined {
  return pin && `${pin.name}@${pin.digest}`;
}
