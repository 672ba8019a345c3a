import { z } from 'zod';
import { FILESYSTEM_TYPES } from '../config/filesystems.ts';
import { problemOfPath, problemOfPluginName, problemOfPluginVersion } from '../config/values.ts';
import { checkedText } from '../document/checked-text.ts';
import {
  actionsSchema,
  cloudInitDocumentSchema,
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
import {
  problemOfActionMethod,
  problemOfActionPath,
  problemOfAddress,
  problemOfBaseUrl,
  problemOfBlank,
  problemOfRequestPath,
  problemOfWorkdir,
} from './template-values.ts';

/*
 * manifest.toml: the fields of the manifest, all of them optional because a build fills in missing ones, and the
 * spellings that Volant's own projects use although the manifest does not have them. Rules between keys are in
 * template-rules.ts.
 */

const filled = checkedText(problemOfBlank);
const address = checkedText(problemOfAddress);
const program = z.array(z.string()).min(1);

const workload = workloadSchema.partial().extend({
  base_url: checkedText(problemOfBaseUrl).optional(),
  entrypoint: z.union([filled, program]).optional(),
  args: z.array(z.string()).optional(),
  workdir: checkedText(problemOfWorkdir).optional(),
});

const healthCheck = healthCheckSchema.extend({ endpoint: checkedText(problemOfRequestPath) }).partial();

const actions = z.record(
  z.string(),
  actionsSchema.valueType.extend({
    method: checkedText(problemOfActionMethod),
    path: checkedText(problemOfActionPath),
  }),
);

const disks = z.array(
  disksSchema.element.extend({
    name: filled,
    source: checkedText((value) => problemOfBlank(value) ?? problemOfAddress(value)),
  }),
);

const cloudInitDocument = cloudInitDocumentSchema.extend({ path: checkedText(problemOfPath).optional() }).optional();

const cloudInit = cloudInitSchema.extend({
  user_data: cloudInitDocument,
  meta_data: cloudInitDocument,
  network_config: cloudInitDocument,
});

const devices = devicesSchema.extend({
  pci_passthrough: z.array(filled).optional(),
  allowlist: z.array(filled).optional(),
});

/** `format` may be a file system, as in Volant's documentation, but the build does not use it. */
const rootfs = rootfsSchema.partial().extend({
  url: address.optional(),
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
  openapi: address.optional(),
  labels: labelsSchema.optional(),
  resources: resourcesSchema.partial().optional(),
  workload: workload.optional(),
  health_check: healthCheck.optional(),
  actions: actions.optional(),
  rootfs: rootfs.optional(),
  initramfs: z.strictObject({ url: address, checksum: z.string() }).partial().optional(),
  disks: disks.optional(),
  cloud_init: cloudInit.optional(),
  network: networkSchema.optional(),
  devices: devices.optional(),
  env: z.record(z.string(), z.string()).optional(),
});

/** A template as written, checked key by key. */
export type TemplateDocument = z.infer<typeof templateSchema>;
