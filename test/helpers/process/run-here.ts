import { Writable } from 'node:stream';
import { CommanderError } from 'commander';
import { asksForJson } from '../../../src/cli/common-options.ts';
import { createProgram } from '../../../src/cli/program.ts';
import { beginSession } from '../../../src/cli/session.ts';
import type { FledgeOptions, FledgeResult, Workspace } from './cli.ts';
import { readStderr, realArguments } from './without-steps.ts';

/*
 * The command line in the test's own process. Loading the bundle takes most of the CPU time of a refused build, and what
 * refuses the build is the same code. Tests of the process itself (signals, streams, privileges) run the bundle.
 */

/** The options that need no process. */
type HereOptions = Pick<FledgeOptions, 'cwd' | 'env'>;

/** The same workspace, whose `run` runs the command line in the test's own process. */
export function here(place: Workspace): Workspace {
  return {
    ...place,
    run: (args, { cwd, env, wrapper, node, script, signal } = {}) => {
      const needsProcess = [wrapper, node, script, signal].some((option) => option !== undefined);
      if (needsProcess) throw new Error('cannot run fledge here: these options need a process of its own');
      return inTurn(async () => {
        const options = { cwd: cwd ?? place.plugin, env: { ...place.env, ...env } };
        const result = await runHere(realArguments(args), options);
        return { ...result, stderr: readStderr(args, result.stderr) };
      });
    },
  };
}

let last: Promise<unknown> = Promise.resolve();

/** Runs one command after the other, because the process has one working directory and one environment. */
function inTurn<T>(run: () => Promise<T>): Promise<T> {
  const result = last.then(run);
  last = result.catch(() => {});
  return result;
}

/**
 * Runs a command of fledge in this process, with this working directory and no other environment. Errors in the names of
 * commands and options go to the process's own stderr.
 */
async function runHere(args: readonly string[], { cwd, env = {} }: HereOptions): Promise<FledgeResult> {
  const [before, saved] = [process.cwd(), { ...process.env }];
  const messages = new TextSink();
  const result = new TextSink();
  replaceEnvironment(env);
  try {
    if (cwd !== undefined) process.chdir(cwd);
    const status = await statusOf(args, messages, result);
    return { status, signal: null, stdout: result.text, stderr: messages.text };
  } finally {
    process.chdir(before);
    replaceEnvironment(saved);
  }
}

/** As in src/cli/main.ts, without what concerns the process. */
async function statusOf(args: readonly string[], messages: TextSink, result: TextSink): Promise<number> {
  const session = beginSession({ messages, result, isJson: asksForJson(args) });
  const isJsonLog = args.includes('--log-format=json');
  try {
    if (isJsonLog) await session.logAsJson();
    await createProgram(session, isJsonLog).parseAsync(args, { from: 'user' });
    return session.exitStatus;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    session.reporter.error(error);
    session.printError(error);
    return session.statusOfFailure(error);
  }
}

function replaceEnvironment(env: Readonly<Record<string, string | undefined>>): void {
  for (const name of Object.keys(process.env)) if (env[name] === undefined) delete process.env[name];
  for (const [name, value] of Object.entries(env)) if (value !== undefined) process.env[name] = value;
}

/** Keeps what is written to it. */
class TextSink extends Writable {
  text = '';

  override _write(chunk: Buffer | string, _: string, done: () => void): void {
    this.text += chunk.toString();
    done();
  }
}
