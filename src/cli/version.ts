import type { Command } from 'commander';
import { VERSION } from '../support/about.ts';
import { createCommand } from './common-options.ts';
import type { Session } from './session.ts';

/** `fledge version`. */
export function defineVersion(program: Command, session: Session): Command {
  return createCommand({ program, session }, 'version', 'print the version').action(() => {
    process.stdout.write(`fledge ${VERSION}\n`);
  });
}
