/** An instruction of a Dockerfile. */
export interface Instruction {
  /** In upper case. */
  readonly name: string;
  readonly words: readonly string[];
  /** The first and the last line, from 1. */
  readonly line: number;
  readonly lastLine: number;
}

const HEREDOC = /^\d*<<-?(["']?)([A-Za-z_][\w.-]*)\1$/;

/** The instructions of a Dockerfile: continued lines joined, without comments and the contents of here-documents. */
export function* instructionsOf(source: string): Generator<Instruction, void, undefined> {
  const lines = source.replace(/^\ufeff/, '').split(/\r?\n/);
  const escapeCharacter = /^#\s*escape\s*=\s*`\s*$/im.test(lines.slice(0, 10).join('\n')) ? '`' : '\\';
  for (let at = 0; at < lines.length; at += 1) {
    const line = at + 1;
    let text = '';
    for (let more = true; more && at < lines.length; ) {
      const piece = lines[at] ?? '';
      const isSkipped = piece.trim() === '' || piece.trimStart().startsWith('#');
      const trimmed = piece.trimEnd();
      more = isSkipped ? text !== '' : trimmed.endsWith(escapeCharacter);
      if (!isSkipped) text += more ? `${trimmed.slice(0, -1)} ` : trimmed;
      if (more) at += 1;
    }
    const [name = '', ...words] = text.split(/\s+/).filter((word) => word !== '');
    if (name === '') continue;
    yield { name: name.toUpperCase(), words, line, lastLine: at + 1 };
    if (!/^(?:RUN|COPY|ADD)$/i.test(name)) continue;
    for (const word of words) {
      const end = HEREDOC.exec(word)?.[2];
      if (end === undefined) continue;
      do at += 1;
      while (at < lines.length && lines[at]?.trim() !== end);
    }
  }
}
