/**
 * Writes the tables of inputs and outputs in docs/action.md from action.yml.
 *
 *   node scripts/action-tables.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

interface Described {
  readonly description: string;
  readonly default?: string;
}

const file = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** The page with the tables that action.yml makes. */
export function pageWithTables(page: string, actionYml: string): string {
  const { inputs, outputs }: Record<'inputs' | 'outputs', Record<string, Described>> = parse(actionYml);
  const inputRows = Object.entries(inputs).map(([name, { description, default: byDefault }]) => [
    `\`${name}\``,
    byDefault === undefined ? '' : `\`${byDefault.replace(/^\$\{\{ (.*) \}\}$/, '$1')}\``,
    cell(description),
  ]);
  const outputRows = Object.entries(outputs).map(([name, { description }]) => [`\`${name}\``, cell(description)]);
  return between(
    between(page, 'inputs', tableOf(['input', 'default', 'meaning'], inputRows)),
    'outputs',
    tableOf(['output', 'meaning'], outputRows),
  );
}

function between(text: string, name: string, content: string): string {
  const pattern = new RegExp(`(<!-- ${name} from action\\.yml -->\n).*?(<!-- end of ${name} -->)`, 's');
  if (!pattern.test(text)) throw new Error(`docs/action.md has no place for the table of ${name}`);
  return text.replace(pattern, (_, start: string, end: string) => `${start}${content}${end}`);
}

function cell(text: string): string {
  return text.trim().replaceAll('\n', ' ').replaceAll('|', '\\|');
}

function tableOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = file('docs/action.md');
  writeFileSync(path, pageWithTables(readFileSync(path, 'utf8'), readFileSync(file('action.yml'), 'utf8')));
}
