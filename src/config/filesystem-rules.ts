import type { Finding } from '../document/problems.ts';
import { valueAt } from '../document/zod-problems.ts';
import { listWithOr } from '../support/text.ts';
import { formatBytes, MEBIBYTE } from '../support/units.ts';
import {
  DEFAULT_FILESYSTEM,
  FILESYSTEM_TRAITS,
  type FilesystemType,
  filesystemsWith,
  MAX_LEVEL,
} from './filesystems.ts';
import type { Draft } from './schema.ts';

type FilesystemDraft = NonNullable<Draft['filesystem']>;

/** Finds keys of `[filesystem]` that contradict each other. `raw` is the whole file, `draft` has the valid keys only. */
export function findFilesystemProblems({ filesystem = {} }: Draft, raw: unknown): Finding[] {
  const isInvalid = (key: keyof FilesystemDraft): boolean => filesystem[key] === undefined && isWritten(raw, key);
  if (isInvalid('type') || isInvalid('format')) return [];
  const findings: Finding[] = [];
  const isQcow2 = filesystem.format === 'qcow2';
  if (isWritten(raw, 'compression') && !isQcow2) {
    findings.push({ path: ['filesystem', 'compression'], message: 'belongs to format "qcow2", not to "raw"' });
  }
  if (isQcow2 && filesystem.preallocate === true && traitsOf(filesystem).isWritable) {
    const message = 'preallocate = true and format = "qcow2" are mutually exclusive; keep one';
    findings.push({ path: ['filesystem', 'preallocate'], message });
  }
  if (isWritten(raw, 'compression_level') && !isInvalid('compression')) {
    const message = problemOfLevel(filesystem);
    if (message !== undefined) findings.push({ path: ['filesystem', 'compression_level'], message });
  }
  return findings;
}

/** Finds keys of `[filesystem]` that have no effect, or one that is easily overlooked. */
export function findFilesystemNotes({ strategy, filesystem }: Draft): Finding[] {
  if (filesystem === undefined) return [];
  const { type = DEFAULT_FILESYSTEM, format } = filesystem;
  const findings: Finding[] = strategy === 'oci_rootfs' ? findKernelNotes(type) : [];
  if (!traitsOf(filesystem).isWritable) {
    const ignored = (['size_buffer_mb', 'preallocate'] as const).filter((key) => filesystem[key] !== undefined);
    const message = `ignored: ${type} is read-only and has neither free space nor holes`;
    findings.push(...ignored.map((key) => ({ path: ['filesystem', key], message })));
  }
  if (format === 'qcow2' && type !== DEFAULT_FILESYSTEM) {
    const message = `Volant mounts a qcow2 image as ext4, because the suffix does not tell the file system; create machines with --kernel-cmdline volant.rootfs_fstype=${type}`;
    findings.push({ path: ['filesystem', 'format'], message, code: 'kernel-filesystem' });
  }
  return [...findings, ...findSizeNotes(filesystem)];
}

/** File systems that need another kernel, and a word on the kernel's command line of Volant 0.6.5. */
function findKernelNotes(type: FilesystemType): Finding[] {
  const { isInReleaseKernel, isWritable } = FILESYSTEM_TRAITS[type];
  if (isInReleaseKernel) return [];
  const older = isWritable
    ? `Volant 0.6.5 also needs volar vms create --kernel-cmdline volant.rootfs_fstype=${type}`
    : 'with Volant 0.6.5 it cannot work, because kestrel must write to the root file system';
  const message = `the kernel of Volant's releases does not support ${type}: the machine needs another kernel; ${older}`;
  return [{ path: ['filesystem', 'type'], message, code: 'kernel-filesystem' }];
}

/** 1 TiB, in MiB. No disk of a runner could hold such an image with `preallocate`. */
const HUGE_BUFFER_MB = 1_048_576;

/** A buffer of a TiB or more, which is probably in bytes, and a setting of other builders. */
function findSizeNotes({ size_buffer_mb: size, overlay_size: overlaySize }: FilesystemDraft): Finding[] {
  const findings: Finding[] = [];
  if (typeof size === 'number' && size >= HUGE_BUFFER_MB) {
    const message = `is ${formatBytes(size * MEBIBYTE)} of free space, because the unit is MiB`;
    const suggestion = size % MEBIBYTE === 0 ? { suggestion: String(size / MEBIBYTE) } : {};
    findings.push({ path: ['filesystem', 'size_buffer_mb'], message, ...suggestion, code: 'size' });
  }
  if (overlaySize !== undefined) {
    findings.push({
      path: ['filesystem', 'overlay_size'],
      message: 'ignored: the image has no overlay, and its free space is set by size_buffer_mb; remove this key',
    });
  }
  return findings;
}

/** The problem with a compression level for this image: it is not compressed, or the level is too high. */
function problemOfLevel({ type = DEFAULT_FILESYSTEM, format, compression = 'zstd', ...keys }: FilesystemDraft) {
  // The level of a squashfs is that of its own compression.
  if (FILESYSTEM_TRAITS[type].isCompressed) return undefined;
  if (format !== 'qcow2') {
    const compressed = filesystemsWith(({ isCompressed }) => isCompressed).map((name) => `type "${name}"`);
    return `belongs to ${listWithOr([...compressed, 'format "qcow2"'])}, not to "${type}"`;
  }
  if (compression === 'none') return 'belongs to compression "zstd" or "zlib", not to "none"';
  const { compression_level: level = 0 } = keys;
  const maximum = MAX_LEVEL[compression];
  return level > maximum ? `must be at most ${maximum} for compression "${compression}", found ${level}` : undefined;
}

function traitsOf({ type = DEFAULT_FILESYSTEM }: FilesystemDraft) {
  return FILESYSTEM_TRAITS[type];
}

function isWritten(raw: unknown, key: keyof FilesystemDraft): boolean {
  return valueAt(raw, ['filesystem', key]) !== undefined;
}
