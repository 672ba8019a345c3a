import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sbomOfArtifact } from '../../src/sbom/artifact-sbom.ts';
import { readDpkgStatus } from '../../src/sbom/dpkg.ts';
import { GoBuildInfoScanner, packagesOfGo } from '../../src/sbom/go-build-info.ts';
import { readRpmDatabase } from '../../src/sbom/rpm-database.ts';
import { UnreadablePart } from '../../src/sbom/unreadable.ts';
import type { ByteString } from '../../src/support/byte-string.ts';
import { fakeElf } from '../helpers/elf.ts';
import { goProgram } from '../helpers/go-program.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { type TarMember, tarOf } from '../helpers/image/tar.ts';
import { judgeSbom } from '../helpers/json-schema.ts';
import { buildHere } from '../helpers/process/build-here.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';

const place = { path: 'somewhere' as ByteString };

const documentSchema = z.looseObject({
  metadata: z.looseObject({
    component: z.looseObject({ name: z.string(), hashes: z.array(z.object({ alg: z.string(), content: z.string() })) }),
    properties: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
  }),
  components: z.array(
    z.looseObject({
      type: z.string(),
      name: z.string(),
      purl: z.string().optional(),
      hashes: z.array(z.object({ content: z.string() })).optional(),
      properties: z.array(z.object({ name: z.string(), value: z.string() })),
    }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()).optional() })),
});
type Document = z.infer<typeof documentSchema>;

/** The values of a property, by the purls or names of the components. */
function valuesOf({ components }: Document, property: string): Record<string, readonly string[]> {
  return Object.fromEntries(
    components.map(({ purl, name, properties }) => [
      purl ?? name,
      properties.flatMap((one) => (one.name === property ? [one.value] : [])),
    ]),
  );
}

describe('packages as the package managers list them', () => {
  it('dpkg-query lists the same packages of this machine', () => {
    const fields = ['db:Status-Status', 'Package', 'Version', 'Architecture', 'source:Package', 'source:Version'];
    const format = `${fields.map((field) => `\${${field}}`).join('|')}\n`;
    const listed = execFileSync('dpkg-query', ['-W', '-f', format], { encoding: 'utf8', maxBuffer: 1 << 26 });
    const expected = listed
      .trimEnd()
      .split('\n')
      .filter((line) => !/^(?:not-installed|config-files)\|/.test(line))
      .map((line) => line.slice(line.indexOf('|') + 1));
    const found = Array.from(readDpkgStatus(readFileSync('/var/lib/dpkg/status'), place), (one) => {
      const [source = one.name, sourceVersion = one.version] = one.source?.split('@') ?? [];
      return [one.name, one.version, one.architecture, source, sourceVersion].join('|');
    });
    expect(expected.length).toBeGreaterThan(50);
    expect(found.sort()).toEqual(expected.sort());
  });

  it('rpm lists the same packages of a database that it has made', async () => {
    const bytes = readFileSync(rpmDatabase());
    const found = await readRpmDatabase(bytes, place);
    const lines = found.map((one) =>
      [one.name, one.epoch ?? '(none)', one.version, one.architecture, one.source, one.licence].join('|'),
    );
    expect(lines.sort()).toEqual(listedByRpm);
    expect(listedByRpm).toHaveLength(2);
  });

  it('a damaged database of rpm is an error and changes nothing else', async () => {
    const bytes = readFileSync(rpmDatabase());
    for (const at of [0, 18, 100, 105, 4096 + 8, 8192 + 3]) {
      const damaged = Buffer.from(bytes);
      damaged.fill(0xff, at, at + 6);
      const error = await readRpmDatabase(damaged, place).catch((thrown: unknown) => thrown);
      expect(Array.isArray(error) || error instanceof UnreadablePart).toBe(true);
    }
    await expect(readRpmDatabase(bytes.subarray(0, 5000), place)).rejects.toThrow(UnreadablePart);
    await expect(readRpmDatabase(Buffer.from('SQLite format 3\0'), place)).rejects.toThrow(UnreadablePart);
  });

  it('the modules of a Go program are those whose text the linker wrote into it', () => {
    const program = readFileSync(typescriptInGo());
    const scanner = new GoBuildInfoScanner();
    for (let at = 0; at < program.length; at += 128 * 1024) {
      if (!scanner.add(program.subarray(at, at + 128 * 1024), at)) break;
    }
    const found = scanner.found === undefined ? [] : packagesOfGo(scanner.found, place);
    const lines = new Set(program.toString('latin1').match(/(?:mod|dep)\t[\x21-\x7e]+\tv[\x21-\x7e]+(?=\t)/g));
    const expected = Array.from(lines, (line) => line.split('\t').slice(1).join(' '));
    expect(
      found
        .slice(1)
        .map(({ name, version }) => `${name} ${version}`)
        .sort(),
    ).toEqual(expected.sort());
    expect(found[0]).toMatchObject({ name: 'stdlib', version: expect.stringMatching(/^1\.\d+/) });
    expect(expected.length).toBeGreaterThan(3);
  });
});

/** The program of TypeScript's compiler, which is written in Go. */
function typescriptInGo(): string {
  const directory = fileURLToPath(new URL('../../node_modules/@typescript/', import.meta.url));
  const [found] = readdirSync(directory).flatMap((name) => {
    const program = join(directory, name, 'lib/tsc');
    return existsSync(program) ? [program] : [];
  });
  if (found === undefined) throw new Error('TypeScript has no native program for this machine');
  return found;
}

const SPEC = `Name: hello
Version: 1.0
Release: 2.fc40
Epoch: 1
Summary: test
License: MIT AND Apache-2.0
BuildArch: noarch
%description
x
%package -n libhello+tools
Summary: y
Epoch: 0
%description -n libhello+tools
y
%files
%files -n libhello+tools
`;

let listedByRpm: readonly string[] = [];

/** A database with two packages, and a key as rpm stores it. */
function rpmDatabase(): string {
  const directory = testDirectoryWith({ 'hello.spec': SPEC });
  const options = ['--define', `_topdir ${directory}`, '--define', `_dbpath ${directory}/db`];
  const run = (program: string, ...args: readonly string[]): string =>
    execFileSync(program, [...options, '--define', '_db_backend sqlite', ...args], {
      cwd: directory,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: '/usr/bin:/bin', HOME: directory },
    });
  run('rpmbuild', '-bb', '--quiet', 'hello.spec');
  const packages = readdirSync(join(directory, 'RPMS/noarch')).map((name) => join(directory, 'RPMS/noarch', name));
  run('rpm', '--initdb');
  run('rpm', '-i', '--justdb', '--nodeps', ...packages);
  const format = '%{NAME}|%{EPOCH}|%{VERSION}-%{RELEASE}|%{ARCH}|%{SOURCERPM}|%{LICENSE}\\n';
  listedByRpm = run('rpm', '-qa', '--qf', format).trimEnd().split('\n').sort();
  return join(directory, 'db/rpmdb.sqlite');
}

const DPKG_BELOW = 'Package: base\nStatus: install ok installed\nVersion: 1\nArchitecture: amd64\n';
const DPKG_ABOVE = `${DPKG_BELOW}\nPackage: curl\nStatus: install ok installed\nVersion: 8.1-1\nArchitecture: amd64\n`;
const OS_RELEASE = 'ID=debian\nVERSION_ID="12"\n';
const MODULES = 'path\texample.com/app\nmod\texample.com/app\tv1.0.0\ndep\tgolang.org/x/sys\tv0.20.0\th1:a=\n';

const LOWER: readonly TarMember[] = [
  { name: 'etc/os-release', type: '2', linkName: '../usr/lib/os-release', mode: 0o777 },
  { name: 'usr/lib/os-release', data: OS_RELEASE },
  { name: 'var/lib/dpkg/status', data: DPKG_BELOW },
  { name: 'usr/bin/app', mode: 0o755, data: goProgram('go1.22.1', MODULES) },
  { name: 'usr/bin/same-app', type: '1', linkName: 'usr/bin/app' },
  { name: 'var/lib/rpm/Packages', data: 'a database of Berkeley DB' },
];
const UPPER: readonly TarMember[] = [
  { name: 'var/lib/dpkg/status', data: DPKG_ABOVE },
  { name: 'srv/node_modules/left-pad/package.json', data: '{"name":"left-pad","version":"1.3.0","license":"WTFPL"}' },
  { name: 'opt/node_modules/left-pad/package.json', data: '{"name":"left-pad","version":"1.3.0","license":"WTFPL"}' },
];

/** A directory with an image of two layers, and the diff_ids of these. */
function imagePlugin(config: string): { readonly directory: string; readonly diffIds: readonly string[] } {
  const directory = testDirectoryWith({ 'fledge.toml': config, agent: fakeElf(), 'mapped.txt': 'a mapped file\n' });
  const layout = new TestLayout(join(directory, 'layout'));
  const layers = [LOWER, UPPER].map((members) => ({ tar: tarOf(members) }));
  layout.write({ '': layout.addImage({ layers, run: { Cmd: ['/usr/bin/app'] } }) });
  const diffIds = layers.map(
    ({ tar }) => `sha256:${execFileSync('sha256sum', { input: tar }).toString().slice(0, 64)}`,
  );
  return { directory, diffIds };
}

describe('the SBOM of a build', () => {
  it('lists the software of an image with its layers, and the mapped files', async () => {
    const mappings = ['"mapped.txt" = "/srv/mapped.txt"'];
    const { directory, diffIds } = imagePlugin(rootfsConfig('oci:layout', { mappings }));
    const { result, warnings } = await buildHere(directory, { sbom: true });
    const text = readFileSync(result.sbom?.path ?? '', 'utf8');
    const document = documentSchema.parse(JSON.parse(text));
    expect(judgeSbom(JSON.parse(text))).toEqual([]);
    expect(document.metadata.component.hashes).toEqual([{ alg: 'SHA-256', content: result.artifact.sha256 }]);

    const [below = '', above = ''] = diffIds;
    expect(valuesOf(document, 'fledge:path')).toEqual({
      debian: ['/usr/lib/os-release'],
      '/srv/mapped.txt': ['/srv/mapped.txt'],
      'pkg:deb/debian/base@1?arch=amd64&distro=debian-12': ['/var/lib/dpkg/status'],
      'pkg:deb/debian/curl@8.1-1?arch=amd64&distro=debian-12': ['/var/lib/dpkg/status'],
      'pkg:golang/example.com/app@v1.0.0': ['/usr/bin/app'],
      'pkg:golang/golang.org/x/sys@v0.20.0': ['/usr/bin/app'],
      'pkg:golang/stdlib@1.22.1': ['/usr/bin/app'],
      'pkg:npm/left-pad@1.3.0': ['/opt/node_modules/left-pad/package.json', '/srv/node_modules/left-pad/package.json'],
    });
    expect(valuesOf(document, 'fledge:layer:digest')).toMatchObject({
      'pkg:golang/stdlib@1.22.1': [below],
      'pkg:npm/left-pad@1.3.0': [above],
      // Both layers have a database with this package.
      'pkg:deb/debian/base@1?arch=amd64&distro=debian-12': [below],
      'pkg:deb/debian/curl@8.1-1?arch=amd64&distro=debian-12': [above],
    });
    const graph = new Map(document.dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
    expect(graph.get('artifact')).toHaveLength(8);
    // The old database of rpm.
    expect(document.metadata.properties).toEqual([
      { name: 'fledge:unread', value: expect.stringContaining('/var/lib/rpm/Packages') },
    ]);
    expect(warnings.filter((warning) => warning.includes('/var/lib/rpm/Packages'))).toHaveLength(1);

    // The finished image has no layers. The provenance beside it lists the mapped file.
    const again = documentSchema.parse(JSON.parse((await sbomOfArtifact(result.artifact.path)).text));
    expect(again.components.map(withoutLayers)).toEqual(document.components.map(withoutLayers));
    expect(readFileSync(result.checksums.path, 'utf8')).toContain(`${result.sbom?.sha256}  sbom.cdx.json\n`);
  });

  it('is the same as that of the finished initramfs, byte for byte', async () => {
    const toml = [
      ...['version = "1"', 'strategy = "initramfs"', '[source]', 'busybox_url = "/bin/busybox"'],
      ...['[agent]', 'source_strategy = "local"', 'path = "agent"'],
      ...['[mappings]', '"app" = "/usr/bin/app"', '"site" = "/srv"'],
    ].join('\n');
    const directory = testDirectoryWith({
      'fledge.toml': toml,
      agent: fakeElf(),
      app: goProgram('go1.22.1', MODULES),
      'site/node_modules/@a/b/package.json': '{"name":"@a/b","version":"2.0.0"}',
      'site/lib/foo-1.0.dist-info/METADATA': 'Name: foo\nVersion: 1.0\n\n',
    });
    execFileSync('chmod', ['755', 'app'], { cwd: directory });
    const { result } = await buildHere(directory, { sbom: true });
    const text = readFileSync(result.sbom?.path ?? '', 'utf8');
    expect((await sbomOfArtifact(result.artifact.path)).text).toBe(text);
    const document = documentSchema.parse(JSON.parse(text));
    expect(judgeSbom(JSON.parse(text))).toEqual([]);
    expect(valuesOf(document, 'fledge:path')).toMatchObject({
      '/usr/bin/app': ['/usr/bin/app'],
      'pkg:npm/%40a/b@2.0.0': ['/srv/node_modules/@a/b/package.json'],
      'pkg:pypi/foo@1.0': ['/srv/lib/foo-1.0.dist-info/METADATA'],
    });
    const programs = document.components.filter(({ purl }) => purl?.startsWith('pkg:generic/'));
    expect(programs.map(({ name }) => name).sort()).toEqual(['busybox', 'fledge-init', 'kestrel']);
    for (const { name, hashes } of programs) {
      const input = result.inputs.find((one) => name.endsWith(one.name));
      expect(input?.digest).toBe(`sha256:${hashes?.[0]?.content}`);
    }

    // A build without the option does not list the old document as its own.
    const plain = await buildHere(directory);
    expect(plain.result.sbom).toBeUndefined();
    expect(readFileSync(plain.result.checksums.path, 'utf8')).not.toContain('sbom');
  });

  it('an artifact without documents beside it has the name of its file', async () => {
    const directory = testDirectory();
    mkdirSync(join(directory, 'tree/var/lib/dpkg'), { recursive: true });
    writeFileSync(join(directory, 'tree/var/lib/dpkg/status'), DPKG_ABOVE);
    execFileSync('sh', ['-c', 'cd tree && find . | cpio -o -H newc --quiet > ../other.cpio'], { cwd: directory });
    const { text } = await sbomOfArtifact(join(directory, 'other.cpio'));
    const document = documentSchema.parse(JSON.parse(text));
    expect(judgeSbom(JSON.parse(text))).toEqual([]);
    expect(document.metadata.component.name).toBe('other.cpio');
    expect(document.components.map(({ purl }) => purl)).toEqual([
      'pkg:deb/debian/base@1?arch=amd64',
      'pkg:deb/debian/curl@8.1-1?arch=amd64',
    ]);
  });
});

function withoutLayers(component: Document['components'][number]): object {
  return { ...component, properties: component.properties.filter(({ name }) => name !== 'fledge:layer:digest') };
}
