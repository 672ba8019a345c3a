export const MEBIBYTE = 1024 * 1024;

const UNITS = ['KiB', 'MiB', 'GiB', 'TiB'] as const;

/** A number of bytes, for people: `812 B`, `1.4 MiB`. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 'B';
  for (const next of UNITS) {
    if (value < 1024) break;
    value /= 1024;
    unit = next;
  }
  return unit === 'B' ? `${bytes} B` : `${value.toFixed(1)} ${unit}`;
}

const SIZE_POWERS = ['B', 'K', 'M', 'G', 'T'] as const;

/**
 * The bytes of a size such as `500M` or `1.5 GiB`, or undefined if it is not one. The units are powers of 1024. A number without
 * a unit is not a size, because it could be bytes or gigabytes; only 0 needs none.
 */
export function parseSize(text: string): number | undefined {
  const [, digits, unit] =
    /^(\d+(?:\.\d+)?) ?(?:([KMGT])(?:i?B)?|B)$/i.exec(text.trim() === '0' ? '0B' : text.trim()) ?? [];
  if (digits === undefined) return undefined;
  const power = SIZE_POWERS.findIndex((name) => name === (unit ?? 'B').toUpperCase());
  const bytes = Math.floor(Number(digits) * 1024 ** power);
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const DURATIONS: Readonly<Record<string, number>> = {
  m: 60 * 1000,
  h: 60 * 60 * 1000,
  d: DAY_MS,
  w: 7 * DAY_MS,
};

/** The milliseconds of a duration such as `12h`, `30d` or `2w`, or undefined if it is not one. `m` is minutes. */
export function parseDuration(text: string): number | undefined {
  const [, digits, unit = ''] = /^(\d{1,6}) ?([mhdw])$/i.exec(text.trim()) ?? [];
  const milliseconds = DURATIONS[unit.toLowerCase()];
  return digits === undefined || milliseconds === undefined ? undefined : Number(digits) * milliseconds;
}

/** A duration, for people: `840 ms`, `12.3 s`. */
export function formatMilliseconds(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
