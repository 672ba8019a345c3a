import { CommanderError } from 'commander';
import { FledgeError, systemCodeOf, writeFailureOf } from '../support/errors.ts';
import { handleSignals, runToEnd } from '../support/process/cleanup.ts';
import { asksForJson, asksForJsonLog } from './common-options.ts';
import { createProgram } from './program.ts';
import { beginSession } from './session.ts';

// start.cjs has checked the version of Node. Commands import their modules only when they are called, because loading them
// needs most of the start-up time.

const session = beginSession({
  messages: process.stderr,
  result: process.stdout,
  isJson: asksForJson(process.argv.slice(2)),
});

process.stdout.on('error', (error) => {
  // The reader has closed the pipe (`fledge inspect … | head`).
  if (systemCodeOf(error) === 'EPIPE') process.exit(session.exitStatus);
  const failure = new FledgeError('output', `cannot write the result to stdout: ${writeFailureOf(error)}`);
  session.reporter.error(failure);
  process.exit(session.statusOfFailure(failure));
});
// stderr was closed: continue without messages.
process.stderr.on('error', () => {});

handleSignals((signal) => {
  session.reporter.warn(`stopped by ${signal}; ${session.doneSoFar}`);
});

runToEnd(() => main(process.argv.slice(2)), fail);

async function main(args: readonly string[]): Promise<number> {
  try {
    const isJsonLog = asksForJsonLog(args);
    if (isJsonLog) await session.logAsJson();
    const program = createProgram(session, isJsonLog);
    const [first = '-'] = args;
    const isKnown = first.startsWith('-') || program.commands.some((command) => command.name() === first);
    // An unknown command with --help would print the program's help with status 0.
    await program.parseAsync(isKnown ? args : [first], { from: 'user' });
    return session.exitStatus;
  } catch (error) {
    // Commander prints its own messages; --help and --version also throw, with status 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return fail(error);
  }
}

function fail(error: unknown): number {
  session.reporter.error(error);
  session.printError(error);
  return session.statusOfFailure(error);
}
