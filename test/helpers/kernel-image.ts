export interface KernelImageOptions {
  readonly version?: string;
  /** The owner of its note; default: that of a PVH entry. */
  readonly note?: string;
  /** e_machine of its ELF header; default: x86-64. */
  readonly machine?: number;
}

/** The beginning of an ELF kernel for x86-64 with one note, and its banner. */
export function vmlinux({ version = '6.12.8+', note = 'Xen', machine = 62 }: KernelImageOptions = {}): Buffer {
  const image = Buffer.alloc(4096);
  image.write('\x7fELF\x02\x01\x01', 0, 'latin1');
  image.writeUInt16LE(2, 16);
  image.writeUInt16LE(machine, 18);
  image.writeBigUInt64LE(64n, 32);
  image.writeUInt16LE(56, 54);
  image.writeUInt16LE(1, 56);
  image.writeUInt32LE(4, 64);
  image.writeBigUInt64LE(512n, 72);
  image.writeBigUInt64LE(24n, 96);
  image.writeUInt32LE(4, 512);
  image.writeUInt32LE(8, 516);
  image.writeUInt32LE(18, 520);
  image.write(`${note}\0`, 524);
  image.write(`Linux version ${version} (builder@host) #1\n`, 2000);
  return image;
}
