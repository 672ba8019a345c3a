import { allCommands, type CommandNode, type OptionNode, type ValueNode } from '../command-tree.ts';

/** The completion of fish: a file `fledge.fish` in a directory of fish_complete_path. */
export function fishCompletion(program: CommandNode): string {
  const commands = allCommands(program);
  const names = commands.slice(1).map(({ path }) => quoted(path.join(' ')));
  return `# Completion of fledge for fish: fledge completion fish > ~/.config/fish/completions/fledge.fish

# Whether the command line so far has this command, such as "fledge build".
function __fledge_is --argument-names wanted
    set -l command fledge
    for word in (commandline -opc)[2..]
        contains -- "$command $word" ${names.join(' ')}; and set command "$command $word"
    end
    test "$command" = "$wanted"
end

complete -c fledge -f
${commands.map(linesOf).join('')}`;
}

function linesOf({ path, commands, options, arguments: all }: CommandNode): string {
  const start = `complete -c fledge -n ${quoted(`__fledge_is ${quoted(path.join(' '))}`)}`;
  const named = commands.map(({ name, description }) => `${start} -a ${name} -d ${quoted(description)}\n`);
  const values = all.map((argument) => `${start}${valueText(argument)}\n`);
  return [...named, ...values, ...options.map((option) => `${start}${optionText(option)}\n`)].join('');
}

function optionText({ short, long, description, value }: OptionNode): string {
  const names = [short && ` -s ${short.slice(1)}`, long && ` -l ${long.slice(2)}`].join('');
  const needed = value?.required !== true ? '' : value.kind === 'file' ? ' -r' : ' -x';
  return `${names}${needed}${value === undefined ? '' : valueText(value)} -d ${quoted(description)}`;
}

function valueText({ kind, choices }: ValueNode): string {
  switch (kind) {
    case 'choice':
      return ` -a ${quoted(choices.join(' '))}`;
    case 'file':
      return ' -F';
    case 'directory':
      return " -a '(__fish_complete_directories)'";
    case 'text':
      return '';
  }
}

/** A word in single quotes; fish has no other escapes in them. */
function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
