import { dirname, join } from 'node:path';
import { z } from 'zod';
import { readRegularFile } from '../../support/files/regular-file.ts';
import { nameAndStem } from './names.ts';

const MAX_PROVENANCE_BYTES = 8 * 1024 * 1024;

const digestSet = z.record(z.string(), z.string()).catch({});

/** The parts of a SLSA provenance (slsa.dev/spec/v1.0) that fledge reads again. */
const provenanceSchema = z.object({
  subject: z.array(z.object({ name: z.string(), digest: digestSet })),
  predicate: z.object({
    buildDefinition: z.object({
      externalParameters: z.object({ platform: z.string(), strategy: z.string().optional().catch(undefined) }),
      resolvedDependencies: z
        .array(z.object({ name: z.string(), uri: z.string().catch(''), digest: digestSet }))
        .catch([]),
    }),
    runDetails: z
      .object({ builder: z.object({ version: z.record(z.string(), z.string()) }) })
      .optional()
      .catch(undefined),
  }),
});

/** A provenance.json that names an artifact. */
export interface ProvenanceFile {
  /** The file, as it was found. */
  readonly path: string;
  readonly platform: string;
  readonly strategy?: string;
  /** The version of fledge that built the artifact. */
  readonly fledge?: string;
  /** The digest of the artifact, in hexadecimal digits. */
  readonly sha256?: string;
  readonly inputs: readonly ProvenanceInput[];
}

/** An input of a build. */
export interface ProvenanceInput {
  readonly name: string;
  readonly uri: string;
  /** With its algorithm, such as `sha256:`. */
  readonly digest?: string;
}

/**
 * The provenance beside an artifact that names it: `STEM.provenance.json` or `provenance.json`; undefined if there is none. A
 * file that is not a provenance is not used.
 */
export async function provenanceBeside(path: string): Promise<ProvenanceFile | undefined> {
  const { name, stem } = nameAndStem(path);
  for (const file of new Set([`${stem}.provenance.json`, 'provenance.json'])) {
    const found = await readProvenance(join(dirname(path), file));
    const subject = found?.subject.find((each) => each.name === name);
    if (found === undefined || subject === undefined) continue;
    const { externalParameters, resolvedDependencies } = found.predicate.buildDefinition;
    const fledge = found.predicate.runDetails?.builder.version['fledge'];
    const sha256 = subject.digest['sha256']?.toLowerCase();
    return {
      path: join(dirname(path), file),
      platform: externalParameters.platform,
      ...(externalParameters.strategy !== undefined && { strategy: externalParameters.strategy }),
      ...(fledge !== undefined && { fledge }),
      ...(sha256 !== undefined && /^[0-9a-f]{64}$/.test(sha256) && { sha256 }),
      inputs: resolvedDependencies.map((input) => {
        const [algorithm, digits] = Object.entries(input.digest)[0] ?? [];
        return { name: input.name, uri: input.uri, ...(digits !== undefined && { digest: `${algorithm}:${digits}` }) };
      }),
    };
  }
  return undefined;
}

async function readProvenance(path: string): Promise<z.output<typeof provenanceSchema> | undefined> {
  try {
    const text = await readRegularFile(path, MAX_PROVENANCE_BYTES);
    return provenanceSchema.safeParse(JSON.parse(text.toString('utf8'))).data;
  } catch {
    // It is missing, or not JSON.
    return undefined;
  }
}
