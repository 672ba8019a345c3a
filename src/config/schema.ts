import { z } from 'zod';
import { type Complaint, checkedText } from '../document/checked-text.ts';
import { DEFAULT_FILESYSTEM, DISK_FORMATS, FILESYSTEM_TYPES, MAX_LEVEL, QCOW2_COMPRESSIONS } from './filesystems.ts';
import { IMAGE_PATTERN, parseImageReference } from './image-reference.ts';
import { directories, mappings } from './mapping-schema.ts';
import {
  DEFAULT_BUSYBOX_SHA256,
  DEFAULT_BUSYBOX_URL,
  DEFAULT_COMPRESSION_LEVEL,
  DEFAULT_MAX_UNPACKED_MB,
  DEFAULT_QCOW2_LEVEL,
  DEFAULT_SIZE_BUFFER_MB,
  PATTERNS,
  problemOfBuildArg,
  problemOfHttpUrl,
  problemOfLocation,
  problemOfPath,
  problemOfSha256,
  problemOfStage,
  problemOfTag,
} from './values.ts';
import { IMAGE_BUILDERS } from './variants.ts';

/*
 * The shape of fledge.toml, key by key. Types, the JSON Schema of `fledge schema` and the check of docs/fledge-toml.md
 * are derived from it. Rules between keys are in variants.ts and rules.ts.
 */

/** 64 TiB. */
const MAX_SIZE_BUFFER_MB = 67_108_864;

interface KeyDocumentation {
  readonly description: string;
  readonly default?: string | number | boolean;
  readonly examples?: readonly string[];
  readonly pattern?: string;
}

const agent = z
  .strictObject({
    source_strategy: z.enum(['release', 'local', 'http', 'none']).meta({
      description:
        'Source of the kestrel agent: a GitHub release of volantvm/volant, a file on this machine, an http(s) ' +
        'URL, or none (oci_rootfs only).',
    }),
    version: text(problemOfTag, {
      description: 'For "release": `latest`, or the tag of a release.',
      examples: ['latest', 'v0.2.0'],
      pattern: PATTERNS.tag,
    }).optional(),
    path: text(problemOfPath, {
      description: 'For "local": path of the agent, relative to fledge.toml.',
      examples: ['./kestrel'],
      pattern: PATTERNS.path,
    }).optional(),
    url: text(problemOfHttpUrl, {
      description: 'For "http": download URL of the agent.',
      examples: ['https://example.com/kestrel'],
      pattern: PATTERNS.httpUrl,
    }).optional(),
    checksum: text(problemOfSha256, {
      description: 'For "http": sha256 of the agent, with or without "sha256:" before the hex digits.',
      pattern: PATTERNS.sha256,
    }).optional(),
  })
  .meta({
    description: 'The kestrel agent. Default: the latest release. Not allowed in the custom and none init modes.',
  });

const init = z
  .strictObject({
    path: text(problemOfPath, {
      description:
        'Custom init: a file on this machine, relative to fledge.toml, installed as /init; or an absolute path that ' +
        'a mapping puts into the image, which the C init runs after mounting the file systems.',
      examples: ['./my-init'],
      pattern: PATTERNS.path,
    }).optional(),
    none: z
      .boolean()
      .meta({ description: 'Do not install an init: a mapping provides /init.', default: false })
      .optional(),
    compile: z
      .boolean()
      .meta({
        description: 'Compile the C init with gcc, instead of using the binary that fledge contains.',
        default: false,
      })
      .optional(),
  })
  .meta({ description: 'PID 1 of an initramfs. Default: the C init, which starts the agent.' });

const source = z
  .strictObject({
    busybox_url: text(problemOfLocation, {
      description: 'Source of busybox: an http(s) URL, a file: URL or a path relative to fledge.toml.',
      default: DEFAULT_BUSYBOX_URL,
      pattern: PATTERNS.path,
    }).optional(),
    busybox_sha256: text(problemOfSha256, {
      description: 'sha256 of busybox. The default is only used with the default URL.',
      default: DEFAULT_BUSYBOX_SHA256,
      pattern: PATTERNS.sha256,
    }).optional(),
    busybox_image: text(problemOfImage, {
      description: 'An image whose /bin/busybox is used, in place of busybox_url; references as for image.',
      examples: ['busybox:musl', 'docker://busybox:1.36.1-musl'],
      pattern: IMAGE_PATTERN,
    }).optional(),
    image: text(problemOfImage, {
      description:
        'The image with the files of the plugin: a reference such as nginx:alpine, or one with a transport ' +
        '(docker://, docker-daemon:, docker-archive:, oci:, oci-archive:, dir:, containers-storage:).',
      examples: ['nginx:alpine', 'registry.example.com/app:v1', 'oci:./image'],
      pattern: IMAGE_PATTERN,
    }).optional(),
    dockerfile: text(problemOfPath, {
      description: 'A Dockerfile that builds the image, relative to fledge.toml; in place of image.',
      examples: ['./Dockerfile'],
      pattern: PATTERNS.path,
    }).optional(),
    context: text(problemOfPath, {
      description: 'The directory with the files that the Dockerfile copies. Default: the directory of the Dockerfile.',
      examples: ['.'],
      pattern: PATTERNS.path,
    }).optional(),
    target: text(problemOfStage, {
      description: 'The stage of the Dockerfile to build. Default: the last one.',
      examples: ['runtime'],
      pattern: PATTERNS.stage,
    }).optional(),
    build_args: z
      .record(z.string(), text(problemOfBuildArg, { description: 'The value of an ARG.', pattern: PATTERNS.buildArg }))
      .meta({ description: 'Values of the ARGs of the Dockerfile. They are not secret.' })
      .optional(),
    builder: z
      .enum(['auto', ...IMAGE_BUILDERS])
      .meta({
        description: 'The program that builds the Dockerfile; auto: the first of docker, podman and buildah that can.',
        default: 'auto',
      })
      .optional(),
    max_unpacked_mb: z
      .int()
      .min(1)
      .meta({
        description: 'Limit for the unpacked layers of the image, in MiB; a larger image is refused.',
        default: DEFAULT_MAX_UNPACKED_MB,
      })
      .optional(),
  })
  .meta({ description: 'Sources of the plugin.' });

const filesystem = z
  .strictObject({
    type: z
      .enum(FILESYSTEM_TYPES)
      .meta({ description: 'The file system of the image.', default: DEFAULT_FILESYSTEM })
      .optional(),
    format: z.enum(DISK_FORMATS).meta({ description: 'The format of the image file.', default: 'raw' }).optional(),
    size_buffer_mb: z
      .union([z.int().min(0).max(MAX_SIZE_BUFFER_MB), z.literal('auto')])
      .meta({
        description:
          'Free space after mounting, in MiB; or "auto": a quarter of the content, and at least 64. Ignored for squashfs.',
        default: DEFAULT_SIZE_BUFFER_MB,
      })
      .optional(),
    overlay_size: z
      .string()
      .meta({ description: 'Accepted without effect, for files that were written for other builders.' })
      .optional(),
    preallocate: z
      .boolean()
      .meta({ description: 'Write the image without holes; its content is the same.', default: false })
      .optional(),
    compression: z
      .enum(QCOW2_COMPRESSIONS)
      .meta({ description: 'For qcow2: the compression of clusters. Default: zstd, but none for squashfs.' })
      .optional(),
    compression_level: z
      .int()
      .min(1)
      .max(MAX_LEVEL.zstd)
      .meta({
        description:
          'For squashfs and qcow2: compression level, from 1 (fast) to 22 (small), for zlib to 9. ' +
          `Default: ${DEFAULT_COMPRESSION_LEVEL} for squashfs, for qcow2 ${DEFAULT_QCOW2_LEVEL.zstd} (zstd) or ${DEFAULT_QCOW2_LEVEL.zlib} (zlib).`,
      })
      .optional(),
  })
  .meta({ description: 'The file system image that oci_rootfs builds.' });

/** The schema of fledge.toml, with every table and key. */
export const documentSchema = z
  .strictObject({
    version: z.literal('1').meta({ description: 'Version of this file format.' }),
    strategy: z.enum(['initramfs', 'oci_rootfs']).meta({
      description: 'Type of the plugin: an initramfs from your files, or a file system image from a container image.',
    }),
    agent: agent.optional(),
    init: init.optional(),
    source: source.optional(),
    filesystem: filesystem.optional(),
    mappings: mappings.optional(),
    directories: directories.optional(),
  })
  .meta({ title: 'fledge.toml', description: 'Build configuration of a Volant plugin.' });

/** The schema of a fledge.toml from which all invalid keys were removed. */
export const draftSchema = documentSchema.partial().extend({ agent: agent.partial().optional() });

export type Document = z.infer<typeof documentSchema>;
export type Draft = z.infer<typeof draftSchema>;

function text(problemOf: (value: string) => string | Complaint | undefined, documentation: KeyDocumentation) {
  return checkedText(problemOf).meta({ ...documentation });
}

function problemOfImage(value: string): Complaint | undefined {
  const parsed = parseImageReference(value);
  return parsed.ok ? undefined : parsed;
}
