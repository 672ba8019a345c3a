import { basename } from 'node:path';
import type { CheckedDigest } from '../../compare/beside.ts';
import type { Artifact, Fact } from '../../inside/artifact.ts';
import type { ManifestFile } from '../../inside/beside/manifest.ts';
import type { ProvenanceFile } from '../../inside/beside/provenance.ts';
import { byteStringFromText, displayByteString } from '../../support/byte-string.ts';
import { shortened } from '../../support/errors.ts';
import { shellWord } from '../../support/text.ts';
import { formatBytes } from '../../support/units.ts';
import { alignColumns } from '../columns.ts';
import type { Style } from '../style.ts';
import { entrypointOf, portOf } from './beside-fields.ts';
import type { About } from './inspection.ts';

type Row = readonly [title: string, value: string];

/** The lines about an artifact above its entries: its headers, and the files beside it. */
export function factsText(artifact: Artifact, { facts, beside, fileSize }: About, style: Style): string {
  const { path, format, wrapper } = artifact;
  // The headers of a compressed or converted file are shown with its size.
  const hasFileSize = facts.some(({ key }) => key === 'fileSize' || key === 'compressedSize');
  const rows: Row[] = [
    ['artifact', path],
    ...(fileSize === undefined || hasFileSize ? [] : [['file size', sizeText(fileSize)] as const]),
    ['format', wrapper === undefined ? format : `${format} in ${wrapper}`],
    ...facts.flatMap(factRows),
    ...(beside.manifest === undefined ? [] : manifestRows(beside.manifest)),
    ...(beside.provenance === undefined ? [] : provenanceRows(beside.provenance)),
  ];
  const cells = rows.map(([title, value]) => [oneLine(title), oneLine(value)] as const);
  const lines = alignColumns(cells);
  return lines.map((line, index) => `${styledTitle(line, cells[index]?.[0] ?? '', style)}\n`).join('');
}

function styledTitle(line: string, title: string, style: Style): string {
  return `${style('dim', title)}${line.slice(title.length)}`;
}

/** Longer values of a list, such as layers, have a row each. In characters. */
const LONG_VALUE = 40;

function factRows({ title, value, unit }: Fact): Row[] {
  if (typeof value === 'boolean') return [[title, value ? 'yes' : 'no']];
  if (typeof value === 'number') return [[title, unit === 'bytes' ? sizeText(value) : `${value}`]];
  if (typeof value === 'string') return [[title, value]];
  if (value.every(({ length }) => length <= LONG_VALUE)) return [[title, value.join(', ')]];
  return value.map((each, index) => [index === 0 ? title : '', each]);
}

/** `1.4 MiB (1468006 bytes)`. */
export function sizeText(bytes: number): string {
  return bytes < 1024 ? formatBytes(bytes) : `${formatBytes(bytes)} (${bytes} bytes)`;
}

function manifestRows(manifest: ManifestFile): Row[] {
  const { name, version } = manifest.fields;
  const entrypoint = entrypointOf(manifest);
  const port = portOf(manifest);
  return [
    [basename(manifest.path), version === undefined ? name : `${name} ${version}`],
    ...(entrypoint.length === 0 ? [] : [['  entrypoint', entrypoint.map(shellWord).join(' ')] as const]),
    ...(port === undefined ? [] : [['  port', `${port}`] as const]),
  ];
}

function provenanceRows({ path, platform, fledge, inputs }: ProvenanceFile): Row[] {
  const builder = fledge === undefined ? '' : `, built by fledge ${fledge}`;
  return [
    [basename(path), `${platform}${builder}`],
    ...inputs.slice(0, MAX_INPUTS).map(({ name, uri, digest }) => {
      const short = digest?.replace(/^([^:]*:.{12}).*$/s, '$1');
      return [`  ${shortened(name, 40)}`, [uri, ...(short === undefined ? [] : [short])].join(' ')] as const;
    }),
    ...(inputs.length > MAX_INPUTS ? [['  …', `and ${inputs.length - MAX_INPUTS} more`] as const] : []),
  ];
}

/** A provenance has any number of mapped files. */
const MAX_INPUTS = 20;
/** In characters. */
const MAX_VALUE = 400;

/** Text of a file that can be hostile, in one line. */
function oneLine(text: string): string {
  return displayByteString(byteStringFromText(shortened(text, MAX_VALUE))).replaceAll('\\\\', '\\');
}

/** The results of verified digests, one a line. */
export function checksText(checks: readonly CheckedDigest[], style: Style): string {
  return checks
    .map(({ source, name, ok }) => {
      const result = ok ? style('green', 'OK') : style(['bold', 'red'], 'differs');
      return `${oneLine(source)}: ${oneLine(name)}: ${result}\n`;
    })
    .join('');
}
