import { styleText } from 'node:util';
import type { TextStream } from './stream-reporter.ts';

export type TextFormat = Parameters<typeof styleText>[0];

/** Formats text for a stream. */
export type Style = (format: TextFormat, text: string) => string;

/** Colours on a terminal, and plain text elsewhere. Colours follow NO_COLOR and FORCE_COLOR. */
export function styleOf(stream: TextStream): Style {
  // styleText checks this itself, except in a Node that is too old for fledge, where it colours pipes as well.
  const isPlain = !stream.isTTY && process.env['FORCE_COLOR'] === undefined;
  return (format, text) => (isPlain ? text : styleText(format, text, { stream }));
}
