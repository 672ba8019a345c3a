import { type ByteString, compareByteStrings, displayByteString } from '../support/byte-string.ts';
import type { Collected, DigestedFile } from './collect.ts';
import type { FoundComponent, FoundPackage } from './component.ts';
import type { Distribution } from './os-release.ts';
import { purl, purlOf } from './purl.ts';

/** An input of a build, as its provenance records it. */
export interface SbomInput {
  readonly name: string;
  readonly uri: string;
  /** With its algorithm. */
  readonly digest: string;
}

export interface ComposeOptions {
  /** The inputs of the build; none if they are not known. */
  readonly inputs: readonly SbomInput[];
  /** The version of the fledge that built the artifact, if it is known. */
  readonly fledge?: string | undefined;
}

/** A component with all of its places, which are sorted. */
export interface PlacedComponent extends Omit<FoundComponent, 'path' | 'layer'> {
  /** Unique in the document. */
  readonly reference: string;
  readonly paths: readonly string[];
  readonly layers: readonly string[];
}

/** The file with the program that the C init starts. fledge writes it. */
const INIT_TARGET = '.volant_init';

/** The components of an artifact, sorted by their references. Equal packages at several places are one component. */
export function composeComponents(collected: Collected, options: ComposeOptions): readonly PlacedComponent[] {
  const { distribution, packages, files } = collected;
  const programs = programsOf(collected, options);
  const ofPrograms = new Set<ByteString>(programs.map(({ path }) => path));
  const listed = files.filter(({ path, isListed }) => isListed && !ofPrograms.has(path) && path !== INIT_TARGET);
  return merge([
    ...(distribution === undefined ? [] : [systemOf(distribution)]),
    ...packages.map((found) => componentOf(found, distribution)),
    ...programs,
    ...listed.map(
      ({ path, sha256, layer }): FoundComponent => ({
        type: 'file',
        name: `/${displayByteString(path)}`,
        path,
        sha256,
        layer,
      }),
    ),
  ]);
}

function systemOf({ id, version, path }: Distribution): FoundComponent {
  return { type: 'operating-system', name: id, version, path };
}

function componentOf(found: FoundPackage, distribution: Distribution | undefined): FoundComponent {
  const { ecosystem, name, version, licence, path, layer, isProgram } = found;
  const slash = ecosystem === 'npm' ? name.indexOf('/') : -1;
  return {
    type: isProgram === true ? 'application' : 'library',
    ...(slash > 0 && { group: name.slice(0, slash) }),
    ...{ name: name.slice(slash + 1), version, licence, path, layer },
    purl: purlOf(found, distribution),
  };
}

/** The programs that a build adds, by the digests in its provenance, and each other busybox that no package owns. */
function programsOf({ files, busyboxes, packages }: Collected, options: ComposeOptions): readonly FoundComponent[] {
  const { inputs, fledge } = options;
  const versionAt = new Map(busyboxes.map(({ path, version }) => [path, version]));
  const known = files.flatMap((file): FoundComponent[] => {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    const input = inputs.find((one) => one.name === name && one.digest === `sha256:${file.sha256}`);
    if (input === undefined) return [];
    const version = versionOfInput(input, file, { versionAt, fledge });
    return [programOf(input.name, file, { version, uri: input.uri })];
  });
  const knownPaths = new Set(known.map(({ path }) => path));
  const isPackaged = packages.some(({ ecosystem, name }) => ecosystem !== 'npm' && /^busybox(?:-|$)/.test(name));
  const others = files.flatMap((file): FoundComponent[] => {
    const version = versionAt.get(file.path);
    if (knownPaths.has(file.path)) return [];
    if (version !== undefined && !isPackaged) return [programOf('busybox', file, { version })];
    return /(?:^|\/)kestrel$/.test(file.path) ? [programOf('kestrel', file, {})] : [];
  });
  return [...known, ...others];
}

interface Versions {
  readonly versionAt: ReadonlyMap<ByteString, string>;
  readonly fledge: string | undefined;
}

function versionOfInput({ name, uri }: SbomInput, { path }: DigestedFile, { versionAt, fledge }: Versions) {
  if (name === 'busybox') return versionAt.get(path);
  if (name === 'init') return uri.startsWith('fledge:') ? fledge : undefined;
  // https://github.com/OWNER/NAME/releases/download/TAG/FILE
  const [, tag] = /\/releases\/download\/([^/]+)\/[^/]+$/.exec(uri) ?? [];
  return tag?.replace(/^v(?=\d)/, '');
}

function programOf(
  role: string,
  { path, layer, sha256 }: DigestedFile,
  { version, uri }: { readonly version?: string | undefined; readonly uri?: string },
): FoundComponent {
  const isOwn = uri?.startsWith('fledge:') === true;
  const name = isOwn ? 'fledge-init' : role;
  const download = uri !== undefined && /^https?:/.test(uri) ? uri : undefined;
  return {
    type: 'application',
    ...{ name, version, path, layer, sha256 },
    purl: purl({ type: 'generic', name, version }, { checksum: `sha256:${sha256}`, download_url: download }),
  };
}

function merge(components: readonly FoundComponent[]): readonly PlacedComponent[] {
  const merged = new Map<string, { first: FoundComponent; paths: Set<ByteString>; layers: Set<string> }>();
  for (const component of components) {
    const reference = referenceOf(component);
    const known = merged.get(reference) ?? { first: component, paths: new Set(), layers: new Set() };
    known.paths.add(component.path);
    if (component.layer !== undefined) known.layers.add(component.layer);
    merged.set(reference, known);
  }
  return [...merged]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([reference, { first, paths, layers }]) => {
      const { path: _path, layer: _layer, ...rest } = first;
      return {
        ...rest,
        reference,
        paths: [...paths].sort(compareByteStrings).map((path) => `/${displayByteString(path)}`),
        layers: [...layers].sort(),
      };
    });
}

function referenceOf({ type, purl: url, group, name, version }: FoundComponent): string {
  if (url !== undefined) return url;
  const fullName = group === undefined ? name : `${group}/${name}`;
  return `${type}:${fullName}${version === undefined ? '' : `@${version}`}`;
}
