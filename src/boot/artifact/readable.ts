/** Bytes that can be read at any position: a file, or the disk in a qcow2 image. */
export interface ReadableDisk {
  /** In bytes. */
  readonly size: number;
  /** Up to `length` bytes from `position`; fewer at the end. */
  read(position: number, length: number): Promise<Buffer>;
}

/** The architectures of machines, as Debian names them. */
export type Architecture = 'amd64' | 'arm64';
