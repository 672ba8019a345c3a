/** An image that cannot be read. The message is a clause that follows `cannot read x.img: `. */
export class UnreadableImage extends Error {
  override readonly name = 'UnreadableImage';
}

/** An image whose structures contradict each other. */
export function damaged(what: string): UnreadableImage {
  return new UnreadableImage(`the image is damaged: ${what}`);
}
