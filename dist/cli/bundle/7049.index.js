export const id = 7049;
export const ids = [7049];
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


/***/ })

};
