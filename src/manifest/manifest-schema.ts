import { z } from 'zod';
import {
  actionsSchema,
  cloudInitSchema,
  devicesSchema,
  disksSchema,
  healthCheckSchema,
  initramfsSchema,
  labelsSchema,
  networkSchema,
  resourcesSchema,
  rootfsSchema,
  workloadSchema,
} from './fields.ts';

/**
 * Volant's plugin manifest v1, with the rules of its JSON Schema (plugin-manifest-v1.json) and the keys in its order. Three
 * rules are wider, as in Volant's code: newer types of workloads, `network.expose`, and both media in one manifest.
 */
export const manifestSchema = z
  .strictObject({
    $schema: z.string().optional(),
    schema_version: z.string(),
    name: z.string().min(1),
    version: z.string().min(1),
    runtime: z.string().min(1),
    image: z.string().optional(),
    image_digest: z.string().optional(),
    enabled: z.boolean().optional(),
    openapi: z.string().optional(),
    labels: labelsSchema.optional(),
    resources: resourcesSchema,
    workload: workloadSchema,
    health_check: healthCheckSchema.optional(),
    actions: actionsSchema.optional(),
    rootfs: rootfsSchema.optional(),
    initramfs: initramfsSchema.optional(),
    disks: disksSchema.optional(),
    cloud_init: cloudInitSchema.optional(),
    network: networkSchema.optional(),
    devices: devicesSchema.optional(),
  })
  .check((context) => {
    const { rootfs, initramfs } = context.value;
    if (rootfs !== undefined || initramfs !== undefined) return;
    const message = 'rootfs or initramfs is needed';
    context.issues.push({ code: 'custom', input: context.value, message });
  });

export type Manifest = z.infer<typeof manifestSchema>;
