import type { InsideEntry } from '../inside/entry.ts';

/** What was created, and what could not be. */
export interface Extracted {
  entries: number;
  files: number;
  directories: number;
  links: number;
  /** Of the data, without holes. */
  bytes: number;
  skipped: {
    devices: number;
    sockets: number;
    fifos: number;
    /** Entries whose extended attributes were not restored. */
    xattrs: number;
    /** Entries that lost setuid or setgid. */
    specialBits: number;
  };
}

/** A result without entries. */
export function nothingExtracted(): Extracted {
  return {
    ...{ entries: 0, files: 0, directories: 0, links: 0, bytes: 0 },
    skipped: { devices: 0, sockets: 0, fifos: 0, xattrs: 0, specialBits: 0 },
  };
}

/** Counts an entry that was not created. */
export function countSkipped({ skipped }: Extracted, { kind }: InsideEntry): void {
  if (kind === 'fifo') skipped.fifos += 1;
  else if (kind === 'socket') skipped.sockets += 1;
  else skipped.devices += 1;
}
