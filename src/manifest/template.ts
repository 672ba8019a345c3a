import { lstat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { draftOf, findProtoKeys, locateFindings } from '../document/document.ts';
import { jsonSyntaxProblem, locateJson, repeatedKeys } from '../document/json.ts';
import { type Locator, locateToml } from '../document/positions.ts';
import {
  type Finding,
  firstNotes,
  type KeyPath,
  type Position,
  type Problem,
  problemsError,
} from '../document/problems.ts';
import { checkSource } from '../document/source-text.ts';
import { hintForJson } from '../document/syntax-hints.ts';
import { isTable, parseToml } from '../document/toml.ts';
import { findingsOfIssues, PARSE_ONCE } from '../document/zod-problems.ts';
import { FledgeError, systemCodeOf } from '../support/errors.ts';
import { option, worded } from '../support/wording.ts';
import { findTemplateProblems, normaliseTemplate, type TemplateFields } from './template-rules.ts';
import { templateSchema } from './template-schema.ts';
import { templateVocabulary } from './template-vocabulary.ts';
import { findTemplateNotes } from './template-warnings.ts';

/** The template that a build uses if none is named. */
export const DEFAULT_TEMPLATE_FILE = 'manifest.toml';

export interface ManifestTemplate {
  /** The file as the user named it. */
  readonly file: string;
  /** Its values, in the field names of the manifest. */
  readonly fields: TemplateFields;
  /** Its values that have another effect than expected, or that only newer versions of Volant use. */
  readonly notes: readonly Problem[];
  /** The position of a key; for a missing key, that of the table it would be in, or 1:1. */
  positionOf(path: KeyPath): Promise<Position>;
  /** The error for problems that are found only later, such as a document that cannot be read. */
  errorAt(findings: readonly Finding[]): Promise<FledgeError>;
}

/** The manifest.toml beside a fledge.toml, or undefined if there is none. */
export async function findManifestTemplate(configFile: string): Promise<string | undefined> {
  const path = join(dirname(configFile), DEFAULT_TEMPLATE_FILE);
  try {
    // Not stat: a link to a file that does not exist is an error, and not a plugin without a template.
    await lstat(path);
    return path;
  } catch (error) {
    const code = systemCodeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    return path;
  }
}

/**
 * Loads the template at `named`, otherwise manifest.toml beside a fledge.toml, if there is one.
 *
 * @throws FledgeError as `loadManifestTemplate` does.
 */
export async function loadTemplateFor(configFile: string, named?: string): Promise<ManifestTemplate | undefined> {
  if (named !== undefined && resolve(named) === resolve(configFile)) {
    throw new FledgeError('config', `${named} is the config of the plugin, not a manifest template`, {
      fix: worded`name a file such as manifest.toml with ${option('manifest')}`,
    });
  }
  const path = named ?? (await findManifestTemplate(configFile));
  return path === undefined ? undefined : loadManifestTemplate(path);
}

/**
 * Reads and checks a template of the manifest: TOML, or JSON where the name ends in `.json`.
 *
 * @throws FledgeError `config` with every problem of the file, or because it cannot be read.
 */
export async function loadManifestTemplate(path: string): Promise<ManifestTemplate> {
  const missing = (): FledgeError => new FledgeError('config', `there is no manifest template ${path}`);
  return checkSource(path, missing, (text) => validateTemplateText(text, path));
}

/**
 * Checks the text of a template by the rules of docs/manifest.md. `file` is the name in problems; with the suffix
 * `.json` the text is JSON, otherwise TOML.
 *
 * @throws FledgeError `config` with every problem.
 */
export async function validateTemplateText(text: string, file: string): Promise<ManifestTemplate> {
  const source = text.replace(/^\ufeff/, '');
  const isJson = /\.json$/i.test(file);
  const raw = isJson ? await parseJson(source, file) : parseToml(source, file);
  let located: Locator | undefined;
  const locate = async (): Promise<Locator> => {
    located ??= await (isJson ? locateJson(source) : locateToml(source));
    return located;
  };
  const errorAt = async (found: readonly Finding[]): Promise<FledgeError> =>
    problemsError(locateFindings(found, file, await locate()));

  const parsed = templateSchema.safeParse(raw, PARSE_ONCE);
  const issues = parsed.error?.issues ?? [];
  const draft = parsed.data ?? draftOf(templateSchema, raw, issues) ?? {};
  const vocabulary = isJson ? jsonVocabulary : tomlVocabulary;
  const findings = [
    ...findingsOfIssues(issues, raw, vocabulary),
    ...findProtoKeys(raw, [['env'], ['workload', 'env'], ['labels'], ['actions']]),
    ...findTemplateProblems(draft),
    ...(isJson ? findRepeatedKeys(source) : []),
  ];
  if (findings.length > 0) throw await errorAt(findings);

  const notes = findTemplateNotes(draft);
  return {
    file,
    fields: normaliseTemplate(draft),
    notes: notes.length === 0 ? [] : firstNotes(locateFindings(notes, file, await locate())),
    positionOf: async (path) => (await locate()).positionOf(path),
    errorAt,
  };
}

/** Findings for the keys that an object has more than once. The parser of TOML refuses them itself. */
function findRepeatedKeys(source: string): Finding[] {
  const paths = new Map<string, KeyPath>();
  // A key that is there three times is one problem.
  for (const path of repeatedKeys(source)) paths.set(JSON.stringify(path), path);
  return [...paths.values()].map((path) => ({ path, message: 'this object has the key twice; keep one' }));
}

const tomlVocabulary = templateVocabulary('a table');
const jsonVocabulary = templateVocabulary('an object');

async function parseJson(text: string, file: string): Promise<Record<string, unknown>> {
  const value = await parseJsonValue(text, file);
  if (isTable(value)) return value;
  throw problemsError([{ file, line: 1, column: 1, key: undefined, message: 'a manifest must be a JSON object' }]);
}

async function parseJsonValue(text: string, file: string): Promise<unknown> {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) {
      const problem = await jsonSyntaxProblem(text, file);
      const hint = hintForJson(text);
      throw problemsError([hint === undefined ? problem : { ...problem, message: `${problem.message}; ${hint}` }]);
    }
    throw error;
  }
}
