import { FledgeError } from '../support/errors.ts';

/** What a machine must show so that its boot has succeeded. */
export type Goal =
  /** A match in the text of the console. */
  | { readonly kind: 'expect'; readonly pattern: RegExp }
  /** An answer with a status of 2xx to GET, from a port of the machine. */
  | { readonly kind: 'http'; readonly port: number; readonly path: string }
  /** A command that is run inside ends with status 0. */
  | { readonly kind: 'run'; readonly command: string }
  /** The workload runs for a while after its start. */
  | { readonly kind: 'alive' }
  /** The user has left the shell on the console. */
  | { readonly kind: 'shell' };

/** The options of a user that choose the goal. */
export interface GoalOptions {
  /** A regular expression. */
  readonly expect?: string | undefined;
  /** A path, or true for the path of the health check or `/`. */
  readonly http?: string | true | undefined;
  /** A command line for the shell of the machine. */
  readonly run?: string | undefined;
  /** True for a shell on the console. */
  readonly interactive?: boolean | undefined;
}

/** The parts of a manifest that the goal depends on. */
export interface GoalManifest {
  readonly workload?: { readonly base_url?: string | undefined } | undefined;
  readonly health_check?: { readonly endpoint?: string | undefined } | undefined;
}

/**
 * The goal of a boot: what the user asks for, otherwise the health check of the manifest, otherwise that the workload
 * stays alive.
 *
 * @throws FledgeError `usage` if more than one goal is given, or an option has a bad value.
 */
export function goalOf(options: GoalOptions, manifest: GoalManifest | undefined): Goal {
  const given = (['expect', 'http', 'run', 'interactive'] as const).filter((name) => options[name] !== undefined);
  if (given.length > 1) {
    const names = given.map((name) => `--${name}`).join(' and ');
    throw new FledgeError('usage', `${names} are mutually exclusive`, { fix: 'give the one that decides' });
  }
  const { expect, http, run, interactive } = options;
  if (interactive === true) return { kind: 'shell' };
  if (expect !== undefined) return { kind: 'expect', pattern: patternOf(expect) };
  if (run !== undefined) return { kind: 'run', command: commandOf(run) };
  const endpoint = manifest?.health_check?.endpoint ?? '';
  if (http !== undefined) return httpGoal(http === true ? endpoint || '/' : http, manifest);
  return endpoint === '' ? { kind: 'alive' } : httpGoal(endpoint, manifest);
}

function commandOf(run: string): string {
  if (run.trim() !== '') return run;
  throw new FledgeError('usage', '--run is empty, so it would always succeed', { fix: 'give a command to run' });
}

function patternOf(source: string): RegExp {
  const pattern = compile(source);
  if (!pattern.test('')) return pattern;
  throw new FledgeError(
    'usage',
    `--expect ${JSON.stringify(source)} matches the empty text, so it would always succeed`,
    {
      fix: 'give an expression that needs at least one character',
    },
  );
}

function compile(source: string): RegExp {
  try {
    return new RegExp(source, 'm');
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : String(error);
    throw new FledgeError('usage', `--expect is not a regular expression: ${reason}`, {
      cause: error,
      fix: 'write a \\ before each of the characters . * + ? ( ) [ ] { } ^ $ | \\ that is meant literally',
    });
  }
}

function httpGoal(path: string, manifest: GoalManifest | undefined): Goal {
  if (!path.startsWith('/') || /[\s\p{Cc}]/u.test(path)) {
    throw new FledgeError('usage', `--http needs a path, and ${JSON.stringify(path)} is not one`, {
      fix: 'give a path that begins with / and contains no space, such as --http /health',
    });
  }
  return { kind: 'http', port: portOf(manifest?.workload?.base_url), path };
}

/** The TCP port of a URL; 80 for none. */
export function portOf(url: string | undefined): number {
  if (url === undefined || !URL.canParse(url)) return 80;
  const { port, protocol } = new URL(url);
  return port !== '' ? Number(port) : protocol === 'https:' ? 443 : 80;
}

/** The goal in words, after "until". */
export function describeGoal(goal: Goal, settleMs: number): string {
  switch (goal.kind) {
    case 'expect':
      return `the console shows ${goal.pattern.source}`;
    case 'http':
      return `GET ${goal.path} on port ${goal.port} is answered with 2xx`;
    case 'run':
      return `the command ${JSON.stringify(goal.command)} has ended with status 0`;
    case 'alive':
      return `the workload has been running for ${settleMs / 1000} s`;
    case 'shell':
      return 'the shell has ended';
  }
}
