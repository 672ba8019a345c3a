import { allCommands, type CommandNode, type OptionNode, type ValueNode } from '../command-tree.ts';
import { namesOf, shellQuoted } from './words.ts';

/** The completion of bash 4 or newer. It does not need the package bash-completion. */
export function bashCompletion(program: CommandNode): string {
  const commands = allCommands(program);
  return `# Completion of fledge for bash: source <(fledge completion bash)

# Prints the kind of value of an option, given the command and the option; nothing for a switch.
_fledge_value() {
  case "$1 $2" in
${commands.flatMap((command) => command.options.flatMap((option) => valueCase(command, option))).join('')}  esac
}

# Prints the kind of an argument, given the command and the number of arguments before it.
_fledge_argument() {
  case "$1 $2" in
${commands.flatMap(argumentCases).join('')}  esac
}

# Prints the commands and the options of a command.
_fledge_words() {
  case "$1" in
${commands.map(wordsCase).join('')}  esac
}

_fledge() {
  local command=fledge option='' prefix='' count=0 index=1 only_arguments='' word kind
  local current=\${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=()
  while ((index < COMP_CWORD)); do
    word=\${COMP_WORDS[index]}
    index=$((index + 1))
    if [[ $word == = ]]; then
      # bash splits --option=value into three words.
      continue
    elif [[ $word == : ]]; then
      # It splits image:tag, too.
      index=$((index + 1))
    elif [[ -n $option && ! ( $option == '?'* && $word == -* ) ]]; then
      option=
    elif [[ -n $only_arguments ]]; then
      count=$((count + 1))
    elif [[ $word == -- ]]; then
      only_arguments=1
    elif [[ $word == -* ]]; then
      kind=$(_fledge_value "$command" "$word")
      option=\${kind:+$word}
      [[ $kind == '?'* ]] && option="?$word"
    elif [[ " $(_fledge_words "$command") " == *" $word "* ]]; then
      command="$command $word"
    else
      count=$((count + 1))
    fi
  done
  [[ $current == = ]] && current=
  if [[ $option == '?'* && $current == -* ]]; then option=; fi
  option=\${option#'?'}
  if [[ -z $option && -z $only_arguments && $current == --*=* ]]; then
    # Only if COMP_WORDBREAKS has no equals sign.
    option=\${current%%=*}
    prefix=$option=
    current=\${current#*=}
  fi

  if [[ -n $option ]]; then
    kind=$(_fledge_value "$command" "$option")
    kind=\${kind#'?'}
  elif [[ -z $only_arguments && ( $current == -* || -z $(_fledge_argument "$command" "$count") ) ]]; then
    kind=words
  else
    kind=$(_fledge_argument "$command" "$count")
  fi
  case $kind in
    words)
      # Options are offered only when one is begun, unless there is nothing else.
      word=$(_fledge_words "$command")
      [[ $current == -* || $word != [a-z]* ]] || word=\${word%% -*}
      mapfile -t COMPREPLY < <(compgen -W "$word" -- "$current")
      ;;
    file | directory)
      if [[ -n $prefix ]]; then
        [[ $kind == file ]] && word=-f || word=-d
        mapfile -t COMPREPLY < <(compgen -P "$prefix" "$word" -- "$current")
      elif [[ $kind == file ]]; then
        compopt -o default
      else
        compopt -o dirnames -o nospace
      fi
      ;;
    text | '') ;;
    *) mapfile -t COMPREPLY < <(compgen -P "$prefix" -W "\${kind#choice }" -- "$current") ;;
  esac
}

complete -F _fledge fledge
`;
}

/** `choice a b`, `file`, `directory` or `text`. */
function kindText({ kind, choices }: ValueNode): string {
  return kind === 'choice' ? `choice ${choices.join(' ')}` : kind;
}

function valueCase({ path }: CommandNode, option: OptionNode): string[] {
  const { value } = option;
  if (value === undefined) return [];
  // The mark of a value that can be left out.
  const text = `${value.required ? '' : '?'}${kindText(value)}`;
  const patterns = namesOf(option).map((name) => shellQuoted([...path, name].join(' ')));
  return [`    ${patterns.join(' | ')}) echo ${shellQuoted(text)} ;;\n`];
}

function argumentCases({ path, arguments: all }: CommandNode): string[] {
  return all.map((argument, index) => {
    const command = shellQuoted(`${path.join(' ')} `);
    const pattern = argument.variadic ? `${command}*` : shellQuoted(`${path.join(' ')} ${index}`);
    return `    ${pattern}) echo ${shellQuoted(kindText(argument))} ;;\n`;
  });
}

function wordsCase({ path, commands, options }: CommandNode): string {
  const words = [...commands.map(({ name }) => name), ...options.flatMap((option) => namesOf(option))];
  return `    ${shellQuoted(path.join(' '))}) echo ${shellQuoted(words.join(' '))} ;;\n`;
}
