import type { FledgeConfig } from '../config/types.ts';
import type { Manifest } from './manifest-schema.ts';
import { atTemplate, type Remark } from './remarks.ts';
import type { TemplateFields } from './template-rules.ts';
import { problemOfBlank } from './template-values.ts';
import { problemOfMediumChecksum, problemOfMediumUrl } from './template-warnings.ts';

type Strategy = FledgeConfig['strategy'];

/** The medium of the template that this build does not write. It needs a URL; a file system as its format means raw. */
export function otherMedium(
  { rootfs, initramfs }: TemplateFields,
  strategy: Strategy,
): Pick<Manifest, 'rootfs' | 'initramfs'> {
  if (strategy === 'oci_rootfs') {
    if (initramfs?.url === undefined || problemOfBlank(initramfs.url) !== undefined) return {};
    return { initramfs: { ...initramfs, url: initramfs.url } };
  }
  if (rootfs?.url === undefined || problemOfBlank(rootfs.url) !== undefined) return {};
  const { format, ...others } = rootfs;
  return {
    rootfs: {
      ...others,
      url: rootfs.url,
      ...(format !== undefined && { format: format === 'qcow2' ? format : 'raw' }),
    },
  };
}

/** Remarks on the media of the template: one is replaced by the build, the other stands. */
export function remarksOnMedia(template: TemplateFields, manifest: Manifest, strategy: Strategy): Remark[] {
  const [own, other] =
    strategy === 'initramfs' ? (['initramfs', 'rootfs'] as const) : (['rootfs', 'initramfs'] as const);
  const remarks: Remark[] = [];
  const url = template[own]?.url;
  const made = manifest[own]?.url;
  if (url !== undefined && url !== made) {
    const message = `${own}.url of the manifest template is replaced by ${made}; set it with --url-base`;
    remarks.push({ code: 'template', message, ...atTemplate(own, 'url') });
  }
  if (template[other] !== undefined && manifest[other] === undefined) {
    const message = `${other} of the manifest template is ignored: it has no url, and this build does not write ${other}`;
    remarks.push({ code: 'template', message, ...atTemplate(other) });
  } else if (manifest[other] !== undefined) {
    const { url: otherUrl = '', checksum = '' } = manifest[other];
    const problems = [
      ['url', problemOfMediumUrl(otherUrl)],
      ['checksum', problemOfMediumChecksum(checksum)],
    ] as const;
    for (const [key, problem] of problems) {
      if (problem !== undefined) remarks.push({ code: 'manifest-value', message: problem, ...atTemplate(other, key) });
    }
    const message = `the manifest has ${own} and ${other}: Volant accepts both, but its JSON schema only one`;
    remarks.push({ code: 'note', message, ...atTemplate(other) });
  }
  return remarks;
}
