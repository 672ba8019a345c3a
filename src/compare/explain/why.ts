import type { ArtifactComparison, EntryDifference, Reason } from './explanation.ts';
import type { ProvenanceRecord, RecordedInput } from './provenance.ts';

/** How people call an input, and the entries that contain it. */
const KNOWN_INPUTS: ReadonlyMap<string, { readonly title: string; readonly path?: string }> = new Map([
  ['kestrel', { title: 'the agent', path: '/bin/kestrel' }],
  ['busybox', { title: 'busybox', path: '/bin/busybox' }],
  ['init', { title: 'the init', path: '/init' }],
  ['image', { title: 'the image' }],
  ['dockerfile', { title: 'the Dockerfile' }],
]);

/** Inputs that can change every entry. */
const BROAD_INPUTS = /^(?:image$|base image |dockerfile$)/;
/** Entries named in a sentence. */
const MAX_NAMED = 3;
/** Entries in the list of a reason. */
const MAX_PATHS = 1000;

/** A record, or the reason why there is none. */
export type Provenance = ProvenanceRecord | { readonly missing: string };

/** The probable causes of differences, out of the provenance of both sides. */
export function reasonsOf(
  left: Provenance,
  right: Provenance,
  found: Pick<ArtifactComparison, 'entries' | 'truncated'>,
): readonly Reason[] {
  if ('missing' in left || 'missing' in right) {
    const missing = [left, right].flatMap((side) => ('missing' in side ? [side.missing] : []));
    return [{ what: 'no-provenance', text: `${[...new Set(missing)].join('; ')}: build with fledge to get one` }];
  }
  const inputs = inputReasons(left.inputs, right.inputs, found.entries);
  const reasons = [...inputs, ...parameterReasons(left, right, found.entries), ...builderReasons(left, right)];
  // A new image can change every entry.
  const isBroad = differingInputs(left.inputs, right.inputs).some(({ name }) => BROAD_INPUTS.test(name));
  return [...reasons, ...(isBroad ? [] : unrecordedReasons(inputs, reasons, found))];
}

function differingInputs(left: readonly RecordedInput[], right: readonly RecordedInput[]): readonly RecordedInput[] {
  const isIn = (inputs: readonly RecordedInput[], { name, digest }: RecordedInput): boolean =>
    inputs.some((other) => other.name === name && other.digest === digest);
  return [...left.filter((input) => !isIn(right, input)), ...right.filter((input) => !isIn(left, input))];
}

function inputReasons(
  left: readonly RecordedInput[],
  right: readonly RecordedInput[],
  entries: readonly EntryDifference[],
): readonly Reason[] {
  const others = new Map(right.map((input) => [input.name, input]));
  const reasons: Reason[] = [];
  for (const input of left) {
    const other = others.get(input.name);
    others.delete(input.name);
    if (other === undefined)
      reasons.push({ what: 'input', text: `only left has ${describeInput(input)}`, left: sourceOf(input) });
    else if (other.digest !== input.digest) reasons.push(changedInput(input, other, entries));
  }
  for (const input of others.values()) {
    reasons.push({ what: 'input', text: `only right has ${describeInput(input)}`, right: sourceOf(input) });
  }
  return reasons;
}

function changedInput(left: RecordedInput, right: RecordedInput, entries: readonly EntryDifference[]): Reason {
  const { path } = KNOWN_INPUTS.get(left.name) ?? {};
  const isSeen = path !== undefined && entries.some((entry) => entry.path === path && entry.status === 'changed');
  const change = `${titleOf(left)} changed: ${changeOf(left, right)}`;
  return {
    what: 'input',
    text: isSeen ? `${path} changed because ${change}` : change,
    ...{ left: sourceOf(left), right: sourceOf(right) },
    ...(isSeen && { paths: [path] }),
  };
}

function titleOf({ name }: RecordedInput): string {
  return KNOWN_INPUTS.get(name)?.title ?? name;
}

function describeInput(input: RecordedInput): string {
  return `${titleOf(input)} as an input (${input.uri})`;
}

function sourceOf({ uri, digest }: RecordedInput): string {
  return `${uri} ${digest}`;
}

/** The versions of a release, the addresses, or the digests: the first of them that differs. */
function changeOf(left: RecordedInput, right: RecordedInput): string {
  const [a, b] = [versionIn(left.uri), versionIn(right.uri)];
  if (a !== undefined && b !== undefined && a !== b) return `${a} → ${b}`;
  const [x, y] = [shortDigest(left.digest), shortDigest(right.digest)];
  const [from, to] = [withoutDigest(left.uri), withoutDigest(right.uri)];
  return from === to ? `${x} → ${y} (${from})` : `${from} (${x}) → ${to} (${y})`;
}

/** The tag in the URL of a release's asset. */
function versionIn(uri: string): string | undefined {
  return /\/releases\/download\/([^/]+)\//.exec(uri)?.[1];
}

function withoutDigest(uri: string): string {
  return uri.replace(/@sha256:[0-9a-f]{64}/, '');
}

function shortDigest(digest: string): string {
  return digest.length > 19 ? `${digest.slice(0, 19)}…` : digest;
}

function parameterReasons(
  left: ProvenanceRecord,
  right: ProvenanceRecord,
  entries: readonly EntryDifference[],
): readonly Reason[] {
  const reasons: Reason[] = [];
  for (const key of ['strategy', 'platform'] as const) {
    const [a, b] = [left[key], right[key]];
    if (a !== b) reasons.push({ what: 'parameter', text: `the ${key} changed: ${a} → ${b}`, ...sides(a, b) });
  }
  const [a, b] = [left.sourceDateEpoch, right.sourceDateEpoch];
  if (a !== b && a !== undefined && b !== undefined) {
    const count = entries.filter(({ changes }) => changes.some(({ what }) => what === 'mtime')).length;
    const times = count === 0 ? '' : `the times of ${count} ${count === 1 ? 'entry' : 'entries'} changed because `;
    const text = `${times}SOURCE_DATE_EPOCH changed: ${dateOf(a)} → ${dateOf(b)}`;
    reasons.push({ what: 'parameter', text, ...sides(String(a), String(b)) });
  }
  return reasons;
}

function builderReasons(left: ProvenanceRecord, right: ProvenanceRecord): readonly Reason[] {
  const reasons: Reason[] = [];
  if (left.fledge !== right.fledge) {
    const text = `the version of fledge changed: ${left.fledge ?? 'unknown'} → ${right.fledge ?? 'unknown'}`;
    reasons.push({ what: 'fledge', text, ...sides(left.fledge, right.fledge) });
  }
  const [a, b] = [left.toolchain?.digest, right.toolchain?.digest];
  if (a !== b) {
    const change = `${a === undefined ? 'unknown' : shortDigest(a)} → ${b === undefined ? 'unknown' : shortDigest(b)}`;
    reasons.push({ what: 'toolchain', text: `the installed tools changed: ${change}`, ...sides(a, b) });
  }
  return reasons;
}

/** The entries that no recorded input explains. */
function unrecordedReasons(
  inputs: readonly Reason[],
  reasons: readonly Reason[],
  { entries, truncated }: Pick<ArtifactComparison, 'entries' | 'truncated'>,
): readonly Reason[] {
  if (reasons.length === 0 && entries.length === 0) {
    const text =
      'both records have the same inputs, parameters and version of fledge; fledge.toml or the machine changed';
    return [{ what: 'unrecorded', text }];
  }
  const explained = new Set(inputs.flatMap(({ paths }) => paths ?? []));
  const hasNewTime = reasons.some(({ text }) => text.includes('SOURCE_DATE_EPOCH'));
  const rest = entries.filter(
    ({ path, status, changes }) =>
      !explained.has(path) && !(hasNewTime && status === 'changed' && changes.every(({ what }) => what === 'mtime')),
  );
  if (rest.length === 0) return [];
  const named = rest.slice(0, MAX_NAMED).map(({ path }) => path);
  const more = rest.length > named.length ? ` and ${rest.length - named.length}${truncated ? ' or' : ''} more` : '';
  const text = `no recorded input explains ${named.join(', ')}${more}: provenance.json does not list mapped files and fledge.toml`;
  return [{ what: 'unrecorded', text, paths: rest.slice(0, MAX_PATHS).map(({ path }) => path) }];
}

function sides(left: string | undefined, right: string | undefined) {
  return { ...(left !== undefined && { left }), ...(right !== undefined && { right }) };
}

/** RFC 3339, or the number itself if no date of JavaScript has it. */
function dateOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString().replace('.000Z', 'Z');
}
