import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { testDirectory } from '../scratch.ts';
import { SYSTEM_PATH } from './cli.ts';
import { programs } from './programs.ts';

/** How a program was started. */
export interface Call {
  readonly program: string;
  readonly args: string;
  readonly environment: Readonly<Record<string, string>>;
}

export interface Spies {
  /** A PATH that begins with the spies. */
  readonly path: string;
  readonly calls: () => readonly Call[];
}

/**
 * Programs that record their arguments and their whole environment. Those of `names` then run the real program;
 * `others` run the given shell command.
 */
export function spies(names: readonly string[], others: Readonly<Record<string, string>> = {}): Spies {
  const log = join(testDirectory(), 'calls');
  mkdirSync(log);
  const commands = { ...Object.fromEntries(names.map((name) => [name, becomeReal(name)])), ...others };
  const scripts = Object.fromEntries(
    Object.entries(commands).map(([name, command]) => [name, recording(log, name, command)]),
  );
  const directory = programs(scripts);
  return {
    path: [directory, SYSTEM_PATH].join(delimiter),
    calls: () =>
      readdirSync(log).map((file) => {
        const [args = '', ...variables] = readFileSync(join(log, file), 'utf8').split('\0');
        const pairs = variables.filter((variable) => variable !== '').map((variable) => variable.split(/=(.*)/s));
        const environment = Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value]));
        return { program: file.replace(/\.\d+$/, ''), args, environment };
      }),
  };
}

/** The environment of the shell at its start: shells add variables of their own. */
function recording(log: string, name: string, command: string): string {
  return `{ printf '%s\\0' "$*"; /usr/bin/cat /proc/$$/environ; } > '${log}/${name}.'$$\n${command}`;
}

function becomeReal(name: string): string {
  return [
    `for directory in ${SYSTEM_PATH.split(':').join(' ')}; do`,
    `  [ ! -x "$directory/${name}" ] || exec "$directory/${name}" "$@"`,
    'done',
    'exit 127',
  ].join('\n');
}
