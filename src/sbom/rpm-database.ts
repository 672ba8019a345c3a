import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../support/errors.ts';
import { temporaryDirectory } from '../support/files/scratch.ts';
import type { FoundPackage, Place } from './component.ts';
import { readRpmHeader } from './rpm-header.ts';
import { UnreadablePart } from './unreadable.ts';

/** The table of rpm, without white space and quotes. A view, or a column that is computed, could keep SQLite busy for ever. */
const TABLE = 'createtablepackages(hnumintegerprimarykeyautoincrement,blobblobnotnull)';
/** More rows than any system has packages. */
const MAX_ROWS = 200_000;

/**
 * The packages of an `rpmdb.sqlite`, which is read as a temporary file, because SQLite opens files only.
 *
 * @throws UnreadablePart if it is not a database of rpm, or is damaged.
 */
export async function readRpmDatabase(bytes: Buffer, place: Place): Promise<readonly FoundPackage[]> {
  const scratch = temporaryDirectory('sbom');
  try {
    const path = join(scratch.path, 'rpmdb.sqlite');
    await writeFile(path, bytes, { mode: 0o600, flag: 'wx' });
    return packagesIn(path, bytes.length, place);
  } finally {
    scratch.dispose();
  }
}

function packagesIn(path: string, size: number, place: Place): readonly FoundPackage[] {
  const { DatabaseSync } = sqlite();
  let database: InstanceType<typeof DatabaseSync> | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true, allowExtension: false, enableForeignKeyConstraints: false });
    database.exec('PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON');
    const table = database.prepare("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = 'Packages'").get();
    const statement = String(table?.['sql'] ?? '');
    if (statement.replace(/[\s'"`]|IF NOT EXISTS/gi, '').toLowerCase() !== TABLE) {
      throw new UnreadablePart('it has no table of packages as rpm makes it');
    }
    const packages: FoundPackage[] = [];
    let rows = 0;
    let headerBytes = 0;
    for (const { blob } of database.prepare('SELECT blob FROM Packages').iterate()) {
      rows += 1;
      if (rows > MAX_ROWS) throw new UnreadablePart(`it has more than ${MAX_ROWS} packages`);
      headerBytes += blob instanceof Uint8Array ? blob.length : 0;
      // In a damaged file, rows can share pages, and be repeated any number of times.
      if (!(blob instanceof Uint8Array) || headerBytes > size) throw new UnreadablePart('it is damaged');
      const found = readRpmHeader(Buffer.from(blob.buffer, blob.byteOffset, blob.length), place);
      if (found !== undefined) packages.push(found);
    }
    return packages;
  } catch (error) {
    if (error instanceof UnreadablePart) throw error;
    throw new UnreadablePart(`SQLite cannot read it: ${messageOf(error)}`);
  } finally {
    if (database?.isOpen === true) database.close();
  }
}

/** Node's SQLite, without the warning that it is experimental: users can do nothing about it. */
function sqlite(): typeof import('node:sqlite') {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emitWarning;
  }
}
