import type { FoundPackage, Place } from './component.ts';
import { readParagraphs } from './paragraphs.ts';

const FIELDS: ReadonlySet<string> = new Set(['name', 'version', 'license', 'license-expression']);
/** A longer value is the text of a licence, and not its name. In characters. */
const MAX_LICENCE_NAME = 100;

/** The package of a METADATA or PKG-INFO file (https://packaging.python.org/specifications/core-metadata). */
export function* readPythonMetadata(bytes: Buffer, place: Place): Generator<FoundPackage> {
  // The description, which can have fields of the same names, follows an empty line.
  const [fields] = readParagraphs(bytes, FIELDS);
  const name = fields?.get('name');
  if (fields === undefined || name === undefined || name === '') return;
  const licence = fields.get('license-expression') ?? fields.get('license') ?? '';
  const isName = licence !== '' && licence !== 'UNKNOWN' && licence.length <= MAX_LICENCE_NAME;
  yield { ...place, ecosystem: 'pypi', name, version: fields.get('version'), ...(isName && { licence }) };
}
