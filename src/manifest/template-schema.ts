import { z } from 'zod';
import { FILESYSTEM_TYPES } from '../config/filesystems.ts';
import { problemOfHttpUrl, problemOfPluginName, problemOfPluginVersion } from '../config/values.ts';
import { checkedText } from '../document/checked-text.ts';
import {
  actionsSchema,
  cloudInitSchema,
  devicesSchema,
  disksSchema,
  healthCheckSchema,
  labelsSchema,
  networkSchema,
  resourcesSchema,
  rootfsSchema,
  workloadSchema,
} from './fields.ts';

/*
 * manifest.toml: the fields of the manifest, all of them optional because a build fills in missing ones, and the
 * spellings that Volant's own projects use although the manifest does not have them.
 */

const httpUrl = z.string().check((context) => {
  const message = problemOfHttpUrl(context.value);
  if (message !== undefined) context.issues.push({ code: 'custom', input: context.value, message });
});

/** Volant trims names before it checks that they are not empty. */
const filled = z.string().check((context) => {
  if (context.value.trim() === '') {
    context.issues.push({ code: 'custom', input: context.value, message: 'must not be empty' });
  }
});

const program = z.array(z.string()).min(1);

const workload = workloadSchema.partial().extend({
  base_url: httpUrl.optional(),
  entrypoint: z.union([filled, program]).optional(),
  args: z.array(z.string()).optional(),
});

/** `format` may be a file system, as in Volant's documentation, but the build does not use it. */
const rootfs = rootfsSchema.partial().extend({
  format: z.enum(['raw', 'qcow2', ...FILESYSTEM_TYPES]).optional(),
});

export const templateSchema = z.strictObject({
  $schema: z.string().optional(),
  schema_version: z.enum(['1.0', 'v1']).optional(),
  name: checkedText(problemOfPluginName).optional(),
  version: checkedText(problemOfPluginVersion).optional(),
  runtime: checkedText(problemOfPluginName).optional(),
  image: z.string().optional(),
  image_digest: z.string().optional(),
  enabled: z.boolean().optional(),
  openapi: z.string().optional(),
  labels: labelsSchema.optional(),
  resources: resourcesSchema.partial().optional(),
  workload: workload.optional(),
  health_check: healthCheckSchema.partial().optional(),
  actions: actionsSchema.optional(),
  rootfs: rootfs.optional(),
  initramfs: z.strictObject({ url: z.string(), checksum: z.string() }).partial().optional(),
  disks: disksSchema.optional(),
  cloud_init: cloudInitSchema.optional(),
  network: networkSchema.optional(),
  devices: devicesSchema.optional(),
  env: z.record(z.string(), z.string()).optional(),
});

/** A template as written, checked key by key. */
export type TemplateDocument = z.infer<typeof templateSchema>;
