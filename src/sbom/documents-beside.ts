import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { readRegularFile } from '../support/files/regular-file.ts';
import type { SbomInput } from './compose.ts';

/** What the documents of a build say about its artifact. */
export interface BuildFacts {
  readonly strategy: string;
  readonly sourceDateEpoch: number;
  /** The version of the fledge that built it. */
  readonly fledge: string;
  readonly inputs: readonly SbomInput[];
}

/** The name and the version of a plugin. */
export interface PluginName {
  readonly name: string;
  readonly version?: string | undefined;
}

const MAX_PROVENANCE_BYTES = 8 * 1024 * 1024;
const MAX_MANIFEST_BYTES = 1024 * 1024;

const provenanceSchema = z.object({
  subject: z.array(z.object({ digest: z.object({ sha256: z.string() }) })),
  predicate: z.object({
    buildDefinition: z.object({
      externalParameters: z.object({ strategy: z.string(), sourceDateEpoch: z.number() }),
      resolvedDependencies: z.array(
        z.object({ name: z.string(), uri: z.string(), digest: z.record(z.string(), z.string()) }),
      ),
    }),
    runDetails: z.object({ builder: z.object({ version: z.object({ fledge: z.string() }) }) }),
  }),
});

const mediumSchema = z.object({ checksum: z.string() });

const manifestSchema = z.object({
  name: z.string().min(1),
  version: z.string().optional(),
  rootfs: mediumSchema.optional(),
  initramfs: mediumSchema.optional(),
});

/** The facts of the provenance beside an artifact; undefined if there is none for an artifact with this digest. */
export async function factsBeside(path: string, sha256: string): Promise<BuildFacts | undefined> {
  for await (const document of documentsBeside(path, 'provenance.json', MAX_PROVENANCE_BYTES)) {
    const parsed = provenanceSchema.safeParse(document);
    if (!parsed.success || !parsed.data.subject.some(({ digest }) => digest.sha256 === sha256)) continue;
    const { buildDefinition, runDetails } = parsed.data.predicate;
    const { strategy, sourceDateEpoch } = buildDefinition.externalParameters;
    const inputs = buildDefinition.resolvedDependencies.map(({ name, uri, digest }) => ({
      name,
      uri,
      digest: `sha256:${digest['sha256'] ?? ''}`,
    }));
    return { strategy, sourceDateEpoch, fledge: runDetails.builder.version.fledge, inputs };
  }
  return undefined;
}

/** The plugin of the manifest beside an artifact; undefined if there is none that has the artifact's digest. */
export async function pluginBeside(path: string, sha256: string): Promise<PluginName | undefined> {
  for await (const document of documentsBeside(path, 'manifest.json', MAX_MANIFEST_BYTES)) {
    const parsed = manifestSchema.safeParse(document);
    if (!parsed.success) continue;
    const { name, version, rootfs, initramfs } = parsed.data;
    if ([rootfs, initramfs].some((medium) => medium?.checksum === `sha256:${sha256}`)) return { name, version };
  }
  return undefined;
}

/** The JSON documents that can belong to an artifact, by the names that builds and releases give them. */
async function* documentsBeside(path: string, name: string, maxBytes: number): AsyncGenerator<unknown> {
  const stem = basename(path).replace(/\.(?:cpio\.gz|[^.]+)$/, '');
  for (const file of [`${stem}.${name}`, name]) {
    try {
      yield JSON.parse((await readRegularFile(join(dirname(path), file), maxBytes)).toString('utf8'));
    } catch {
      // It is missing, or not a document of a build: the artifact has no such document.
    }
  }
}
