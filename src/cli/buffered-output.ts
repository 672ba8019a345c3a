import type { Session } from './session.ts';

/** In characters. */
const PIECE_LENGTH = 64 * 1024;
/** The longest time that a line waits for others, in milliseconds. */
const MAX_WAIT = 100;

/** Prints a long result in large pieces: add text, and flush it when it is due. */
export class BufferedOutput {
  readonly #print: Session['print'];
  #parts: string[] = [];
  #length = 0;
  #heldBack: number;
  #printedAt = Date.now();

  /** `heldBack` is the number of characters at the beginning that are printed together, or at the end. */
  constructor(print: Session['print'], heldBack = 0) {
    this.#print = print;
    this.#heldBack = heldBack;
  }

  add(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** True if enough text waits to be printed. */
  get isDue(): boolean {
    if (this.#length < this.#heldBack) return false;
    return this.#length >= PIECE_LENGTH || Date.now() - this.#printedAt >= MAX_WAIT;
  }

  /** Prints what was added. */
  async flush(): Promise<void> {
    const text = this.#parts.join('');
    this.#parts = [];
    this.#length = 0;
    this.#heldBack = 0;
    this.#printedAt = Date.now();
    if (text !== '') await this.#print(text);
  }
}
