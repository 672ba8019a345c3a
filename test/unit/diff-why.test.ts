import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareFacts } from '../../src/compare/explain/container.ts';
import { fieldDifferences } from '../../src/compare/explain/documents.ts';
import type { EntryDifference } from '../../src/compare/explain/explanation.ts';
import { describeInside, formatExplained } from '../../src/compare/explain/explanation-text.ts';
import { unifiedDiff } from '../../src/compare/explain/line-diff.ts';
import { lockReasons } from '../../src/compare/explain/locks.ts';
import { parseProvenance, provenanceOf } from '../../src/compare/explain/provenance.ts';
import { type Provenance, reasonsOf } from '../../src/compare/explain/why.ts';
import { type ProvenanceFacts, renderProvenance } from '../../src/describe/provenance.ts';
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
};
const IMAGE = { name: 'image', uri: `docker://docker.io/library/nginx:1@${digest('4')}`, digest: digest('4') };

function recordOf(change: Partial<ProvenanceFacts>): Provenance {
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
      'the image changed: sha256:444444444444… → sha256:777777777777… (docker://docker.io/library/nginx:1)',
    ]);
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
      'no recorded input explains /a, /b, /c and 1 more: provenance.json does not list mapped files and fledge.toml',
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
