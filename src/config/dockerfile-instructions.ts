/*
 * The instructions of a Dockerfile, as all builders read them: BuildKit (frontend/dockerfile/parser) and the parser of
 * podman and buildah (openshift/imagebuilder). Text that they read differently is a problem, because an instruction that
 * fledge does not see can name an image that is not pinned.
 */

import { heredocsIn } from './dockerfile-heredocs.ts';
import { DockerfileProblem } from './dockerfile-problem.ts';

/** An instruction of a Dockerfile, or the one that an ONBUILD contains. */
export interface Instruction {
  /** In upper case. */
  readonly name: string;
  /** The options directly after the name: `--from=x`. */
  readonly flags: readonly Word[];
  /** The words after the options. */
  readonly words: readonly Word[];
  /** All text after the name. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
  readonly hasHeredoc: boolean;
}

export interface Word {
  readonly text: string;
  /** The place in the file; undefined if the word continues on another line. */
  readonly place: Place | undefined;
}

/** Offsets in the text of a file: the first character, and the one after the last. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

const INSTRUCTIONS = new Set([
  ...['ADD', 'ARG', 'CMD', 'COPY', 'ENTRYPOINT', 'ENV', 'EXPOSE', 'FROM', 'HEALTHCHECK', 'LABEL', 'MAINTAINER'],
  ...['ONBUILD', 'RUN', 'SHELL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR'],
]);
/** Instructions with options that can name an image, and with heredocs. */
const WITH_FLAGS = new Set(['ADD', 'COPY', 'FROM', 'RUN']);
const WITH_HEREDOCS = new Set(['ADD', 'COPY', 'RUN']);

/** The characters of Go's unicode.IsSpace, as builders trim lines. */
const SPACE = '\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
const LEADING_SPACE = new RegExp(`^[${SPACE}]*`);
/** Builders separate words at these characters, and some of them at other spaces, too. */
const WORD = /[^\t\v\f\r ]+/g;
const OTHER_SPACE = /[\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/** A line of the file without its end. */
interface Line {
  readonly text: string;
  /** The offset in the file. */
  readonly start: number;
}

/**
 * The instructions of a Dockerfile: continued lines joined, without comments and the bodies of heredocs.
 *
 * @throws DockerfileProblem
 */
export function* instructionsOf(source: string): Generator<Instruction, void, undefined> {
  const lines = linesOf(source);
  const escapedBy = escapeCharacterOf(lines);
  for (let at = 0; at < lines.length; at += 1) {
    const line = at + 1;
    const pieces: Line[] = [];
    for (let isContinued = true; isContinued && at < lines.length; ) {
      const piece = lines[at] ?? { text: '', start: 0 };
      const [indent = ''] = LEADING_SPACE.exec(piece.text) ?? [];
      const isSkipped = indent.length === piece.text.length || piece.text[indent.length] === '#';
      if (isSkipped) isContinued = pieces.length > 0;
      else {
        const skip = pieces.length === 0 ? indent.length : 0;
        const text = piece.text.slice(skip);
        const end = endOfContinued(text, escapedBy, at + 1);
        isContinued = end !== undefined;
        pieces.push({ text: text.slice(0, end), start: piece.start + skip });
      }
      if (isContinued) at += 1;
    }
    const text = pieces.map((piece) => piece.text).join('');
    if (text.trim() === '') continue;
    const instruction = instructionIn(text, pieces, { line, escapedBy });
    const heredocs = WITH_HEREDOCS.has(instruction.name) ? heredocsIn(text, line) : [];
    for (const { name, stripsTabs } of heredocs) {
      const isEnd = (body: string): boolean => body.replace(stripsTabs ? /^\t+|\r+$/g : /\r+$/, '') === name;
      do at += 1;
      while (at < lines.length && !isEnd(lines[at]?.text ?? ''));
      if (at >= lines.length) throw new DockerfileProblem(line, `the heredoc ${name} has no end`);
    }
    yield { ...instruction, hasHeredoc: heredocs.length > 0 };
  }
}

function linesOf(source: string): readonly Line[] {
  const lines: Line[] = [];
  let start = source.startsWith('\ufeff') ? 1 : 0;
  for (const text of source.slice(start).split('\n')) {
    lines.push({ text: text.replace(/\r$/, ''), start });
    start += text.length + 1;
  }
  return lines;
}

/** The escape character: a directive can change it. Builders agree on a directive in the first line only. */
function escapeCharacterOf(lines: readonly Line[]): string {
  for (const [index, { text }] of lines.entries()) {
    if (!text.trimStart().startsWith('#')) break;
    const [, character] = /^\s*#\s*escape\s*=\s*(.*?)\s*$/i.exec(text) ?? [];
    if (character === undefined || character === '\\') continue;
    if (character !== '`') throw new DockerfileProblem(index + 1, 'the escape character must be \\ or `');
    if (index > 0) {
      throw new DockerfileProblem(index + 1, 'builders read "# escape" differently here; move it to the first line');
    }
    return character;
  }
  return '\\';
}

/** The length of the text before a continuation; undefined if the line is not continued. */
function endOfContinued(text: string, escapedBy: string, line: number): number | undefined {
  const trimmed = text.replace(/[ \t]+$/, '');
  if (!trimmed.endsWith(escapedBy)) return undefined;
  if (trimmed.endsWith(escapedBy + escapedBy)) {
    throw new DockerfileProblem(
      line,
      `builders read ${escapedBy}${escapedBy} at the end of a line differently; change the end`,
    );
  }
  return trimmed.length - 1;
}

/** Reads a logical line that consists of pieces of lines of the file. */
function instructionIn(
  text: string,
  pieces: readonly Line[],
  { line, escapedBy }: { readonly line: number; readonly escapedBy: string },
): Omit<Instruction, 'hasHeredoc'> {
  const places = placeFinder(pieces);
  const all = [...text.matchAll(WORD)].map((match): Word & { readonly after: number } => {
    const after = match.index + match[0].length;
    return { text: match[0], place: places(match.index, after), after };
  });
  let [first, ...rest] = all;
  if (first?.text.toUpperCase() === 'ONBUILD') [first, ...rest] = rest;
  const name = first?.text.toUpperCase() ?? '';
  if (!INSTRUCTIONS.has(name)) {
    const shown = JSON.stringify((first?.text ?? 'ONBUILD').slice(0, 40));
    throw new DockerfileProblem(line, `${shown} is not an instruction of a Dockerfile`);
  }
  const end = rest.findIndex((word) => !word.text.startsWith('--'));
  const flags = end < 0 ? rest : rest.slice(0, end);
  return {
    name,
    flags: WITH_FLAGS.has(name) ? flags.map((flag) => plainFlag(flag, escapedBy, line)) : [],
    words: end < 0 ? [] : rest.slice(end),
    text: text.slice(first?.after ?? 0),
    line,
  };
}

/** An option without quotes: builders remove them. */
function plainFlag({ text, place }: Word, escapedBy: string, line: number): Word {
  const plain = text.replace(/"([^"']*)"|'([^"']*)'/g, '$1$2');
  if (/["']/.test(plain) || plain.includes('\\') || plain.includes(escapedBy) || OTHER_SPACE.test(plain)) {
    const message = `the option ${text} has a space, an escape or nested quotes, which builders read differently; write it without`;
    throw new DockerfileProblem(line, message);
  }
  return { text: plain, place };
}

/**
 * Finds the offsets in the file of parts of a logical line, which come in order; undefined for a part that is in several
 * lines.
 */
function placeFinder(pieces: readonly Line[]): (start: number, end: number) => Place | undefined {
  let index = 0;
  let before = 0;
  return (start, end) => {
    let piece = pieces[index];
    while (piece !== undefined && start >= before + piece.text.length) {
      before += piece.text.length;
      index += 1;
      piece = pieces[index];
    }
    if (piece === undefined || end > before + piece.text.length) return undefined;
    return { start: piece.start + start - before, end: piece.start + end - before };
  };
}
