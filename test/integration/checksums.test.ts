import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderChecksums } from '../../src/describe/checksums.ts';
import { testDirectory } from '../helpers/scratch.ts';

it('writes the lines of sha256sum, which also verifies ours, for any names', () => {
  const directory = testDirectory();
  const name = fc
    .string({ unit: fc.constantFrom('a', ' ', '\\', '\n', '\r', 'ü', '*', '.'), minLength: 1, maxLength: 12 })
    .filter((text) => !/^\.{1,2}$/.test(text));
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), (names) => {
      const files = names.map((each) => {
        writeFileSync(join(directory, each), `content of ${each}`);
        return { name: each, sha256: createHash('sha256').update(`content of ${each}`).digest('hex') };
      });
      const text = renderChecksums(files);
      expect(text).toBe(execFileSync('sha256sum', ['--', ...names], { cwd: directory, encoding: 'utf8' }));
      execFileSync('sha256sum', ['--check', '--strict', '--quiet'], { cwd: directory, input: text });
    }),
    { numRuns: 30 },
  );
});
