import { Writable } from 'node:stream';
import { CommanderError } from 'commander';
import { createProgram } from '../../../src/cli/program.ts';
import { beginSession } from '../../../src/cli/session.ts';
import { FledgeError } from '../../../src/support/errors.ts';

const IMAGE = /^ghcr\.io\/volantvm\/fledge(?:[:@]|$)/;

/** The arguments of fledge in a command that runs it in some way, or undefined if the command is another one. */
export function fledgeArguments(words: readonly string[]): readonly string[] | undefined {
  const [program = '', ...args] = words;
  if (program === 'fledge') return args;
  if (program === 'npx') {
    const [name = '', ...rest] = args.filter((word) => word !== '--yes');
    return /^(?:@volantvm\/)?fledge(?:@.*)?$/.test(name) ? rest : undefined;
  }
  const image = args.findIndex((word) => IMAGE.test(word));
  const runsFledge = /^(?:docker|podman)$/.test(program) && args[0] === 'run' && !args.includes('--entrypoint');
  return runsFledge && image > 0 ? args.slice(image + 1) : undefined;
}

/** The complaint of the command line about these arguments, without a run of the command. Undefined if they are accepted. */
export async function complaintAbout(args: readonly string[]): Promise<string | undefined> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const session = beginSession({ messages: nowhere, result: nowhere, isJson: false });
  const program = createProgram(session, true);
  for (const command of [program, ...program.commands]) {
    command.configureOutput({ writeErr: () => {}, writeOut: () => {}, outputError: () => {} });
    if (command !== program) command.action(() => {});
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    if (error instanceof CommanderError || error instanceof FledgeError) return error.message;
    throw error;
  }
}
