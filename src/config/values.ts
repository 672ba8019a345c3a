import { fileURLToPath } from 'node:url';
import type { Location } from './types.ts';

/** Several times the unpacked size of the largest images in use, in MiB. */
export const DEFAULT_MAX_UNPACKED_MB = 65_536;

/** Space for logs and small state of a plugin, in MiB. */
export const DEFAULT_SIZE_BUFFER_MB = 100;

/** Measured: docs/benchmarks.md. */
export const DEFAULT_COMPRESSION_LEVEL = 9;

/** Measured: docs/benchmarks.md. */
export const DEFAULT_QCOW2_LEVEL = { zstd: 3, zlib: 6 } as const;

/** Directories over which the C init and the agent mount file systems. They hide what the artifact has there. */
export const MOUNT_POINTS = ['/dev', '/proc', '/sys', '/tmp', '/run'] as const;

/** The default busybox: static, musl, x86_64. */
export const DEFAULT_BUSYBOX_URL = 'https://busybox.net/downloads/binaries/1.35.0-x86_64-linux-musl/busybox';
export const DEFAULT_BUSYBOX_SHA256 = '6e123e7f3202a8c1e9b1f94d8941580a25135382b99e8d3e34fb858bba311348';

/** JSON Schema patterns of the rules below; each accepts everything that its rule accepts. */
export const PATTERNS = {
  sha256: '^(?:[sS][hH][aA]256:)?[0-9A-Fa-f]{64}$',
  httpUrl: '^[hH][tT][tT][pP][sS]?://[^\\s]+$',
  path: '^[^\\u0000]+$',
  tag: '^[^\\s~^:?*\\[\\\\\\u0000-\\u001f\\u007f]+$',
  stage: '^[A-Za-z0-9][A-Za-z0-9_.-]*$',
  buildArg: '^[^\\u0000]*$',
  destination: '^/(?!(?:[^\\u0000]*/)?\\.\\.(?:/|$))[^\\u0000]*$',
} as const;

const CONTROL_OR_SPACE = /[\s\p{Cc}]/u;
const SHA256 = new RegExp(PATTERNS.sha256);
const TAG = new RegExp(PATTERNS.tag);
const STAGE = new RegExp(PATTERNS.stage);

/** The problem with a host path, or undefined. */
export function problemOfPath(value: string): string | undefined {
  if (value === '') return 'must not be empty';
  return value.includes('\0') ? 'must not contain a NUL character' : undefined;
}

/** The problem with the name or number of a stage of a Dockerfile, or undefined. */
export function problemOfStage(value: string): string | undefined {
  if (value === '') return 'must not be empty';
  return STAGE.test(value) ? undefined : 'must be the name or the number of a stage: letters, digits, _, . and -';
}

/** The problem with the value of a build argument, or undefined. */
export function problemOfBuildArg(value: string): string | undefined {
  return value.includes('\0') ? 'must not contain a NUL character' : undefined;
}

/** The problem with a sha256 as `HEX` or `sha256:HEX`, or undefined. */
export function problemOfSha256(value: string): string | undefined {
  if (value === '') return 'must not be empty';
  if (SHA256.test(value)) return undefined;
  const other = /^([a-z0-9]+):/i.exec(value)?.[1];
  if (other !== undefined && other.toLowerCase() !== 'sha256') return `must be a sha256, found ${other}`;
  const digits = value.slice(other === undefined ? 0 : other.length + 1);
  return /^[0-9a-f]*$/i.test(digits)
    ? `a sha256 has 64 hex digits, found ${digits.length}`
    : 'must be 64 hex digits, with or without "sha256:" before them';
}

/** 64 lower-case hex digits of a valid sha256. */
export function normaliseSha256(value: string): string {
  return value.slice(-64).toLowerCase();
}

/** The problem with an http(s) URL, or undefined. */
export function problemOfHttpUrl(value: string): string | undefined {
  if (value === '') return 'must not be empty';
  if (CONTROL_OR_SPACE.test(value)) return 'a URL must not contain spaces or control characters; write %20 for a space';
  if (!/^https?:\/\//i.test(value)) return 'must be an http:// or https:// URL';
  return URL.canParse(value) ? undefined : 'is not a valid URL';
}

/** The problem with a release tag, or undefined. The characters are those of git-check-ref-format(1). */
export function problemOfTag(value: string): string | undefined {
  if (value === '') return 'must not be empty';
  return TAG.test(value) ? undefined : 'must be "latest" or the tag of a release';
}

const PLUGIN_NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} .,_+~@!-]{0,126}[\p{L}\p{N}\p{M}._+~!-])?$/u;
const PLUGIN_VERSION = /^[A-Za-z0-9][A-Za-z0-9.+_~-]{0,127}$/;

/**
 * The problem with the name or the runtime of a plugin, or undefined. Volant accepts any text, but it is used in
 * file names, outputs of a step and shell commands.
 */
export function problemOfPluginName(value: string): string | undefined {
  // Volant trims names before it checks that they are not empty.
  if (value.trim() === '') return 'must not be empty';
  return PLUGIN_NAME.test(value)
    ? undefined
    : 'must be 1 to 128 letters, digits, spaces and the characters . , _ + ~ @ ! -, with a letter or digit at its beginning';
}

/** The problem with the version of a plugin, or undefined; see `problemOfPluginName`. */
export function problemOfPluginVersion(value: string): string | undefined {
  if (value.trim() === '') return 'must not be empty';
  return PLUGIN_VERSION.test(value)
    ? undefined
    : 'must be 1 to 128 letters, digits and the characters . + _ ~ -, with a letter or digit at its beginning';
}

/** The problem with an http(s) URL, a file: URL or a path, or undefined. */
export function problemOfLocation(value: string): string | undefined {
  if (/^https?:/i.test(value)) return problemOfHttpUrl(value);
  const problem = problemOfPath(value);
  if (problem !== undefined) return problem;
  if (/^file:/i.test(value)) return pathOfFileUrl(value) === undefined ? 'is not a valid file: URL' : undefined;
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(value)?.[1];
  if (scheme === undefined) return undefined;
  const instead = scheme.toLowerCase() === 'docker' ? 'for an image, set busybox_image instead' : undefined;
  return `cannot fetch ${scheme}: URLs; ${instead ?? 'use https:, http:, file: or a path'}`;
}

/** The location that a valid text describes. */
export function locationOf(value: string): Location {
  if (/^https?:/i.test(value)) return { kind: 'url', url: value };
  return { kind: 'file', path: /^file:/i.test(value) ? (pathOfFileUrl(value) ?? value) : value };
}

/** `file:///abs`, `file:/abs` and, as curl and busybox wget users write it, `file:relative`. */
function pathOfFileUrl(value: string): string | undefined {
  const rest = value.slice('file:'.length);
  if (/[?#]/.test(rest)) return undefined;
  try {
    const path = rest.startsWith('/') ? fileURLToPath(new URL(value)) : decodeURIComponent(rest);
    return problemOfPath(path) === undefined ? path : undefined;
  } catch {
    return undefined;
  }
}
