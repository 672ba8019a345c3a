import { setFlagsFromString } from 'node:v8';

/**
 * Keeps V8's space for new objects as small as it is, until the function that is returned is called. It doubles for as
 * long as most of what is new stays, up to 64 MiB and the same again to copy into; a tree of hundreds of thousands of
 * files is put together in the same time without. How large it may be is an option of Node's command line, which is not
 * ours; by how much it grows is looked up each time.
 */
export function limitYoungGeneration(): () => void {
  setFlagsFromString('--semi-space-growth-factor=1');
  return () => setFlagsFromString('--semi-space-growth-factor=2');
}
