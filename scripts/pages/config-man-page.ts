import { fledgeTomlJsonSchema } from '../../src/config/json-schema.ts';
import { VERSION } from '../../src/support/about.ts';
import { bold, ManPage } from './roff.ts';

interface Property {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Property>>;
  readonly additionalProperties?: Property | boolean;
  readonly anyOf?: readonly Property[];
}

/** fledge.toml(5), from the JSON Schema of the file. */
export function configManPage(): string {
  const page = new ManPage('fledge.toml', 5, `fledge ${VERSION}`);
  page
    .section('Name')
    .raw('fledge.toml \\- configuration of a plugin for Volant')
    .section('Description')
    .text('A TOML file that describes the plugin which fledge builds. Paths in it are relative to its directory.')
    .paragraph('Check it with fledge validate. Editors can use the JSON Schema that fledge schema prints.');
  const schema: Property = fledgeTomlJsonSchema();
  page.section('Keys');
  addKeys(page, schema, '');
  page
    .section('Examples')
    .example(['version = "1"', 'strategy = "oci_rootfs"', '', '[source]', 'image = "nginx:alpine"'])
    .section('See also')
    .text('fledge(1), fledge-build(1), fledge-validate(1), fledge-init(1)');
  return page.toString();
}

/** The keys below a property; `*` is a name that the author chooses. */
function addKeys(page: ManPage, { properties = {}, additionalProperties, anyOf = [] }: Property, prefix: string): void {
  for (const [name, property] of Object.entries(properties)) {
    page.term(bold(`${prefix}${name}`), textOf(property));
    addKeys(page, property, `${prefix}${name}.`);
  }
  if (typeof additionalProperties === 'object') addKeys(page, additionalProperties, `${prefix}*.`);
  for (const option of anyOf) addKeys(page, option, prefix);
}

function textOf({ description = '', enum: choices, default: byDefault, examples }: Property): string {
  return [
    description,
    ...(choices === undefined ? [] : [`Values: ${choices.join(', ')}.`]),
    ...(byDefault === undefined ? [] : [`Default: ${byDefault}.`]),
    ...(examples === undefined ? [] : [`For example ${examples.map((value) => JSON.stringify(value)).join(' or ')}.`]),
  ].join(' ');
}
