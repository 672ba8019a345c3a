import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { readRegularFile } from '../../support/files/regular-file.ts';
import type { Architecture } from './architecture.ts';

const MAX_PROVENANCE_BYTES = 8 * 1024 * 1024;

const provenanceSchema = z.object({
  subject: z.array(z.object({ name: z.string() })),
  predicate: z.object({
    buildDefinition: z.object({ externalParameters: z.object({ platform: z.string() }) }),
  }),
});

/** The architecture of an artifact by the provenance.json beside it; undefined if that does not name the artifact. */
export async function architectureByProvenance(path: string): Promise<Architecture | undefined> {
  const name = basename(path);
  const stem = name.replace(/\.(?:cpio\.gz|[^.]+)$/, '');
  for (const file of new Set([`${stem}.provenance.json`, 'provenance.json'])) {
    try {
      const text = await readRegularFile(join(dirname(path), file), MAX_PROVENANCE_BYTES);
      const parsed = provenanceSchema.safeParse(JSON.parse(text.toString('utf8')));
      if (!parsed.success || !parsed.data.subject.some((subject) => subject.name === name)) continue;
      const { platform } = parsed.data.predicate.buildDefinition.externalParameters;
      if (platform === 'linux/amd64') return 'amd64';
      if (platform === 'linux/arm64') return 'arm64';
    } catch {
      // It is missing, or not a provenance: the architecture remains unknown.
    }
  }
  return undefined;
}
