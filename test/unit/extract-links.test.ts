import { describe, expect, it } from 'vitest';
import { selectionOf } from '../../src/extract/selection.ts';
import { visitSelected } from '../../src/extract/visit.ts';
import type { Artifact } from '../../src/inside/artifact.ts';
import type { InsideEntry } from '../../src/inside/entry.ts';
import { insideEntry } from '../helpers/inside.ts';

async function* manyLinks(count: number, size: number): AsyncGenerator<InsideEntry> {
  const directory = 'd'.repeat(4000);
  for (let index = 0; index < count; index++) yield insideEntry(`${directory}${index}`, { ino: 7, links: 2, size });
}

function streamOf(entries: () => AsyncGenerator<InsideEntry>): Artifact {
  return {
    ...{ path: 'a.cpio', format: 'cpio', isStream: true, entries },
    facts: () => Promise.resolve([]),
    close: () => Promise.resolve(),
  };
}

describe('hard links of a stream', () => {
  it('names that wait for their data have a limit in bytes', async () => {
    let received = 0;
    const receiver = { receive: () => void received++, link: () => void received++ };
    const visited = visitSelected(
      streamOf(() => manyLinks(100_000, 0)),
      selectionOf([]),
      receiver,
    );
    await expect(visited).rejects.toThrow('too many hard links');
    expect(received).toBe(0);
  });
});
