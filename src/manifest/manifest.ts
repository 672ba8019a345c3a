import { basename } from 'node:path';
import type { DiskFormat } from '../config/filesystems.ts';
import type { LoadedConfig } from '../config/load.ts';
import type { Filesystem } from '../config/types.ts';
import { problemOfPluginVersion } from '../config/values.ts';
import { PARSE_ONCE } from '../document/zod-problems.ts';
import { FledgeError } from '../support/errors.ts';
import { encodedSize, remarksOnEncodedSize } from './encoded-size.ts';
import { entrypointOf, type ProgramSource, remarksOnTrimming } from './entrypoint.ts';
import { healthCheckOf, remarksOnHealthCheck } from './health-check.ts';
import type { ImageFacts } from './image-facts.ts';
import { type Manifest, manifestSchema } from './manifest-schema.ts';
import { otherMedium, remarksOnMedia } from './media.ts';
import { defaultMemory, remarksOnMemory } from './memory.ts';
import { baseUrlOf, findPort, remarksOnPort } from './port.ts';
import { environmentOf, requireNoNul, workdirOf } from './process.ts';
import { atImage, atTemplate, type Remark } from './remarks.ts';
import type { ManifestTemplate } from './template.ts';
import type { TemplateFields } from './template-rules.ts';

export type Built =
  | {
      readonly strategy: 'initramfs';
      /** True if kestrel starts the workload. */
      readonly hasAgent: boolean;
      /** The sizes of all files, in bytes. */
      readonly unpackedBytes: number;
      /** Mapped executables below a bin directory, as absolute paths, in the order of fledge.toml. */
      readonly executables: readonly string[];
      readonly image?: ImageFacts;
    }
  | {
      readonly strategy: 'oci_rootfs';
      readonly hasAgent: boolean;
      readonly image: ImageFacts;
      readonly filesystem: Filesystem['type'];
      /** Default: raw. */
      readonly format?: DiskFormat;
    };

export interface ManifestInput {
  readonly template: TemplateFields | undefined;
  /** Name of the directory of fledge.toml. */
  readonly directoryName: string;
  /** `url` is from `artifactUrl`; `sha256` has 64 hex digits; `size` is in bytes. */
  readonly artifact: { readonly url: string; readonly sha256: string; readonly size: number };
  readonly built: Built;
}

export interface DerivedManifest {
  readonly manifest: Manifest;
  /** Its length on the kernel's command line, in bytes. */
  readonly encodedBytes: number;
  /** Guesses and risks that the author should know of. */
  readonly remarks: readonly Remark[];
}

const DEFAULT_VERSION = '0.1.0';
const VERSION_LABEL = 'org.opencontainers.image.version';
const FSTYPE_LABEL = 'volant.rootfs_fstype';

/**
 * Derives the manifest (docs/manifest.md). Each value is from the template, otherwise from the build, otherwise a
 * default. The artifact, its checksum and the image are always those of the build. Keys are in the order of the schema.
 *
 * @throws FledgeError `input` if the manifest is too long for the kernel's command line, or a program cannot be started with
 *   the values of the image; `internal` if the manifest does not match Volant's schema.
 */
export function deriveManifest(input: ManifestInput): DerivedManifest {
  const { directoryName, artifact, built } = input;
  const template: TemplateFields = input.template ?? { workload: {} };
  const { image } = built;
  const name = nameOf(template, image?.reference?.baseName ?? directoryName);
  const version = versionOf(template, image);
  const { hasAgent } = built;
  const entrypoint = entrypointOf(template.workload, programSourceOf(built));
  const type = template.workload.type ?? 'http';
  const port = findPort(template, image);
  const healthCheck = healthCheckOf(template);
  const size =
    built.strategy === 'initramfs' ? { compressed: artifact.size, unpacked: built.unpackedBytes } : undefined;
  const workdir = template.workload.workdir ?? workdirOf(image?.workdir);
  const env = { ...environmentOf(image?.env ?? []), ...template.workload.env };
  requireNoNul([...entrypoint.program, ...Object.entries(env).flat(), workdir ?? '']);
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
    resources: {
      cpu_cores: template.resources?.cpu_cores ?? 1,
      memory_mb: template.resources?.memory_mb ?? defaultMemory(size),
    },
    workload: {
      type,
      base_url: template.workload.base_url ?? baseUrlOf(port?.port),
      entrypoint: [...entrypoint.program],
      ...(Object.keys(env).length > 0 && { env }),
      ...(workdir !== undefined && { workdir }),
    },
    ...(healthCheck !== undefined && { health_check: healthCheck }),
    ...(actions !== undefined && { actions }),
    ...otherMedium(template, built.strategy),
    ...(built.strategy === 'oci_rootfs'
      ? { rootfs: { url, checksum: `sha256:${sha256}`, format: built.format ?? 'raw' } }
      : { initramfs: { url, checksum: `sha256:${sha256}` } }),
    ...(disks !== undefined && { disks }),
    ...(cloudInit !== undefined && { cloud_init: cloudInit }),
    ...(network !== undefined && { network }),
    ...(devices !== undefined && { devices }),
  };
  const parsed = manifestSchema.safeParse(candidate, PARSE_ONCE);
  if (!parsed.success) {
    const reason = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    throw new FledgeError('internal', `the manifest does not match Volant's schema: ${reason}`);
  }
  // zod builds its result in the order of the schema, including nested tables.
  const manifest = parsed.data;
  const encodedBytes = encodedSize(manifest);
  return {
    manifest,
    encodedBytes,
    remarks: [
      ...version.remarks,
      ...entrypoint.remarks,
      ...(hasAgent
        ? [
            ...remarksOnPort(template, port, type === 'http'),
            ...remarksOnHealthCheck(template, port),
            ...remarksOnTrimming(entrypoint.program, env, template, image),
            ...remarksOnUser(image),
          ]
        : []),
      ...(size === undefined ? [] : remarksOnMemory(template, size)),
      ...remarksOnMedia(template, manifest, built.strategy),
      ...remarksOnImage(template, manifest),
      ...remarksOnEncodedSize(manifest, encodedBytes),
    ],
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

/** The program of a plugin without a template. The program of an image in an initramfs has precedence over mapped ones. */
export function programSourceOf(built: Built): ProgramSource {
  const { image } = built;
  if (built.strategy === 'oci_rootfs') return { kind: 'image', ...programOf(built.image) };
  const hasProgram = image !== undefined && (image.entrypoint.length > 0 || image.cmd.length > 0);
  const isOfImage = hasProgram || (image !== undefined && built.executables.length === 0);
  return isOfImage ? { kind: 'image', ...programOf(image) } : { kind: 'mappings', executables: built.executables };
}

function programOf({ entrypoint, cmd }: ImageFacts) {
  return { entrypoint, cmd };
}

/** The version of the template, the label, the tag, or a default. A label of an image may contain any text. */
function versionOf(
  template: TemplateFields,
  image: ImageFacts | undefined,
): { readonly version: string; readonly remarks: readonly Remark[] } {
  const tag = /^v?(\d+(?:\.\d+)*(?:[-+._][0-9A-Za-z.+_-]+)?)$/.exec(image?.reference?.named?.tag ?? '')?.[1];
  const derived = tag ?? DEFAULT_VERSION;
  const label = image?.labels[VERSION_LABEL]?.trim();
  if (template.version !== undefined) return { version: template.version, remarks: [] };
  if (label === undefined || label === '') return { version: derived, remarks: [] };
  if (problemOfPluginVersion(label) === undefined) return { version: label, remarks: [] };
  const shown = JSON.stringify(label.length > 60 ? `${label.slice(0, 60)}…` : label);
  const advice = 'set version in manifest.toml';
  return {
    version: derived,
    remarks: [
      {
        code: 'version',
        message: `the image's label ${VERSION_LABEL} is not a valid version: ${shown}; the version is ${derived}: ${advice}`,
      },
    ],
  };
}

function remarksOnImage({ image }: TemplateFields, manifest: Manifest): Remark[] {
  if (image === undefined || image === manifest.image) return [];
  const message = `image of the manifest template is replaced by ${manifest.image}, the source of this build`;
  return [{ code: 'template', message, ...atTemplate('image') }];
}

function remarksOnUser(image: ImageFacts | undefined): Remark[] {
  const user = image?.user ?? '';
  if (user === '' || /^(?:root|0)(?::|$)/.test(user)) return [];
  return [
    {
      code: 'image-user',
      message: `the image's User ${JSON.stringify(user)} has no effect: kestrel starts the workload as root`,
      fix: 'if the workload must not run as root, start it through a program that changes the user, such as setpriv',
      ...atImage(image),
    },
  ];
}
