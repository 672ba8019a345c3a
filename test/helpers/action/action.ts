import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { SYSTEM_PATH, type Workspace, workspace } from '../process/cli.ts';
import { type EndOfProcess, startWatched } from '../process/watched.ts';
import { type RunnerLog, readFileCommands, readLog } from './runner-log.ts';

const repository = fileURLToPath(new URL('../../..', import.meta.url));

/** The value of `github.token` in these tests. */
export const JOB_TOKEN = 'ghs_test-token-of-the-job-0123456789';

interface ActionDefinition {
  readonly description: string;
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string }>>;
  readonly runs: Readonly<Record<'using' | 'main' | 'post' | 'post-if', string>>;
}

/** The parsed action.yml. */
export function actionDefinition(): ActionDefinition {
  return parse(readFileSync(join(repository, 'action.yml'), 'utf8'));
}

export interface StepOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  /** Added to the runner's variables or replacing them; undefined removes a variable. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Further arguments of node. */
  readonly node?: readonly string[];
  readonly timeoutMs?: number;
}

export interface PhaseResult extends EndOfProcess {
  readonly log: RunnerLog;
}

export interface StepResult extends PhaseResult {
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** Markdown. */
  readonly summary: string;
  /** The directories added to the PATH of later steps. */
  readonly path: readonly string[];
  /** Runs the action's post phase, as the runner does at the end of the job. */
  post(env?: StepOptions['env']): Promise<PhaseResult>;
}

/** A running step. */
export interface RunningStep {
  readonly pid: number;
  kill(signal: NodeJS.Signals): void;
  /** Resolves as soon as the log matches; rejects if the step ends before. */
  waitForLog(pattern: RegExp): Promise<void>;
  readonly ended: Promise<StepResult>;
}

/** A job on a runner of its own: a checkout, RUNNER_TEMP and a home. */
export interface Job extends Pick<Workspace, 'root' | 'plugin' | 'home'> {
  /** RUNNER_TEMP. */
  readonly runnerTemp: string;
  run(options?: StepOptions): Promise<StepResult>;
  start(options?: StepOptions): RunningStep;
  /** The files in RUNNER_TEMP. */
  leftovers(): string[];
  /** Deletes the files in RUNNER_TEMP, as the runner does between jobs. */
  emptyRunnerTemp(): void;
  /** Writes files into the checkout. */
  write(files: Readonly<Record<string, string>>): void;
  /** Writes a file below the home directory. */
  writeHome(path: string, content: string): void;
}

/** A job whose checkout has these files. */
export function job(files: Readonly<Record<string, string | Uint8Array>> = {}): Job {
  const place = workspace(files);
  // Without a space in its path, unlike the checkout: the toolkit's cache passes it to tar in a command line.
  const runnerTemp = mkdtempSync(join(tmpdir(), 'runner-temp-'));
  onTestFinished(() => rmSync(runnerTemp, { recursive: true, force: true }));
  let steps = 0;

  const start = (options: StepOptions = {}): RunningStep => {
    steps += 1;
    const commands = join(place.root, 'file-commands', String(steps));
    mkdirSync(commands, { recursive: true });
    const file = (name: string): string => {
      const path = join(commands, name);
      writeFileSync(path, '', { flag: 'a' });
      return path;
    };
    const runnerEnv = {
      PATH: SYSTEM_PATH,
      HOME: place.home,
      GITHUB_ACTIONS: 'true',
      CI: 'true',
      GITHUB_WORKSPACE: place.plugin,
      GITHUB_REPOSITORY: 'octocat/hello',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_API_URL: 'https://api.github.com',
      GITHUB_RUN_ID: '7001',
      GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_NAME: 'main',
      GITHUB_REF_TYPE: 'branch',
      RUNNER_TEMP: runnerTemp,
      RUNNER_TOOL_CACHE: join(place.root, 'tool-cache'),
      RUNNER_OS: 'Linux',
      RUNNER_ARCH: 'X64',
      GITHUB_OUTPUT: file('output'),
      GITHUB_STATE: file('state'),
      GITHUB_STEP_SUMMARY: file('summary'),
      GITHUB_ENV: file('env'),
      GITHUB_PATH: file('path'),
      ...inputVariables(options.inputs ?? {}),
      ...options.env,
    };
    const read = (name: string): string => readFileSync(join(commands, name), 'utf8');
    const main = startPhase('main', { ...options, env: runnerEnv, cwd: place.plugin });
    const ended = main.ended.then((result): StepResult => {
      const state = readFileCommands(read('state'));
      return {
        ...result,
        outputs: readFileCommands(read('output')),
        state,
        summary: read('summary'),
        path: read('path')
          .split('\n')
          .filter((line) => line !== ''),
        post: (env = {}) => {
          const saved = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
          return startPhase('post', { ...options, env: { ...runnerEnv, ...saved, ...env }, cwd: place.plugin }).ended;
        },
      };
    });
    ended.catch(() => {});
    return { ...main, ended };
  };
  return {
    root: place.root,
    plugin: place.plugin,
    home: place.home,
    runnerTemp,
    start,
    run: (options) => start(options).ended,
    emptyRunnerTemp() {
      rmSync(runnerTemp, { recursive: true });
      mkdirSync(runnerTemp);
    },
    write(contents) {
      for (const [path, content] of Object.entries(contents)) writeFileSync(join(place.plugin, path), content);
    },
    writeHome(path, content) {
      mkdirSync(dirname(join(place.home, path)), { recursive: true });
      writeFileSync(join(place.home, path), content);
    },
    leftovers: () => readdirSync(runnerTemp, { recursive: true, encoding: 'utf8' }).sort(),
  };
}

/** The variables that the runner sets for `with:`: every input or its default, under its name in capitals. */
function inputVariables(given: Readonly<Record<string, string>>): Record<string, string> {
  const { inputs } = actionDefinition();
  const unknown = Object.keys(given).find((name) => !(name in inputs));
  if (unknown !== undefined) throw new Error(`action.yml has no input ${unknown}`);
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { default: byDefault = '' }]) => {
      const value = given[name] ?? byDefault.replace(/\$\{\{ github\.token \}\}/, JOB_TOKEN);
      return [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value];
    }),
  );
}

interface PhaseOptions extends StepOptions {
  readonly cwd: string;
}

function startPhase(
  phase: 'main' | 'post',
  options: PhaseOptions,
): Omit<RunningStep, 'ended'> & { readonly ended: Promise<PhaseResult> } {
  const { cwd, env, node = [], timeoutMs = 90_000 } = options;
  const program = join(repository, actionDefinition().runs[phase]);
  const watched = startWatched(`the ${phase} step`, [process.execPath, ...node, program], {
    cwd,
    env: env ?? {},
    timeoutMs,
  });
  const ended = watched.ended.then((result): PhaseResult => ({ ...result, log: readLog(result.stdout) }));
  ended.catch(() => {});
  return {
    pid: watched.pid,
    kill: (signal) => watched.kill(signal),
    waitForLog: async (pattern) => void (await watched.waitFor('stdout', pattern)),
    ended,
  };
}
