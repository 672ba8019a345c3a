#!/usr/bin/env node
import { CommanderError } from 'commander';
import { FledgeError, systemCodeOf, writeFailureOf } from '../support/errors.ts';
import { handleSignals, runToEnd } from '../support/process/cleanup.ts';
import { asksForJsonLog } from './command.ts';
import { createProgram } from './program.ts';
import { beginSession } from './session.ts';

// What commands do is imported when they are called: that is most of the time to the first line of output, and an old Node
// gets to hear the message below instead of a complaint about a missing export.
const MINIMUM_NODE = [22, 19] as const;

const session = beginSession(process.stderr);

process.stdout.on('error', (error) => {
  // Whoever read our output has seen enough (`fledge inspect … | head`).
  if (systemCodeOf(error) === 'EPIPE') process.exit();
  session.reporter.error(new FledgeError('output', `cannot write the result to stdout: ${writeFailureOf(error)}`));
  process.exit(1);
});
// Nobody reads our messages: no reason to give up the work.
process.stderr.on('error', () => {});

handleSignals((signal) => {
  session.reporter.warn(`stopped by ${signal}; ${session.doneSoFar}`);
});

runToEnd(() => main(process.argv.slice(2)), fail);

async function main(args: readonly string[]): Promise<number> {
  try {
    requireNode(process.versions.node);
    const isJson = asksForJsonLog(args);
    if (isJson) await session.logAsJson();
    const program = createProgram(session, isJson);
    const [first = '-'] = args;
    const isKnown = first.startsWith('-') || program.commands.some((command) => command.name() === first);
    // With --help behind it, an unknown command would get the program's help and status 0.
    await program.parseAsync(isKnown ? args : [first], { from: 'user' });
    return session.exitStatus;
  } catch (error) {
    // Commander prints its own messages; help and --version come this way too, with status 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    return fail(error);
  }
}

function fail(error: unknown): number {
  session.reporter.error(error);
  return session.statusOfFailure(error);
}

function requireNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1])) return;
  throw new FledgeError('usage', `fledge needs Node ${MINIMUM_NODE.join('.')} or newer, and this is Node ${version}`, {
    fix: 'install a current Node from https://nodejs.org or with your version manager',
  });
}
