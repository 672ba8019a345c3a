import type { ProvenanceInput, ProvenanceRecord } from '../../inside/beside/provenance.ts';
import { counted } from '../../support/text.ts';
import type { ArtifactComparison, EntryDifference, Reason } from './explanation.ts';
import { compareLayers, layersText } from './layers.ts';
import { mappingReasons } from './why-mappings.ts';
import { MAX_PATHS, namesText, shortDigest } from './why-text.ts';

/** An input of a build whose digest is known. */
type RecordedInput = ProvenanceInput & { readonly digest: string };

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
/** The entry that is the config of the image. */
const IMAGE_CONFIG = '/etc/fsify-entrypoint';

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
  const { entries } = found;
  const [before, after] = [digested(left.inputs), digested(right.inputs)];
  const inputs = inputReasons(before, after, entries);
  const parameters = parameterReasons(left, right, entries);
  const isBroad = canChangeEverything(before, after);
  const explained = new Set(inputs.flatMap(({ paths }) => paths ?? []));
  const hasNewTime = parameters.some(({ text }) => text.includes('SOURCE_DATE_EPOCH'));
  const open = entries.filter((entry) => !explained.has(entry.path) && !(hasNewTime && isOtherTime(entry)));
  const mappings = mappingReasons(left.mappings, right.mappings, { entries: open, isBroad });
  const reasons = [...inputs, ...mappings.reasons, ...parameters, ...builderReasons(left, right)];
  const rest = { entries: mappings.rest, truncated: found.truncated };
  if (reasons.length === 0 && entries.length === 0) return [...reasons, sameRecords()];
  return isBroad ? reasons : [...reasons, ...unrecordedReasons(rest, left, right)];
}

function digested(inputs: readonly ProvenanceInput[]): readonly RecordedInput[] {
  return inputs.flatMap((input) => (input.digest === undefined ? [] : [{ ...input, digest: input.digest }]));
}

/** True if an input with any number of entries is another one. Images with equal layers differ in their configs only. */
function canChangeEverything(left: readonly RecordedInput[], right: readonly RecordedInput[]): boolean {
  const [before, after] = [left, right].map((inputs) => inputs.find(({ name }) => name === 'image')?.layers);
  if (before !== undefined && after !== undefined) return !compareLayers(before, after).areEqual;
  return differingInputs(left, right).some(({ name }) => BROAD_INPUTS.test(name));
}

function isOtherTime({ status, changes }: EntryDifference): boolean {
  return status === 'changed' && changes.every(({ what }) => what === 'mtime');
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
  const path = pathOf(left, right);
  const isSeen = path !== undefined && entries.some((entry) => entry.path === path && entry.status === 'changed');
  const verb = BROAD_INPUTS.test(left.name) && hasSameSource(left, right) ? 'moved' : 'changed';
  const layers = left.layers && right.layers && layersText(left.layers, right.layers);
  const change = `${titleOf(left)} ${verb}: ${changeOf(left, right)}${layers === undefined ? '' : `; ${layers}`}`;
  return {
    what: 'input',
    text: isSeen ? `${path} changed because ${change}` : change,
    ...{ left: sourceOf(left), right: sourceOf(right) },
    ...(isSeen && { paths: [path] }),
  };
}

/** The only entry that an input is in. */
function pathOf({ name, layers }: RecordedInput, right: RecordedInput): string | undefined {
  const isConfigOnly =
    layers !== undefined && right.layers !== undefined && compareLayers(layers, right.layers).areEqual;
  return name === 'image' && isConfigOnly ? IMAGE_CONFIG : KNOWN_INPUTS.get(name)?.path;
}

function hasSameSource(left: RecordedInput, right: RecordedInput): boolean {
  return withoutDigest(left.uri) === withoutDigest(right.uri);
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
    const times = count === 0 ? '' : `the times of ${counted(count, 'entry', 'entries')} changed because `;
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

function sameRecords(): Reason {
  const text =
    'both records have the same inputs, parameters and version of fledge; fledge.toml or the machine changed';
  return { what: 'unrecorded', text };
}

/** The entries that no recorded input explains. */
function unrecordedReasons(
  { entries, truncated }: Pick<ArtifactComparison, 'entries' | 'truncated'>,
  left: ProvenanceRecord,
  right: ProvenanceRecord,
): readonly Reason[] {
  if (entries.length === 0) return [];
  const paths = entries.map(({ path }) => path);
  const isOld = left.mappings === undefined || right.mappings === undefined;
  const unlisted = isOld ? 'mapped files and' : 'the rest of';
  const text = `no recorded input explains ${namesText(paths, truncated)}: provenance.json does not list ${unlisted} fledge.toml`;
  return [{ what: 'unrecorded', text, paths: paths.slice(0, MAX_PATHS) }];
}

function sides(left: string | undefined, right: string | undefined) {
  return { ...(left !== undefined && { left }), ...(right !== undefined && { right }) };
}

/** RFC 3339, or the number itself if no date of JavaScript has it. */
function dateOf(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString().replace('.000Z', 'Z');
}
