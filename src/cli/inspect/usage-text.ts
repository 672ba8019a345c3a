import type { Usage } from '../../compare/usage.ts';
import type { InsideKind } from '../../inside/entry.ts';
import { formatBytes } from '../../support/units.ts';
import { alignColumns } from '../columns.ts';
import { sizeText } from './facts-text.ts';

const NAMES: ReadonlyMap<InsideKind, readonly [one: string, many: string]> = new Map([
  ['file', ['file', 'files']],
  ['directory', ['directory', 'directories']],
  ['symlink', ['symbolic link', 'symbolic links']],
  ['char-device', ['character device', 'character devices']],
  ['block-device', ['block device', 'block devices']],
  ['fifo', ['fifo', 'fifos']],
  ['socket', ['socket', 'sockets']],
]);

/** The usage of an artifact for people: sums, the largest directories and the largest files. */
export function usageText(usage: Usage): string {
  const { size, allocated, savedByHoles, savedByLinks } = usage;
  const rows = [
    ['entries', countsText(usage)],
    ['content', sizeText(size)],
    ...(allocated === undefined ? [] : [['on the disk', sizeText(allocated)]]),
    ...(savedByHoles === undefined ? [] : [['saved by holes', sizeText(savedByHoles)]]),
    ['saved by hard links', sizeText(savedByLinks)],
  ];
  const directories = usage.directories.map(({ path, size: bytes, entries }) => [
    ...sizeAndPart(bytes, size),
    `${entries}`,
    path,
  ]);
  const files = usage.files.map(({ path, size: bytes }) => [...sizeAndPart(bytes, size), path]);
  return [
    alignColumns(rows),
    ...(directories.length === 0
      ? []
      : [alignColumns([['size', 'part', 'entries', 'directory'], ...directories], [0, 1, 2])]),
    ...(files.length === 0 ? [] : [alignColumns([['size', 'part', 'file'], ...files], [0, 1])]),
  ]
    .map((lines) => lines.map((line) => `${line}\n`).join(''))
    .join('\n');
}

function countsText({ entries }: Usage): string {
  const counts = Array.from(NAMES, ([kind, [one, many]]) => ({ count: entries[kind] ?? 0, one, many }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const parts = counts.flatMap(({ count, one, many }) => (count === 0 ? [] : [`${count} ${count === 1 ? one : many}`]));
  return `${total}: ${parts.join(', ')}`;
}

function sizeAndPart(bytes: number, total: number): [string, string] {
  return [formatBytes(bytes), total === 0 ? '' : `${((100 * bytes) / total).toFixed(1)} %`];
}
