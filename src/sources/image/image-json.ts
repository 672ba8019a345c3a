import { z } from 'zod';
import { FledgeError } from '../../support/errors.ts';

/** Limit of a document, which is read into memory. Registries refuse larger ones. */
export const MAX_DOCUMENT_BYTES = 4 * 1024 * 1024;

/** OCI image specification, descriptor.md. */
const descriptorSchema = z.object({
  // Old tools omit it.
  mediaType: z.string().nullish(),
  digest: z.string(),
  size: z.int().min(0),
  urls: z.array(z.string()).nullish(),
  annotations: z.record(z.string(), z.string()).nullish(),
});

const indexEntrySchema = descriptorSchema.extend({
  platform: z
    .object({ architecture: z.string().nullish(), os: z.string().nullish(), variant: z.string().nullish() })
    .nullish(),
});

/** A list. Go writes an empty list as null, or omits it. */
function listOf<T extends z.ZodType>(item: T) {
  return z.preprocess((value) => value ?? [], z.array(item));
}

/** image-index.md, and Docker's manifest list. */
export const indexSchema = z.object({
  schemaVersion: z.literal(2),
  mediaType: z.string().nullish(),
  manifests: listOf(indexEntrySchema),
});

/** manifest.md, and Docker's image manifest version 2, schema 2. */
export const manifestSchema = z.object({
  schemaVersion: z.literal(2),
  mediaType: z.string().nullish(),
  config: descriptorSchema,
  layers: listOf(descriptorSchema),
});

const textList = z.array(z.string()).nullish();

/** Docker also accepts a single word, and null, which Go reads as the empty string. */
const word = z
  .string()
  .nullable()
  .transform((text) => text ?? '');
const command = z.union([z.string().transform((text) => [text]), z.array(word)]).nullish();

/** config.md; Docker's config has more keys. An image without a base image has no platform (`crane append`). */
export const configSchema = z.object({
  architecture: z.string().nullish(),
  os: z.string().nullish(),
  variant: z.string().nullish(),
  rootfs: z.object({ type: z.enum(['layers', '']).nullish(), diff_ids: textList }),
  config: z
    .object({
      Entrypoint: command,
      Cmd: command,
      Env: textList,
      WorkingDir: z.string().nullish(),
      ExposedPorts: z.record(z.string(), z.unknown()).nullish(),
      Labels: z.record(z.string(), z.string()).nullish(),
    })
    .nullish(),
});

/** image-layout.md. */
export const layoutSchema = z.object({ imageLayoutVersion: z.string() });

export type Descriptor = z.infer<typeof descriptorSchema>;
export type IndexEntry = z.infer<typeof indexEntrySchema>;
export type Index = z.infer<typeof indexSchema>;
export type Manifest = z.infer<typeof manifestSchema>;
export type Config = z.infer<typeof configSchema>;

/** @throws FledgeError `input`, calling the document `label`, if it is not JSON or does not match the schema. */
export function parseDocument<T>(bytes: Uint8Array, schema: z.ZodType<T>, label: string): T {
  const parsed = schema.safeParse(parseJson(bytes, label));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`);
  throw new FledgeError('input', `${label} is not valid: ${problems.join('; ')}`);
}

/** @throws FledgeError `input`, calling the document `label`, if it is not JSON. */
export function parseJson(bytes: Uint8Array, label: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new FledgeError('input', `${label} is not valid JSON`, { cause });
  }
}
