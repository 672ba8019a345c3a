import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(root, 'src', path), 'utf8'))
  .join('\n');
const document = readFileSync(join(root, 'docs/troubleshooting.md'), 'utf8');

/** The messages that are headings, each as the pieces between what differs from one time to the next. */
const messages = [...document.matchAll(/^### `(.*)`$/gm)].map(([, message = '']) => ({
  message,
  pieces: message
    .split('…')
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 2),
}));

describe('docs/troubleshooting.md', () => {
  it('is about messages', () => {
    expect(messages.length).toBeGreaterThan(15);
  });

  it.each(messages)('has a message that fledge prints: $message', ({ pieces }) => {
    expect(Math.max(...pieces.map(({ length }) => length))).toBeGreaterThan(9);
    expect(pieces.filter((piece) => !sources.includes(piece))).toEqual([]);
  });
});

describe('links between the documents', () => {
  const documents = [...readdirSync(root), ...readdirSync(join(root, 'docs')).map((name) => join('docs', name))].filter(
    (name) => name.endsWith('.md'),
  );

  it.each(documents)('%s leads to files that there are', (name) => {
    const text = readFileSync(join(root, name), 'utf8').replace(/^```.*?^```/gms, '');
    for (const [, target = ''] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
      if (/^[a-z]+:/.test(target)) continue;
      expect(existsSync(join(root, name, '..', target)), target).toBe(true);
    }
  });
});
