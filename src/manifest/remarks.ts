import type { ImageReference } from '../config/image-reference.ts';
import type { KeyPath } from '../document/problems.ts';
import type { WarningCode } from '../support/report/warning-codes.ts';

/** A guess or a risk in a manifest that the author should know of. */
export interface Remark {
  /** `note` if it is not a warning. */
  readonly code: WarningCode | 'note';
  readonly message: string;
  /** One sentence in the imperative. */
  readonly fix?: string;
  /** The key that it is about. */
  readonly at?: { readonly document: 'template' | 'config'; readonly path: KeyPath };
}

/** A remark about a key of the template. */
export function atTemplate(...path: KeyPath): Pick<Remark, 'at'> {
  return { at: { document: 'template', path } };
}

/** A remark about a key of fledge.toml. */
export function atConfig(...path: KeyPath): Pick<Remark, 'at'> {
  return { at: { document: 'config', path } };
}

/**
 * A remark about the image of a plugin: at the key of `[source]` that brings it. An image without a reference is built from
 * a Dockerfile. Without an image there is no key.
 */
export function atImage(image: { readonly reference: ImageReference | undefined } | undefined): Pick<Remark, 'at'> {
  if (image === undefined) return {};
  return atConfig('source', image.reference === undefined ? 'dockerfile' : 'image');
}
