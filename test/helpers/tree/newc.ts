/** A header of a newc archive with its data, as a test wants them: nothing is checked. */
export interface NewcEntry {
  /** One character per byte. */
  readonly name: string;
  /** With the file type. */
  readonly mode: number;
  readonly data?: string | Buffer;
  readonly ino?: number;
  readonly links?: number;
  readonly uid?: number;
  /** Of a device. */
  readonly device?: readonly [number, number];
}

export const NEWC = { file: 0o100644, directory: 0o040755, symlink: 0o120777, charDevice: 0o020600, fifo: 0o010644 };

/** An archive with these entries in this order. */
export function newcArchive(entries: readonly NewcEntry[]): Buffer {
  const parts = [...entries, { name: 'TRAILER!!!', mode: 0 }].map((entry, index) => newcEntry(entry, index + 1));
  return Buffer.concat(parts);
}

function newcEntry(
  { name, mode, data = '', ino, links = 1, uid = 0, device = [0, 0] }: NewcEntry,
  index: number,
): Buffer {
  const content = Buffer.from(data);
  const fields = [
    ino ?? 1000 + index,
    mode,
    uid,
    0,
    links,
    1_700_000_000,
    content.length,
    0,
    0,
    ...device,
    name.length + 1,
    0,
  ];
  const head = `070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}${name}\0`;
  return Buffer.concat([padded(Buffer.from(head, 'latin1')), padded(content)]);
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
}
