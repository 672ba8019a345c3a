import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFacts } from '../../src/compare/explain/container.ts';
import { fieldDifferences } from '../../src/compare/explain/documents.ts';
import type { EntryDifference } from '../../src/compare/explain/explanation.ts';
import { describeInside, formatExplained } from '../../src/compare/explain/explanation-text.ts';
import { unifiedDiff } from '../../src/compare/explain/line-diff.ts';
import { lockReasons } from '../../src/compare/explain/locks.ts';
import { PlaceFinder } from '../../src/compare/explain/mapped-places.ts';
import { reasonsOf } from '../../src/compare/explain/why.ts';
import { type ProvenanceFacts, renderProvenance } from '../../src/describe/provenance.ts';
import { type ProvenanceRecord, parseProvenance, provenanceOf } from '../../src/inside/beside/provenance.ts';
import { renderLock } from '../../src/lock/lock-file.ts';
import { explain } from '../helpers/inside-diff.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';

const digest = (digit: string): string => `sha256:${digit.repeat(64)}`;
const agent = (version: string, digit: string) => ({
  name: 'kestrel',
  uri: `https://github.com/volantvm/kestrel/releases/download/${version}/kestrel-linux-amd64`,
  digest: digest(digit),
});
const FACTS: ProvenanceFacts = {
  artifact: { name: 'x.cpio.gz', sha256: 'a'.repeat(64) },
  ...{ strategy: 'initramfs', platform: 'linux/amd64', sourceDateEpoch: 0, version: '1.0.0' },
  inputs: [
    { name: 'busybox', uri: 'file:busybox', digest: digest('1') },
    { name: 'init', uri: 'fledge:init', digest: digest('2') },
    agent('v0.6.0', '3'),
  ],
  mappings: [],
};
const IMAGE = { name: 'image', uri: `docker://docker.io/library/nginx:1@${digest('4')}`, digest: digest('4') };

function recordOf(change: Partial<ProvenanceFacts>): ProvenanceRecord {
  const parsed = parseProvenance(renderProvenance({ ...FACTS, ...change }));
  if (parsed === undefined) throw new Error('not a record');
  return parsed.record;
}

const changed = (path: string, what: 'content' | 'mtime' = 'content'): EntryDifference => ({
  ...{ path, status: 'changed', kind: 'file' },
  changes: [{ what }],
});

/** The sentences for a right side with other facts, and for these entries. */
function sentences(change: Partial<ProvenanceFacts>, entries: readonly EntryDifference[], left = FACTS): string[] {
  return reasonsOf(recordOf(left), recordOf(change), { entries, truncated: false }).map(({ text }) => text);
}

describe('the causes in provenance records', () => {
  it('connects a new agent to its entry', () => {
    const inputs = [...FACTS.inputs.slice(0, 2), agent('v0.6.1', '5')];
    expect(sentences({ inputs }, [changed('/bin/kestrel')])).toEqual([
      '/bin/kestrel changed because the agent changed: v0.6.0 → v0.6.1',
    ]);
  });

  it('names an input with another digest, an added one and a missing one', () => {
    const [busybox, init] = FACTS.inputs;
    if (busybox === undefined || init === undefined) throw new Error('no inputs');
    const inputs = [{ ...busybox, digest: digest('6') }, init, IMAGE];
    expect(sentences({ inputs }, [changed('/bin/busybox')])).toEqual([
      '/bin/busybox changed because busybox changed: sha256:111111111111… → sha256:666666666666… (file:busybox)',
      `only left has the agent as an input (${agent('v0.6.0', '3').uri})`,
      `only right has the image as an input (${IMAGE.uri})`,
    ]);
  });

  it('does not search for causes of entries if the image moved', () => {
    const moved = { ...IMAGE, uri: IMAGE.uri.replaceAll('4', '7'), digest: digest('7') };
    expect(sentences({ inputs: [moved] }, [changed('/a')], { ...FACTS, inputs: [IMAGE] })).toEqual([
      'the image moved: sha256:444444444444… → sha256:777777777777… (docker://docker.io/library/nginx:1)',
    ]);
  });

  it('names the layers of the image that were added and removed, by their numbers from the bottom up', () => {
    const imageWith = (digit: string, layers: string) => ({
      ...{ name: 'image', uri: `docker://nginx:1@${digest(digit)}`, digest: digest(digit) },
      layers: Array.from(layers, digest),
    });
    const sentencesOf = (left: string, right: string, paths: readonly string[] = []) =>
      sentences(
        { inputs: [imageWith('8', right)] },
        paths.map((path) => changed(path)),
        { ...FACTS, inputs: [imageWith('7', left)] },
      );
    const moved = 'the image moved: sha256:777777777777… → sha256:888888888888… (docker://nginx:1)';
    expect(sentencesOf('aab', 'acdefb', ['/usr/x'])).toEqual([
      `${moved}; layers changed: 1 of 3 removed (2: sha256:aaaaaaaaaaaa…), 4 of 6 added (2: sha256:cccccccccccc…, 3: sha256:dddddddddddd…, 4: sha256:eeeeeeeeeeee… and 1 more)`,
    ]);
    expect(sentencesOf('ab', 'abc')).toEqual([`${moved}; layers changed: 1 of 3 added (3: sha256:cccccccccccc…)`]);
    expect(sentencesOf('ab', 'ba')).toEqual([`${moved}; its layers have another order`]);
    // Only its config is another one, or the compression of the layers.
    expect(sentencesOf('ab', 'ab', ['/etc/fsify-entrypoint', '/usr/x'])).toEqual([
      `/etc/fsify-entrypoint changed because ${moved}; its layers are equal`,
      'no recorded input explains /usr/x: provenance.json does not list the rest of fledge.toml',
    ]);
  });

  it('connects entries to the mapping whose destination is nearest', () => {
    const mappings = [
      { source: 'rootfs', destinations: ['/'] },
      { source: './public', destinations: ['/srv/www/', '/srv/copy/'] },
      { source: 'a.conf', destinations: ['/srv/www/a.conf'] },
      { source: undefined, destinations: ['/opt/secret/'] },
    ];
    const found = [
      ...['/srv/www/a.conf', '/srv/www/b/c', '/opt/secret/x', '/opt/secrets'].map((path) => changed(path)),
      { ...changed('/srv/copy/new'), status: 'added', changes: [] } as const,
      { ...changed('/srv/copy/newer'), status: 'added', changes: [] } as const,
      { ...changed('/srv/www'), kind: 'directory' } as const,
    ];
    const texts = (change: Partial<ProvenanceFacts>, left: Partial<ProvenanceFacts> = { mappings }) =>
      sentences({ mappings, ...change }, found, { ...FACTS, ...left });
    expect(texts({})).toEqual([
      '/opt/secrets changed because the mapped files of "rootfs" changed',
      '/srv/www/b/c, /srv/www changed because the mapped files of "./public" changed',
      '/srv/copy/new, /srv/copy/newer were added because the mapped files of "./public" changed',
      '/srv/www/a.conf changed because the mapped file "a.conf" changed',
      '/opt/secret/x changed because the mapped files in /opt/secret/ changed',
    ]);
    // A directory is merged with that of the image, and a file replaces it.
    expect(texts({ inputs: [IMAGE] }).slice(-4)).toEqual([
      '/srv/www/b/c, /srv/www changed because the mapped files of "./public" or the image changed',
      '/srv/copy/new, /srv/copy/newer were added because the mapped files of "./public" or the image changed',
      '/srv/www/a.conf changed because the mapped file "a.conf" changed',
      '/opt/secret/x changed because the mapped files in /opt/secret/ or the image changed',
    ]);
  });

  it('finds the nearest destination among many, as a search through all of them does', () => {
    const name = fc.constantFrom('a', 'b', 'a-', 'ab');
    const path = fc.array(name, { maxLength: 4 }).map((names) => `/${names.join('/')}`);
    const directory = path.map((text) => (text === '/' ? text : `${text}/`));
    fc.assert(
      fc.property(fc.array(fc.oneof(path, directory), { maxLength: 12 }), path, (destinations, entry) => {
        const places = destinations.map((destination) => ({ source: 'x', destination, side: 'both' }) as const);
        const above = destinations.filter((one) => one === entry || (one.endsWith('/') && `${entry}/`.startsWith(one)));
        const longest = above.toSorted((a, b) => a.length - b.length).at(-1);
        const exact = destinations.includes(entry) ? entry : longest;
        expect(new PlaceFinder(places).placeOf(changed(entry))?.destination).toBe(exact);
      }),
    );
  });

  it('names a mapping that only one side has, with its entries and the directories above them', () => {
    const kept = { source: 'app', destinations: ['/app'] };
    const added = { source: 'public', destinations: ['/srv/www/'] };
    const entries = ['/srv', '/srv/www', '/srv/www/x', '/srv/y'].map(
      (path) =>
        ({ ...changed(path), status: 'added', kind: path.includes('/x') ? 'file' : 'directory', changes: [] }) as const,
    );
    const reasons = (left: ProvenanceFacts['mappings'], right: ProvenanceFacts['mappings']) =>
      reasonsOf(recordOf({ mappings: left }), recordOf({ mappings: right }), { entries, truncated: false });
    expect(reasons([kept], [kept, added])).toEqual([
      {
        ...{ what: 'mapping', text: 'the mapping "public" to /srv/www/ was added', right: '/srv/www/' },
        paths: ['/srv', '/srv/www', '/srv/www/x'],
      },
      {
        what: 'unrecorded',
        text: 'no recorded input explains /srv/y: provenance.json does not list the rest of fledge.toml',
        paths: ['/srv/y'],
      },
    ]);
    expect(reasons([kept, added], [kept])[0]).toMatchObject({ text: 'the mapping "public" to /srv/www/ was removed' });
    expect(
      reasons([added], [{ ...added, source: 'other' }])
        .map(({ text }) => text)
        .slice(0, 2),
    ).toEqual(['the mapping "public" to /srv/www/ was removed', 'the mapping "other" to /srv/www/ was added']);
  });

  it('compares a record with one of a version that lists no mappings', () => {
    const { mappings: _, ...old } = recordOf({});
    const added = recordOf({ mappings: [{ source: 'public', destinations: ['/srv/'] }] });
    const found = { entries: [changed('/srv/x'), changed('/y')], truncated: false };
    expect(reasonsOf(old, added, found).map(({ text }) => text)).toEqual([
      '/srv/x changed because the mapped files of "public" changed; only one of the records lists its mappings',
      'no recorded input explains /y: provenance.json does not list mapped files and fledge.toml',
    ]);
  });

  it('does not trust the form of layers and mappings', () => {
    const mappings = [null, 'x', { source: 1, destinations: ['/a', 2, null] }, { destinations: 'x' }];
    const resolvedDependencies = [{ name: 'image', digest: [], annotations: { layers: [1, 'sha256:1'] } }, {}, null];
    const predicate = { buildDefinition: { externalParameters: { mappings }, resolvedDependencies } };
    expect(parseProvenance(JSON.stringify({ predicate }))?.record).toEqual({
      inputs: [{ name: 'image', uri: '', layers: ['sha256:1'] }],
      mappings: [{ destinations: [] }, { destinations: [] }, { destinations: ['/a'] }, { destinations: [] }],
    });
  });

  it('names another version of fledge, toolchain, platform, strategy and SOURCE_DATE_EPOCH', () => {
    const toolchain = { name: 'toolchain', uri: 'file:///packages', digest: digest('8') };
    const change = {
      platform: 'linux/arm64',
      strategy: 'oci_rootfs',
      sourceDateEpoch: 60,
      version: '1.1.0',
      toolchain,
    };
    expect(sentences(change, [changed('/a', 'mtime'), changed('/b', 'mtime')])).toEqual([
      'the strategy changed: initramfs → oci_rootfs',
      'the platform changed: linux/amd64 → linux/arm64',
      'the times of 2 entries changed because SOURCE_DATE_EPOCH changed: 1970-01-01T00:00:00Z → 1970-01-01T00:01:00Z',
      'the version of fledge changed: 1.0.0 → 1.1.0',
      'the installed tools changed: unknown → sha256:888888888888…',
    ]);
  });

  it('names entries that no recorded input explains', () => {
    expect(
      sentences(
        {},
        ['/a', '/b', '/c', '/d'].map((path) => changed(path)),
      ),
    ).toEqual([
      'no recorded input explains /a, /b, /c and 1 more: provenance.json does not list the rest of fledge.toml',
    ]);
    expect(sentences({}, [])).toEqual([
      'both records have the same inputs, parameters and version of fledge; fledge.toml or the machine changed',
    ]);
  });

  it('says that there is no provenance, or that it is that of another artifact', async () => {
    const directory = testDirectory();
    const artifact = join(directory, 'x.cpio.gz');
    const missing = await provenanceOf(artifact, 'a'.repeat(64));
    expect(missing).toEqual({ missing: `no provenance.json beside ${artifact}` });
    writeFileSync(join(directory, 'provenance.json'), '{"subject": [[], {"digest": 1}], "predicate": null}');
    expect(await provenanceOf(artifact, 'a'.repeat(64))).toHaveProperty('missing');
    writeFileSync(join(directory, 'provenance.json'), renderProvenance(FACTS));
    expect(await provenanceOf(artifact, 'b'.repeat(64))).toHaveProperty('missing');
    expect(await provenanceOf(artifact, 'a'.repeat(64))).toHaveProperty('inputs');
    expect(reasonsOf(missing, recordOf({}), { entries: [], truncated: false })).toEqual([
      { what: 'no-provenance', text: `no provenance.json beside ${artifact}: build with fledge to get one` },
    ]);
  });

  it('compares the pins of lock files, and ignores damaged ones', async () => {
    const root = testDirectory();
    const lockOf = (side: string, text: string): string => {
      mkdirSync(join(root, side), { recursive: true });
      writeFileSync(join(root, side, 'fledge.lock'), text);
      return join(root, side, 'x.img');
    };
    const pin = (digit: string) => renderLock({ image: { name: 'docker.io/library/nginx:1', digest: digest(digit) } });
    const [left, right] = [lockOf('left', pin('1')), lockOf('right', pin('2'))];
    expect((await lockReasons(left, right)).map(({ text }) => text)).toEqual([
      `fledge.lock pins another image: docker.io/library/nginx:1@${digest('1')} → docker.io/library/nginx:1@${digest('2')}`,
    ]);
    expect(await lockReasons(left, lockOf('broken', 'version = '))).toEqual([]);
    expect(await lockReasons(left, left)).toEqual([]);
  });
});

describe('facts of headers', () => {
  it('are compared by their keys', () => {
    const fact = (key: string, value: string | number | readonly string[], unit?: 'bytes') => ({
      ...{ key, title: key.toUpperCase(), value },
      ...(unit !== undefined && { unit }),
    });
    const left = [fact('same', 1), fact('size', 1024, 'bytes'), fact('features', ['a', 'b']), fact('gone', 'x')];
    const right = [fact('size', 4096, 'bytes'), fact('features', ['b', 'c']), fact('same', 1), fact('new', 0)];
    expect(compareFacts(left, right)).toEqual([
      { key: 'size', title: 'SIZE', left: '1.0 KiB', right: '4.0 KiB' },
      { key: 'features', title: 'FEATURES', left: 'a', right: 'c' },
      { key: 'gone', title: 'GONE', left: 'x' },
      { key: 'new', title: 'NEW', right: '0' },
    ]);
    expect(compareFacts([fact('size', 1 << 30, 'bytes')], [fact('size', (1 << 30) + 1, 'bytes')])).toMatchObject([
      { left: '1073741824 bytes', right: '1073741825 bytes' },
    ]);
  });
});

describe('JSON documents', () => {
  it('are compared by their fields', () => {
    const left = { resources: { memory_mb: 512, cpus: 1 }, disks: [{ size: 1 }], labels: { 'a.b': 'x' }, gone: null };
    const right = { resources: { memory_mb: 768, cpus: 1 }, disks: [{ size: 2 }, {}], labels: { 'a.b': 'y' } };
    expect(fieldDifferences(left, right)).toEqual([
      { field: 'resources.memory_mb', left: '512', right: '768' },
      { field: 'disks[0].size', left: '1', right: '2' },
      { field: 'disks[1]', right: '{}' },
      { field: 'labels["a.b"]', left: '"x"', right: '"y"' },
      { field: 'gone', left: 'null' },
    ]);
  });

  it('shows the fields of two manifests, and survives documents that are nested too deeply', async () => {
    const deep = (end: string) => `${'['.repeat(200_000)}${end}${']'.repeat(200_000)}`;
    const directory = testDirectoryWith({
      'a/manifest.json': '{"resources": {"memory_mb": 512}}',
      'b/manifest.json': '{"resources": {"memory_mb": 768}}',
      ...{ 'a/deep.json': deep('1'), 'b/deep.json': deep('2'), 'a/bad.json': '{', 'b/bad.json': '}' },
    });
    const explained = await explain(join(directory, 'a'), join(directory, 'b'));
    expect(explained.documents.map(({ path }) => path)).toEqual(['manifest.json']);
    expect(formatExplained(explained, {})).toContain('\n  resources.memory_mb 512 → 768\n');
    expect(describeInside(explained)).toBe('');
  });
});

describe('unifiedDiff', () => {
  it('gives up on large texts without common lines', () => {
    const text = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}`).join('\n');
    expect(unifiedDiff(text('a'), text('b'), 3)).toBeUndefined();
  });

  it('joins hunks whose context meets, and has no context if none is wanted', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `${index}\n`);
    const right = lines.with(3, 'x\n').with(8, 'y\n').with(18, 'z\n');
    const heads = (context: number) => unifiedDiff(lines.join(''), right.join(''), context)?.match(/^@@.*$/gm);
    expect(heads(3)).toEqual(['@@ -1,12 +1,12 @@', '@@ -16,5 +16,5 @@']);
    expect(heads(0)).toEqual(['@@ -4 +4 @@', '@@ -9 +9 @@', '@@ -19 +19 @@']);
  });

  it('a long key is cut in the name of a field', () => {
    const key = 'k'.repeat(100_000);
    const [found] = fieldDifferences({ [key]: { a: 1 } }, { [key]: { a: 2 } });
    expect(found?.field).toMatch(/^\["k{200}…"\]\.a$/);
  });
});
