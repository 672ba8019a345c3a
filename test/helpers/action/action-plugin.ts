import { join } from 'node:path';
import { configWith } from '../bad-input.ts';

/** A manifest template whose workload needs no warning. */
export const WORKLOAD = '[workload]\nentrypoint = ["/init"]\n';

/** Files of a plugin that is built without network and compiler, below a directory of the checkout. */
export function pluginFiles(name: string, directory = '', config: string = configWith()): Record<string, string> {
  return {
    [join(directory, 'fledge.toml')]: config,
    [join(directory, 'manifest.toml')]: `name = ${JSON.stringify(name)}\nversion = "1.2.3"\n${WORKLOAD}`,
    [join(directory, 'init')]: '#!/bin/sh\n',
  };
}

/** Inputs that disable all use of the network. */
export const LOCAL = { upload: 'none', cache: 'false' };
