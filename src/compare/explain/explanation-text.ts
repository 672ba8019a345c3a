import { counted } from '../../support/text.ts';
import { formatBytes } from '../../support/units.ts';
import { differencesOf, formatDifference, sumUp } from '../comparison-text.ts';
import { followsFromEntries } from './container.ts';
import type { DocumentComparison, FieldDifference } from './documents.ts';
import type { ExplainedComparison } from './explain.ts';
import type {
  ArtifactComparison,
  Change,
  ContainerDifference,
  ContentChange,
  EntryCounts,
  EntryDifference,
} from './explanation.ts';

export interface TextLimits {
  /** Shows all entries, also those in a directory that is on one side only. */
  readonly all?: boolean | undefined;
  /** Shows all lines of the diffs of texts. */
  readonly full?: boolean | undefined;
}

type Inside = Pick<ExplainedComparison, 'artifacts' | 'documents'>;

const MAX_ENTRIES = 100;
const MAX_DIFF_LINES = 30;
const MAX_FIELDS = 50;
/** Differences on one line. */
const MAX_CLAUSES = 3;

/** The differences, file by file with what is inside of them, and a summary as the last line. */
export function formatExplained(explained: ExplainedComparison, limits: TextLimits): string {
  const lines = differencesOf(explained).flatMap((file) => [
    ...formatDifference(file),
    ...indented(formatInside(explained, file.path, limits)),
  ]);
  return [...lines, sumUpExplained(explained), ''].join('\n');
}

/** What is inside of one file that differs, as lines; none if it was not examined. */
export function formatInside(explained: Inside, path: string, limits: TextLimits): string[] {
  const artifact = explained.artifacts.find((candidate) => candidate.path === path);
  const document = explained.documents.find((candidate) => candidate.path === path);
  return [
    ...(artifact === undefined ? [] : formatArtifact(artifact, limits)),
    ...(document === undefined ? [] : formatDocument(document, limits)),
  ];
}

/** As `sumUp`, and says if only ignored properties differ. */
function sumUpExplained(explained: ExplainedComparison): string {
  if (!explained.onlyIgnored) return sumUp(explained);
  const ignored = [...new Set(explained.artifacts.flatMap((artifact) => artifact.ignored))];
  return `${sumUp(explained)}, only in what is ignored: ${ignored.join(', ')}`;
}

/** The first differences inside of artifacts, as clauses; empty if there are none. */
export function describeInside({ artifacts }: Pick<ExplainedComparison, 'artifacts'>): string {
  const clauses = artifacts.flatMap((artifact) => {
    const { path, container } = artifact;
    const entries = shownEntries(artifact, false);
    const headers = entries.length === 0 ? container : container.filter((one) => !followsFromEntries(one));
    const found = [...entries.map(describeDifferent), ...headers.map(containerText)];
    const more = found.length > MAX_CLAUSES ? ` and ${found.length - MAX_CLAUSES} more` : '';
    return found.length === 0 ? [] : [`; in ${path}: ${found.slice(0, MAX_CLAUSES).join('; ')}${more}`];
  });
  return clauses.join('');
}

function describeDifferent(entry: EntryDifference): string {
  return entry.status === 'changed' ? describeEntry(entry) : `${entry.status} ${describeEntry(entry)}`;
}

function formatArtifact(artifact: ArtifactComparison, { all = false, full = false }: TextLimits): string[] {
  const { notCompared, container, why } = artifact;
  const entries = shownEntries(artifact, all);
  const shown = all ? entries : entries.slice(0, MAX_ENTRIES);
  const rest = entries.length - shown.length;
  return [
    entriesHead(artifact),
    ...indented(shown.flatMap((entry) => formatEntry(entry, full))),
    ...(rest > 0 ? [`  and ${rest} more: use --all`] : []),
    ...notCompared.map((what) => `Not compared: ${what}`),
    ...section('Container', container.map(containerText)),
    ...section(
      'Why',
      why.map(({ text }) => text),
    ),
  ];
}

/** Without the contents of a directory that is on one side only, unless all are wanted. */
export function shownEntries(
  { entries }: Pick<ArtifactComparison, 'entries'>,
  all: boolean,
): readonly EntryDifference[] {
  if (all) return entries;
  let open: EntryDifference | undefined;
  return entries.filter((entry) => {
    if (open !== undefined && entry.status === open.status && entry.path.startsWith(`${open.path}/`)) return false;
    open = entry.below === undefined ? undefined : entry;
    return true;
  });
}

/** `Entries: 1 added, 2 changed`. */
function entriesHead({ counts, truncated, ignored, leftFormat, rightFormat }: ArtifactComparison): string {
  const listed = leftFormat !== undefined && rightFormat !== undefined;
  const ignoring = ignored.length === 0 ? '' : ` (ignored: ${ignored.join(', ')})`;
  const cut = truncated ? `; the first ones are listed` : '';
  return listed ? `Entries: ${countsText(counts)}${cut}${ignoring}` : 'Entries: not compared';
}

/** `1 added, 2 changed`, or `equal`. */
export function countsText({ added, removed, changed }: EntryCounts): string {
  const parts = [
    ...(added > 0 ? [`${added} added`] : []),
    ...(removed > 0 ? [`${removed} removed`] : []),
    ...(changed > 0 ? [`${changed} changed`] : []),
  ];
  return parts.length === 0 ? 'equal' : parts.join(', ');
}

function formatEntry(entry: EntryDifference, full: boolean): string[] {
  const head = `${entry.status.padEnd(8)} ${describeEntry(entry)}`;
  const diffs = entry.changes.flatMap(({ content }) => (content?.diff === undefined ? [] : [content.diff]));
  return [head, ...diffs.flatMap((diff) => indented(diffLines(diff, full)))];
}

/** `/usr/share/doc/ (312 entries, 4.1 MiB)`, or `/etc/hosts: mode 0644 → 0600`. */
export function describeEntry({ path, kind, size, below, changes, status }: EntryDifference): string {
  const name = kind === 'directory' && path !== '/' ? `${path}/` : path;
  if (status === 'changed') return `${name}: ${changes.map(changeText).join(', ')}`;
  if (below !== undefined && below.entries > 0) {
    return `${name} (${counted(below.entries, 'entry', 'entries')}, ${formatBytes(below.bytes)})`;
  }
  if (kind === 'file') return size === undefined ? name : `${name} (${formatBytes(size)})`;
  return kind === 'directory' ? name : `${name} (${kind})`;
}

const TITLES: ReadonlyMap<Change['what'], string> = new Map([['mtime', 'time']]);

function changeText({ what, name, left, right, content }: Change): string {
  switch (what) {
    case 'content':
      return contentText(content);
    case 'links':
      return `${left === undefined ? 'no hard link' : `hard link to ${left}`} → ${right === undefined ? 'no hard link' : `hard link to ${right}`}`;
    case 'xattr':
      return `xattr ${name ?? ''} ${left ?? 'missing'} → ${right ?? 'missing'}`;
    default:
      return `${TITLES.get(what) ?? what} ${left ?? 'none'} → ${right ?? 'none'}`;
  }
}

function contentText(content: ContentChange | undefined): string {
  const { firstDifference, section, leftBuildId, rightBuildId, diff } = content ?? {};
  if (firstDifference === undefined || diff !== undefined) return 'content';
  const place = section === undefined ? '' : section.startsWith('.') ? ` (section ${section})` : ` (${section})`;
  const hasIds = leftBuildId !== undefined || rightBuildId !== undefined;
  const ids = hasIds ? `, build id ${idText(leftBuildId)} → ${idText(rightBuildId)}` : '';
  return `content from byte ${firstDifference}${place}${leftBuildId === rightBuildId ? '' : ids}`;
}

function idText(id: string | undefined): string {
  return id ?? 'none';
}

function diffLines(diff: string, full: boolean): string[] {
  // A terminal needs no tabs.
  const lines = diff.split('\n').map((line) => line.replaceAll('\t', '    '));
  if (full || lines.length <= MAX_DIFF_LINES) return lines;
  return [...lines.slice(0, MAX_DIFF_LINES), `… ${lines.length - MAX_DIFF_LINES} more lines: use --full`];
}

/** `block size 1024 → 4096`. */
export function containerText({ title, left, right }: ContainerDifference): string {
  if (left === undefined && right === undefined) return title;
  return `${title} ${left ?? 'none'} → ${right ?? 'none'}`;
}

function formatDocument({ fields, truncated }: DocumentComparison, { all = false }: TextLimits): string[] {
  const shown = all ? fields : fields.slice(0, MAX_FIELDS);
  const isCut = truncated || shown.length < fields.length;
  return [...shown.map(fieldText), ...(isCut ? [`and more fields${all ? '' : ': use --all'}`] : [])];
}

/** `resources.memory_mb 512 → 768`. */
export function fieldText({ field, left, right }: FieldDifference): string {
  return `${field === '' ? 'the document' : field} ${left ?? 'missing'} → ${right ?? 'missing'}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${title}:`, ...indented(lines)];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
