import { createHash } from 'node:crypto';
import { ComponentType, HashAlgorithm } from '@cyclonedx/cyclonedx-library/Enums';
import {
  Bom,
  Component,
  ComponentRepository,
  HashDictionary,
  Metadata,
  Property,
  Tools,
} from '@cyclonedx/cyclonedx-library/Models';
import { JSON as Json, JsonSerializer } from '@cyclonedx/cyclonedx-library/Serialize';
import { Spec1dot6 } from '@cyclonedx/cyclonedx-library/Spec';
import { VERSION } from '../support/about.ts';
import { displayByteString } from '../support/byte-string.ts';
import type { UnreadPart } from './component.ts';
import type { PlacedComponent } from './compose.ts';
import { licenceOf } from './licence.ts';
import { purl } from './purl.ts';

/** The artifact that a document is about. */
export interface SbomSubject {
  /** The name of the plugin, otherwise that of the file. */
  readonly name: string;
  readonly version?: string | undefined;
  /** In hexadecimal digits; undefined for a directory. */
  readonly sha256?: string | undefined;
  /** The time of the build, in seconds since 1970. */
  readonly sourceDateEpoch?: number | undefined;
}

export interface SbomContents {
  readonly subject: SbomSubject;
  readonly components: readonly PlacedComponent[];
  readonly unread: readonly UnreadPart[];
}

const TYPES = {
  application: ComponentType.Application,
  file: ComponentType.File,
  library: ComponentType.Library,
  'operating-system': ComponentType.OperatingSystem,
} as const;

/** The last second of the year 9999, which is the last one that RFC 3339 can write. */
const MAX_EPOCH = 253_402_300_799;

/**
 * The SBOM of an artifact: CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json) with two spaces of indent and a newline at the
 * end. It contains no clock, random number or path of this machine: its serial number is derived from its content.
 */
export function renderSbom({ subject, components, unread }: SbomContents): string {
  const root = rootOf(subject);
  const bom = new Bom({
    metadata: new Metadata({
      component: root,
      tools: new Tools({ components: new ComponentRepository([toolComponent()]) }),
      timestamp: timeOf(subject),
    }),
  });
  for (const { path, reason } of unread) {
    bom.metadata.properties.add(new Property('fledge:unread', `/${displayByteString(path)}: ${reason}`));
  }
  for (const found of components) {
    const component = componentOf(found);
    bom.components.add(component);
    root.dependencies.add(component.bomRef);
  }
  const serializer = new JsonSerializer(new Json.Normalize.Factory(Spec1dot6));
  const options = { sortLists: false, space: 2 };
  bom.serialNumber = `urn:uuid:${uuidOf(serializer.serialize(bom, options))}`;
  return `${serializer.serialize(bom, options)}\n`;
}

/** CycloneDX calls a thing that virtualization isolates a container, whatever its technology. */
function rootOf({ name, version, sha256 }: SbomSubject): Component {
  return new Component(ComponentType.Container, name, {
    bomRef: 'artifact',
    version,
    hashes: hashesOf(sha256),
  });
}

function toolComponent(): Component {
  return new Component(ComponentType.Application, 'fledge', {
    bomRef: 'tool',
    version: VERSION,
    purl: purl({ type: 'npm', namespace: '@volantvm', name: 'fledge', version: VERSION }),
  });
}

function componentOf({
  reference,
  type,
  group,
  name,
  version,
  purl: url,
  licence,
  sha256,
  paths,
  layers,
}: PlacedComponent) {
  const component = new Component(TYPES[type], name, {
    bomRef: reference,
    ...{ group, version, purl: url },
    hashes: hashesOf(sha256),
  });
  if (licence !== undefined && licence !== '') component.licenses.add(licenceOf(licence));
  for (const path of paths) component.properties.add(new Property('fledge:path', path));
  for (const layer of layers) component.properties.add(new Property('fledge:layer:digest', layer));
  return component;
}

function hashesOf(sha256: string | undefined): HashDictionary {
  return new HashDictionary(sha256 === undefined ? [] : [[HashAlgorithm['SHA-256'], sha256]]);
}

function timeOf({ sourceDateEpoch: epoch }: SbomSubject): Date | undefined {
  const isTime = epoch !== undefined && Number.isInteger(epoch) && epoch >= 0 && epoch <= MAX_EPOCH;
  return isTime ? new Date(epoch * 1000) : undefined;
}

/** A UUID (RFC 9562, version 8) that is the same for the same text. */
function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
