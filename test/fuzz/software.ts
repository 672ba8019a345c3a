import { readApkInstalled } from '../../src/sbom/apk.ts';
import { BusyboxVersionScanner } from '../../src/sbom/busybox-version.ts';
import type { FoundPackage, Place } from '../../src/sbom/component.ts';
import { readDpkgStatus } from '../../src/sbom/dpkg.ts';
import { GoBuildInfoScanner, packagesOfGo } from '../../src/sbom/go-build-info.ts';
import { readNpmPackage } from '../../src/sbom/npm.ts';
import { purlOf } from '../../src/sbom/purl.ts';
import { readPythonMetadata } from '../../src/sbom/python.ts';
import { readRpmHeader } from '../../src/sbom/rpm-header.ts';
import { UnreadablePart } from '../../src/sbom/unreadable.ts';
import { byteStringFromText } from '../../src/support/byte-string.ts';
import { goProgram } from '../helpers/go-program.ts';
import { type FuzzTarget, mutate, pick } from './fuzz.ts';

const PLACE: Place = { path: byteStringFromText('somewhere') };

/** A header of rpm: an index of two texts and a number, and their data. */
const RPM_HEADER = Buffer.from(
  [
    ...['00000003', '00000010', '000003e8', '00000006', '00000000', '00000001', '000003e9', '00000006', '00000006'],
    ...['00000001', '000003eb', '00000004', '0000000c', '00000001', '68656c6c6f00', '312e3000', '0000', '00000001'],
  ].join(''),
  'hex',
);

const INPUTS: readonly Buffer[] = [
  Buffer.from('Package: a\nStatus: install ok installed\nSource: b (1:2-3)\nVersion: 1:2-3+b1\nArchitecture: all\n\n'),
  Buffer.from('P:musl\nV:1.2.5-r0\nA:x86_64\nL:MIT\no:musl\n\nP:busybox\nV:1.36.1-r29\n'),
  Buffer.from('{"name":"@a/b","version":"1.0.0","license":{"type":"MIT"}}'),
  Buffer.from('Metadata-Version: 2.1\nName: A_b\nVersion: 1.0\nLicense-Expression: MIT OR Apache-2.0\n\ntext\n'),
  RPM_HEADER,
  goProgram('go1.22.1', 'path\ta.b/c\nmod\ta.b/c\t(devel)\ndep\tx.y/z\tv1.0.0\th1:\n=>\tx.y/w\tv1.1.0\n'),
  Buffer.from('\x7fELF BusyBox v1.36.1 (2024-01-01)\0'),
];

/** Package databases, manifests and programs: every reader gets every input. */
export const softwareTarget: FuzzTarget = {
  name: 'software',
  generate: (random) => mutate(pick(INPUTS, random), random),
  run(input, step) {
    const readers = [readDpkgStatus, readApkInstalled, readNpmPackage, readPythonMetadata, oneOfRpm];
    for (const read of readers) {
      try {
        for (const found of read(input, PLACE)) {
          step();
          purlOf(found, undefined);
        }
      } catch (error) {
        if (!(error instanceof UnreadablePart)) throw error;
      }
    }
    scan(input, step);
  },
};

function* oneOfRpm(header: Buffer, place: Place): Generator<FoundPackage> {
  const found = readRpmHeader(header, place);
  if (found !== undefined) yield found;
}

/** Searches the input in small pieces, as a stream delivers it. */
function scan(input: Buffer, step: () => void): void {
  const go = new GoBuildInfoScanner();
  const busybox = new BusyboxVersionScanner();
  const size = 1 + (input[0] ?? 0);
  for (let at = 0; at < input.length; at += size) {
    step();
    go.add(Buffer.from(input.subarray(at, at + size)), at);
    busybox.add(Buffer.from(input.subarray(at, at + size)));
  }
  if (go.found !== undefined) for (const found of packagesOfGo(go.found, PLACE)) purlOf(found, undefined);
}
