import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { draftOf, findProtoKeys, locateFindings, withoutExplainedGaps } from '../document/document.ts';
import { type Locator, locateToml } from '../document/positions.ts';
import {
  type Finding,
  firstNotes,
  formatKeyPath,
  type KeyPath,
  type Position,
  type Problem,
  problemsError,
} from '../document/problems.ts';
import { checkSource } from '../document/source-text.ts';
import { parseToml } from '../document/toml.ts';
import { findingsOfIssues, PARSE_ONCE } from '../document/zod-problems.ts';
import { FledgeError } from '../support/errors.ts';
import { directoriesOf } from './directories.ts';
import { howToBegin, isDockerfileName } from './dockerfile-name.ts';
import { fledgeVocabulary } from './fledge-vocabulary.ts';
import { findArchiveAsImage } from './image-file.ts';
import { explainMappings } from './mapping-hints.ts';
import { findConflicts, mappingsOf } from './mappings.ts';
import { DEFAULT_CONFIG_FILE, missingConfig } from './missing-config.ts';
import { normaliseDocument } from './normalise.ts';
import { withBaseImages } from './read-dockerfile.ts';
import { findCrossFieldProblems, findNotes } from './rules.ts';
import { type Draft, documentSchema, draftSchema } from './schema.ts';
import type { FledgeConfig, Mapping } from './types.ts';

export interface CheckedConfig {
  readonly config: FledgeConfig;
  /** Settings that are valid but have less effect than expected; one per finding, in the order of the file. */
  readonly notes: readonly Problem[];
  /** The position of a key; for a missing key, that of the table it would be in, or 1:1. */
  positionOf(path: KeyPath): Promise<Position>;
  /** The error for problems that are found only later, such as a mapping whose host file is missing. */
  errorAt(findings: readonly Finding[]): Promise<FledgeError>;
}

export interface LoadedConfig extends CheckedConfig {
  /** The file as the user named it. */
  readonly file: string;
  /** The absolute path of the file's directory; relative paths in the file start here. */
  readonly directory: string;
}

/**
 * Reads and checks a fledge.toml; `path` may also be its directory. Reads its Dockerfile, too, for the base images.
 *
 * @throws FledgeError `config` with every problem of the file, or because it cannot be read.
 */
export async function loadConfig(path: string = DEFAULT_CONFIG_FILE): Promise<LoadedConfig> {
  const file = (await isDirectory(path)) ? join(path, DEFAULT_CONFIG_FILE) : path;
  if (isDockerfileName(file)) {
    const message = `${file} is a Dockerfile; fledge builds what a fledge.toml describes`;
    throw new FledgeError('config', message, { fix: howToBegin(file) });
  }
  const checked = await checkSource(
    file,
    () => missingConfig(path, file),
    (text) => validateConfigText(text, file),
  );
  const directory = dirname(resolve(file));
  const mistaken = await findArchiveAsImage(checked.config, directory);
  if (mistaken !== undefined) throw await checked.errorAt([mistaken]);
  const { config, problem, notes = [] } = await withBaseImages(checked.config, directory);
  if (problem !== undefined) throw await checked.errorAt([problem]);
  const located = await Promise.all(
    notes.map(async ({ path: key, message }) => {
      return { file, ...(await checked.positionOf(key)), key: formatKeyPath(key), message };
    }),
  );
  return { ...checked, config, notes: [...checked.notes, ...located], file, directory };
}

/**
 * Checks the text of a fledge.toml by the rules of docs/fledge-toml.md. Reads no other file; `file` is the name in
 * problems.
 *
 * @throws FledgeError `config` with every problem.
 */
export async function validateConfigText(text: string, file: string): Promise<CheckedConfig> {
  const source = text.replace(/^\ufeff/, '');
  const raw = parseToml(source, file);
  let located: Promise<Locator> | undefined;
  const locate = (): Promise<Locator> => {
    located ??= locateToml(source);
    return located;
  };

  const parsed = documentSchema.safeParse(raw, PARSE_ONCE);
  const issues = parsed.error?.issues ?? [];
  const draft: Draft = parsed.data ?? draftOf(draftSchema, raw, issues) ?? {};
  const mappings = await orderedMappings(draft, locate);
  const findings = [
    ...explainMappings(findingsOfIssues(issues, raw, fledgeVocabulary), raw),
    ...findProtoKeys(raw, [['mappings']], './__proto__'),
    ...findProtoKeys(raw, [['directories']], '/__proto__'),
    ...findCrossFieldProblems(draft, raw),
    ...(await locatedConflicts(mappings, locate)),
  ];
  const errorAt = async (found: readonly Finding[]): Promise<FledgeError> =>
    problemsError(locateFindings(found, file, await locate()));
  if (findings.length > 0 || parsed.data === undefined) throw await errorAt(withoutExplainedGaps(findings));

  const directories = directoriesOf(parsed.data.directories);
  const notes = findNotes(draft, { mappings, directories });
  return {
    config: normaliseDocument(parsed.data, { mappings, directories }),
    notes: notes.length === 0 ? [] : firstNotes(locateFindings(notes, file, await locate())),
    positionOf: async (path) => (await locate()).positionOf(path),
    errorAt,
  };
}

/** JavaScript puts keys that look like array indexes before all others; the author's order is in the text. */
async function orderedMappings(draft: Draft, locate: () => Promise<Locator>): Promise<Mapping[]> {
  const table = draft.mappings ?? {};
  const keys = Object.keys(table);
  const reordered = keys.length > 1 && keys.some((key) => /^\d+$/.test(key));
  const ordered = reordered ? (await locate()).keysOf(['mappings']).filter((key) => Object.hasOwn(table, key)) : keys;
  return (ordered.length === keys.length ? ordered : keys).flatMap((key) => mappingsOf(key, table[key] ?? ''));
}

async function locatedConflicts(mappings: readonly Mapping[], locate: () => Promise<Locator>): Promise<Finding[]> {
  if (findConflicts(mappings, () => 0).length === 0) return [];
  const locator = await locate();
  return findConflicts(mappings, (mapping) => locator.positionOf(mapping.key).line);
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
