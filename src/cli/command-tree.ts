import type { Argument, Command, Option } from 'commander';

/*
 * The command line as data, from commander's own commands. Completions, man pages and docs/cli.md are generated from it, so
 * that a new command or option is in all of them.
 */

/** What a shell completes for a value. Other values are free text. */
export type ValueKind = 'choice' | 'file' | 'directory' | 'text';

export interface ValueNode {
  /** As in the usage line, such as `file`. */
  readonly name: string;
  readonly kind: ValueKind;
  /** All possible values, for the kind `choice`. */
  readonly choices: readonly string[];
  readonly required: boolean;
  readonly variadic: boolean;
  /** In words, if there is one. */
  readonly byDefault: string | undefined;
}

export interface ArgumentNode extends ValueNode {
  readonly description: string;
}

export interface OptionNode {
  /** Both names and the value, such as `-o, --output <file>`. */
  readonly flags: string;
  readonly short: string | undefined;
  readonly long: string | undefined;
  readonly description: string;
  /** Undefined for a switch. */
  readonly value: ValueNode | undefined;
}

export interface CommandNode {
  readonly name: string;
  /** The names from the program to this command, such as `['fledge', 'build']`. */
  readonly path: readonly string[];
  readonly description: string;
  readonly usage: string;
  readonly arguments: readonly ArgumentNode[];
  /** Without hidden ones. */
  readonly options: readonly OptionNode[];
  readonly commands: readonly CommandNode[];
  /** The text of --help below the options. */
  readonly text: string;
}

/** The tree of a program. */
export function commandTreeOf(command: Command, parents: readonly string[] = []): CommandNode {
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
export function allCommands(node: CommandNode): CommandNode[] {
  return [node, ...node.commands.flatMap(allCommands)];
}

function argumentNodeOf(argument: Argument): ArgumentNode {
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

function optionNodeOf(option: Option): OptionNode {
  const { flags, short, long, description, required, optional, variadic, argChoices, defaultValue } = option;
  const [, name] = /[<[]([^>\]]*?)(?:\.\.\.)?[>\]]/.exec(flags) ?? [];
  const value: ValueNode | undefined =
    name === undefined
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
function kindOfValue(name: string, otherwise: ValueKind): ValueKind {
  if (/^dir(ectory)?$/i.test(name)) return 'directory';
  if (/^(file|artifact|config|glob)\b/i.test(name)) return 'file';
  return /^path$/i.test(name) ? 'text' : otherwise;
}

function textOfDefault(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** The texts of `addHelpText('after', …)`, which commander only writes: after all other help. */
function textBelowOptions(command: Command): string {
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
