import { Writable } from 'node:stream';
import { type CommandNode, commandTreeOf } from '../../src/cli/command-tree.ts';
import { createProgram } from '../../src/cli/program.ts';
import { beginSession } from '../../src/cli/session.ts';

/** The commands of fledge as data. */
export function programTree(): CommandNode {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  return commandTreeOf(createProgram(beginSession({ messages: nowhere, result: nowhere, isJson: false }), false));
}
