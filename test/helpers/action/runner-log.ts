/*
 * The runner's reading of an action's output (actions/runner, ActionCommand.cs and ActionCommandManager.cs): a line
 * that is a command of either form is executed, all others are the log. Written from the runner's rules and not from
 * the toolkit's output, so that it recognises every command that the runner would execute.
 */

const REGISTERED = new Set([
  ...['set-env', 'set-output', 'save-state', 'add-path', 'add-mask', 'add-matcher', 'remove-matcher', 'warning'],
  ...['error', 'notice', 'debug', 'group', 'endgroup', 'echo', 'internal-set-repo-path', 'stop-commands'],
]);

export interface RunnerCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
}

export interface RunnerLog {
  /** Every command, in order. */
  readonly commands: readonly RunnerCommand[];
  readonly annotations: readonly Annotation[];
  /** The lines of the log, with `***` for values masked at that time, `> TITLE` for a group and `<` for its end. */
  readonly lines: readonly string[];
  readonly masks: readonly string[];
}

/** The runner's interpretation of an action's standard output. */
export function readLog(output: string, knownSecrets: readonly string[] = []): RunnerLog {
  const commands: RunnerCommand[] = [];
  const annotations: Annotation[] = [];
  const lines: string[] = [];
  const masks = [...knownSecrets];
  const show = (text: string): void => {
    lines.push(masks.reduce((shown, mask) => shown.replaceAll(mask, '***'), text));
  };
  // .NET ends a line at any of these.
  const raw = output.split(/\r\n|\n|\r/);
  if (raw.at(-1) === '') raw.pop();
  for (const line of raw) {
    const command = parseColonCommand(line) ?? parseBracketCommand(line);
    if (command === undefined) {
      show(line);
      continue;
    }
    commands.push(command);
    const { name, data } = command;
    if (name === 'add-mask') masks.push(data);
    else if (name === 'group') show(`> ${data}`);
    else if (name === 'endgroup') show('<');
    else if (name === 'error' || name === 'warning' || name === 'notice') {
      const annotation = annotationOf(name, command);
      annotations.push(annotation);
      show(`${name}: ${data}`);
    }
  }
  return { commands, annotations, lines, masks };
}

function annotationOf(level: Annotation['level'], { properties, data }: RunnerCommand): Annotation {
  const { title, file, line, col } = properties;
  return {
    level,
    message: data,
    ...(title !== undefined && { title }),
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line: Number(line) }),
    ...(col !== undefined && { column: Number(col) }),
  };
}

/** `::name key=value,key=value::data` */
function parseColonCommand(line: string): RunnerCommand | undefined {
  // TrimStart removes the white space of .NET: with U+0085, without U+FEFF.
  const text = line.replace(/^[\s\u0085]+/u, '');
  if (!text.startsWith('::')) return undefined;
  const end = text.indexOf('::', 2);
  if (end < 0) return undefined;
  return commandOf(text.slice(2, end), { separator: ',', data: unescapeData(text.slice(end + 2)) });
}

/** `##[name key=value;key=value]data`, the older form, anywhere in a line. */
function parseBracketCommand(line: string): RunnerCommand | undefined {
  const start = line.indexOf('##[');
  const end = start < 0 ? -1 : line.indexOf(']', start);
  if (end < 0) return undefined;
  return commandOf(line.slice(start + 3, end), { separator: ';', data: unescapeData(line.slice(end + 1)) });
}

function commandOf(
  info: string,
  { separator, data }: { readonly separator: string; readonly data: string },
): RunnerCommand | undefined {
  const space = info.indexOf(' ');
  const name = space < 0 ? info : info.slice(0, space);
  if (!REGISTERED.has(name)) return undefined;
  const pairs =
    space < 0
      ? []
      : info
          .slice(space + 1)
          .trim()
          .split(separator);
  const properties = Object.fromEntries(
    pairs.flatMap((pair) => {
      const equals = pair.indexOf('=');
      return equals < 0 ? [] : [[pair.slice(0, equals), unescapeProperty(pair.slice(equals + 1))]];
    }),
  );
  return { name, properties, data };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%25'));
}

/**
 * Reads a file such as GITHUB_OUTPUT (actions/runner, FileCommandManager.cs): `name=value`, or `name<<DELIMITER` and
 * lines up to the delimiter.
 */
export function readFileCommands(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = text.split('\n');
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const heredoc = line.indexOf('<<');
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      values[line.slice(0, equals)] = line.slice(equals + 1);
      continue;
    }
    if (heredoc < 0) throw new Error(`the runner does not take the line ${JSON.stringify(line)}`);
    const delimiter = line.slice(heredoc + 2);
    const end = lines.indexOf(delimiter, index + 1);
    if (delimiter === '' || end < 0) throw new Error(`the value of ${line} has no end`);
    values[line.slice(0, heredoc)] = lines.slice(index + 1, end).join('\n');
    index = end;
  }
  return values;
}
