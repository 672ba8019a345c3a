import { printable } from '../../support/byte-string.ts';

/**
 * Text that the runner prints and never obeys. It reads every line of an action's output, and takes one that begins
 * with `::`, after white space, or has `##[` anywhere, for a command to it (actions/runner, ActionCommand.cs). Names of
 * images and files and what tools say come from others. A space makes them text, and every character that could end a
 * line or steer a terminal becomes `\xHH`; line breaks stay.
 */
export function inert(text: string): string {
  return printable(text)
    .replace(/^(\s*):(?=:)/gm, '$1: ')
    .replaceAll('##[', '## [');
}
