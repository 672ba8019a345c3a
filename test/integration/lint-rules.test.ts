import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { generatedBiomeJson } from '../../scripts/lint/biome-json.ts';
import { ROOMS } from '../../scripts/lint/rooms.ts';
import { testDirectory } from '../helpers/scratch.ts';

/* The rules of biome.json that keep the structure of the project, tested on files that break them. */

const repository = fileURLToPath(new URL('../..', import.meta.url));
const biome = join(repository, 'node_modules/@biomejs/biome/bin/biome');

interface Diagnostic {
  readonly category: string;
  readonly severity: string;
  readonly location: { readonly path: string | { readonly file: string } };
}

/** The rules that each of the files breaks, by the file's path; an empty list for a valid one. */
async function lint(files: Readonly<Record<string, string>>): Promise<Record<string, string[]>> {
  const directory = testDirectory();
  for (const path of ['biome.json', 'scripts/lint']) {
    cpSync(join(repository, path), join(directory, path), { recursive: true });
  }
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', '--vcs-enabled=false', 'src'];
  const output = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, [biome, ...args], { cwd: directory, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      // Status 1 is expected: a file has a problem.
      if (error !== null && error.code !== 1) reject(new Error(`${error.message}\n${stderr}`));
      else resolve(stdout);
    });
  });
  const { diagnostics }: { diagnostics: Diagnostic[] } = JSON.parse(output);
  const broken = Object.fromEntries(Object.keys(files).map((path): [string, string[]] => [path, []]));
  for (const { category, location } of diagnostics) {
    const path = typeof location.path === 'string' ? location.path : location.path.file;
    broken[path.replace(/^\.\//, '')]?.push(category);
  }
  return broken;
}

const IMPORT = 'lint/style/noRestrictedImports';
const GLOBAL = 'lint/style/noRestrictedGlobals';
const PLUGIN = 'plugin';

/** These two are the entry points, and may import everything except each other. */
const ENDS: readonly string[] = ['action', 'cli'];

describe('the list of folders', () => {
  it('the list of folders names every folder below src/', () => {
    const folders = readdirSync(join(repository, 'src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect([...ROOMS].sort()).toEqual(folders.map(({ name }) => name).sort());
  });

  it('biome.json is generated from the list of folders', () => {
    const text = readFileSync(join(repository, 'biome.json'), 'utf8');
    expect(JSON.parse(text)).toEqual(generatedBiomeJson(text));
  });

  it('the list of folders has the order of the table in docs/architecture.md', () => {
    const page = readFileSync(join(repository, 'docs/architecture.md'), 'utf8');
    const listed = [...page.matchAll(/^\| `src\/([a-z]+)\/` \|/gm)].map(([, name]) => name);
    expect(listed).toEqual([...ROOMS]);
  });

  it('the diagram in docs/architecture.md shows all folders, with arrows to earlier ones', () => {
    const page = readFileSync(join(repository, 'docs/architecture.md'), 'utf8');
    const [, diagram = ''] = /^```mermaid\n(.*?)\n```$/ms.exec(page) ?? [];
    const [head, ...lines] = diagram.split('\n');
    expect(head).toBe('flowchart LR');
    const arrows = lines.map((line) => /^ {2}([a-z]+) --> ([a-z]+)$/.exec(line)?.slice(1) ?? [line]);
    expect([...new Set(arrows.flat())].sort()).toEqual([...ROOMS].sort());
    const order = new Map<string | undefined, number>(ROOMS.map((room, index) => [room, index]));
    const upwards = arrows.filter(([from, to]) => (order.get(from) ?? -1) <= (order.get(to) ?? ROOMS.length));
    expect(upwards).toEqual([]);
  });

  it('src/ has no import that the arrows of the diagram do not allow', () => {
    const page = readFileSync(join(repository, 'docs/architecture.md'), 'utf8');
    const arrows = [...page.matchAll(/^ {2}([a-z]+) --> ([a-z]+)$/gm)];
    const reached = new Map<string, ReadonlySet<string>>();
    for (const room of ROOMS) {
      const direct = arrows.flatMap(([, from, to = '']) => (from === room ? [to] : []));
      reached.set(room, new Set([room, ...direct.flatMap((to) => [...(reached.get(to) ?? [])])]));
    }
    const source = join(repository, 'src');
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
    const imports = files.flatMap((path) =>
      [...readFileSync(join(source, path), 'utf8').matchAll(/(?:from|import\() ?'(\.[^']+)'/g)].map(
        ([, target = '']) => [path.split('/')[0] ?? '', join(dirname(path), target).split('/')[0] ?? ''] as const,
      ),
    );
    expect(imports.length).toBeGreaterThan(500);
    expect(imports.filter(([from, to]) => reached.get(from)?.has(to) === false)).toEqual([]);
  });
});

describe('import direction', () => {
  it('a folder may import every folder upstream of it and none downstream', async () => {
    const pairs = ROOMS.flatMap((from, position) =>
      ROOMS.map((to, other) => ({ from, to, allowed: other <= position })),
    ).filter(({ from, to }) => from !== to && !ENDS.includes(from));
    const pathOf = (from: string, to: string): string => `src/${from}/imports-${to}.ts`;
    const files = pairs.map(({ from, to }) => [pathOf(from, to), `import '../${to}/module.ts';\n`] as const);
    const expected = pairs.map(({ from, to, allowed }) => [pathOf(from, to), allowed ? [] : [IMPORT]] as const);
    expect(await lint(Object.fromEntries(files))).toEqual(Object.fromEntries(expected));
    expect(expected.filter(([, rules]) => rules.length > 0).length).toBeGreaterThan(60);
  });

  it('recipe and cli do not import GitHub code, and action does not import cli', async () => {
    const files = {
      'src/recipe/toolkit.ts': "import '@actions/core';\n",
      'src/cli/recipe.ts': "import '../recipe/build.ts';\n",
      'src/cli/action.ts': "import '../action/main.ts';\n",
      'src/cli/publish.ts': "import '../publish/release.ts';\n",
      'src/cli/toolkit.ts': "import '@actions/core';\n",
      'src/action/recipe.ts': "import '../recipe/build.ts';\n",
      'src/action/toolkit.ts': "import '@actions/core';\n",
      'src/action/cli.ts': "import '../cli/main.ts';\n",
      'src/action/exec.ts': "import '@actions/exec';\n",
      'src/action/install/prepare.ts': "import '@actions/exec';\n",
      'src/action/install/root.ts': "import '@actions/exec';\nimport 'node:child_process';\n",
    };
    expect(await lint(files)).toEqual({
      'src/recipe/toolkit.ts': [IMPORT],
      'src/cli/recipe.ts': [],
      'src/cli/action.ts': [IMPORT],
      'src/cli/publish.ts': [IMPORT],
      'src/cli/toolkit.ts': [IMPORT],
      'src/action/recipe.ts': [],
      'src/action/toolkit.ts': [],
      'src/action/cli.ts': [IMPORT],
      'src/action/exec.ts': [IMPORT],
      'src/action/install/prepare.ts': [IMPORT],
      'src/action/install/root.ts': [IMPORT],
    });
  });

  it('import direction applies to every form of import', async () => {
    const ways = {
      type: "import type { X } from '../formats/x.ts';\nexport type Y = X;\n",
      again: "export { x } from '../formats/x.ts';\n",
      all: "export * from '../formats/x.ts';\n",
      dynamic: "export const x = await import('../formats/x.ts');\n",
    };
    const files = Object.entries(ways).map(([name, text]) => [`src/tree/${name}.ts`, text] as const);
    const expected = files.map(([path]) => [path, [IMPORT]]);
    expect(await lint(Object.fromEntries(files))).toEqual(Object.fromEntries(expected));
  });
});

describe('the environment of the process', () => {
  it('forbids modules to change the environment of the process', async () => {
    const files = {
      'src/action/key.ts': "process.env['TMPDIR'] = '/tmp';\n",
      'src/cli/default.ts': "process.env['TMPDIR'] ??= '/tmp';\n",
      'src/recipe/name.ts': "process.env.PATH = '/bin';\n",
      'src/support/variable.ts': "const name = 'PATH';\nprocess.env[name] = '/bin';\n",
      'src/tools/several.ts': "Object.assign(process.env, { PATH: '/bin' });\n",
      'src/tools/reads.ts': "export const path = process.env['PATH'];\n",
    };
    const broken = await lint(files);
    expect(
      Object.entries(broken)
        .filter(([, rules]) => rules.includes(PLUGIN))
        .map(([path]) => path),
    ).toEqual(Object.keys(files).filter((path) => path !== 'src/tools/reads.ts'));
  });
});

describe('child processes', () => {
  it('allows only src/support/process/exec.ts to start child processes', async () => {
    const text = "import { spawn } from 'node:child_process';\nexport const start = spawn;\n";
    const places = ROOMS.map((folder) => `src/${folder}/x.ts`);
    const files = { ...Object.fromEntries(places.map((path) => [path, text])), 'src/support/process/exec.ts': text };
    expect(await lint(files)).toEqual({
      ...Object.fromEntries(places.map((path) => [path, [IMPORT]])),
      'src/support/process/exec.ts': [],
    });
  });
});

/** By a name for the file: a construct that is forbidden in modules whose results are in artifacts, and its rule. */
const IMPURE: Readonly<Record<string, readonly [text: string, rule: string]>> = {
  date: ['export const x = Date.now();\n', GLOBAL],
  'new-date': ['export const x = new Date();\n', GLOBAL],
  performance: ['export const x = performance.now();\n', GLOBAL],
  'perf-hooks': ["import { performance } from 'node:perf_hooks';\nexport const x = performance.now();\n", IMPORT],
  random: ['export const x = Math.random();\n', PLUGIN],
  'global-crypto': ['export const x = crypto.randomUUID();\n', GLOBAL],
  'random-bytes': ["import { randomBytes } from 'node:crypto';\nexport const x = randomBytes(4);\n", IMPORT],
  'random-uuid': ["import { randomUUID } from 'node:crypto';\nexport const x = randomUUID();\n", IMPORT],
  process: ['export const x = process.env;\n', GLOBAL],
  os: ["import { hostname } from 'node:os';\nexport const x = hostname();\n", IMPORT],
  locale: ['export const x = new Intl.Collator();\n', GLOBAL],
  compare: ["export const x = 'a'.localeCompare('b');\n", PLUGIN],
  'all-of-crypto': ["import * as crypto from 'node:crypto';\nexport const x = crypto.randomBytes(4);\n", PLUGIN],
  'default-crypto': ["import crypto from 'node:crypto';\nexport const x = crypto.randomBytes(4);\n", PLUGIN],
  'process-module': ["import process from 'node:process';\nexport const x = process.env;\n", IMPORT],
  'global-this': ['export const x = globalThis.Date.now();\n', PLUGIN],
};

describe('clock, randomness and the host', () => {
  it.each(['tree', 'formats', 'manifest', 'describe'])('allows no impure function in src/%s', async (folder) => {
    const cases = Object.entries(IMPURE).map(
      ([name, [text, rule]]) => [`src/${folder}/${name}.ts`, text, rule] as const,
    );
    const files = Object.fromEntries(cases.map(([path, text]) => [path, text]));
    const expected = Object.fromEntries(cases.map(([path, , rule]) => [path, [rule]]));
    expect(await lint(files)).toEqual(expected);
  });

  it('allows clock, randomness and the host in src/support, and pure functions everywhere', async () => {
    const hash = "import { createHash } from 'node:crypto';\nexport const x = createHash('sha256');\n";
    const pure = ['tree', 'formats', 'manifest', 'describe'].map((folder) => [`src/${folder}/hash.ts`, hash] as const);
    const support = Object.entries(IMPURE).map(([name, [text]]) => [`src/support/${name}.ts`, text] as const);
    const files = Object.fromEntries([...pure, ...support]);
    const broken = await lint(files);
    expect(broken).toEqual(Object.fromEntries(Object.keys(files).map((path) => [path, []])));
  });
});

it('requires that every promise is awaited, or marked with void', async () => {
  const work = 'export async function work(): Promise<void> {}\n';
  const files = {
    'src/support/work.ts': work,
    'src/support/lost.ts': "import { work } from './work.ts';\nexport function begin(): void {\n  work();\n}\n",
    'src/support/kept.ts': "import { work } from './work.ts';\nexport function begin(): void {\n  void work();\n}\n",
  };
  expect(await lint(files)).toEqual({
    'src/support/work.ts': [],
    'src/support/lost.ts': ['lint/nursery/noFloatingPromises'],
    'src/support/kept.ts': [],
  });
});
