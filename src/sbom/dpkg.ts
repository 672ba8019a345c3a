import type { FoundPackage, Place } from './component.ts';
import { readParagraphs } from './paragraphs.ts';

const FIELDS: ReadonlySet<string> = new Set(['package', 'status', 'version', 'architecture', 'source']);
/** States of dpkg(1) in which the files of a package are not on the disk. */
const WITHOUT_FILES: ReadonlySet<string> = new Set(['not-installed', 'config-files']);

/**
 * The packages of a status file of dpkg, or of a file in the `status.d` of a distroless image, whose paragraphs have no status.
 * `Source` is a name, and a version in brackets if the source package has another version.
 */
export function* readDpkgStatus(bytes: Buffer, place: Place): Generator<FoundPackage> {
  for (const fields of readParagraphs(bytes, FIELDS)) {
    const name = fields.get('package');
    const state = fields.get('status')?.split(/\s+/)[2];
    if (name === undefined || name === '' || (state !== undefined && WITHOUT_FILES.has(state))) continue;
    const [, source, sourceVersion] = /^(\S+)(?:\s+\(([^)]*)\))?/.exec(fields.get('source') ?? '') ?? [];
    yield {
      ...place,
      ecosystem: 'deb',
      name,
      version: fields.get('version'),
      architecture: fields.get('architecture'),
      source: source === undefined || sourceVersion === undefined ? source : `${source}@${sourceVersion}`,
    };
  }
}
