import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/* The Markdown pages of the repository, and the parts of them that tests check. */

export const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));

/** Pages of the tests' own data, and those that no reader opens. */
const OTHER_DIRECTORIES = new Set(['.git', 'node_modules', 'dist', 'test', 'bench', 'src', 'scripts', 'build']);

/** A part of a page between two lines of backticks. */
export interface Block {
  /** Path of the page, relative to the repository. */
  readonly page: string;
  /** Line of the opening backticks, counted from 1. */
  readonly line: number;
  /** Word after the opening backticks; empty if there is none. */
  readonly language: string;
  readonly text: string;
}

/** Paths of all pages, relative to the repository, sorted. */
export function pages(directory = ''): readonly string[] {
  return readdirSync(join(REPOSITORY, directory), { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return OTHER_DIRECTORIES.has(entry.name) ? [] : pages(path);
      return entry.name.endsWith('.md') ? [path] : [];
    })
    .sort();
}

export function readPage(page: string): string {
  return readFileSync(join(REPOSITORY, page), 'utf8');
}

/** The fenced blocks of a page; those in a list lose the list's indent. */
export function blocksOf(page: string): readonly Block[] {
  const blocks: Block[] = [];
  let open: { indent: string; line: number; language: string; lines: string[] } | undefined;
  for (const [index, line] of readPage(page).split('\n').entries()) {
    const [, indent = '', language = ''] = /^( *)```(\S*)/.exec(line) ?? [];
    const isFence = line.trimStart().startsWith('```');
    if (open === undefined) {
      if (isFence) open = { indent, line: index + 1, language, lines: [] };
    } else if (isFence) {
      blocks.push({ page, line: open.line, language: open.language, text: `${open.lines.join('\n')}\n` });
      open = undefined;
    } else {
      open.lines.push(line.startsWith(open.indent) ? line.slice(open.indent.length) : line);
    }
  }
  if (open !== undefined) throw new Error(`${page}:${open.line}: the block does not end`);
  return blocks;
}

/** The blocks of all pages in one of these languages. */
export function allBlocks(...languages: readonly string[]): readonly Block[] {
  return pages()
    .flatMap(blocksOf)
    .filter(({ language }) => languages.includes(language));
}

/** The links of a page that lead to a file of the repository or to a heading, as written. */
export function localLinks(page: string): readonly string[] {
  const links = [...proseOf(page).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g)];
  return links.map(([, inText, inTag]) => inText ?? inTag ?? '').filter((target) => !/^[a-z]+:/.test(target));
}

/** Reason why a link leads nowhere, or undefined if it leads to a file and, with `#`, to one of its headings. */
export function brokenLink(page: string, link: string): string | undefined {
  const [path = '', anchor] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(REPOSITORY, target))) return `there is no ${target}`;
  if (anchor === undefined || !target.endsWith('.md')) return;
  return anchorsOf(target).has(anchor) ? undefined : `${target} has no heading #${anchor}`;
}

/** The anchors that GitHub makes of the headings of a page. */
function anchorsOf(page: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of proseOf(page).matchAll(/^#{1,6} (.*)$/gm)) {
    const base = slugOf(heading);
    let anchor = base;
    for (let count = 1; anchors.has(anchor); count++) anchor = `${base}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

function slugOf(heading: string): string {
  const text = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').trim();
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
}

/** A page without its fenced blocks. */
export function proseOf(page: string): string {
  return readPage(page).replaceAll(/^( *)```.*?^ *```$/gms, '');
}
