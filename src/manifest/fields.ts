import { z } from 'zod';

/*
 * The tables of Volant's plugin manifest v1, key by key and in its order. The manifest (manifest-schema.ts) and its
 * template (template-schema.ts) consist of these tables.
 */

const milliseconds = z.int().min(0);
const texts = z.record(z.string(), z.string());

export const labelsSchema = texts;

export const resourcesSchema = z.strictObject({
  cpu_cores: z.int().min(1),
  memory_mb: z.int().min(1),
});

export const workloadSchema = z.strictObject({
  /** Volant 0.6.5 accepts `http` only. */
  type: z.enum(['http', 'exec', 'grpc']),
  base_url: z.string(),
  entrypoint: z.array(z.string()).min(1),
  env: texts.optional(),
  workdir: z.string().optional(),
});

export const healthCheckSchema = z.strictObject({
  endpoint: z.string(),
  timeout_ms: milliseconds,
});

export const actionsSchema = z.record(
  z.string(),
  z.strictObject({
    description: z.string().optional(),
    method: z.string(),
    path: z.string(),
    timeout_ms: milliseconds.optional(),
  }),
);

export const rootfsSchema = z.strictObject({
  url: z.string(),
  checksum: z.string().optional(),
  format: z.enum(['raw', 'qcow2']).optional(),
});

export const initramfsSchema = z.strictObject({
  url: z.string(),
  checksum: z.string().optional(),
});

export const disksSchema = z.array(
  z.strictObject({
    name: z.string(),
    source: z.string(),
    checksum: z.string().optional(),
    format: z.enum(['raw', 'qcow2']).optional(),
    readonly: z.boolean().optional(),
    target: z.string().optional(),
  }),
);

export const cloudInitDocumentSchema = z.strictObject({
  inline: z.boolean().optional(),
  content: z.string().optional(),
  path: z.string().optional(),
});

export const cloudInitSchema = z.strictObject({
  datasource: z.string().optional(),
  seed_mode: z.enum(['vfat']).optional(),
  user_data: cloudInitDocumentSchema.optional(),
  meta_data: cloudInitDocumentSchema.optional(),
  network_config: cloudInitDocumentSchema.optional(),
});

/** Port numbers. Volant 0.6.5 ignores the whole list. */
const port = z.int().min(1).max(65535);

export const networkSchema = z.strictObject({
  mode: z.enum(['vsock', 'bridged', 'dhcp']).optional(),
  subnet: z.string().optional(),
  gateway: z.string().optional(),
  auto_assign: z.boolean().optional(),
  expose: z
    .array(z.strictObject({ port, protocol: z.enum(['tcp', 'udp']).optional(), host_port: port.optional() }))
    .optional(),
});

export const devicesSchema = z.strictObject({
  pci_passthrough: z.array(z.string()).optional(),
  allowlist: z.array(z.string()).optional(),
});
