import { shortened } from '../support/errors.ts';
import type { Activity } from '../support/report/activity.ts';
import { shellWord } from '../support/text.ts';
import { redactUrl, withoutTokens } from './redact.ts';

/** Characters of a word; scripts are longer. */
const MAX_WORD = 200;

/** An activity as a line for a log, without secrets. */
export function activityText(activity: Activity): string {
  switch (activity.kind) {
    case 'command':
      return `$ ${commandText([activity.file, ...activity.args])}`;
    case 'tool':
      return `${activity.name} ${activity.version} is ${activity.path}`;
    case 'request':
      return `${activity.method} ${redactUrl(activity.url)}: ${activity.status}`;
  }
}

/** A command as it is typed in a shell. Values of build arguments are left out: they can be secrets. */
function commandText(words: readonly string[]): string {
  return words
    .map((word, index) => (words[index - 1] === '--build-arg' ? word.replace(/=.*$/s, '=…') : redactWord(word)))
    .map((word) => shellWord(shortened(word, MAX_WORD)))
    .join(' ');
}

function redactWord(word: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/\S*$/i.test(word) ? redactUrl(word) : withoutTokens(word);
}
