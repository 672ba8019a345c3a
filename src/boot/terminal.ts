import type { Machine } from './machine.ts';

/** The terminal of a user. Its input and output may also be pipes. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & Partial<Pick<NodeJS.ReadStream, 'isTTY' | 'setRawMode'>>;
  readonly output: NodeJS.WritableStream;
}

export interface ConnectedTerminal {
  /** Shows text of the console. */
  show(text: string): void;
  /** Gives the terminal back. Can be called more than once. */
  disconnect(): void;
}

/** Ctrl-], as in telnet and virsh. Ctrl-C belongs to the programs of the machine. */
const ESCAPE = 0x1d;

/** Types what a user types on the console of a machine. Ctrl-] calls `onEscape` instead. */
export function connectTerminal(
  { input, output }: Terminal,
  machine: Pick<Machine, 'write'>,
  onEscape: () => void,
): ConnectedTerminal {
  const type = (chunk: Buffer | string): void => {
    const bytes = Buffer.from(chunk);
    const end = bytes.indexOf(ESCAPE);
    if (end !== 0) machine.write(end < 0 ? bytes : bytes.subarray(0, end));
    if (end >= 0) onEscape();
  };
  const isTerminal = input.isTTY === true;
  if (isTerminal) input.setRawMode?.(true);
  input.on('data', type);
  input.resume();
  return {
    show(text) {
      output.write(text);
    },
    disconnect() {
      input.off('data', type);
      input.pause();
      if (isTerminal) input.setRawMode?.(false);
    },
  };
}
