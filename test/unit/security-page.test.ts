import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const repository = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The rows of the tables of promises in docs/security.md, as cells. */
function promises(): readonly (readonly string[])[] {
  const page = readFileSync(repository('docs/security.md'), 'utf8');
  const tables = page.matchAll(/^\| promise \|.*\n\|[-|]+\|\n((?:\|.*\|\n)+)/gm);
  return [...tables].flatMap(([, rows = '']) =>
    rows
      .trim()
      .split('\n')
      .map((row) => row.split('|').map((cell) => cell.trim())),
  );
}

it('docs/security.md names an existing test for every promise', () => {
  const rows = promises();
  expect(rows.length).toBeGreaterThan(30);
  const missing = rows.flatMap(([, promise = '', , tests = '']) => {
    const names = tests.split(',').map((name) => name.trim());
    const unknown = names.filter(
      (name) => !/, in scripts\/test\.sh$/.test(tests) && !existsSync(repository(`test/${name}.test.ts`)),
    );
    return unknown.map((name) => `${promise}: ${name}`);
  });
  expect(missing).toEqual([]);
});

it('docs/security.md names only gates that scripts/test.sh runs', () => {
  const gates = promises().flatMap(([, , , tests = '']) => /^(.*), in scripts\/test\.sh$/.exec(tests)?.[1] ?? []);
  const script = readFileSync(repository('scripts/test.sh'), 'utf8');
  expect(gates.length).toBeGreaterThan(0);
  expect(gates.filter((gate) => !script.includes(gate.replace('npm run ', '')))).toEqual([]);
});
