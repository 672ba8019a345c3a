import { DOCUMENT_NAMES, documentSchema } from '../../src/cli/json/documents.ts';

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

/** Longer lists of values are left to the schema. */
const MAX_VALUES = 10;

/** docs/json.md with the tables of fields that the schemas make. */
export function jsonPageWithTables(page: string): string {
  return DOCUMENT_NAMES.reduce((text, name) => {
    const pattern = new RegExp(`(<!-- fields of ${name} -->\n).*?(<!-- end of ${name} -->)`, 's');
    if (!pattern.test(text)) throw new Error(`docs/json.md has no place for the fields of ${name}`);
    return text.replace(pattern, (_, start: string, end: string) => `${start}${tableOf(documentSchema(name))}${end}`);
  }, page);
}

function tableOf(schema: Schema): string {
  const rows = rowsOf(schema, schema.type === 'array' ? '[]' : '');
  return `| field | type | meaning |\n|---|---|---|\n${rows.map((cells) => `| ${cells.join(' | ')} |\n`).join('')}`;
}

/** A row for each field; a field of each element of an array has `[]` in its name. */
function rowsOf(schema: Schema, prefix: string): string[][] {
  const seen = new Map<string, string[][]>();
  for (const { properties = {}, required = [] } of objectsOf(schema)) {
    for (const [name, property] of Object.entries(properties)) {
      const path = prefix === '' ? name : `${prefix}.${name}`;
      const type = typeOf(property);
      const optional = required.includes(name) ? '' : ', optional';
      const inner = property.type === 'array' ? `${path}[]` : path;
      // Fields that another table has.
      const below = property.description?.includes('as in `') ? [] : rowsOf(property, inner);
      if (!seen.has(path)) seen.set(path, [[`\`${path}\``, `${type}${optional}`, cell(property)], ...below]);
    }
  }
  return [...seen.values()].flat();
}

/** The objects that a schema allows, also as the elements of an array or one of several. */
function objectsOf({ properties, items, anyOf = [], allOf = [], ...schema }: Schema): Schema[] {
  const own = properties === undefined ? [] : [{ ...schema, properties }];
  return [...own, ...[...(items === undefined ? [] : [items]), ...anyOf, ...allOf].flatMap(objectsOf)];
}

function typeOf({ type, anyOf = [], allOf = [], items, prefixItems }: Schema): string {
  if (type === 'array')
    return items === undefined ? `array of ${prefixItems?.length ?? 0}` : `array of ${typeOf(items)}s`;
  return type ?? typeOf([...anyOf, ...allOf][0] ?? { type: 'value' });
}

function cell(property: Schema): string {
  const { description = '', const: only } = property;
  const choices = property.enum ?? (only === undefined ? [] : [only]);
  const values =
    choices.length === 0 || choices.length > MAX_VALUES || typeof only === 'boolean'
      ? ''
      : ` Values: ${choices.map((choice) => `\`${choice}\``).join(', ')}.`;
  return `${description}${values}`.trim().replaceAll('|', '\\|');
}
