import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeDirectory } from '../../src/formats/directory/write-directory.ts';
import { testDirectory } from '../helpers/scratch.ts';
import { file, treeOf } from '../helpers/tree/tree-builder.ts';

it('handles signals and timers while it writes many small files', async () => {
  const count = 3000;
  const tree = treeOf(Array.from({ length: count }, (_, index) => [`d/${index}`, file('')] as const));
  let turns = 0;
  let isOver = false;
  const countTurn = (): void => {
    turns += 1;
    if (!isOver) setImmediate(countTurn);
  };
  setImmediate(countTurn);
  const records = await writeDirectory(tree.entries(), join(testDirectory(), 'tree'), { filesystem: 'xfs' });
  isOver = true;
  expect(records).toHaveLength(count + 2);
  expect(turns).toBeGreaterThan(count / 1000);
});
