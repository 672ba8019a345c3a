import { readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { FledgeError } from '../support/errors.ts';
import { nearest } from '../support/suggest.ts';
import { option, type Text, worded } from '../support/wording.ts';

export const DEFAULT_CONFIG_FILE = 'fledge.toml';

/** The error for a config that does not exist. `file` is the file in the directory `path`, or `path` itself. */
export function missingConfig(path: string, file: string): FledgeError {
  return new FledgeError('config', messageFor(path, file), { fix: fixFor(path, file) });
}

function messageFor(path: string, file: string): Text {
  if (file === DEFAULT_CONFIG_FILE) {
    return worded`there is no fledge.toml in this directory; run fledge in the plugin's directory, or set ${option('config')}`;
  }
  if (path === file) return `there is no file ${JSON.stringify(file)}`;
  if (basename(path) === DEFAULT_CONFIG_FILE) return `${path} is a directory, and there is no fledge.toml in it`;
  return `there is no fledge.toml in ${path}`;
}

/**
 * Names the file with the most similar name, which was probably meant: Linux distinguishes upper and lower case. Without one, it
 * names the command that writes a fledge.toml.
 */
function fixFor(path: string, file: string): Text | undefined {
  const name = basename(file);
  let names: string[];
  try {
    names = readdirSync(dirname(file));
  } catch {
    return undefined;
  }
  const similar = nearest(
    name,
    names.filter((other) => other !== name && !other.endsWith('.lock')),
  );
  if (similar !== undefined) return worded`rename ${similar} to ${name}, or name it with ${option('config')}`;
  const isInDirectory = name === DEFAULT_CONFIG_FILE && (file === name || basename(path) !== name);
  return isInDirectory ? 'to begin a plugin, run fledge init in its directory' : undefined;
}
