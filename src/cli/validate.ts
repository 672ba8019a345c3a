import type { Command } from 'commander';
import { createConfigCommand, manifestOption } from './common-options.ts';
import type { Session } from './session.ts';

interface ValidateOptions {
  readonly config: string;
  readonly manifest?: string;
}

/** `fledge validate`. */
export function defineValidate(program: Command, session: Session): Command {
  return createConfigCommand(
    { program, session },
    'validate',
    'check fledge.toml and the manifest template without a build',
  )
    .addOption(manifestOption())
    .addHelpText(
      'after',
      `
Examples:
  fledge validate
  fledge validate -c plugins/web/fledge.toml`,
    )
    .action((options: ValidateOptions) => runValidate(options, session));
}

/** Checks the files of a plugin, and prints their names. */
async function runValidate({ config, manifest }: ValidateOptions, { reporter }: Session): Promise<void> {
  const [{ validatePlugin }, { loadPlugin }] = await Promise.all([
    import('../recipe/verify/validate.ts'),
    import('../recipe/plugin.ts'),
  ]);
  const plugin = await loadPlugin(config, manifest);
  const { files } = await validatePlugin(plugin, reporter);
  // Not Intl.ListFormat: its data takes 20 ms to load, a tenth of this command's time.
  process.stdout.write(`${files.join(' and ')}: valid (${plugin.loaded.config.strategy})\n`);
}
