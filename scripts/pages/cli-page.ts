import { allCommands, type CommandNode, type OptionNode, type ValueNode } from '../../src/cli/command-tree.ts';
import { partsOf, sentence } from './help-sections.ts';

/** docs/cli.md: the help of all commands. */
export function cliPage(program: CommandNode): string {
  const [first, ...commands] = allCommands(program);
  if (first === undefined) return '';
  return `# The command line

<!-- Generated from the commands by scripts/pages/write.ts. Change the help of the command in src/cli/ instead. -->

\`fledge help COMMAND\` shows the same on a terminal, and \`man fledge-COMMAND\` after \`npm install -g\`. The JSON of \`--json\` is described
in [json.md](json.md).

${sentence(program.description)}

| command | what it does |
|---|---|
${commands.map((command) => `| [\`${command.path.join(' ')}\`](#${anchorOf(command)}) | ${cell(sentence(command.description))} |\n`).join('')}
${bodyOf(first)}
${commands.map((command) => `## ${command.path.join(' ')}\n\n${sentence(command.description)}\n\n    ${command.usage}\n\n${bodyOf(command)}`).join('\n')}`.replace(
    /\n+$/,
    '\n',
  );
}

/** As GitHub makes it from a heading. */
function anchorOf({ path }: CommandNode): string {
  return path.join('-').toLowerCase();
}

/** Arguments, options and text of a command. */
function bodyOf({ arguments: all, options, text }: CommandNode): string {
  const values = all.map((argument) => [`\`${argument.name}\``, describe(argument.description, argument)]);
  const switches = options.map((option) => [`\`${option.flags}\``, describeOption(option)]);
  const parts = partsOf(text).map((part) =>
    part.kind === 'paragraph'
      ? `${escaped(part.text)}\n`
      : `${escaped(part.heading)}:\n\n${part.lines.map((line) => `    ${line}\n`).join('')}`,
  );
  return [tableOf('argument', values), tableOf('option', switches), ...parts]
    .filter((block) => block !== '')
    .join('\n');
}

function tableOf(kind: string, rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  return `| ${kind} | meaning |\n|---|---|\n${rows.map((cells) => `| ${cells.map(cell).join(' | ')} |\n`).join('')}`;
}

function describeOption({ description, value }: OptionNode): string {
  return value === undefined ? escaped(sentence(description)) : describe(description, value);
}

function describe(description: string, { choices, byDefault }: ValueNode): string {
  const values = choices.length === 0 ? '' : ` Values: ${choices.map((choice) => `\`${choice}\``).join(', ')}.`;
  const standard = byDefault === undefined ? '' : ` Default: \`${byDefault}\`.`;
  return `${escaped(sentence(description))}${values}${standard}`;
}

/** Text in which Markdown finds no markup. */
function escaped(text: string): string {
  return text.replace(/[*_<>`[\]]/g, '\\$&');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
