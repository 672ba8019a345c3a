/** A kernel module, ready for the kernel to load. */
export interface KernelModule {
  /** Its name as the kernel has it, with `_` instead of `-`. */
  readonly name: string;
  /** The file that it was read from. */
  readonly path: string;
  /** The ELF object, decompressed. */
  readonly bytes: Buffer;
}
