/* The commands of a shell block, for tests that check them without running them. */

/** A comment, an operator, a redirection or a word, after spaces. */
const TOKEN =
  / *(?:(?<comment>#[^\n]*)|(?<operator>[\n;|&(){}]+)|\d?[<>]+&? *(?:"[^"]*"|[^\s;|&]+)|(?<word>(?:'[^']*'|"(?:\\.|\$\([^)]*\)|[^"\\])*"|\$\([^)]*\)|\$\{[^}]*\}|\\.|[^\s;|&(){}<>'"\\])+))/y;

/**
 * The words of each simple command of a shell text, also of those in `$(…)`. Redirections, here-documents, assignments and
 * `sudo` in front are left out. Enough for the commands of our documents: no loops and no functions.
 *
 * @throws Error at a text that is not of this kind.
 */
export function commandsOf(text: string): readonly (readonly string[])[] {
  const line = withoutHereDocuments(text.replaceAll(/\\\n\s*/g, ' ')).trimEnd();
  const commands: string[][] = [[]];
  const token = new RegExp(TOKEN);
  while (token.lastIndex < line.length) {
    const start = token.lastIndex;
    const match = token.exec(line);
    if (match === null) throw new Error(`cannot split the command at ${JSON.stringify(line.slice(start, start + 40))}`);
    const { operator, word } = match.groups ?? {};
    if (operator !== undefined) commands.push([]);
    if (word === undefined) continue;
    commands.at(-1)?.push(unquoted(word));
    for (const [, inner = ''] of word.matchAll(/\$\(([^)]*)\)/g)) {
      commands.splice(-1, 0, ...commandsOf(inner).map((words) => [...words]));
    }
  }
  return commands.map(withoutPrefix).filter((words) => words.length > 0);
}

function unquoted(word: string): string {
  return word.replaceAll(
    /'([^']*)'|"((?:\\.|\$\([^)]*\)|[^"\\])*)"|\\(.)/g,
    (_, ...groups: readonly (string | undefined)[]) => {
      return groups.slice(0, 3).find((group) => group !== undefined) ?? '';
    },
  );
}

function withoutHereDocuments(text: string): string {
  return text.replaceAll(/<<-? *'?(\w+)'?([^\n]*)\n.*?^\1$/gms, '$2');
}

function withoutPrefix(words: readonly string[]): readonly string[] {
  const start = words.findIndex((word) => !/^[A-Z_]+=/.test(word) && word !== 'sudo');
  return start < 0 ? [] : words.slice(start);
}
