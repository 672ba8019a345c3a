import type { KeyPath } from './problems.ts';
import { isTable } from './toml.ts';

/** The place of a value of the wrong type. */
export interface Mistyped {
  /** The type of zod: `string`, `int`, `boolean`, `array`, `object`, `record`. */
  readonly expected: string;
  readonly value: unknown;
  readonly path: KeyPath;
  /** The keys that the table at a path accepts; empty if the author chooses the names. */
  namesAt(path: KeyPath): readonly string[];
}

/** How to write a value of the wrong type in TOML, as an imperative; undefined if the mistake is not a usual one. */
export function hintForType({ expected, value, path, namesAt }: Mistyped): string | undefined {
  const key = String(path.at(-1));
  switch (expected) {
    case 'string':
      // Only where any text is valid, such as the value of a variable.
      if (namesAt(path.slice(0, -1)).length > 0) return undefined;
      if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
        return `write "${value}"`;
      }
      return isTable(value) ? quoteHint(path, value) : undefined;
    case 'number':
    case 'int':
      return typeof value === 'string' && /^\d{1,15}$/.test(value) ? `write ${value} without quotes` : undefined;
    case 'boolean':
      return value === 'true' || value === 'false' ? `write ${value} without quotes` : undefined;
    case 'array':
      if (isTable(value) && namesAt([...path, 0]).length > 0) return `write [[${path.join('.')}]]`;
      return typeof value === 'string' ? `write ${key} = [${JSON.stringify(value)}]` : undefined;
    case 'record':
    case 'object':
      if (!Array.isArray(value)) return undefined;
      if (value.length > 0 && value.every(isTable)) {
        return `write [${path.join('.')}${expected === 'record' && isNamedTables(path, namesAt) ? '.NAME' : ''}]`;
      }
      return expected === 'record' ? assignmentHint(path, value) : undefined;
    default:
      return undefined;
  }
}

/** True for a table of tables with names that the author chooses, such as `[actions.NAME]`. */
function isNamedTables(path: KeyPath, namesAt: Mistyped['namesAt']): boolean {
  return namesAt([...path, 'NAME']).length > 0;
}

/** For `labels.a.b = "c"`: the dot of an unquoted key makes a table. */
function quoteHint(path: KeyPath, value: Record<string, unknown>): string | undefined {
  const names = [String(path.at(-1))];
  let inner: unknown = value;
  while (isTable(inner)) {
    const [first] = Object.entries(inner);
    if (first === undefined) return undefined;
    names.push(first[0]);
    inner = first[1];
  }
  return `quote a key with dots: ${JSON.stringify(names.join('.'))} = "..."`;
}

/** For `env = ["A=1"]`, as in a compose file. */
function assignmentHint(path: KeyPath, [first]: readonly unknown[]): string | undefined {
  const [, name, value] = typeof first === 'string' ? (/^([A-Za-z_][\w.-]*)=(.*)$/s.exec(first) ?? []) : [];
  return name === undefined ? undefined : `write [${path.join('.')}] and below it ${name} = ${JSON.stringify(value)}`;
}
