import { z } from 'zod';
import type { FoundPackage, Place } from './component.ts';
import { UnreadablePart } from './unreadable.ts';

const packageSchema = z.object({
  name: z.string().min(1).max(214),
  version: z.string().max(256).optional().catch(undefined),
  license: z
    .union([z.string().max(1024), z.object({ type: z.string().max(1024) }).transform(({ type }) => type)])
    .optional()
    .catch(undefined),
});

/** The package of a package.json below `node_modules`. A file without a name, which chooses a module format, is not a package. */
export function* readNpmPackage(bytes: Buffer, place: Place): Generator<FoundPackage> {
  let document: unknown;
  try {
    document = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
  } catch {
    throw new UnreadablePart('it is not valid JSON');
  }
  const parsed = packageSchema.safeParse(document);
  if (!parsed.success) return;
  const { name, version, license } = parsed.data;
  yield { ...place, ecosystem: 'npm', name, version, licence: license };
}
