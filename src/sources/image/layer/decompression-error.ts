/** The data is not what its compression promises, or cannot be decompressed; the message says how. */
export class DecompressionError extends Error {
  override readonly name = 'DecompressionError';
  /** What the user can do about it. */
  readonly fix: string | undefined;

  constructor(message: string, fix?: string) {
    super(message);
    this.fix = fix;
  }
}
