import { printable } from '../byte-string.ts';

/**
 * Escapes text so that GitHub's runner prints it without interpreting it. The runner executes a line of a step's output
 * as a command if it begins with `::` after white space, or contains `##[` (actions/runner, ActionCommand.cs). Names of
 * images and files and the output of tools and machines are untrusted. A space makes a command plain text, and every
 * character that could end a line or control a terminal becomes `\xHH`; line breaks remain.
 */
export function escapeCommands(text: string): string {
  return withoutCommands(printable(text));
}

/** The same for text whose names are printable, and which can have colours. */
function withoutCommands(text: string): string {
  return text.replace(/^(\s*):(?=:)/gm, '$1: ').replaceAll('##[', '## [');
}

/** The same if the output of this process is read by a runner of GitHub Actions. */
export function safeOnRunner(text: string): string {
  return process.env['GITHUB_ACTIONS'] === 'true' ? withoutCommands(text) : text;
}
