import { FledgeError } from '../support/errors.ts';
import { DEFAULT_FILESYSTEM, FILESYSTEM_TRAITS } from './filesystems.ts';
import { type ImageReference, parseImageReference } from './image-reference.ts';
import { initModeOf } from './rules.ts';
import type { Document } from './schema.ts';
import type { Additions, AgentSource, Filesystem, FledgeConfig, ImageSource, InitramfsConfig } from './types.ts';
import {
  DEFAULT_BUSYBOX_SHA256,
  DEFAULT_BUSYBOX_URL,
  DEFAULT_COMPRESSION_LEVEL,
  DEFAULT_MAX_UNPACKED_MB,
  DEFAULT_QCOW2_LEVEL,
  DEFAULT_SIZE_BUFFER_MB,
  locationOf,
  normaliseSha256,
} from './values.ts';

/**
 * The config of a document that passed all checks, with every default filled in.
 *
 * @throws FledgeError `internal` if a checked key is missing or not valid, which is a bug in the checks.
 */
export function normaliseDocument(document: Document, additions: Additions): FledgeConfig {
  const { strategy, filesystem, source } = document;
  const image = imageOf(source);
  const maxUnpackedMb = source?.max_unpacked_mb ?? DEFAULT_MAX_UNPACKED_MB;
  if (strategy === 'initramfs') {
    const init = initModeOf(document.init);
    const agent = init.mode === 'default' ? agentOf(document.agent) : undefined;
    return { strategy, init, agent, busybox: busyboxOf(source), image, maxUnpackedMb, ...additions };
  }
  if (image === undefined) throw unchecked('source.image');
  return {
    strategy,
    image,
    maxUnpackedMb,
    agent: agentOf(document.agent),
    filesystem: {
      type: filesystem?.type ?? DEFAULT_FILESYSTEM,
      sizeBufferMb: filesystem?.size_buffer_mb ?? DEFAULT_SIZE_BUFFER_MB,
      preallocate: filesystem?.preallocate ?? false,
      compressionLevel: filesystem?.compression_level ?? DEFAULT_COMPRESSION_LEVEL,
      ...(filesystem?.format === 'qcow2' && { qcow2: { compression: qcow2CompressionOf(filesystem) } }),
    },
    ...additions,
  };
}

/** The compression of a qcow2 image. The level of fledge.toml is that of squashfs, for an image of it. */
function qcow2CompressionOf(
  filesystem: NonNullable<Document['filesystem']>,
): NonNullable<Filesystem['qcow2']>['compression'] {
  const { isCompressed } = FILESYSTEM_TRAITS[filesystem.type ?? DEFAULT_FILESYSTEM];
  const method = filesystem.compression ?? (isCompressed ? 'none' : 'zstd');
  if (method === 'none') return undefined;
  const level = isCompressed ? undefined : filesystem.compression_level;
  return { method, level: level ?? DEFAULT_QCOW2_LEVEL[method] };
}

function agentOf(agent: Document['agent']): AgentSource | undefined {
  if (agent === undefined) return { source: 'release', version: 'latest' };
  const { source_strategy: source, version, path, url, checksum } = agent;
  switch (source) {
    case 'release':
      if (version === undefined) throw unchecked('agent.version');
      return { source, version };
    case 'local':
      if (path === undefined) throw unchecked('agent.path');
      return { source, path };
    case 'http':
      if (url === undefined) throw unchecked('agent.url');
      return { source, url, sha256: checksum === undefined ? undefined : normaliseSha256(checksum) };
    case 'none':
      return undefined;
  }
}

function imageOf(source: Document['source']): ImageSource | undefined {
  if (source?.dockerfile !== undefined) {
    const { dockerfile, context, target, build_args: buildArgs = {}, builder = 'auto' } = source;
    const bases = { 'linux/amd64': [], 'linux/arm64': [] };
    return { kind: 'dockerfile', text: dockerfile, baseName: 'plugin', context, target, buildArgs, builder, bases };
  }
  return source?.image === undefined ? undefined : referenceOf(source.image, 'source.image');
}

function referenceOf(text: string, key: string): ImageReference {
  const parsed = parseImageReference(text);
  if (!parsed.ok) throw unchecked(key);
  return parsed.image;
}

function busyboxOf(source: Document['source']): InitramfsConfig['busybox'] {
  if (source?.busybox_image !== undefined) return { image: referenceOf(source.busybox_image, 'source.busybox_image') };
  const url = source?.busybox_url ?? DEFAULT_BUSYBOX_URL;
  const sha256 = source?.busybox_sha256 ?? (url === DEFAULT_BUSYBOX_URL ? DEFAULT_BUSYBOX_SHA256 : undefined);
  return { location: locationOf(url), sha256: sha256 === undefined ? undefined : normaliseSha256(sha256) };
}

function unchecked(key: string): FledgeError {
  return new FledgeError('internal', `${key} passed the checks of fledge.toml although it is not usable`);
}
