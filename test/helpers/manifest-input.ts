import { parseImageReference } from '../../src/config/image-reference.ts';
import type { ImageFacts } from '../../src/manifest/image-facts.ts';
import { type Built, deriveManifest, type ManifestInput } from '../../src/manifest/manifest.ts';
import { validateTemplateText } from '../../src/manifest/template.ts';

export const SHA256 = '0a'.repeat(32);

export function imageOf(text: string, facts: Partial<ImageFacts> = {}): Built & { strategy: 'oci_rootfs' } {
  const parsed = parseImageReference(text);
  if (!parsed.ok) throw new Error(parsed.message);
  const empty = {
    entrypoint: [],
    cmd: [],
    env: [],
    workdir: undefined,
    exposedPorts: ['80/tcp'],
    labels: {},
    user: undefined,
  };
  const image = { reference: parsed.image, digest: `sha256:${'1b'.repeat(32)}`, ...empty, ...facts };
  return { strategy: 'oci_rootfs', hasAgent: true, filesystem: 'ext4', image };
}

export function initramfsOf(executables: readonly string[], unpackedBytes = 4096): Built & { strategy: 'initramfs' } {
  return { strategy: 'initramfs', hasAgent: true, unpackedBytes, executables };
}

export function inputOf(built: Partial<ManifestInput> = {}): ManifestInput {
  return {
    template: undefined,
    directoryName: 'myapp',
    artifact: { url: '/out/plugin.cpio.gz', sha256: SHA256, size: 1024 },
    built: initramfsOf(['/usr/bin/myapp']),
    ...built,
  };
}

/** Derives a manifest, with the messages of its warnings. */
export function derive(input: ManifestInput) {
  const { remarks, ...derived } = deriveManifest(input);
  return { ...derived, remarks, warnings: remarks.flatMap(({ code, message }) => (code === 'note' ? [] : [message])) };
}

/** The codes and the keys of remarks. */
export function factsOf(input: ManifestInput): string[] {
  return derive(input).remarks.map(({ code, at }) => [code, ...(at?.path ?? [])].join(' '));
}

export async function templateOf(text: string) {
  return (await validateTemplateText(text, 'manifest.toml')).fields;
}
