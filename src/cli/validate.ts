import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { hostPlatform, type Platform } from '../support/platform.ts';
import { collectWarnings, requireNoWarnings } from '../support/report/warning.ts';
import { createConfigCommand, jsonOption, manifestOption, platformOption } from './common-options.ts';
import { forEachConfig } from './each-config.ts';
import type { ValidateDocument } from './json/plugin.ts';
import { namedConfigs } from './named-configs.ts';
import type { Session } from './session.ts';

interface ValidateOptions {
  readonly config?: string;
  readonly manifest?: string;
  readonly platform?: Platform;
  readonly strict?: boolean;
  readonly json?: boolean;
}

/** `fledge validate`. */
export function defineValidate(program: Command, session: Session): Command {
  return createConfigCommand(
    { program, session },
    'validate',
    'check fledge.toml and the manifest template without a build',
  )
    .addOption(manifestOption())
    .addOption(platformOption())
    .option('--strict', 'fail if there is a warning')
    .addOption(jsonOption('the result'))
    .addHelpText(
      'after',
      `
Every problem is reported at once, with its line. Nothing is downloaded.

Examples:
  fledge validate
  fledge validate --strict                      fail if there is a warning
  fledge validate plugins/web --json
  fledge validate 'plugins/*'`,
    )
    .action((args: string[], options: ValidateOptions) => runValidate(args, options, session));
}

/** Checks the files of the plugins, and prints their names. */
async function runValidate(args: readonly string[], options: ValidateOptions, session: Session): Promise<void> {
  const { json, manifest } = options;
  const { configs, isOne } = await namedConfigs(args, options.config);
  const print = ({ result, text }: Valid): Promise<void> =>
    json ? session.printJson(result) : session.printSummary(`${text}\n`);
  const [first] = configs;
  if (isOne && first !== undefined) return print(await validate(first, manifest, { options, session }));
  await forEachConfig(configs, { session, json }, async (config) => {
    const template = manifest === undefined ? undefined : join(dirname(config), manifest);
    const { result, text } = await validate(config, template, { options, session });
    if (!json) await session.printSummary(`${text}\n`);
    return result;
  });
}

/** The result for programs, and for people. */
interface Valid {
  readonly result: ValidateDocument;
  readonly text: string;
}

async function validate(
  config: string,
  manifest: string | undefined,
  { options, session }: { readonly options: ValidateOptions; readonly session: Session },
): Promise<Valid> {
  const [{ validatePlugin }, { loadPlugin }] = await Promise.all([
    import('../recipe/verify/validate.ts'),
    import('../recipe/plugin.ts'),
  ]);
  const plugin = await loadPlugin(config, manifest);
  const { reporter, warnings } = collectWarnings(session.reporter);
  const { platform = hostPlatform(), strict } = options;
  const { files } = await validatePlugin(plugin, { platform, env: process.env, reporter });
  if (strict === true) requireNoWarnings(warnings, plugin.loaded.file);
  const { strategy } = plugin.loaded.config;
  return {
    result: { valid: true, name: plugin.name, strategy, files, warnings },
    // Not Intl.ListFormat: its data takes 20 ms to load, a tenth of this command's time.
    text: `${files.join(' and ')}: valid (${strategy})`,
  };
}
