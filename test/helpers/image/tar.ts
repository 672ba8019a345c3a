/** A member of an archive, as it is stored. Numbers may be invalid. */
export interface TarMember {
  readonly name: string;
  /** The type flag; default `0`. */
  readonly type?: string;
  readonly mode?: number;
  readonly uid?: number;
  readonly gid?: number;
  readonly mtime?: number;
  readonly linkName?: string;
  readonly major?: number;
  readonly minor?: number;
  readonly data?: Uint8Array | string;
  /** The size in the header instead of the length of the data. */
  readonly declaredSize?: number;
  /** Records of a pax header before the member; text is UTF-8. */
  readonly pax?: Readonly<Record<string, string | Uint8Array>> | readonly (readonly [string, string | Uint8Array])[];
  /** Default: ustar. */
  readonly format?: 'v7' | 'ustar' | 'gnu';
  readonly prefix?: string;
  /** Called with the finished header, before its checksum is computed. */
  readonly patch?: (header: Buffer) => void;
  /** Sums bytes as signed numbers, as some old tars did. */
  readonly signedChecksum?: boolean;
}

const BLOCK = 512;

/** An archive of these members with two blocks of zeros at its end. Names are byte strings. */
export function tarOf(members: readonly TarMember[]): Buffer {
  return Buffer.concat([...members.map(memberOf), Buffer.alloc(2 * BLOCK)]);
}

/** One member: pax header if it has one, header, data, padding. */
export function memberOf(member: TarMember): Buffer {
  const pax = member.pax === undefined ? Buffer.alloc(0) : paxMember(member.pax);
  const data = typeof member.data === 'string' ? Buffer.from(member.data) : Buffer.from(member.data ?? []);
  return Buffer.concat([pax, headerOf(member, member.declaredSize ?? data.length), padded(data)]);
}

/** A file with holes, in GNU tar's sparse format 1.0: data at these offsets, and zeros in between. */
export function sparseFile(
  name: string,
  size: number,
  pieces: readonly (readonly [offset: number, data: Uint8Array | string])[] = [],
): TarMember {
  const parts = pieces.map(
    ([offset, data]) => [offset, typeof data === 'string' ? Buffer.from(data) : Buffer.from(data)] as const,
  );
  const numbers = [parts.length, ...parts.flatMap(([offset, data]) => [offset, data.length])];
  const map = padded(Buffer.from(numbers.map((number) => `${number}\n`).join('')));
  const pax = {
    'GNU.sparse.major': '1',
    'GNU.sparse.minor': '0',
    'GNU.sparse.name': name,
    'GNU.sparse.realsize': String(size),
  };
  return { name: 'GNUSparseFile.0/f', pax, data: Buffer.concat([map, ...parts.map(([, data]) => data)]) };
}

/** Data filled up with zeros to whole blocks. */
export function padded(data: Uint8Array): Buffer {
  return Buffer.concat([data, Buffer.alloc((BLOCK - (data.length % BLOCK)) % BLOCK)]);
}

/** A pax header (type `x`, or `g` for all that follows). */
export function paxMember(records: NonNullable<TarMember['pax']>, type: 'x' | 'g' = 'x'): Buffer {
  const list = Array.isArray(records)
    ? (records as readonly (readonly [string, string | Uint8Array])[])
    : Object.entries(records as Readonly<Record<string, string | Uint8Array>>);
  const data = Buffer.concat(list.map(([keyword, value]) => paxRecord(keyword, value)));
  return Buffer.concat([headerOf({ name: 'PaxHeaders/entry', type }, data.length), padded(data)]);
}

function paxRecord(keyword: string, value: string | Uint8Array): Buffer {
  const rest = Buffer.concat([
    Buffer.from(` ${keyword}=`, 'latin1'),
    typeof value === 'string' ? Buffer.from(value) : value,
    Buffer.from('\n'),
  ]);
  let length = rest.length + 1;
  while (rest.length + String(length).length !== length) length += 1;
  return Buffer.concat([Buffer.from(String(length)), rest]);
}

/** GNU tar's member for a long name (`L`) or a long link target (`K`). */
export function longNameMember(type: 'L' | 'K', text: string): Buffer {
  const data = Buffer.from(`${text}\0`, 'latin1');
  return Buffer.concat([headerOf({ name: '././@LongLink', type, format: 'gnu' }, data.length), padded(data)]);
}

function headerOf(member: TarMember, size: number): Buffer {
  const { format = 'ustar' } = member;
  const header = Buffer.alloc(BLOCK);
  putText(header, member.name, 0, 100);
  putNumber(header, member.mode ?? 0o644, 100, 8);
  putNumber(header, member.uid ?? 0, 108, 8);
  putNumber(header, member.gid ?? 0, 116, 8);
  putNumber(header, size, 124, 12);
  putNumber(header, member.mtime ?? 0, 136, 12);
  header.write(member.type ?? '0', 156, 'latin1');
  putText(header, member.linkName ?? '', 157, 100);
  if (format !== 'v7') {
    header.write(format === 'gnu' ? 'ustar  \0' : 'ustar\x0000', 257, 'latin1');
    putNumber(header, member.major ?? 0, 329, 8);
    putNumber(header, member.minor ?? 0, 337, 8);
    putText(header, member.prefix ?? '', 345, 155);
  }
  member.patch?.(header);
  header.fill(' ', 148, 156);
  let sum = 0;
  for (const byte of header) sum += member.signedChecksum === true && byte > 127 ? byte - 256 : byte;
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

function putText(header: Buffer, text: string, offset: number, length: number): void {
  if (text.length > length) throw new Error(`${text.length} bytes do not fit into a field of ${length}`);
  header.write(text, offset, 'latin1');
}

/** Octal if it fits, otherwise GNU's base-256. */
export function putNumber(header: Buffer, value: number, offset: number, length: number): void {
  if (value >= 0 && value < 8 ** (length - 1)) {
    header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, offset, 'latin1');
    return;
  }
  let rest = BigInt(value);
  for (let at = offset + length - 1; at >= offset; at -= 1) {
    header[at] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  header[offset] = value < 0 ? 0xff : 0x80;
}
