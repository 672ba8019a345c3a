/** The fix for an artifact that is damaged. */
export const BUILD_AGAIN = 'the file is damaged or incomplete; build or download it again';

/** An image that cannot be read. The message is a clause that follows `cannot read x.img: `. */
export class UnreadableImage extends Error {
  override readonly name = 'UnreadableImage';
  /** False for an image with features that are not supported. */
  readonly isDamaged: boolean;
  /** The program that can read it instead, if Linux cannot. */
  readonly tool: 'unsquashfs' | undefined;

  constructor(message: string, isDamaged = false, tool?: 'unsquashfs') {
    super(message);
    this.isDamaged = isDamaged;
    this.tool = tool;
  }
}

/** An image whose structures contradict each other. */
export function damaged(what: string): UnreadableImage {
  return new UnreadableImage(`the image is damaged: ${what}`, true);
}
