import { FileTooLarge, readRegularFile } from '../../support/files/regular-file.ts';

/** A field of a JSON document that differs. */
export interface FieldDifference {
  /** Its place, such as `resources.memory_mb` or `disks[0].size`. */
  readonly field: string;
  /** JSON, cut if it is long. Missing on the side that does not have the field. */
  readonly left?: string;
  readonly right?: string;
}

/** Two JSON documents that differ. */
export interface DocumentComparison {
  /** As in the comparison of files. */
  readonly path: string;
  /** In the order of the left document, and then what only the right one has. */
  readonly fields: readonly FieldDifference[];
  /** True if there are more fields than the list has. */
  readonly truncated: boolean;
}

const MAX_BYTES = 4 * 1024 * 1024;
const MAX_FIELDS = 1000;
/** A document that is nested deeper is compared as text there. */
const MAX_DEPTH = 50;
const MAX_VALUE = 200;
const MAX_KEY = 200;

/** Compares two JSON documents by their fields; undefined if one of them is not JSON, or too large. */
export async function compareDocuments(
  path: string,
  left: string | Buffer,
  right: string | Buffer,
): Promise<DocumentComparison | undefined> {
  const [a, b] = [await parse(left), await parse(right)];
  if (a === undefined || b === undefined) return undefined;
  const fields = fieldsOf(a.value, b.value);
  if (fields === undefined) return undefined;
  return { path, fields: fields.slice(0, MAX_FIELDS), truncated: fields.length > MAX_FIELDS };
}

/** Undefined if they are nested too deeply for JavaScript. */
function fieldsOf(left: unknown, right: unknown): readonly FieldDifference[] | undefined {
  try {
    return fieldDifferences(left, right);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

async function parse(path: string | Buffer): Promise<{ readonly value: unknown } | undefined> {
  try {
    return { value: JSON.parse((await readRegularFile(path, MAX_BYTES)).toString('utf8')) };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof FileTooLarge) return undefined;
    throw error;
  }
}

/** The fields of two values that differ. */
export function fieldDifferences(left: unknown, right: unknown): readonly FieldDifference[] {
  const differences: FieldDifference[] = [];
  const compare = (field: string, a: unknown, b: unknown, depth: number): void => {
    if (differences.length > MAX_FIELDS || JSON.stringify(a) === JSON.stringify(b)) return;
    const [x, y] = [childrenOf(a), childrenOf(b)];
    if (x === undefined || y === undefined || Array.isArray(a) !== Array.isArray(b) || depth > MAX_DEPTH) {
      const [one, other] = [valueText(a), valueText(b)];
      differences.push({
        field,
        ...(one !== undefined && { left: one }),
        ...(other !== undefined && { right: other }),
      });
      return;
    }
    for (const key of new Set([...x.keys(), ...y.keys()])) {
      compare(placeOf(field, key, Array.isArray(a)), x.get(key), y.get(key), depth + 1);
    }
  };
  compare('', left, right, 0);
  return differences;
}

function childrenOf(value: unknown): ReadonlyMap<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
}

function placeOf(field: string, key: string, isIndex: boolean): string {
  if (isIndex) return `${field}[${key}]`;
  if (key.length > MAX_KEY) return `${field}[${JSON.stringify(`${key.slice(0, MAX_KEY)}…`)}]`;
  if (!/^[A-Za-z_$][\w$-]*$/.test(key)) return `${field}[${JSON.stringify(key)}]`;
  return field === '' ? key : `${field}.${key}`;
}

function valueText(value: unknown): string | undefined {
  const text = value === undefined ? undefined : JSON.stringify(value);
  return text === undefined || text.length <= MAX_VALUE ? text : `${text.slice(0, MAX_VALUE)}…`;
}
