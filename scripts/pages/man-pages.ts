import { allCommands, type CommandNode, type OptionNode, type ValueNode } from '../../src/cli/command-tree.ts';
import { VERSION } from '../../src/support/about.ts';
import { configManPage } from './config-man-page.ts';
import { partsOf, rowsOf, sentence } from './help-sections.ts';
import { bold, italic, ManPage, plain } from './roff.ts';

/** All man pages by the names of their files, such as `fledge-build.1`. */
export function allManPages(program: CommandNode): ReadonlyMap<string, string> {
  return new Map([...manPages(program), ['fledge.toml.5', configManPage()]]);
}

/** package.json with the list of the man pages, which npm links. It has neither globs nor directories for that. */
export function packageWithManPages(manifest: string, program: CommandNode): string {
  const list = [...allManPages(program).keys()].map((name) => `    "dist/man/${name}"`).join(',\n');
  return manifest.replace(/("man": \[\n)[^\]]*(\n {2}\])/, (_, start: string, end: string) => `${start}${list}${end}`);
}

function manPages(program: CommandNode): ReadonlyMap<string, string> {
  const commands = allCommands(program);
  const names = commands.map(nameOf);
  return new Map(
    commands.map((command) => {
      const others = [
        ...names.filter((name) => name !== nameOf(command)).map((name) => `${name}(1)`),
        'fledge.toml(5)',
      ];
      return [`${nameOf(command)}.1`, pageOf(command, others)];
    }),
  );
}

function nameOf({ path }: CommandNode): string {
  return path.join('-');
}

function pageOf(command: CommandNode, others: readonly string[]): string {
  const { path, usage, description, options, commands, arguments: all } = command;
  const page = new ManPage(nameOf(command), 1, `fledge ${VERSION}`);
  // One line, which apropos(1) and whatis(1) show: a shorter one than that of --help.
  const summary = description.replace(/\.$|[,:] .*$/, '');
  page.section('Name').raw(`${plain(nameOf(command))} \\- ${plain(summary)}`);
  page
    .section('Synopsis')
    .raw(`.B ${plain(path.join(' '))}`)
    .text(usage.slice(path.join(' ').length + 1));
  const parts = partsOf(command.text);
  page.section('Description').text(sentence(description));
  for (const part of parts) if (part.kind === 'paragraph') page.paragraph(part.text);
  if (commands.length > 0) page.section('Commands');
  for (const child of commands) page.term(`${bold(nameOf(child))}(1)`, sentence(child.description));
  if (all.length > 0) page.section('Arguments');
  for (const argument of all) page.term(italic(argument.name), describe(argument.description, argument));
  page.section('Options');
  for (const option of options) page.term(termOf(option), describeOption(option));
  for (const part of parts) if (part.kind === 'section') addSection(page, part.heading, part.lines);
  page.section('See also').text(others.join(', '));
  return page.toString();
}

function addSection(page: ManPage, heading: string, lines: readonly string[]): void {
  page.section(heading);
  const rows = heading === 'Examples' ? undefined : rowsOf(lines);
  if (rows === undefined) page.example(lines);
  for (const [name, text] of rows ?? []) page.term(bold(name), sentence(text));
}

function termOf({ short, long, value }: OptionNode): string {
  const names = [short, long].filter((name) => name !== undefined).map(bold);
  if (value === undefined) return names.join(', ');
  return `${names.join(', ')} ${value.required ? italic(value.name) : `[${italic(value.name)}]`}`;
}

function describeOption({ description, value }: OptionNode): string {
  return value === undefined ? sentence(description) : describe(description, value);
}

function describe(description: string, { choices, byDefault }: ValueNode): string {
  const values = choices.length === 0 ? '' : ` Values: ${choices.join(', ')}.`;
  const standard = byDefault === undefined ? '' : ` Default: ${byDefault}.`;
  return `${sentence(description)}${values}${standard}`;
}
