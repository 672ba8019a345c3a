import type { Command } from 'commander';
import { VERSION } from '../support/about.ts';
import { createCommand, jsonOption } from './common-options.ts';
import type { VersionDocument } from './json/plugin.ts';
import type { Session } from './session.ts';

/** `fledge version`. */
export function defineVersion(program: Command, session: Session): Command {
  return createCommand({ program, session }, 'version', 'print the version')
    .addOption(jsonOption('the version of fledge and Node'))
    .addHelpText(
      'after',
      `
Examples:
  fledge version
  fledge version --json | jq -r .version`,
    )
    .action(({ json }: { readonly json?: boolean }) => runVersion(json === true, session));
}

async function runVersion(json: boolean, session: Session): Promise<void> {
  const result: VersionDocument = {
    version: VERSION,
    node: process.versions.node,
    platform: process.platform,
    architecture: process.arch,
  };
  await (json ? session.printJson(result) : session.print(`fledge ${VERSION}\n`));
}
