import { basename, dirname } from 'node:path';
import { shellWord } from '../support/text.ts';

/** True if a file has a usual name of a Dockerfile. */
export function isDockerfileName(file: string): boolean {
  return /^(?:(?:Docker|Container)file(?:\.(?!toml$).*)?|.*\.(?:docker|container)file)$/i.test(basename(file));
}

/** The fix for a Dockerfile in place of a fledge.toml. */
export function howToBegin(file: string): string {
  const directory = dirname(file);
  const place = directory === '.' ? '' : ` ${shellWord(directory)}`;
  return `begin a plugin with it: fledge init${place} --dockerfile ${shellWord(file)}`;
}
