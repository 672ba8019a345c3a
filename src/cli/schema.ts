import type { Command } from 'commander';
import { createCommand } from './common-options.ts';
import type { Session } from './session.ts';

/** `fledge schema`. */
export function defineSchema(program: Command, session: Session): Command {
  return createCommand({ program, session }, 'schema', 'print the JSON Schema of fledge.toml')
    .addHelpText(
      'after',
      `
Examples:
  fledge schema > fledge-toml.schema.json

Editors that use taplo (VS Code: Even Better TOML) check a fledge.toml that begins with
  #:schema ./fledge-toml.schema.json`,
    )
    .action(runSchema);
}

/** Prints the schema on stdout. */
async function runSchema(): Promise<void> {
  const { fledgeTomlJsonSchema } = await import('../config/json-schema.ts');
  process.stdout.write(`${JSON.stringify(fledgeTomlJsonSchema(), null, 2)}\n`);
}
