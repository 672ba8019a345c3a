import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { WARNING_CODES } from '../../src/support/report/warning-codes.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(root, 'src', path), 'utf8'))
  .join('\n');
const document = readFileSync(join(root, 'docs/troubleshooting.md'), 'utf8');

/** The messages in headings, each as the constant pieces between the variable parts. */
const messages = [...document.matchAll(/^### `(.*)`$/gm)].map(([, message = '']) => ({
  message,
  pieces: message
    .split('…')
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 2),
}));

describe('docs/troubleshooting.md', () => {
  it('docs/troubleshooting.md has messages as headings', () => {
    expect(messages.length).toBeGreaterThan(15);
  });

  it.each(messages)('fledge prints the message of docs/troubleshooting.md: $message', ({ pieces }) => {
    expect(Math.max(...pieces.map(({ length }) => length))).toBeGreaterThan(9);
    expect(pieces.filter((piece) => !sources.includes(piece))).toEqual([]);
  });
});

it('docs/troubleshooting.md explains the code of every warning', () => {
  const codes = [...document.matchAll(/^\| `([a-z-]+)` \| ./gm)].map(([, code]) => code);
  expect(codes.filter((code) => WARNING_CODES.some((known) => known === code))).toEqual([...WARNING_CODES]);
});
