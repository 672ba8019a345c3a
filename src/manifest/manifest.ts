import { basename } from 'node:path';
import type { ImageReference } from '../config/image-reference.ts';
import type { LoadedConfig } from '../config/load.ts';
import type { Filesystem } from '../config/types.ts';
import { problemOfPluginVersion } from '../config/values.ts';
import type { Image } from '../sources/image/image.ts';
import { FledgeError } from '../support/errors.ts';
import { type Manifest, manifestSchema } from './manifest-schema.ts';
import type { ManifestTemplate } from './template.ts';
import type { TemplateFields } from './template-rules.ts';

/** The facts of an image that a manifest needs. */
export interface ImageFacts
  extends Pick<Image, 'digest' | 'entrypoint' | 'cmd' | 'env' | 'workdir' | 'exposedPorts' | 'labels'> {
  /** Undefined for an image that a Dockerfile builds. */
  readonly reference: ImageReference | undefined;
}

export type Built =
  | {
      readonly strategy: 'initramfs';
      /** Mapped executables below a bin directory, as absolute paths, in the order of fledge.toml. */
      readonly executables: readonly string[];
      readonly image?: ImageFacts;
    }
  | { readonly strategy: 'oci_rootfs'; readonly image: ImageFacts; readonly filesystem: Filesystem['type'] };

export interface ManifestInput {
  readonly template: TemplateFields | undefined;
  /** Name of the directory of fledge.toml. */
  readonly directoryName: string;
  /** `url` is from `artifactUrl`; `sha256` has 64 hex digits. */
  readonly artifact: { readonly url: string; readonly sha256: string };
  readonly built: Built;
}

export interface DerivedManifest {
  readonly manifest: Manifest;
  /** Guesses that the author should check. */
  readonly warnings: readonly string[];
}

const DEFAULT_PORT = 8080;
const DEFAULT_VERSION = '0.1.0';
const VERSION_LABEL = 'org.opencontainers.image.version';
const FSTYPE_LABEL = 'volant.rootfs_fstype';

/**
 * Derives the manifest (docs/manifest.md). Each value is from the template, otherwise from the build, otherwise a
 * default. The artifact, its checksum and the image are always those of the build. Keys are in the order of the schema.
 *
 * @throws FledgeError `internal` if the result does not match Volant's schema.
 */
export function deriveManifest(input: ManifestInput): DerivedManifest {
  const { directoryName, artifact, built } = input;
  const template: TemplateFields = input.template ?? { workload: {} };
  const { image } = built;
  const name = nameOf(template, image?.reference?.baseName ?? directoryName);
  const version = versionOf(template, image);
  const entrypoint = entrypointOf(template.workload, built);
  const workdir = template.workload.workdir ?? image?.workdir;
  const env = { ...environmentOf(image?.env ?? []), ...template.workload.env };
  const labels = { ...template.labels, ...(built.strategy === 'oci_rootfs' && { [FSTYPE_LABEL]: built.filesystem }) };
  // An image that a Dockerfile builds has no name, and its digest is that of no published image.
  const named = image?.reference === undefined ? undefined : image;
  const imageName = named?.reference?.text ?? template.image;
  const imageDigest = named?.digest ?? template.image_digest;
  const { disks, actions, cloud_init: cloudInit, network, devices, openapi, $schema } = template;
  const { url, sha256 } = artifact;

  const candidate: Manifest = {
    ...($schema !== undefined && { $schema }),
    schema_version: '1.0',
    name,
    version: version.version,
    runtime: template.runtime ?? name,
    ...(imageName !== undefined && { image: imageName }),
    ...(imageDigest !== undefined && { image_digest: imageDigest }),
    enabled: template.enabled ?? true,
    ...(openapi !== undefined && { openapi }),
    ...(Object.keys(labels).length > 0 && { labels }),
    resources: { cpu_cores: template.resources?.cpu_cores ?? 1, memory_mb: template.resources?.memory_mb ?? 512 },
    workload: {
      type: 'http',
      base_url: template.workload.base_url ?? `http://127.0.0.1:${portOf(template, image)}`,
      entrypoint: [...entrypoint.program],
      ...(Object.keys(env).length > 0 && { env }),
      ...(workdir !== undefined && workdir !== '' && { workdir }),
    },
    health_check: {
      endpoint: template.health_check?.endpoint ?? '/',
      timeout_ms: template.health_check?.timeout_ms ?? 10_000,
    },
    ...(actions !== undefined && { actions }),
    ...(built.strategy === 'oci_rootfs'
      ? { rootfs: { url, checksum: `sha256:${sha256}`, format: 'raw' as const } }
      : { initramfs: { url, checksum: `sha256:${sha256}` } }),
    ...(disks !== undefined && { disks }),
    ...(cloudInit !== undefined && { cloud_init: cloudInit }),
    ...(network !== undefined && { network }),
    ...(devices !== undefined && { devices }),
  };
  const parsed = manifestSchema.safeParse(candidate);
  if (!parsed.success) {
    const reason = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    throw new FledgeError('internal', `the manifest does not match Volant's schema: ${reason}`);
  }
  // zod builds its result in the order of the schema, including nested tables.
  return {
    manifest: parsed.data,
    warnings: [...version.warnings, ...entrypoint.warnings, ...overruledWarnings(template, parsed.data)],
  };
}

/** The text of manifest.json: two spaces of indent, and a newline at the end. */
export function renderManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The name of a plugin in its manifest. */
export function nameOfPlugin(
  { config, directory }: Pick<LoadedConfig, 'config' | 'directory'>,
  template: Pick<ManifestTemplate, 'fields'> | undefined,
): string {
  return nameOf(template?.fields, config.image?.kind === 'reference' ? config.image.baseName : basename(directory));
}

/** The name in the template, otherwise one derived from the name of the image or the directory. */
function nameOf(template: Pick<TemplateFields, 'name'> | undefined, source: string): string {
  return template?.name ?? pluginName(source);
}

/**
 * Derives a plugin's name from that of a directory or an image: lower case ASCII letters and digits, `.`, `_` and `-`,
 * with a letter or digit at both ends. Accents are removed, and every other run of characters becomes one `-`.
 */
export function pluginName(text: string): string {
  const name = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[._-]+|[._-]+$/g, '');
  return name === '' ? 'plugin' : name;
}

function entrypointOf(
  workload: TemplateFields['workload'],
  built: Built,
): { readonly program: readonly string[]; readonly warnings: readonly string[] } {
  if (workload.entrypoint !== undefined) return { program: workload.entrypoint, warnings: [] };
  const advice = 'set [workload] entrypoint in manifest.toml';
  const { args } = workload;
  const executables = built.strategy === 'initramfs' ? built.executables : [];
  const { entrypoint = [], cmd = [] } = built.image ?? {};
  const isOfImage = built.strategy === 'oci_rootfs' || entrypoint.length > 0 || cmd.length > 0;
  if (isOfImage || (built.image !== undefined && executables.length === 0)) {
    // As for `docker run IMAGE ARGS`: arguments replace Cmd.
    const program = [...withoutEmpty(entrypoint), ...(args ?? cmd)];
    const [first, ...others] = program;
    if (first !== undefined && first !== '') return { program, warnings: [] };
    const what =
      others.length === 0
        ? 'the image has no Entrypoint and no Cmd'
        : `the image starts a program with an empty name (${JSON.stringify(program)}), which is not possible`;
    return { program: ['/bin/sh'], warnings: [`${what}; the workload is /bin/sh: ${advice}`] };
  }
  const [first, ...others] = executables;
  const program = [first ?? '/bin/sh', ...(args ?? [])];
  if (first === undefined) {
    return {
      program,
      warnings: [`no mapping puts an executable into a bin directory; the workload is /bin/sh: ${advice}`],
    };
  }
  if (others.length === 0) return { program, warnings: [] };
  return {
    program,
    warnings: [`the workload is ${first}, the first of ${others.length + 1} mapped executables: ${advice}`],
  };
}

/** `ENTRYPOINT [""]` in a Dockerfile removes the Entrypoint of its base image (moby, daemon/create.go). */
function withoutEmpty(entrypoint: readonly string[]): readonly string[] {
  return entrypoint.length === 1 && entrypoint[0] === '' ? [] : entrypoint;
}

function environmentOf(entries: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    entries
      .filter((entry) => entry.indexOf('=') > 0)
      .map((entry) => [entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1)]),
  );
}

/** The version of the template, the label, the tag, or a default. A label of an image may contain any text. */
function versionOf(
  template: TemplateFields,
  image: ImageFacts | undefined,
): { readonly version: string; readonly warnings: readonly string[] } {
  const tag = /^v?(\d+(?:\.\d+)*(?:[-+._][0-9A-Za-z.+_-]+)?)$/.exec(image?.reference?.named?.tag ?? '')?.[1];
  const derived = tag ?? DEFAULT_VERSION;
  const label = image?.labels[VERSION_LABEL]?.trim();
  if (template.version !== undefined) return { version: template.version, warnings: [] };
  if (label === undefined || label === '') return { version: derived, warnings: [] };
  if (problemOfPluginVersion(label) === undefined) return { version: label, warnings: [] };
  const shown = JSON.stringify(label.length > 60 ? `${label.slice(0, 60)}…` : label);
  const advice = 'set version in manifest.toml';
  return {
    version: derived,
    warnings: [
      `the image's label ${VERSION_LABEL} is not a valid version: ${shown}; the version is ${derived}: ${advice}`,
    ],
  };
}

function portOf(template: TemplateFields, image: ImageFacts | undefined): number {
  if (template.port !== undefined) return template.port;
  for (const exposed of image?.exposedPorts ?? []) {
    // A range counts as its first port. Docker's own tools expand ranges, other tools do not.
    const port = Number(/^(\d+)(?:-\d+)?(?:\/tcp)?$/i.exec(exposed)?.[1]);
    if (port >= 1 && port <= 65535) return port;
  }
  return DEFAULT_PORT;
}

/** Warnings for values that a build changes. Other values need none: a template may be an earlier manifest.json. */
function overruledWarnings(template: TemplateFields, manifest: Manifest): string[] {
  const media = (['rootfs', 'initramfs'] as const).flatMap((medium) => {
    const written = template[medium];
    if (written === undefined) return [];
    const made = manifest[medium];
    if (made === undefined)
      return [`${medium} of the manifest template is ignored: this build does not write ${medium}`];
    const differs = written.url !== undefined && written.url !== made.url;
    return differs ? [`${medium}.url of the manifest template is replaced by ${made.url}; set it with --url-base`] : [];
  });
  const { image } = template;
  const images =
    image === undefined || image === manifest.image
      ? []
      : [`image of the manifest template is replaced by ${manifest.image}, the source of this build`];
  return [...media, ...images];
}
