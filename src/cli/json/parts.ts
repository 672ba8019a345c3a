import { z } from 'zod';
import { PLATFORMS } from '../../support/platform.ts';
import { warningSchema } from '../../support/report/log-events.ts';

/* Parts of several documents. Commands import only the types of this folder, because zod takes time to load. */

export const warnings = z.array(warningSchema).readonly().describe('The warnings, in order.');

export const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('SHA-256 in lower-case hexadecimal digits.');

export const bytes = z.int().min(0);

export const strategy = z.enum(['initramfs', 'oci_rootfs']).describe('The key `strategy` of fledge.toml.');

export const platform = z.enum(PLATFORMS).describe('The target platform.');
