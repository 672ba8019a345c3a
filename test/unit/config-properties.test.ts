import fc from 'fast-check';
import { stringify } from 'smol-toml';
import { describe, expect, it } from 'vitest';
import { validateConfigText } from '../../src/config/load.ts';
import { formatKeyPath, type Problem, problemsOf } from '../../src/document/problems.ts';
import { validateTemplateText } from '../../src/manifest/template.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { editDistance, nearest } from '../../src/support/suggest.ts';

const HEX = '0f'.repeat(32);

/** The problems of a text, none if it is accepted; any other exception fails the test. */
async function problemsIn(check: (text: string, file: string) => Promise<unknown>, text: string, file: string) {
  try {
    await check(text, file);
    return [];
  } catch (error) {
    if (!(error instanceof FledgeError) || error.code !== 'config') throw error;
    const problems = problemsOf(error);
    expect(problems.length).toBeGreaterThan(0);
    return problems;
  }
}

function expectPositionsWithin(text: string, problems: readonly Problem[]): void {
  const lines = text.replace(/^\ufeff/, '').split('\n');
  for (const { line, column } of problems) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines.length);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(column).toBeLessThanOrEqual([...(lines[line - 1] ?? '')].length + 1);
  }
}

const someKey = fc.oneof(
  fc.constantFrom('version', 'strategy', 'agent', 'source_strategy', 'path', 'url', 'checksum', 'init', 'none'),
  fc.constantFrom('source', 'image', 'busybox_url', 'filesystem', 'type', 'size_buffer_mb', 'mappings', 'workload'),
  fc.constantFrom('directories', 'to', 'mode', 'directory_mode', 'owner', 'exclude', 'replace', 'plugin', '/x'),
  fc.constantFrom('env', 'network', 'expose', 'cloud_init', 'actions', 'name', '__proto__', 'constructor', '0', 'a b'),
  fc.string(),
);
const someValue = fc.oneof(
  fc.constantFrom('0640', '70:70', 'a:b', 'auto', '**/*.md', '!x', '999'),
  fc.constantFrom('1', 'initramfs', 'oci_rootfs', 'release', 'http', 'latest', '/x', '/../x', 'ext4', 'nginx', HEX),
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.double({ noNaN: true }),
  fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }),
);
const { document } = fc.letrec<{ value: unknown; document: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    someValue,
    fc.array(someValue, { maxLength: 3 }),
    fc.array(tie('document'), { maxLength: 2 }),
    tie('document'),
  ),
  document: fc.dictionary(someKey, tie('value'), { maxKeys: 6 }),
}));

const tomlPieces = fc.array(
  fc.oneof(
    fc.constantFrom('[', ']', '[[', ']]', '=', '"', "'", '"""', '#', '\n', '\r\n', '.', ',', '{', '}', ' ', '\ufeff'),
    fc.constantFrom(
      'version',
      'strategy',
      '"1"',
      '"initramfs"',
      '[agent]\n',
      '[mappings]\n',
      '"a" = "/a"\n',
      '1',
      'true',
    ),
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
  { maxLength: 25 },
);

describe('arbitrary texts', () => {
  it('accepts any text as fledge.toml or reports problems with valid positions', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          document.map((value) => stringify(value)),
          tomlPieces.map((parts) => parts.join('')),
        ),
        async (text) => {
          expectPositionsWithin(text, await problemsIn(validateConfigText, text, 'fledge.toml'));
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('accepts any text as manifest.toml or reports problems with valid positions', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (value) => {
        const text = stringify(value);
        expectPositionsWithin(text, await problemsIn(validateTemplateText, text, 'manifest.toml'));
      }),
      { numRuns: 700 },
    );
  });

  it('accepts any text as manifest.json or reports problems with valid positions', async () => {
    const pieces = fc.array(
      fc.constantFrom('{', '}', '[', ']', ':', ',', '"a"', '"name"', '1', 'tru', 'null', '\n', ' ', '"'),
    );
    const text = fc.oneof(
      fc.json(),
      document.map((value) => JSON.stringify(value, null, 2)),
      pieces.map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(text, async (json) => {
        expectPositionsWithin(json, await problemsIn(validateTemplateText, json, 'manifest.json'));
      }),
      { numRuns: 1500 },
    );
  });
});

/** The lines of a valid fledge.toml, table by table, in any order. */
const shuffledConfig = fc
  .tuple(
    fc.shuffledSubarray(['version = "1"', 'strategy = "initramfs"'], { minLength: 2 }),
    fc.shuffledSubarray(['source_strategy = "http"', 'url = "https://x/y"', `checksum = "${HEX}"`], { minLength: 3 }),
    fc.shuffledSubarray(['busybox_url = "b"', `busybox_sha256 = "${HEX}"`], { minLength: 2 }),
    fc.constant(['"1" = "/1"', '"b" = "/b"', '"0" = "/0"']),
    fc.shuffledSubarray([1, 2, 3], { minLength: 3 }),
  )
  .map(([top, agent, source, mappings, order]) => {
    const tables = [
      ['', ''],
      ['[agent]', ...agent],
      ['[source]', ...source],
      ['[mappings]', ...mappings],
    ];
    return [...top, ...order.flatMap((index) => tables[index] ?? [])];
  });

describe('a valid config', () => {
  it('a valid config has the same meaning in any order, with comments, CRLF and a byte order mark', async () => {
    const reference = await validateConfigText(
      fc.sample(shuffledConfig, { seed: 1, numRuns: 1 })[0]?.join('\n') ?? '',
      'fledge.toml',
    );
    await fc.assert(
      fc.asyncProperty(
        shuffledConfig,
        fc.constantFrom('\n', '\r\n', ' # x\n\n'),
        fc.constantFrom('', '\ufeff'),
        async (lines, end, mark) => {
          const { config } = await validateConfigText(mark + lines.join(end) + end, 'fledge.toml');
          expect(config).toEqual(reference.config);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('a valid config with one changed key has its problem at that key', async () => {
    await fc.assert(
      fc.asyncProperty(shuffledConfig, fc.nat(), fc.boolean(), async (lines, choice, carriageReturn) => {
        const keyLines = lines.flatMap((line, index) => (line.includes('_') ? [index] : []));
        const changed = keyLines[choice % keyLines.length] ?? 0;
        const key = lines[changed]?.split(' ')[0] ?? '';
        const text = lines.with(changed, `${key} = 1979-05-27`).join(carriageReturn ? '\r\n' : '\n');
        const [problem, ...others] = await problemsIn(validateConfigText, text, 'fledge.toml');
        expect(others).toEqual([]);
        expect(problem).toMatchObject({ line: changed + 1, column: 1 });
        expect(problem?.key?.endsWith(key)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('suggestions', () => {
  it.each([
    ['', '', 0],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['source_stratgy', 'source_strategy', 1],
    ['kitten', 'sitting', 3],
    ['', 'abc', 3],
    ['ca', 'abc', 3],
  ])('the edit distance of %j and %j is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });

  it('suggests the nearest key without regard to case', () => {
    expect(nearest('Agent', ['agent', 'init'])).toBe('agent');
    expect(nearest('ulr', ['url', 'path'])).toBe('url');
    expect(nearest('xyz', ['url', 'path'])).toBeUndefined();
    expect(nearest('', ['url'])).toBeUndefined();
  });

  it('writes keys in the syntax of TOML', () => {
    expect(formatKeyPath(['agent', 'url'])).toBe('agent.url');
    expect(formatKeyPath(['mappings', './a "b"'])).toBe('mappings."./a \\"b\\""');
    expect(formatKeyPath(['disks', 0, 'name'])).toBe('disks[0].name');
  });
});
