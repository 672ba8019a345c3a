import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readApkInstalled } from '../../src/sbom/apk.ts';
import { BusyboxVersionScanner } from '../../src/sbom/busybox-version.ts';
import type { FoundPackage } from '../../src/sbom/component.ts';
import { readDpkgStatus } from '../../src/sbom/dpkg.ts';
import { GoBuildInfoScanner, packagesOfGo } from '../../src/sbom/go-build-info.ts';
import { readNpmPackage } from '../../src/sbom/npm.ts';
import { OsReleases } from '../../src/sbom/os-release.ts';
import { purlOf } from '../../src/sbom/purl.ts';
import { readPythonMetadata } from '../../src/sbom/python.ts';
import { readerFor } from '../../src/sbom/readers.ts';
import { readRpmHeader } from '../../src/sbom/rpm-header.ts';
import { UnreadablePart } from '../../src/sbom/unreadable.ts';
import { type ByteString, byteStringFromText } from '../../src/support/byte-string.ts';
import { goProgram } from '../helpers/go-program.ts';

const place = { path: 'somewhere' as ByteString };
const DEBIAN = { id: 'debian', version: '12', path: 'etc/os-release' as ByteString };

/** The purls of packages. */
function purls(packages: Iterable<FoundPackage>, distribution = DEBIAN): (string | undefined)[] {
  return Array.from(packages, (found) => purlOf(found, distribution));
}

describe('the packages of dpkg', () => {
  const status = `Package: libc6
Status: install ok installed
Priority: optional
Source: glibc
Version: 2.36-9+deb12u8
Architecture: amd64
Description: GNU C Library
 Version: 0
 .
 more

Package: gcc-12-base
Status: install ok installed
Source: gcc-12 (12.2.0-14)
Version: 1:12.2.0-14+b1
Architecture: amd64

Package: gone
Status: deinstall ok config-files
Version: 1
Architecture: all

Package: wanted
Status: unknown ok not-installed
Architecture: all
`;

  it('the purl of a package has its distribution, architecture and source package', () => {
    expect(purls(readDpkgStatus(Buffer.from(status), place))).toEqual([
      'pkg:deb/debian/libc6@2.36-9%2Bdeb12u8?arch=amd64&distro=debian-12&upstream=glibc',
      'pkg:deb/debian/gcc-12-base@1:12.2.0-14%2Bb1?arch=amd64&distro=debian-12&upstream=gcc-12%4012.2.0-14',
    ]);
  });

  it('a package of a distroless image has no status and is installed', () => {
    const text = 'Package: tzdata\nVersion: 2024a-0\nArchitecture: all\nDescription: time zones\n';
    expect(purls(readDpkgStatus(Buffer.from(text), place))).toEqual([
      'pkg:deb/debian/tzdata@2024a-0?arch=all&distro=debian-12',
    ]);
  });

  it('a file with lines that end with CR and LF has the same packages', () => {
    const packages = [...readDpkgStatus(Buffer.from(status.replaceAll('\n', '\r\n')), place)];
    expect(packages).toEqual([...readDpkgStatus(Buffer.from(status), place)]);
  });
});

describe('the packages of apk', () => {
  // Two records in the form of Alpine 3.20, written after the documentation of the format.
  const installed = `C:Q1MrwtpKZWP6C8MQjOCFqRrx1nIZE=
P:alpine-baselayout
V:3.6.5-r0
A:x86_64
S:8515
I:315392
T:Alpine base dir structure and init scripts
U:https://git.alpinelinux.org/cgit/aports/tree/main/alpine-baselayout
L:GPL-2.0-only
o:alpine-baselayout
m:Natanael Copa <ncopa@alpinelinux.org>
t:1714981135
c:66187892e05b03a41d08e9acabd19b7576a1c875
D:alpine-baselayout-data=3.6.5-r0 /bin/sh
F:dev
F:etc
R:motd
Z:Q1SLkS9hBidUbPwwrw+XR0Whv3ww8=

C:Q1b4RGCLZ6G5mIbr5JMs3XqrL1cPM=
P:libssl3
V:3.3.1-r0
A:x86_64
T:SSL shared libraries
L:Apache-2.0
o:openssl
`;

  it('the purl of a package has its distribution, architecture and source package', () => {
    const packages = [...readApkInstalled(Buffer.from(installed), place)];
    const alpine = { ...DEBIAN, id: 'alpine', version: '3.20.1' };
    expect(purls(packages, alpine)).toEqual([
      'pkg:apk/alpine/alpine-baselayout@3.6.5-r0?arch=x86_64&distro=alpine-3.20.1',
      'pkg:apk/alpine/libssl3@3.3.1-r0?arch=x86_64&distro=alpine-3.20.1&upstream=openssl',
    ]);
    expect(packages.map(({ licence }) => licence)).toEqual(['GPL-2.0-only', 'Apache-2.0']);
  });
});

describe('the packages of languages', () => {
  it('a package of npm has its scope in the namespace', () => {
    const text = '{"name": "@scope/thing", "version": "1.2.3", "license": {"type": "MIT"}}';
    const packages = [...readNpmPackage(Buffer.from(text), place)];
    expect(purls(packages)).toEqual(['pkg:npm/%40scope/thing@1.2.3']);
    expect(packages[0]?.licence).toBe('MIT');
  });

  it('a package.json that only chooses a module format is not a package', () => {
    expect([...readNpmPackage(Buffer.from('{"type": "module"}'), place)]).toEqual([]);
  });

  it('a package.json that is not JSON is reported', () => {
    expect(() => [...readNpmPackage(Buffer.from('{"name": '), place)]).toThrow(UnreadablePart);
  });

  it('a package of Python has the fields before its description', () => {
    const text = 'Metadata-Version: 2.1\nName: Foo_Bar\nVersion: 1.0\nLicense: MIT\n\nName: other\n';
    expect(purls(readPythonMetadata(Buffer.from(text), place))).toEqual(['pkg:pypi/foo-bar@1.0']);
  });

  it('the text of a licence is not the name of one', () => {
    const text = `Name: foo\nVersion: 1\nLicense: ${'Permission is hereby granted '.repeat(20)}\n`;
    expect([...readPythonMetadata(Buffer.from(text), place)][0]).not.toHaveProperty('licence');
  });
});

describe('the build information of Go', () => {
  const MODULES = [
    'path\texample.com/app/cmd/app',
    'mod\texample.com/app\t(devel)',
    'dep\tgithub.com/BurntSushi/toml\tv1.3.2\th1:abc=',
    'dep\tgithub.com/old/name\tv1.0.0',
    '=>\tgithub.com/new/name\tv1.1.0\th1:def=',
    'dep\tgopkg.in/yaml.v3\tv3.0.1\th1:ghi=',
    'build\t-compiler=gc',
    '',
  ].join('\n');
  const EXPECTED = [
    'pkg:golang/stdlib@1.22.1',
    'pkg:golang/example.com/app',
    'pkg:golang/github.com/BurntSushi/toml@v1.3.2',
    'pkg:golang/github.com/new/name@v1.1.0',
    'pkg:golang/gopkg.in/yaml.v3@v3.0.1',
  ];

  /** The purls that are found in a program that arrives in pieces of a size. */
  const scanned = (program: Buffer, size: number): (string | undefined)[] => {
    const scanner = new GoBuildInfoScanner();
    for (let at = 0; at < program.length; at += size) {
      const piece = Buffer.from(program.subarray(at, at + size));
      const needsMore = scanner.add(piece, at);
      // A stream reuses its buffers.
      piece.fill(0);
      if (!needsMore) break;
    }
    return scanner.found === undefined ? [] : purls(packagesOfGo(scanner.found, place));
  };

  it.each([1, 7, 16, 100, 4096, 1_000_000])('is found in pieces of %i bytes', (size) => {
    expect(scanned(goProgram('go1.22.1', MODULES), size)).toEqual(EXPECTED);
  });

  it('is found after the same bytes that are not build information', () => {
    const decoys = Buffer.concat([Buffer.from('\xff Go buildinf:\x08\x02', 'latin1'), Buffer.alloc(1000, 'x')]);
    expect(scanned(goProgram('go1.22.1', MODULES, decoys), 100)).toEqual(EXPECTED);
  });

  it('is not searched beyond a hole', () => {
    const program = goProgram('go1.22.1', MODULES);
    const scanner = new GoBuildInfoScanner();
    scanner.add(program.subarray(0, 64), 0);
    scanner.add(program.subarray(80), 80);
    expect(scanner.found).toBeUndefined();
  });

  it('a program full of false beginnings is not kept in memory', () => {
    const beginning = Buffer.alloc(48);
    beginning.write('\xff Go buildinf:\x08\x02', 'latin1');
    // The length of a version, and a version; then the length of modules that never end.
    beginning.write('\x05go1.1\xff\xff\xff\x01', 32, 'latin1');
    const program = Buffer.concat(Array.from({ length: 200_000 }, () => beginning));
    expect(scanned(program, 128 * 1024)).toEqual([]);
  });

  it('a scan ends for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.integer({ min: 1, max: 50 }), (bytes, size) => {
        const program = goProgram('go1.22.1', MODULES);
        program.set(bytes, 64 + 10);
        scanned(program, size);
      }),
    );
  });
});

describe('hostile texts', () => {
  it('a short value does not keep its line of megabytes in memory', () => {
    const text = Buffer.alloc(4 * 2 ** 20, ' ');
    text.write(`Name: ${'n'.repeat(40)}`);
    const before = process.memoryUsage().heapUsed;
    const found = Array.from({ length: 50 }, () => [...readPythonMetadata(text, place)]).flat();
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(50 * 2 ** 20);
    expect(found.map(({ name }) => name)).toEqual(Array.from({ length: 50 }, () => 'n'.repeat(40)));
  });

  it('build information of Go that never ends is not copied for each small piece', () => {
    const program = Buffer.alloc(5 * 2 ** 20);
    program.write('\xff Go buildinf:\x08\x02', 'latin1');
    program.write('\x06go1.22\xff\xff\xff\x01', 32, 'latin1');
    const concat = vi.spyOn(Buffer, 'concat');
    const scanner = new GoBuildInfoScanner();
    for (let at = 0; at < program.length; at += 4096) scanner.add(program.subarray(at, at + 4096), at);
    const copied = concat.mock.results.reduce((sum, { value }) => sum + value.length, 0);
    concat.mockRestore();
    expect(scanner.found).toBeUndefined();
    expect(copied).toBeLessThan(32 * 2 ** 20);
  });

  it('build information of Go is found in pieces of any size', () => {
    const program = Buffer.alloc(64 * 1024);
    const modules = `0123456789abcdef${'dep\tm\tv1\n'.repeat(500)}fedcba9876543210`;
    program.write('\xff Go buildinf:\x08\x02', 4096, 'latin1');
    const length = Buffer.from([(modules.length & 0x7f) | 0x80, modules.length >> 7]).toString('latin1');
    program.write(`\x06go1.22${length}${modules}`, 4096 + 32, 'latin1');
    for (const step of [7, 100, 4096, 5000, 65_536]) {
      const scanner = new GoBuildInfoScanner();
      for (let at = 0; at < program.length; at += step) {
        if (!scanner.add(program.subarray(at, at + step), at)) break;
      }
      expect(scanner.found?.version).toBe('go1.22');
      expect(scanner.found?.modules).toHaveLength(modules.length - 32);
    }
  });
});

describe('the version of a busybox', () => {
  it.each([1, 5, 40, 1000])('is found in pieces of %i bytes', (size) => {
    const program = Buffer.concat([
      Buffer.alloc(77, 'BusyBox v'),
      Buffer.from('BusyBox v1.36.1 (2024)\0'),
      Buffer.alloc(99),
    ]);
    const scanner = new BusyboxVersionScanner();
    for (let at = 0; at < program.length; at += size) if (!scanner.add(program.subarray(at, at + size))) break;
    expect(scanner.found).toBe('1.36.1');
  });
});

describe('the distribution', () => {
  const bytes = (id: string): Buffer => Buffer.from(`NAME="Some Linux"\nID='${id}'\nVERSION_ID="1.2"\n`);
  const at = byteStringFromText;

  it('is that of the file which a link in /etc leads to', () => {
    const releases = new OsReleases();
    releases.addLink(at('etc/os-release'), at('../usr/lib/os-release'));
    releases.addLink(at('usr/lib/os-release'), at('/usr/lib/os.release.d/os-release-container'));
    releases.addFile(at('usr/lib/os.release.d/os-release-container'), bytes('fedora'));
    expect(releases.distribution()).toMatchObject({ id: 'fedora', version: '1.2' });
  });

  it('is not known if links lead in a circle', () => {
    const releases = new OsReleases();
    releases.addLink(at('etc/os-release'), at('os-release-2'));
    releases.addLink(at('etc/os-release-2'), at('os-release'));
    expect(releases.distribution()).toBeUndefined();
  });

  it('is not known from an identifier that no distribution has', () => {
    const releases = new OsReleases();
    releases.addFile(at('etc/os-release'), bytes('a/b?c'));
    expect(releases.distribution()).toBeUndefined();
  });
});

describe('the files that are read', () => {
  it.each([
    'var/lib/dpkg/status',
    'var/lib/dpkg/status.d/base-files',
    'lib/apk/db/installed',
    'usr/lib/apk/db/installed',
    'var/lib/rpm/rpmdb.sqlite',
    'usr/lib/sysimage/rpm/rpmdb.sqlite',
    'var/lib/rpm/Packages',
    'srv/node_modules/a/package.json',
    'node_modules/@b/c/package.json',
    'usr/lib/python3/dist-packages/foo-1.dist-info/METADATA',
    'usr/lib/python3/dist-packages/foo-1.egg-info/PKG-INFO',
    'usr/lib/python3/dist-packages/foo-1.egg-info',
  ])('/%s names packages', (path) => {
    expect(readerFor(byteStringFromText(path))).toBeDefined();
  });

  it.each([
    'var/lib/dpkg/status-old',
    'var/lib/dpkg/status.d/base-files.md5sums',
    'srv/package.json',
    'srv/node_modules/a/lib/package.json',
    'home/var/lib/dpkg/status',
  ])('/%s names no packages', (path) => {
    expect(readerFor(byteStringFromText(path))).toBeUndefined();
  });
});

describe('damaged databases and manifests', () => {
  const readers = [readDpkgStatus, readApkInstalled, readNpmPackage, readPythonMetadata];
  const rpm = (bytes: Buffer): unknown => readRpmHeader(bytes, place);
  const words = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\n', '\n\n', ':', 'Package: a', 'Version', 'P:', 'V:1', '{"name":', '"x"', '}', '\0', '\ud800'),
  );

  it('any text gives packages or an error that names the reason', () => {
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        const bytes = Buffer.from(parts.join(''));
        for (const read of readers) {
          try {
            purls(read(bytes, place));
          } catch (error) {
            expect(error).toBeInstanceOf(UnreadablePart);
          }
        }
      }),
    );
  });

  it('any header of rpm gives a package or an error that names the reason', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(12), (bytes, entries) => {
        const header = Buffer.from(bytes);
        if (header.length > 4) header.writeUInt32BE(entries);
        try {
          rpm(header);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadablePart);
        }
      }),
    );
  });
});
