import { Command } from 'commander';
import { VERSION } from '../support/about.ts';
import { FledgeError } from '../support/errors.ts';
import { nearest } from '../support/suggest.ts';
import { defineBoot } from './boot.ts';
import { defineBuild } from './build.ts';
import { defineCache } from './cache.ts';
import { defineCompletion } from './completion.ts';
import { defineDiff } from './diff.ts';
import { defineExtract } from './extract.ts';
import { defineHelp } from './help.ts';
import { defineInit } from './init.ts';
import { defineInspect } from './inspect.ts';
import { defineLock } from './lock.ts';
import { definePlan } from './plan.ts';
import { defineSbom } from './sbom.ts';
import { defineSchema } from './schema.ts';
import type { Session } from './session.ts';
import { commandFor } from './synonyms.ts';
import { defineValidate } from './validate.ts';
import { defineVersion } from './version.ts';

/** The commands, in the order in which --help lists them. */
const COMMANDS = [
  defineInit,
  defineBuild,
  defineValidate,
  defineLock,
  defineInspect,
  defineExtract,
  defineDiff,
  defineSbom,
  defineBoot,
  definePlan,
  defineCache,
  defineSchema,
  defineCompletion,
  defineVersion,
  // The last one, because it lists the others.
  defineHelp,
];

/** The whole command line. With `isJsonLog`, errors in the arguments are written to the session's log. */
export function createProgram(session: Session, isJsonLog: boolean): Command {
  const program = new Command('fledge')
    .description('Builds bootable microVM plugins for Volant from a fledge.toml.')
    .version(VERSION, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .exitOverride()
    // Commander suggests any name with a few common letters, such as schema for check.
    .showSuggestionAfterError(false)
    .configureOutput({
      outputError: (text, write) => {
        const suggestion = suggestionFor(text, program);
        const complaint = complaintOf(text, suggestion);
        if (isJsonLog) session.reporter.error(complaint);
        else write(text.replace(/\n$/, `${suggestion}\n`));
        session.printError(complaint);
      },
      // In JSON, the error itself contains the advice to read the help.
      ...(isJsonLog && { writeErr: () => {} }),
    })
    .showHelpAfterError('(run fledge --help for usage)')
    .addHelpText(
      'after',
      `
Examples:
  fledge init --image nginx:alpine  write ./fledge.toml and ./manifest.toml
  fledge build                      build the plugin of ./fledge.toml
  fledge lock                       pin the open sources of ./fledge.toml
  fledge validate                   check ./fledge.toml and ./manifest.toml only
  fledge inspect plugin.cpio.gz     list the entries of an artifact
  fledge extract nginx.img -C out   extract the files of an artifact
  fledge plan 'plugins/*'           list the plugins below plugins/
  fledge diff dist other/dist       compare the files of two builds

Environment:
  SOURCE_DATE_EPOCH         time of the files in an artifact, in seconds (default 1704067200)
  FLEDGE_CACHE_DIR          directory of the download cache (default $XDG_CACHE_HOME/fledge or ~/.cache/fledge)
  FLEDGE_CACHE_MAX_SIZE     size limit of the download cache, such as 5G, or unlimited (default 10G)
  GITHUB_TOKEN              used for GitHub's release API only
  FLEDGE_GITHUB_TOKEN_FILE  a file with that token
  FLEDGE_GITHUB_API_URL     URL of another API, such as that of a GitHub Enterprise server
  HTTP_PROXY, HTTPS_PROXY, NO_PROXY  proxies
  NO_COLOR                  no colours on a terminal

Exit status:
  0  the command did what was asked
  1  it failed; fledge diff: the two differ
  2  the config or the command line is wrong`,
    );
  for (const define of COMMANDS) define(program, session);
  return program;
}

/** A line with the most similar command or option, if commander reports an unknown one and there is a similar one. */
function suggestionFor(complaint: string, { commands }: Command): string {
  const [, kind, name = ''] = /^error: unknown (command|option) '([^'=]*)/.exec(complaint) ?? [];
  if (kind === undefined) return '';
  const [, , first, second] = process.argv;
  const command = commands.find((candidate) => candidate.name() === first);
  const group = command !== undefined && command.commands.length > 0 ? command : undefined;
  const asked = group === undefined ? command : group.commands.find((candidate) => candidate.name() === second);
  const known =
    kind === 'command'
      ? (group?.commands ?? commands).map((candidate) => candidate.name())
      : (asked?.options ?? []).flatMap(({ hidden, long }) => (hidden || long === undefined ? [] : [long.slice(2)]));
  const word = name.replace(/^-+/, '');
  const synonym = kind === 'command' ? commandFor(word) : undefined;
  const best = synonym ?? nearest(word, known) ?? known.find((other) => word.length >= 4 && other.endsWith(`-${word}`));
  return best === undefined ? '' : `\n(Did you mean ${kind === 'option' ? '--' : ''}${best}?)`;
}

/** Converts an error message of commander to a FledgeError. */
function complaintOf(text: string, suggestion: string): FledgeError {
  const message = text.replace(/^error: /, '').trim();
  const near = suggestion.replace(/^\n\(Did (.*)\)$/, 'did $1 ');
  return new FledgeError('usage', message, { fix: `${near}fledge --help lists commands and options`.trim() });
}
