/** The data is damaged, or cannot be decompressed; the message contains the reason. */
export class DecompressionError extends Error {
  override readonly name = 'DecompressionError';
  /** The action for the user. */
  readonly fix: string | undefined;

  constructor(message: string, fix?: string) {
    super(message);
    this.fix = fix;
  }
}
