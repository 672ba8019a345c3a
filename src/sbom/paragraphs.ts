/** Longer values are cut off: no name, version or licence is longer. In characters. */
const MAX_VALUE = 1024;

/**
 * The paragraphs of a text in the format of Debian's control files (deb-control(5)) or of RFC 822: lines with `Key: value`,
 * separated by empty lines. Keys are in lower case. Only the first line of a value is kept, and only the wanted keys.
 */
export function* readParagraphs(bytes: Buffer, wanted: ReadonlySet<string>): Generator<ReadonlyMap<string, string>> {
  let fields = new Map<string, string>();
  for (const line of linesOf(bytes)) {
    if (line.trim() === '') {
      if (fields.size > 0) yield fields;
      fields = new Map();
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0 || line.startsWith(' ') || line.startsWith('\t')) continue;
    const key = line.slice(0, colon).toLowerCase();
    if (wanted.has(key) && !fields.has(key))
      fields.set(key, copyOf(line.slice(colon + 1, colon + 1 + MAX_VALUE).trim()));
  }
  if (fields.size > 0) yield fields;
}

/** A part of a string keeps the whole string in memory, and many files can have a line of megabytes. */
function copyOf(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}

const LINE_FEED = 0x0a;
/** No reader needs more of a line. In bytes. */
const MAX_LINE = 16 * 1024;

/** The lines of a text, without their ends; of a long one, only its beginning. One at a time, so that no other copy of a large database is made. */
export function* linesOf(bytes: Buffer): Generator<string> {
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found === -1 ? bytes.length : found;
    yield bytes.toString('utf8', start, Math.min(end, start + MAX_LINE)).replace(/\r$/, '');
    start = end + 1;
  }
}
