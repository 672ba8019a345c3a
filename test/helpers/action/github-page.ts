import rehypeRaw from 'rehype-raw';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

/* How GitHub shows Markdown: GFM with raw HTML, and GitHub's rules for elements and attributes. */

type Node = ReturnType<typeof treeOf>['children'][number];

/** An element of the page. */
export interface PageElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** The text in it, as a browser shows it. */
  readonly text: string;
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize, defaultSchema)
  .use(rehypeStringify);

/** The HTML of the page. */
export function pageHtml(markdown: string): string {
  return processor.stringify(treeOf(markdown));
}

/** The elements of a name in the page, in order. */
export function elementsOf(markdown: string, name: string): readonly PageElement[] {
  return elements(treeOf(markdown).children).filter((element) => element.name === name);
}

/** The names of all elements of the page. */
export function elementNames(markdown: string): ReadonlySet<string> {
  return new Set(elements(treeOf(markdown).children).map(({ name }) => name));
}

/** The texts outside of code in which GitHub looks for mentions, references and emoji: a run that ends at an element. */
export function linkedTexts(markdown: string): readonly string[] {
  return textRuns(treeOf(markdown).children);
}

/** The texts of the cells of each table, row by row. */
export function tablesOf(markdown: string): readonly (readonly (readonly string[])[])[] {
  return elementNodes(treeOf(markdown).children, 'table').map((table) =>
    elementNodes(table.children, 'tr').map((row) =>
      row.children.flatMap((cell) => (cell.type === 'element' ? [textOf(cell)] : [])),
    ),
  );
}

function treeOf(markdown: string) {
  return processor.runSync(processor.parse(markdown));
}

function elements(nodes: readonly Node[]): PageElement[] {
  return nodes.flatMap((node) =>
    node.type === 'element'
      ? [{ name: node.tagName, attributes: node.properties, text: textOf(node) }, ...elements(node.children)]
      : [],
  );
}

function elementNodes(nodes: readonly Node[], name: string): Extract<Node, { type: 'element' }>[] {
  return nodes.flatMap((node) =>
    node.type === 'element' ? [...(node.tagName === name ? [node] : []), ...elementNodes(node.children, name)] : [],
  );
}

function textRuns(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return [node.value];
    if (node.type !== 'element' || node.tagName === 'code' || node.tagName === 'pre' || node.tagName === 'a') return [];
    return textRuns(node.children);
  });
}

function textOf(node: Node): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}
