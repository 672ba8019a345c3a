import { dirname, join } from 'node:path';
import { z } from 'zod';
import { FledgeError, messageOf, readFailureOf, systemCodeOf } from '../../support/errors.ts';
import { readRegularFile } from '../../support/files/regular-file.ts';
import { shellWord } from '../../support/text.ts';
import { nameAndStem, namesBeside } from './names.ts';

const media = z.object({ url: z.string(), checksum: z.string().optional(), format: z.string().optional() });

/** The keys of Volant's manifest that fledge reads again. Other keys are in the document only. */
const manifestSchema = z.object({
  name: z.string().min(1),
  version: z.string().optional(),
  runtime: z.string().optional(),
  resources: z.object({ cpu_cores: z.int().min(1).optional(), memory_mb: z.int().min(1).optional() }).optional(),
  workload: z
    .object({
      type: z.string().optional(),
      base_url: z.string().optional(),
      entrypoint: z.array(z.string()).optional(),
      args: z.array(z.string()).optional(),
      env: z.record(z.string(), z.string()).optional(),
      workdir: z.string().optional(),
    })
    .optional(),
  health_check: z.object({ endpoint: z.string().optional(), timeout_ms: z.number().optional() }).optional(),
  rootfs: media.optional(),
  initramfs: media.optional(),
  labels: z.record(z.string(), z.string()).optional(),
});

/** A manifest and its file. */
export interface ManifestFile {
  /** The file, as it was found. */
  readonly path: string;
  readonly fields: z.output<typeof manifestSchema>;
  /** The whole document, as Volant would pass it to the machine. */
  readonly document: Readonly<Record<string, unknown>>;
}

const MANIFEST_FILE = 'manifest.json';
/** Far above the size of a manifest that fits on a kernel's command line. */
const MAX_MANIFEST_BYTES = 1024 * 1024;

/**
 * The manifest beside an artifact that names it: `ARTIFACT.manifest.json`, `STEM.manifest.json` or `manifest.json`;
 * undefined if there is none. A manifest that cannot be read is not used.
 */
export function manifestBeside(path: string): Promise<ManifestFile | undefined> {
  const { name, stem } = nameAndStem(path);
  const files = new Set([`${name}.${MANIFEST_FILE}`, `${stem}.${MANIFEST_FILE}`, MANIFEST_FILE]);
  return firstManifest(dirname(path), files, (manifest) => mediaNames(manifest).includes(name));
}

/**
 * The manifest beside an artifact that has its digest, which is 64 lower-case hexadecimal digits; undefined if there is none. A
 * manifest that cannot be read is not used.
 */
export function manifestWithDigest(path: string, sha256: string): Promise<ManifestFile | undefined> {
  return firstManifest(dirname(path), namesBeside(path, MANIFEST_FILE), ({ fields: { rootfs, initramfs } }) =>
    [rootfs, initramfs].some((medium) => medium?.checksum === `sha256:${sha256}`),
  );
}

async function firstManifest(
  directory: string,
  files: Iterable<string>,
  isWanted: (manifest: ManifestFile) => boolean,
): Promise<ManifestFile | undefined> {
  for (const file of files) {
    try {
      const manifest = await readManifest(join(directory, file));
      if (manifest !== undefined && isWanted(manifest)) return manifest;
    } catch (error) {
      if (!(error instanceof FledgeError)) throw error;
    }
  }
  return undefined;
}

/**
 * Reads a manifest; undefined if the file does not exist.
 *
 * @throws FledgeError `input` if it cannot be read, or is not a manifest.
 */
export async function readManifest(path: string): Promise<ManifestFile | undefined> {
  let text: string;
  try {
    text = (await readRegularFile(path, MAX_MANIFEST_BYTES)).toString('utf8');
  } catch (error) {
    if (systemCodeOf(error) === 'ENOENT' || systemCodeOf(error) === 'ENOTDIR') return undefined;
    const reason = systemCodeOf(error) === undefined ? messageOf(error) : readFailureOf(error);
    throw new FledgeError('input', `cannot read ${path}: ${reason}`, { cause: error });
  }
  const document = parseJson(text, path);
  const parsed = manifestSchema.safeParse(document);
  if (parsed.success && isObject(document)) return { path, fields: parsed.data, document };
  const where = parsed.error?.issues[0]?.path.join('.') ?? '';
  throw new FledgeError(
    'input',
    `cannot use ${path}: ${where === '' ? 'it' : where} is not what a manifest has there`,
    {
      fix: `build the plugin again, or use the artifact without ${shellWord(path)}`,
    },
  );
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new FledgeError('input', `cannot use ${path}: it is not valid JSON`, {
      cause: error,
      fix: 'build the plugin again',
    });
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The file names of the media of a manifest: the last components of their URLs or paths. */
export function mediaNames({ fields: { rootfs, initramfs } }: ManifestFile): string[] {
  return [rootfs, initramfs].flatMap((entry) => (entry === undefined ? [] : [lastComponent(entry.url)]));
}

/** The digest that a manifest has for the medium of this name: 64 lower-case hexadecimal digits, if it has one. */
export function mediaDigest({ fields: { rootfs, initramfs } }: ManifestFile, name: string): string | undefined {
  const medium = [rootfs, initramfs].find((entry) => entry !== undefined && lastComponent(entry.url) === name);
  return /^(?:sha256:)?([0-9a-f]{64})$/i.exec(medium?.checksum ?? '')?.[1]?.toLowerCase();
}

function lastComponent(url: string): string {
  const parsed = /^https?:\/\//i.test(url) ? URL.parse(url) : null;
  const path = parsed === null ? url : parsed.pathname;
  const last = path.slice(path.lastIndexOf('/') + 1);
  try {
    return parsed === null ? last : decodeURIComponent(last);
  } catch {
    return last;
  }
}
