import { basename, dirname, join } from 'node:path';
import { readRegularFile } from '../../support/files/regular-file.ts';
import { namesBeside } from './names.ts';

/** What a provenance states about an artifact. No field of it is trusted: what has another type is missing here. */
export interface ProvenanceRecord {
  readonly strategy?: string;
  readonly platform?: string;
  /** In seconds since 1970. */
  readonly sourceDateEpoch?: number;
  /** The version of fledge that built the artifact. */
  readonly fledge?: string;
  readonly inputs: readonly ProvenanceInput[];
  /** The list of the installed tools. */
  readonly toolchain?: ProvenanceInput;
  /** In the order of fledge.toml; missing in records of versions that did not list them. */
  readonly mappings?: readonly RecordedMapping[];
}

/** An input of a build. */
export interface ProvenanceInput {
  readonly name: string;
  readonly uri: string;
  /** With its algorithm, such as `sha256:`. */
  readonly digest?: string;
  /** For an image, from the bottom up: the digests of its uncompressed layers. */
  readonly layers?: readonly string[];
}

/** A line of `[mappings]` as a provenance lists it. */
export interface RecordedMapping {
  /** The relative host path as written in fledge.toml; missing for an absolute one. */
  readonly source?: string;
  /** The paths of the mapped file, or of the mapped directory with a slash at the end. */
  readonly destinations: readonly string[];
}

/** A provenance.json that names an artifact. */
export interface ProvenanceFile extends ProvenanceRecord {
  /** The file, as it was found. */
  readonly path: string;
  readonly platform: string;
  /** The digest of the artifact, in hexadecimal digits. */
  readonly sha256?: string;
}

interface Subject {
  readonly name?: string;
  readonly sha256?: string;
}

interface Parsed {
  readonly record: ProvenanceRecord;
  readonly subjects: readonly Subject[];
}

const PROVENANCE_FILE = 'provenance.json';
const PREDICATE_TYPE = 'https://slsa.dev/provenance/v1';
const MAX_BYTES = 8 * 1024 * 1024;
/** A text that is longer is not one that a build has written. */
const MAX_TEXT = 4096;

/** The names that the provenance of an artifact can have: releases have `web-linux-amd64.provenance.json` beside it. */
export function provenanceNames(artifact: string): readonly string[] {
  return namesBeside(artifact, PROVENANCE_FILE);
}

/**
 * The provenance beside an artifact that names it, with a platform; undefined if there is none. A file that is not a provenance
 * is not used.
 */
export async function provenanceBeside(path: string): Promise<ProvenanceFile | undefined> {
  const name = basename(path);
  for await (const { file, parsed } of provenancesBeside(path)) {
    const subject = parsed?.subjects.find((each) => each.name === name);
    if (parsed?.record.platform === undefined || subject === undefined) continue;
    const sha256 = subject.sha256?.toLowerCase();
    const isDigest = sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256);
    const { platform } = parsed.record;
    return { ...parsed.record, path: join(dirname(path), file), platform, ...(isDigest && { sha256 }) };
  }
  return undefined;
}

/**
 * The record of an artifact with this digest in a provenance beside it; `name` is the artifact in messages.
 *
 * @returns the reason if there is none: no file, one that cannot be read, or one of another artifact.
 */
export async function provenanceOf(
  artifact: string,
  sha256: string,
  name = artifact,
): Promise<ProvenanceRecord | { readonly missing: string }> {
  let missing = `no ${PROVENANCE_FILE} beside ${name}`;
  for await (const { file, parsed } of provenancesBeside(artifact)) {
    if (parsed?.subjects.some((subject) => subject.sha256 === sha256)) return parsed.record;
    missing = `${file} beside ${name} is ${parsed === undefined ? 'not a record of fledge' : 'that of another artifact'}`;
  }
  return { missing };
}

/** The files that exist, with what they state; undefined for one that is not a provenance. */
async function* provenancesBeside(artifact: string): AsyncGenerator<{ file: string; parsed: Parsed | undefined }> {
  for (const file of provenanceNames(artifact)) {
    let json: string;
    try {
      json = (await readRegularFile(join(dirname(artifact), file), MAX_BYTES)).toString('utf8');
    } catch {
      // It is missing, or cannot be read: a provenance explains an artifact, and is not needed.
      continue;
    }
    yield { file, parsed: parseProvenance(json) };
  }
}

/** Undefined if the text is not an in-toto statement with a SLSA provenance (slsa.dev/spec/v1.0). */
export function parseProvenance(json: string): Parsed | undefined {
  const statement = objectOf(parseJson(json));
  const predicate = objectOf(statement['predicate']);
  const definition = objectOf(predicate['buildDefinition']);
  const parameters = objectOf(definition['externalParameters']);
  const builder = objectOf(objectOf(predicate['runDetails'])['builder']);
  const type = statement['predicateType'] ?? PREDICATE_TYPE;
  if (type !== PREDICATE_TYPE || definition['externalParameters'] === undefined) return undefined;
  const epoch = parameters['sourceDateEpoch'];
  const [toolchain] = inputsIn(builder['builderDependencies']);
  const mappings = parameters['mappings'];
  const [strategy, platform] = [textOf(parameters['strategy']), textOf(parameters['platform'])];
  const fledge = textOf(objectOf(builder['version'])['fledge']);
  const record: ProvenanceRecord = {
    ...(strategy !== undefined && { strategy }),
    ...(platform !== undefined && { platform }),
    ...(typeof epoch === 'number' && Number.isSafeInteger(epoch) && { sourceDateEpoch: epoch }),
    ...(fledge !== undefined && { fledge }),
    inputs: inputsIn(definition['resolvedDependencies']),
    ...(toolchain !== undefined && { toolchain }),
    ...(Array.isArray(mappings) && { mappings: mappingsIn(mappings) }),
  };
  const subjects = arrayOf(statement['subject']).map((subject): Subject => {
    const { name, digest } = objectOf(subject);
    const [nameText, sha256] = [textOf(name), textOf(objectOf(digest)['sha256'])];
    return { ...(nameText !== undefined && { name: nameText }), ...(sha256 !== undefined && { sha256 }) };
  });
  return { record, subjects };
}

function inputsIn(value: unknown): ProvenanceInput[] {
  return arrayOf(value).flatMap((item) => {
    const { name, uri, digest, annotations } = objectOf(item);
    const nameText = textOf(name);
    if (nameText === undefined) return [];
    const [algorithm, digits] = Object.entries(objectOf(digest))[0] ?? [];
    const digitsText = textOf(digits);
    const { layers } = objectOf(annotations);
    return [
      {
        name: nameText,
        uri: textOf(uri) ?? '',
        ...(digitsText !== undefined && { digest: `${algorithm}:${digitsText}` }),
        ...(Array.isArray(layers) && { layers: textsIn(layers) }),
      },
    ];
  });
}

function mappingsIn(values: readonly unknown[]): RecordedMapping[] {
  return values.map((value) => {
    const { source, destinations } = objectOf(value);
    const sourceText = textOf(source);
    return { ...(sourceText !== undefined && { source: sourceText }), destinations: textsIn(destinations) };
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

function textsIn(value: unknown): string[] {
  return arrayOf(value).flatMap((item) => textOf(item) ?? []);
}
