import { MEBIBYTE } from '../support/units.ts';
import { atTemplate, type Remark } from './remarks.ts';
import type { TemplateFields } from './template-rules.ts';

/** In MiB. */
const DEFAULT_MEMORY = 512;
const KERNEL = 64;
const RESERVE = 64;
const STEP = 64;

/** The sizes of an initramfs in bytes. */
export interface InitramfsSize {
  readonly compressed: number;
  readonly unpacked: number;
}

/**
 * The memory that a machine needs for an initramfs, in MiB: the kernel keeps the archive while it unpacks it, and the files
 * stay in memory. They count twice, because the root's tmpfs may fill half of the memory.
 */
export function requiredMemory({ compressed, unpacked }: InitramfsSize): number {
  return KERNEL + RESERVE + Math.ceil((compressed + 2 * unpacked) / MEBIBYTE);
}

/** `memory_mb` without a template: 512, or what an initramfs needs up to the next 64. */
export function defaultMemory(size: InitramfsSize | undefined): number {
  return size === undefined ? DEFAULT_MEMORY : Math.max(DEFAULT_MEMORY, Math.ceil(requiredMemory(size) / STEP) * STEP);
}

/** A warning if the template's `memory_mb` cannot hold an initramfs. */
export function remarksOnMemory({ resources }: Pick<TemplateFields, 'resources'>, size: InitramfsSize): Remark[] {
  const given = resources?.memory_mb;
  const required = requiredMemory(size);
  if (given === undefined || given >= required) return [];
  return [
    {
      code: 'memory',
      message: `${given} MB cannot hold the initramfs: kernel, archive and unpacked files need about ${required} MB`,
      fix: `set memory_mb = ${Math.ceil(required / STEP) * STEP}, or map fewer files`,
      ...atTemplate('resources', 'memory_mb'),
    },
  ];
}
