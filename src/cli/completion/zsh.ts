import { type ArgumentNode, allCommands, type CommandNode, type OptionNode, type ValueNode } from '../command-tree.ts';
import { namesOf, shellQuoted } from './words.ts';

/** The completion of zsh: a file `_fledge` in a directory of fpath, or sourced after compinit. */
export function zshCompletion(program: CommandNode): string {
  return `#compdef fledge
# Completion of fledge for zsh: fledge completion zsh > DIRECTORY_OF_FPATH/_fledge

${allCommands(program).map(functionOf).join('\n')}
if [[ \${funcstack[1]} == _fledge ]]; then
  _fledge "$@"
else
  compdef _fledge fledge
fi
`;
}

function functionOf({ path, options, commands, arguments: all }: CommandNode): string {
  const name = functionNameOf(path);
  const specs = options.flatMap(optionSpecs);
  if (commands.length === 0) {
    return `${name}() {\n  _arguments -s -S \\\n${linesOf([...specs, ...all.map(argumentSpec)])}\n}\n`;
  }
  const list = commands.map((command) => `        ${shellQuoted(`${escaped(command.name)}:${command.description}`)}\n`);
  const cases = commands.map((command) => `        ${command.name}) ${functionNameOf(command.path)} ;;\n`);
  return `${name}() {
  local context state state_descr line ret=1
  typeset -A opt_args
  _arguments -C \\
${linesOf([...specs, shellQuoted('1: :->command'), shellQuoted('*:: :->arguments')])} && ret=0
  case $state in
    command)
      local -a commands=(
${list.join('')}      )
      _describe -t commands 'command of ${path.join(' ')}' commands && ret=0
      ;;
    arguments)
      case $line[1] in
${cases.join('')}      esac
      ret=0
      ;;
  esac
  return ret
}
`;
}

function functionNameOf(path: readonly string[]): string {
  return `_${path.join('_')}`;
}

function linesOf(specs: readonly string[]): string {
  return specs.map((spec) => `    ${spec}`).join(' \\\n');
}

/** One specification for each name of an option; each excludes the other. */
function optionSpecs(option: OptionNode): string[] {
  const names = namesOf(option);
  return names.map((name) => {
    // `--output=file` and `--output file` for long names, `-o file` and `-ofile` for short ones.
    const joint = option.value === undefined ? '' : name.startsWith('--') ? '=' : '+';
    const excluded = names.length === 1 ? '' : `(${names.join(' ')})`;
    const value = option.value === undefined ? '' : `${option.value.required ? ':' : '::'}${actionOf(option.value)}`;
    return shellQuoted(`${excluded}${name}${joint}[${escaped(option.description)}]${value}`);
  });
}

function argumentSpec(argument: ArgumentNode): string {
  return shellQuoted(`${argument.variadic ? '*' : ''}${argument.required ? ':' : '::'}${actionOf(argument)}`);
}

/** The message and the action of a value. */
function actionOf({ name, kind, choices }: ValueNode): string {
  const action = { choice: `(${choices.map(escaped).join(' ')})`, file: '_files', directory: '_files -/', text: ' ' }[
    kind
  ];
  return `${escaped(name)}:${action}`;
}

/** Text inside a specification, in which brackets and colons have a meaning. */
function escaped(text: string): string {
  return text.replace(/[\\[\]:]/g, '\\$&');
}
