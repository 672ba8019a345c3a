import { join, resolve } from 'node:path';
import { howToBegin, isDockerfileName } from '../config/dockerfile-name.ts';
import { DEFAULT_CONFIG_FILE } from '../config/missing-config.ts';
import { FledgeError } from '../support/errors.ts';

/** The configs of a command. */
export interface NamedConfigs {
  /** The paths of fledge.toml files or of their directories, each once. */
  readonly configs: readonly string[];
  /**
   * True if the command line names one config by its path, or none. A pattern is a list even if it matches one config, so that
   * the form of `--json` does not depend on the number of matches.
   */
  readonly isOne: boolean;
}

/**
 * The configs that the arguments and the option `--config` name; by default the fledge.toml of the working directory.
 *
 * @throws FledgeError `usage` as `findConfigs` does, and for a Dockerfile.
 */
export async function namedConfigs(args: readonly string[], option: string | undefined): Promise<NamedConfigs> {
  if (args.length === 0) return { configs: [option ?? DEFAULT_CONFIG_FILE], isOne: true };
  const dockerfile = args.find(isDockerfileName);
  if (dockerfile !== undefined) {
    throw new FledgeError('usage', `${dockerfile} is a Dockerfile; fledge builds what a fledge.toml describes`, {
      fix: howToBegin(dockerfile),
    });
  }
  const { findConfigs } = await import('../config/find-configs.ts');
  const named = option === undefined ? args : [option, ...args];
  const configs = await findConfigs(named);
  const [first = ''] = configs;
  const isOne = configs.length === 1 && named.every((name) => isPathOf(name, first));
  return { configs, isOne };
}

function isPathOf(name: string, config: string): boolean {
  return [name, join(name, DEFAULT_CONFIG_FILE)].some((path) => resolve(path) === resolve(config));
}
