import { provenanceOf } from '../inside/beside/provenance.ts';
import type { SbomInput } from './compose.ts';

/** What the documents of a build say about its artifact. */
export interface BuildFacts {
  readonly strategy: string;
  readonly sourceDateEpoch: number;
  /** The version of the fledge that built it. */
  readonly fledge: string;
  readonly inputs: readonly SbomInput[];
  /** The paths of the mapped files, and of mapped directories with a slash at the end. */
  readonly mappedPaths: ReadonlySet<string>;
}

/** The facts of the provenance beside an artifact; undefined if there is none for an artifact with this digest. */
export async function factsBeside(path: string, sha256: string): Promise<BuildFacts | undefined> {
  const record = await provenanceOf(path, sha256);
  if ('missing' in record) return undefined;
  const { strategy, sourceDateEpoch, fledge, inputs, mappings = [] } = record;
  if (strategy === undefined || sourceDateEpoch === undefined || fledge === undefined) return undefined;
  return {
    ...{ strategy, sourceDateEpoch, fledge },
    inputs: inputs.map(({ name, uri, digest = '' }) => ({ name, uri, digest })),
    mappedPaths: new Set(mappings.flatMap(({ destinations }) => destinations)),
  };
}
