import { dirname, join } from 'node:path';
import { z } from 'zod';
import { stemsOf } from '../inside/beside/names.ts';
import { provenanceOf } from '../inside/beside/provenance.ts';
import { readRegularFile } from '../support/files/regular-file.ts';
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

/** The name and the version of a plugin. */
export interface PluginName {
  readonly name: string;
  readonly version?: string | undefined;
}

const MAX_MANIFEST_BYTES = 1024 * 1024;

const mediumSchema = z.object({ checksum: z.string() });

const manifestSchema = z.object({
  name: z.string().min(1),
  version: z.string().optional(),
  rootfs: mediumSchema.optional(),
  initramfs: mediumSchema.optional(),
});

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

/** The plugin of the manifest beside an artifact; undefined if there is none that has the artifact's digest. */
export async function pluginBeside(path: string, sha256: string): Promise<PluginName | undefined> {
  for await (const document of manifestsBeside(path)) {
    const parsed = manifestSchema.safeParse(document);
    if (!parsed.success) continue;
    const { name, version, rootfs, initramfs } = parsed.data;
    if ([rootfs, initramfs].some((medium) => medium?.checksum === `sha256:${sha256}`)) return { name, version };
  }
  return undefined;
}

/** The JSON documents that can be the manifest of an artifact, by the names that builds and releases give them. */
async function* manifestsBeside(path: string): AsyncGenerator<unknown> {
  for (const file of [...stemsOf(path).map((stem) => `${stem}.manifest.json`), 'manifest.json']) {
    try {
      yield JSON.parse((await readRegularFile(join(dirname(path), file), MAX_MANIFEST_BYTES)).toString('utf8'));
    } catch {
      // It is missing, or not a document of a build: the artifact has no such document.
    }
  }
}
