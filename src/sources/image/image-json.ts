import { z } from 'zod';
import { repeatedKeys } from '../../document/json.ts';
import { FledgeError } from '../../support/errors.ts';

/** Limit of a document, which is read into memory. Registries refuse larger ones. */
export const MAX_DOCUMENT_BYTES = 4 * 1024 * 1024;

/**
 * Renames the keys of `value` that differ from a name in `fields` only in case to that name, as Go's encoding/json reads
 * them; most other tools for images use it. `twice` is the first name that `value` has more than once.
 */
export function foldFields<T>(
  value: T,
  fields: readonly string[],
): { readonly value: unknown; readonly twice?: string } {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { value };
  const fieldOf = new Map(fields.map((field) => [foldCase(field), field]));
  const folded = new Map<string, unknown>();
  let twice: string | undefined;
  for (const [key, item] of Object.entries(value)) {
    const name = fieldOf.get(foldCase(key)) ?? key;
    if (folded.has(name)) twice ??= name;
    folded.set(name, item);
  }
  return { value: Object.fromEntries(folded), ...(twice !== undefined && { twice }) };
}

/** The form in which Go compares keys. It folds the long s (U+017F) to s, and the kelvin sign (U+212A) to k. */
function foldCase(key: string): string {
  return key.replaceAll('\u017f', 's').replaceAll('\u212a', 'k').toLowerCase();
}

/** The schema of an object with these fields, with keys in any case, as in a Go struct. */
export function goStruct<T extends z.core.$ZodLooseShape>(shape: T) {
  const fields = Object.keys(shape);
  return z.preprocess((input, context) => {
    const { value, twice } = foldFields(input, fields);
    if (twice !== undefined) context.addIssue({ code: 'custom', message: `the key ${twice} is there twice` });
    return value;
  }, z.object(shape));
}

/** OCI image specification, descriptor.md. */
const descriptorFields = {
  // Old tools omit it.
  mediaType: z.string().nullish(),
  digest: z.string(),
  size: z.int().min(0),
  urls: z.array(z.string()).nullish(),
  annotations: z.record(z.string(), z.string()).nullish(),
};
const descriptorSchema = goStruct(descriptorFields);

const indexEntrySchema = goStruct({
  ...descriptorFields,
  platform: goStruct({
    architecture: z.string().nullish(),
    os: z.string().nullish(),
    variant: z.string().nullish(),
  }).nullish(),
});

/** A list. Go writes an empty list as null, or omits it. */
function listOf<T extends z.ZodType>(item: T) {
  return z.preprocess((value) => value ?? [], z.array(item));
}

/** image-index.md, and Docker's manifest list. */
export const indexSchema = goStruct({
  schemaVersion: z.literal(2),
  mediaType: z.string().nullish(),
  manifests: listOf(indexEntrySchema),
});

/** manifest.md, and Docker's image manifest version 2, schema 2. */
export const manifestSchema = goStruct({
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
export const configSchema = goStruct({
  architecture: z.string().nullish(),
  os: z.string().nullish(),
  variant: z.string().nullish(),
  rootfs: goStruct({ type: z.enum(['layers', '']).nullish(), diff_ids: textList }),
  config: goStruct({
    Entrypoint: command,
    Cmd: command,
    Env: textList,
    WorkingDir: z.string().nullish(),
    User: z.string().nullish(),
    ExposedPorts: z.record(z.string(), z.unknown()).nullish(),
    Labels: z.record(z.string(), z.string()).nullish(),
  }).nullish(),
});

/** image-layout.md. */
export const layoutSchema = z.object({ imageLayoutVersion: z.string() });

export type Descriptor = z.infer<typeof descriptorSchema>;
export type IndexEntry = z.infer<typeof indexEntrySchema>;
export type Index = z.infer<typeof indexSchema>;
export type Manifest = z.infer<typeof manifestSchema>;
export type Config = z.infer<typeof configSchema>;

/** Maximum length of a key in a message, in characters. */
const MAX_SHOWN_KEY = 100;

/** @throws FledgeError `input`, calling the document `label`, if it is not JSON or does not match the schema. */
export function parseDocument<T>(bytes: Uint8Array, schema: z.ZodType<T>, label: string): T {
  const parsed = schema.safeParse(parseJson(bytes, label));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.slice(0, 3).map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`);
  throw new FledgeError('input', `${label} is not valid: ${problems.join('; ')}`);
}

/**
 * @throws FledgeError `input`, calling the document `label`, if it is not JSON, or has a key twice in one object: tools
 *   differ in which of the two counts, so that one digest would stand for two images.
 */
export function parseJson(bytes: Uint8Array, label: string): unknown {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    value = JSON.parse(text);
  } catch (cause) {
    throw new FledgeError('input', `${label} is not valid JSON`, { cause });
  }
  for (const path of repeatedKeys(text)) {
    const key = String(path.at(-1)).slice(0, MAX_SHOWN_KEY);
    throw new FledgeError('input', `${label} has the key ${JSON.stringify(key)} twice in one object`, {
      fix: 'do not trust the image',
    });
  }
  return value;
}
