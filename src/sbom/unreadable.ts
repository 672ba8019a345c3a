/** A file of an artifact whose packages cannot be listed. The message is a clause that follows `cannot read FILE: `. */
export class UnreadablePart extends Error {
  override readonly name = 'UnreadablePart';
}
