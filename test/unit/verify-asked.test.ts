import { expect, it } from 'vitest';
import { requireChecker } from '../../src/recipe/verify/image.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import type { ImageCheck } from '../../src/tools/run-image-check.ts';
import { xfsprogs } from '../../src/tools/table.ts';

const ABSENT: ImageCheck = { name: 'absent', tool: xfsprogs, program: 'no-such-checker', arguments: () => [] };

function require(verify: 'auto' | 'none' | 'fsck' | 'full') {
  const sources = { baseDirectory: '/', cacheDirectory: '/', reporter: silentReporter, env: {} };
  return requireChecker(ABSENT, { sources, verify });
}

it.each(['fsck', 'full'] as const)('refuses --verify %s without the checker, before any work', async (verify) => {
  await expect(require(verify)).rejects.toMatchObject({ code: 'tool', fix: expect.stringContaining('--verify') });
});

it.each(['auto', 'none'] as const)('accepts that the checker is missing with verification %s', async (verify) => {
  await expect(require(verify)).resolves.toBeUndefined();
});
