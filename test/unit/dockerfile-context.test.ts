import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderChecksums } from '../../src/describe/checksums.ts';
import { renderProvenance } from '../../src/describe/provenance.ts';
import { ignoreRules } from '../../src/recipe/dockerfile-context.ts';
import { fixOfDockerfile } from '../../src/recipe/dockerfile-failure.ts';
import { isEarlierOutput } from '../../src/recipe/earlier-outputs.ts';
import { testDirectory, testDirectoryWith } from '../helpers/scratch.ts';

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

describe('the ignore file of a context', () => {
  const files = {
    'df/Dockerfile': '',
    'df/Dockerfile.dockerignore': 'of docker',
    'df/Dockerfile.containerignore': 'of podman',
    'ctx/.dockerignore': 'of the context',
    'bare/Dockerfile': '',
  };

  it.each([
    ['docker', 'df/Dockerfile', 'of docker'],
    ['podman', 'df/Dockerfile', 'of podman'],
    ['buildah', 'bare/Dockerfile', 'of the context'],
  ] as const)('begins with the rules that %s would use for %s', (builder, dockerfile, rule) => {
    const directory = testDirectoryWith(files);
    const places = { dockerfile: join(directory, dockerfile), context: join(directory, 'ctx'), builder };
    const [first] = ignoreRules({ ...places, own: [] }).split('\n');
    expect(first).toBe(rule);
  });

  it('excludes own files of the context, also through a link, and no others', () => {
    const directory = testDirectoryWith({ 'ctx/x': '' });
    symlinkSync(join(directory, 'ctx'), join(directory, 'link'));
    const rules = ignoreRules({
      dockerfile: join(directory, 'Dockerfile'),
      context: join(directory, 'link'),
      builder: 'docker',
      own: [join(directory, 'link/x'), join(directory, 'other'), directory, join(directory, 'ctx/out dir/a*[1]!.img')],
    });
    expect(rules.split('\n').slice(3)).toEqual(['/x', '/out?dir/a\\*\\[1\\]\\!.img', '']);
  });
});

describe('an output of an earlier build', () => {
  function outputs(artifact: string) {
    const directory = testDirectory();
    const facts = {
      strategy: 'initramfs',
      platform: 'linux/amd64',
      sourceDateEpoch: 0,
      version: '1',
      inputs: [],
      mappings: [],
    };
    const provenance = renderProvenance({ artifact: { name: 'a.img', sha256: sha256(artifact) }, ...facts });
    const written = { 'a.img': artifact, 'manifest.json': '{}', 'provenance.json': provenance };
    const sums = renderChecksums(Object.entries(written).map(([name, text]) => ({ name, sha256: sha256(text) })));
    mkdirSync(directory, { recursive: true });
    for (const [name, text] of Object.entries({ ...written, SHA256SUMS: sums }))
      writeFileSync(join(directory, name), text);
    return directory;
  }
  const earlier = (directory: string) =>
    ['a.img', 'manifest.json', 'provenance.json', 'SHA256SUMS'].filter((name) =>
      isEarlierOutput(join(directory, name)),
    );

  it('is each of the four files of a build', () => {
    expect(earlier(outputs('artifact'))).toHaveLength(4);
  });

  it.each([
    ['a.img', ['manifest.json', 'provenance.json', 'SHA256SUMS']],
    ['manifest.json', ['a.img', 'provenance.json', 'SHA256SUMS']],
    ['provenance.json', []],
    ['SHA256SUMS', []],
  ])('is not %s after a change', (name, expected) => {
    const directory = outputs('artifact');
    writeFileSync(join(directory, name), 'changed');
    expect(earlier(directory)).toEqual(expected);
  });

  it('is not a file that other programs list in SHA256SUMS', () => {
    const directory = testDirectoryWith({
      'a.img': 'x',
      SHA256SUMS: renderChecksums([{ name: 'a.img', sha256: sha256('x') }]),
    });
    expect(earlier(directory)).toEqual([]);
  });
});

describe('the fix of a failed build of a Dockerfile', () => {
  it.each<readonly [string, string, RegExp]>([
    ['a full disk', 'writing blob: write /t/x: no space left on device', /TMPDIR/],
    ['a full disk as buildah reports it', 'storing layer "7ab2" to file: io: read/write on closed pipe', /TMPDIR/],
    ['missing ids', 'error setting supplemental groups list: operation not permitted', /subuids/],
    ['missing ranges', 'cannot find UID/GID for user x: no subuid ranges found for user "x" in /etc/subuid', /subuids/],
    ['an unreadable file', 'copier: get: "/": open /rootonly: permission denied', /\.dockerignore/],
    [
      'a missing runtime',
      'error running container: from  creating container for [/bin/sh]: : exec: no command',
      /crun/,
    ],
    ['a refused mount', 'mounting overlay: operation not permitted', /BUILDAH_ISOLATION=chroot/],
    ['a network failure', 'Get "https://x/v2/": dial tcp: lookup x: no such host', /network/],
    ['a command that fails', 'sh: ./run: Permission denied', /correct Dockerfile;/],
  ])('names the cause of %s', (_, line, expected) => {
    const names = { builder: 'buildah', dockerfile: 'Dockerfile', context: '.', isDiskFull: false, temporary: '/tmp' };
    expect(fixOfDockerfile({ lines: ['STEP 1/1: COPY', line], ...names })).toMatch(expected);
  });

  it('is about the disk if that was full when the builder failed', () => {
    const names = { builder: 'buildah', dockerfile: 'Dockerfile', context: '.', isDiskFull: true, temporary: '/big' };
    expect(fixOfDockerfile({ lines: [], ...names })).toContain('/big');
  });
});
