export const id = 8635;
export const ids = [8635,7049];
export const modules = {

/***/ 67049:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   allCommands: () => (/* binding */ allCommands),
/* harmony export */   commandTreeOf: () => (/* binding */ commandTreeOf)
/* harmony export */ });
/** The tree of a program. */
function commandTreeOf(command, parents = []) {
    const help = command.createHelp();
    const path = [...parents, command.name()];
    return {
        name: command.name(),
        path,
        description: command.description(),
        usage: help.commandUsage(command),
        arguments: command.registeredArguments.map(argumentNodeOf),
        options: help.visibleOptions(command).map(optionNodeOf),
        commands: help.visibleCommands(command).map((child) => commandTreeOf(child, path)),
        text: textBelowOptions(command),
    };
}
/** A command and all commands below it, in the order of --help. */
function allCommands(node) {
    return [node, ...node.commands.flatMap(allCommands)];
}
function argumentNodeOf(argument) {
    const { description, required, variadic, argChoices, defaultValue } = argument;
    const name = argument.name();
    return {
        ...{ name, description, required, variadic },
        // Most arguments are files: artifacts, configs, directories.
        kind: argChoices !== undefined ? 'choice' : kindOfValue(name, 'file'),
        choices: argChoices ?? [],
        byDefault: textOfDefault(defaultValue),
    };
}
function optionNodeOf(option) {
    const { flags, short, long, description, required, optional, variadic, argChoices, defaultValue } = option;
    const [, name] = /[<[]([^>\]]*?)(?:\.\.\.)?[>\]]/.exec(flags) ?? [];
    const value = name === undefined
        ? undefined
        : {
            ...{ name, required: required && !optional, variadic },
            kind: argChoices !== undefined ? 'choice' : kindOfValue(name, 'text'),
            choices: argChoices ?? [],
            byDefault: textOfDefault(defaultValue),
        };
    return { flags, short, long, description, value };
}
/** The name of a value shows what it is. A path is inside an artifact or a URL. */
function kindOfValue(name, otherwise) {
    if (/^dir(ectory)?$/i.test(name))
        return 'directory';
    if (/^(file|artifact|config|glob)\b/i.test(name))
        return 'file';
    return /^path$/i.test(name) ? 'text' : otherwise;
}
function textOfDefault(value) {
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
/** The texts of `addHelpText('after', …)`, which commander only writes: after all other help. */
function textBelowOptions(command) {
    let text = '';
    const before = command.configureOutput();
    command.configureOutput({
        ...before,
        writeOut: (part) => {
            text += part;
        },
    });
    command.outputHelp();
    command.configureOutput(before);
    const above = command.helpInformation();
    return text.slice(text.startsWith(above) ? above.length : 0).trim();
}


/***/ }),

/***/ 78635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  completionFor: () => (/* binding */ completionFor)
});

// EXTERNAL MODULE: ./build/cli/command-tree.js
var command_tree = __webpack_require__(67049);
;// CONCATENATED MODULE: ./build/cli/completion/words.js
/** The names of an option, the short one first. */
function namesOf({ short, long }) {
    return [short, long].filter((name) => name !== undefined);
}
/** A word in single quotes, for bash and zsh. */
function shellQuoted(text) {
    return `'${text.replaceAll("'", `'\\''`)}'`;
}

;// CONCATENATED MODULE: ./build/cli/completion/bash.js


/** The completion of bash 4 or newer. It does not need the package bash-completion. */
function bashCompletion(program) {
    const commands = (0,command_tree.allCommands)(program);
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
function kindText({ kind, choices }) {
    return kind === 'choice' ? `choice ${choices.join(' ')}` : kind;
}
function valueCase({ path }, option) {
    const { value } = option;
    if (value === undefined)
        return [];
    // The mark of a value that can be left out.
    const text = `${value.required ? '' : '?'}${kindText(value)}`;
    const patterns = namesOf(option).map((name) => shellQuoted([...path, name].join(' ')));
    return [`    ${patterns.join(' | ')}) echo ${shellQuoted(text)} ;;\n`];
}
function argumentCases({ path, arguments: all }) {
    return all.map((argument, index) => {
        const command = shellQuoted(`${path.join(' ')} `);
        const pattern = argument.variadic ? `${command}*` : shellQuoted(`${path.join(' ')} ${index}`);
        return `    ${pattern}) echo ${shellQuoted(kindText(argument))} ;;\n`;
    });
}
function wordsCase({ path, commands, options }) {
    const words = [...commands.map(({ name }) => name), ...options.flatMap((option) => namesOf(option))];
    return `    ${shellQuoted(path.join(' '))}) echo ${shellQuoted(words.join(' '))} ;;\n`;
}

;// CONCATENATED MODULE: ./build/cli/completion/fish.js

/** The completion of fish: a file `fledge.fish` in a directory of fish_complete_path. */
function fishCompletion(program) {
    const commands = (0,command_tree.allCommands)(program);
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
function linesOf({ path, commands, options, arguments: all }) {
    const start = `complete -c fledge -n ${quoted(`__fledge_is ${quoted(path.join(' '))}`)}`;
    const named = commands.map(({ name, description }) => `${start} -a ${name} -d ${quoted(description)}\n`);
    const values = all.map((argument) => `${start}${valueText(argument)}\n`);
    return [...named, ...values, ...options.map((option) => `${start}${optionText(option)}\n`)].join('');
}
function optionText({ short, long, description, value }) {
    const names = [short && ` -s ${short.slice(1)}`, long && ` -l ${long.slice(2)}`].join('');
    const needed = value?.required !== true ? '' : value.kind === 'file' ? ' -r' : ' -x';
    return `${names}${needed}${value === undefined ? '' : valueText(value)} -d ${quoted(description)}`;
}
function valueText({ kind, choices }) {
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
function quoted(text) {
    return `'${text.replace(/[\\']/g, '\\$&')}'`;
}

;// CONCATENATED MODULE: ./build/cli/completion/zsh.js


/** The completion of zsh: a file `_fledge` in a directory of fpath, or sourced after compinit. */
function zshCompletion(program) {
    return `#compdef fledge
# Completion of fledge for zsh: fledge completion zsh > DIRECTORY_OF_FPATH/_fledge

${(0,command_tree.allCommands)(program).map(functionOf).join('\n')}
if [[ \${funcstack[1]} == _fledge ]]; then
  _fledge "$@"
else
  compdef _fledge fledge
fi
`;
}
function functionOf({ path, options, commands, arguments: all }) {
    const name = functionNameOf(path);
    const specs = options.flatMap(optionSpecs);
    if (commands.length === 0) {
        return `${name}() {\n  _arguments -s -S \\\n${zsh_linesOf([...specs, ...all.map(argumentSpec)])}\n}\n`;
    }
    const list = commands.map((command) => `        ${shellQuoted(`${escaped(command.name)}:${command.description}`)}\n`);
    const cases = commands.map((command) => `        ${command.name}) ${functionNameOf(command.path)} ;;\n`);
    return `${name}() {
  local context state state_descr line ret=1
  typeset -A opt_args
  _arguments -C \\
${zsh_linesOf([...specs, shellQuoted('1: :->command'), shellQuoted('*:: :->arguments')])} && ret=0
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
function functionNameOf(path) {
    return `_${path.join('_')}`;
}
function zsh_linesOf(specs) {
    return specs.map((spec) => `    ${spec}`).join(' \\\n');
}
/** One specification for each name of an option; each excludes the other. */
function optionSpecs(option) {
    const names = namesOf(option);
    return names.map((name) => {
        // `--output=file` and `--output file` for long names, `-o file` and `-ofile` for short ones.
        const joint = option.value === undefined ? '' : name.startsWith('--') ? '=' : '+';
        const excluded = names.length === 1 ? '' : `(${names.join(' ')})`;
        const value = option.value === undefined ? '' : `${option.value.required ? ':' : '::'}${actionOf(option.value)}`;
        return shellQuoted(`${excluded}${name}${joint}[${escaped(option.description)}]${value}`);
    });
}
function argumentSpec(argument) {
    return shellQuoted(`${argument.variadic ? '*' : ''}${argument.required ? ':' : '::'}${actionOf(argument)}`);
}
/** The message and the action of a value. */
function actionOf({ name, kind, choices }) {
    const action = { choice: `(${choices.map(escaped).join(' ')})`, file: '_files', directory: '_files -/', text: ' ' }[kind];
    return `${escaped(name)}:${action}`;
}
/** Text inside a specification, in which brackets and colons have a meaning. */
function escaped(text) {
    return text.replace(/[\\[\]:]/g, '\\$&');
}

;// CONCATENATED MODULE: ./build/cli/completion/shells.js



const WRITERS = {
    bash: bashCompletion,
    zsh: zshCompletion,
    fish: fishCompletion,
};
/** The completion of a program for a shell. It starts no program: a start of Node for each Tab would be noticeable. */
function completionFor(shell, program) {
    return WRITERS[shell](program);
}


/***/ })

};
