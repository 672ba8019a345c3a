import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseDuration, parseSize } from '../support/units.ts';
import type { JsonOption, PruneCommandOptions, VerifyCommandOptions } from './cache-commands.ts';
import { createCommand, jsonOption } from './common-options.ts';
import type { Session } from './session.ts';

/** `fledge cache` with its commands. */
export function defineCache(program: Command, session: Session): Command {
  const cache = program
    .command('cache')
    .description('show, prune or verify the cache of downloads and image layers')
    .usage('<command> [options]')
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .showHelpAfterError('(run fledge cache --help for usage)')
    .addHelpText(
      'after',
      `
The cache has at most 10 GiB, or FLEDGE_CACHE_MAX_SIZE (such as 5G, or unlimited). A build that adds files to it removes the least
recently used ones. Files that a running build uses stay.

Examples:
  fledge cache list
  fledge cache prune --older-than 30d
  fledge cache prune --max-size 2G --dry-run
  fledge cache verify`,
    );
  const define = (name: string, description: string, json: string): Command =>
    createCommand({ program: cache, session }, name, description).addOption(jsonOption(json));
  const examples = (...lines: readonly string[]): string =>
    `\nExamples:\n${lines.map((line) => `  ${line}`).join('\n')}`;
  define('dir', 'print the directory of the cache', 'the directory')
    .addHelpText('after', examples('du -sh "$(fledge cache dir)"'))
    .action(async (options: JsonOption) => {
      const { runDir } = await import('./cache-commands.ts');
      await runDir(options, session);
    });
  define('size', 'print the size of the cache', 'the size and its limit')
    .addHelpText('after', examples('fledge cache size'))
    .action(async (options: JsonOption) => {
      const { runSize } = await import('./cache-commands.ts');
      await runSize(options, session);
    });
  define('list', 'list the files, the last used one first', 'the files')
    .addHelpText(
      'after',
      examples('fledge cache list', "fledge cache list --json | jq -r '.files[] | select(.size > 1e8) | .path'"),
    )
    .action(async (options: JsonOption) => {
      const { runList } = await import('./cache-commands.ts');
      await runList(options, session);
    });
  define('prune', 'remove files that no running build uses', 'the removed files')
    .addOption(olderThanOption())
    .addOption(maxSizeOption())
    .addOption(new Option('--all', 'remove all files').conflicts(['olderThan', 'maxSize']))
    .option('--dry-run', 'only print what would be removed')
    .addHelpText(
      'after',
      `\nWithout --older-than, --max-size and --all, the cache is pruned to its size limit.\n${examples('fledge cache prune', 'fledge cache prune --older-than 30d --dry-run')}`,
    )
    .action(async (options: PruneCommandOptions) => {
      const { runPrune } = await import('./cache-commands.ts');
      await runPrune(options, session);
    });
  define('verify', 'compare each file with its digest, and remove damaged ones', 'the damaged files')
    .option('--dry-run', 'only report damaged files')
    .addHelpText('after', `\nThe exit status is 1 if a file is damaged.\n${examples('fledge cache verify')}`)
    .action(async (options: VerifyCommandOptions) => {
      const { runVerify } = await import('./cache-commands.ts');
      await runVerify(options, session);
    });
  return cache;
}

function olderThanOption(): Option {
  const help = 'remove files that were not used for this time, such as 30d, 12h or 2w';
  return new Option('--older-than <time>', help).argParser((text) => {
    const milliseconds = parseDuration(text);
    if (milliseconds !== undefined) return milliseconds;
    throw new InvalidArgumentError('It must be a time such as 30d, 12h or 2w.');
  });
}

function maxSizeOption(): Option {
  const help = 'remove the least recently used files above this size, such as 5G or 500M';
  return new Option('--max-size <size>', help).argParser((text) => {
    const bytes = parseSize(text);
    if (bytes !== undefined) return bytes;
    throw new InvalidArgumentError('It must be a size such as 5G or 500M.');
  });
}
