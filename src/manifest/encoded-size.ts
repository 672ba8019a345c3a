import { gzipSync } from 'node:zlib';
import { FledgeError } from '../support/errors.ts';
import type { Manifest } from './manifest-schema.ts';
import type { Remark } from './remarks.ts';

/*
 * Volant passes the manifest to the machine as `volant.manifest=` on the kernel's command line: base64url of gzip of JSON.
 * On x86 that line has 2,048 bytes, of which the other words need about 300.
 */

/** In bytes, encoded. */
const NOTE_SIZE = 1200;
const WARNING_SIZE = 1600;
const MAX_SIZE = 1740;
/** The number of fields that a message names. */
const NAMED_FIELDS = 3;

/** The length of a manifest on the kernel's command line, in bytes. */
export function encodedSize(manifest: Manifest): number {
  return gzipSync(JSON.stringify(manifest)).toString('base64url').length;
}

/**
 * A remark if a manifest of this length is nearly too long.
 *
 * @throws FledgeError `input` if it does not fit on the command line.
 */
export function remarksOnEncodedSize(manifest: Manifest, size: number): Remark[] {
  if (size < NOTE_SIZE) return [];
  const message = `the manifest has ${size} bytes on the kernel's command line, of at most about ${MAX_SIZE}`;
  const fix = `shorten its largest fields: ${largestFields(manifest).join(', ')}`;
  if (size >= MAX_SIZE) {
    throw new FledgeError('input', `${message}; the machine would stop before it prints anything`, { fix });
  }
  return [{ code: size >= WARNING_SIZE ? 'manifest-size' : 'note', message, fix }];
}

function largestFields({ workload, ...fields }: Manifest): string[] {
  const { env, ...others } = workload;
  return Object.entries({ ...fields, workload: others, 'workload.env': env })
    .map(([name, value]) => [name, JSON.stringify(value ?? '').length] as const)
    .sort(([, a], [, b]) => b - a)
    .slice(0, NAMED_FIELDS)
    .map(([name]) => name);
}
