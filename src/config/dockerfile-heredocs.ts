import { DockerfileProblem } from './dockerfile-problem.ts';

/** A heredoc, whose body follows its instruction. */
export interface Heredoc {
  /** The line that ends the body. */
  readonly name: string;
  /** True if tabs at the start of that line do not count (`<<-`). */
  readonly stripsTabs: boolean;
}

/** A heredoc as BuildKit and imagebuilder find it: a whole word, with an optional number of a file descriptor. */
const HEREDOC = /^\d*<<-?[^<]/;
/** A variable that all versions evaluate, in one word. */
const PLAIN_VARIABLE = /\$\{\w+(?::[-+][\w./-]*)?\}/g;
/** A heredoc that all versions find, with the name as it is written. */
const PLAIN_HEREDOC = /^\d*<<(-?)(["']?)([\w.-]+)\2$/;

/**
 * The heredocs that an instruction begins, in the order of their bodies. They are words outside of quotes, so that
 * `echo "<<EOF"` and `$((1<<2))` are none.
 *
 * @throws DockerfileProblem if it is not clear which words are heredocs.
 */
export function heredocsIn(text: string, line: number): readonly Heredoc[] {
  if (!text.includes('<<')) return [];
  const words = shellWords(text);
  const candidates = words?.filter((word) => HEREDOC.test(word) && !word.slice(word.indexOf('<<') + 2).includes('<'));
  if (candidates?.length === 0) return [];
  // Builders ignore the heredocs of a line with a variable that they cannot evaluate.
  const isClear = !text.replace(PLAIN_VARIABLE, '').includes('${');
  const found = (candidates ?? []).flatMap((word) => {
    const [, tabs, , name] = PLAIN_HEREDOC.exec(word) ?? [];
    return name === undefined ? [] : [{ name, stripsTabs: tabs === '-' }];
  });
  if (isClear && found.length === candidates?.length) return found;
  const message = 'builders differ in whether "<<" begins a heredoc here; write the line differently';
  throw new DockerfileProblem(line, message);
}

/** The words of a shell command with their quotes and escapes; undefined if a quote is not closed. */
function shellWords(text: string): readonly string[] | undefined {
  const words: string[] = [];
  let word = '';
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote === '' && /[\s\u0085]/.test(character)) {
      words.push(word);
      word = '';
      continue;
    }
    word += character;
    if (character === '\\' && quote !== "'") {
      at += 1;
      word += text.charAt(at);
    } else if (character === quote) quote = '';
    else if (quote === '' && (character === '"' || character === "'")) quote = character;
  }
  return quote === '' ? [...words, word] : undefined;
}
