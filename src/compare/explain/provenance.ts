import { basename, dirname, join } from 'node:path';
import { systemCodeOf } from '../../support/errors.ts';
import { FileTooLarge, NotRegularFile, readRegularFile } from '../../support/files/regular-file.ts';

/** What a provenance record states about an artifact. */
export interface ProvenanceRecord {
  readonly strategy?: string;
  readonly platform?: string;
  readonly sourceDateEpoch?: number;
  readonly fledge?: string;
  readonly inputs: readonly RecordedInput[];
  readonly toolchain?: RecordedInput;
}

export interface RecordedInput {
  readonly name: string;
  readonly uri: string;
  /** `sha256:` and hexadecimal digits. */
  readonly digest: string;
}

const PROVENANCE_FILE = 'provenance.json';
const MAX_BYTES = 4 * 1024 * 1024;
/** A text that is longer is not one that a build has written. */
const MAX_TEXT = 4096;

/** The name of an artifact without its extensions: releases have `web-linux-amd64.provenance.json` beside it. */
export function stemOf(name: string): string {
  return name.replace(/\.cpio(?:\.gz)?$|\.[A-Za-z0-9]+$/, '');
}

/** The names that the record of an artifact can have. */
export function provenanceNames(artifact: string): readonly string[] {
  return [`${stemOf(artifact)}.${PROVENANCE_FILE}`, PROVENANCE_FILE];
}

/**
 * The record of an artifact in a provenance.json beside it; `name` is the artifact in messages.
 *
 * @returns the reason if there is none: no file, one that cannot be read, or one of another artifact.
 */
export async function provenanceOf(
  artifact: string,
  sha256: string,
  name = artifact,
): Promise<ProvenanceRecord | { readonly missing: string }> {
  let missing = `no ${PROVENANCE_FILE} beside ${name}`;
  for (const file of provenanceNames(basename(artifact))) {
    const text = await readIfAny(join(dirname(artifact), file));
    if (text === undefined) continue;
    const parsed = parseProvenance(text);
    if (parsed?.subjects.includes(sha256)) return parsed.record;
    missing = `${file} beside ${name} is ${parsed === undefined ? 'not a record of fledge' : 'that of another artifact'}`;
  }
  return { missing };
}

async function readIfAny(path: string): Promise<string | undefined> {
  try {
    return (await readRegularFile(path, MAX_BYTES)).toString('utf8');
  } catch (error) {
    const isUnusable = error instanceof NotRegularFile || error instanceof FileTooLarge;
    if (isUnusable || systemCodeOf(error) !== undefined) return undefined;
    throw error;
  }
}

/** Undefined if the text is not an in-toto statement with a SLSA provenance. No field of it is trusted. */
export function parseProvenance(
  text: string,
): { readonly record: ProvenanceRecord; readonly subjects: readonly string[] } | undefined {
  const statement = objectOf(parseJson(text));
  const predicate = objectOf(statement['predicate']);
  const definition = objectOf(predicate['buildDefinition']);
  const parameters = objectOf(definition['externalParameters']);
  const builder = objectOf(objectOf(predicate['runDetails'])['builder']);
  const dependencies = definition['resolvedDependencies'];
  if (statement['predicateType'] !== 'https://slsa.dev/provenance/v1' || !Array.isArray(dependencies)) return undefined;
  const epoch = parameters['sourceDateEpoch'];
  const [strategy, platform] = [textOf(parameters['strategy']), textOf(parameters['platform'])];
  const fledge = textOf(objectOf(builder['version'])['fledge']);
  const [toolchain] = inputsIn(builder['builderDependencies']);
  const record: ProvenanceRecord = {
    ...(strategy !== undefined && { strategy }),
    ...(platform !== undefined && { platform }),
    ...(typeof epoch === 'number' && Number.isSafeInteger(epoch) && { sourceDateEpoch: epoch }),
    ...(fledge !== undefined && { fledge }),
    inputs: inputsIn(dependencies),
    ...(toolchain !== undefined && { toolchain }),
  };
  const subjects = arrayOf(statement['subject']).map((subject) =>
    textOf(objectOf(objectOf(subject)['digest'])['sha256']),
  );
  return {
    record,
    subjects: subjects.filter((subject) => subject !== undefined),
  };
}

function inputsIn(value: unknown): RecordedInput[] {
  return arrayOf(value).flatMap((item) => {
    const { name, uri, digest } = objectOf(item);
    const [algorithm, hex] = Object.entries(objectOf(digest))[0] ?? [];
    const [nameText, uriText, hexText] = [textOf(name), textOf(uri), textOf(hex)];
    if (nameText === undefined || uriText === undefined || algorithm === undefined || hexText === undefined) return [];
    return [{ name: nameText, uri: uriText, digest: `${algorithm}:${hexText}` }];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function arrayOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value.slice(0, MAX_TEXT) : undefined;
}
