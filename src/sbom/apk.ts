import type { FoundPackage, Place } from './component.ts';
import { linesOf } from './paragraphs.ts';

const MAX_VALUE = 1024;

/**
 * The packages of the database `installed` of apk-tools. A line is a letter, a colon and a value; an empty line ends a package.
 * P, V, A, L and o are name, version, architecture, licence and source package
 * (https://wiki.alpinelinux.org/wiki/Apk_spec, "Installed Database V2").
 */
export function* readApkInstalled(bytes: Buffer, place: Place): Generator<FoundPackage> {
  let fields = new Map<string, string>();
  for (const line of linesOf(bytes)) {
    if (line === '') {
      yield* packageOf(fields, place);
      fields = new Map();
    } else if (line[1] === ':' && 'PVALo'.includes(line.charAt(0)) && !fields.has(line.charAt(0))) {
      fields.set(line.charAt(0), line.slice(2, 2 + MAX_VALUE));
    }
  }
  yield* packageOf(fields, place);
}

function* packageOf(fields: ReadonlyMap<string, string>, place: Place): Generator<FoundPackage> {
  const name = fields.get('P');
  if (name === undefined || name === '') return;
  const source = fields.get('o');
  yield {
    ...place,
    ecosystem: 'apk',
    name,
    version: fields.get('V'),
    architecture: fields.get('A'),
    licence: fields.get('L'),
    ...(source !== name && { source }),
  };
}
