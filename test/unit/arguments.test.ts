import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ImageReference, parseImageReference } from '../../src/config/image-reference.ts';
import {
  copyToDirectoryArguments,
  copyToLayoutArguments,
  inspectConfigArguments,
  inspectManifestArguments,
} from '../../src/sources/image/fetch/skopeo.ts';
import {
  engineImage,
  operandName,
  operandPath,
  type SkopeoSource,
  skopeoDestination,
  skopeoSource,
  umociImage,
} from '../../src/tools/arguments.ts';

const HEX = '0a'.repeat(32);
const SHA = `sha256:${HEX}`;

/** The source of an accepted reference for skopeo; undefined if skopeo is not used. */
function sourceOf({ transport, named, stored, id }: ImageReference): SkopeoSource | undefined {
  if (transport === 'containers-storage') return { transport, name: stored, id };
  if (transport === 'docker-daemon' && id !== undefined) return { transport, id };
  if (named === undefined) return undefined;
  return { transport: transport === 'docker-daemon' ? transport : 'docker', name: named };
}

// The grammars of containers-transports(5), written separately from what skopeo 1.9 accepts.
const NAME = '[A-Za-z0-9.-]+(?::[0-9]+)?/[a-z0-9]+(?:[._/-]+[a-z0-9]+)*|\\[[0-9A-Fa-f:]+\\](?::[0-9]+)?/[a-z0-9._/-]+';
const VERSION = '(?::[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}|@[a-z0-9]+(?:[-_+.][a-z0-9]+)*:[0-9a-f]{32,128})';
const WHOLE: readonly RegExp[] = [
  new RegExp(`^docker://(?:${NAME})${VERSION}$`),
  new RegExp(`^docker-daemon:(?:sha256:[0-9a-f]{64}|(?:${NAME})${VERSION})$`),
  new RegExp(`^containers-storage:(?:(?:${NAME})${VERSION})?(?:@[0-9a-f]{64})?$`),
];

const PIECES = [
  ...['docker://', 'docker:', 'docker-daemon:', 'oci:', 'oci-archive:', 'docker-archive:', 'dir:', 'sif:', 'ostree:'],
  ...['containers-storage:', '[overlay@/a+/b:overlay.mount_program=/evil]', '[vfs@/x]', '[', ']', '::1', '@', '@0'],
  ...['-', '--', '--src-creds=a:b', '-f', '$(id)', '`id`', ';', '|', '\\', '"', "'", '%', '?offset=1', '=', ',', '+'],
  ...['a', 'B', '0', '_', '.', '..', '/', ':', ' ', '\t', '\n', '\0', 'ü', 'nginx', 'localhost', SHA, HEX, 'sha256:'],
];

describe('an image in the arguments of skopeo', () => {
  const text = fc.oneof(
    fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
    fc
      .tuple(fc.constantFrom(...PIECES), fc.string({ maxLength: 20 }), fc.constantFrom(...PIECES))
      .map((parts) => parts.join('')),
  );

  const likely = fc
    .tuple(
      fc.constantFrom('', 'docker://', 'docker-daemon:', 'containers-storage:', 'containers-storage:[vfs@/x]', 'oci:'),
      fc.constantFrom('', 'localhost/', 'ghcr.io/o/', '[::1]:5000/', '-x/', '../', '@'),
      fc.constantFrom('nginx', 'a__b', '-a', HEX, 'sha256', '[a]', 'abcdef'),
      fc.constantFrom('', ':v1', `@${SHA}`, `@${HEX}`, ':-x', `:v1@${SHA}@${HEX}`, `:${HEX}`, '@0'),
    )
    .map((parts) => parts.join(''));

  it('an image is one argument of the chosen transport and selects no storage and no path', () => {
    let asked = 0;
    fc.assert(
      fc.property(fc.oneof(text, likely), (written) => {
        const parsed = parseImageReference(written);
        if (!parsed.ok) return;
        const source = sourceOf(parsed.image);
        if (source === undefined) {
          // It is read by fledge from one path.
          expect(parsed.image.path).toBeTypeOf('string');
          expect(operandPath(resolve('/base', parsed.image.path ?? ''))).toMatch(/^\//);
          return;
        }
        asked += 1;
        const argument = skopeoSource(source);
        expect(argument.startsWith(source.transport === 'docker' ? 'docker://' : `${source.transport}:`)).toBe(true);
        expect(WHOLE.some((whole) => whole.test(argument))).toBe(true);
        const place = { directory: '/s/image', temporary: '/s' };
        for (const args of [
          inspectManifestArguments(argument),
          inspectConfigArguments(argument),
          copyToDirectoryArguments(argument, place, 'linux/amd64'),
          copyToLayoutArguments(argument, { layout: 'layout', blobs: '/c', temporary: '/s' }, 'linux/arm64'),
        ]) {
          // With another word in its place nothing else changes: no other argument depends on it.
          const expected = args.indexOf(argument);
          expect(args.filter((word) => word === argument)).toHaveLength(1);
          expect(args.slice(0, expected).every((word) => !word.includes(argument))).toBe(true);
          expect(args[expected - 1]).not.toMatch(/^--(?!raw|dest-oci-accept-uncompressed-layers).*$/);
        }
      }),
      { numRuns: 20_000 },
    );
    // Otherwise the property would hold because nothing is accepted.
    expect(asked).toBeGreaterThan(500);
  });

  it.each<[SkopeoSource, string]>([
    [
      { transport: 'docker', name: { domain: 'docker.io', repository: 'library/a' } },
      'docker://docker.io/library/a:latest',
    ],
    [
      { transport: 'docker', name: { domain: '[::1]:5000', repository: 'a', tag: 'v1', digest: SHA } },
      `docker://[::1]:5000/a@${SHA}`,
    ],
    [{ transport: 'docker-daemon', id: HEX }, `docker-daemon:${SHA}`],
    [
      { transport: 'containers-storage', name: { domain: 'localhost', repository: 'app', tag: 'v1' } },
      'containers-storage:localhost/app:v1',
    ],
    [{ transport: 'containers-storage', id: HEX }, `containers-storage:@${HEX}`],
    [
      { transport: 'containers-storage', name: { domain: 'localhost', repository: 'abc' }, id: HEX },
      `containers-storage:localhost/abc:latest@${HEX}`,
    ],
  ])('passes the image %j to skopeo', (source, expected) => {
    expect(skopeoSource(source)).toBe(expected);
  });

  it.each<[string, () => string]>([
    [
      'a storage',
      () => skopeoSource({ transport: 'containers-storage', name: { domain: '[vfs@/x]a', repository: 'b' } }),
    ],
    ['an option', () => skopeoSource({ transport: 'docker', name: { domain: '-a', repository: 'b' } })],
    [
      'another digest',
      () => skopeoSource({ transport: 'docker', name: { domain: 'a', repository: 'b', digest: 'x' } }),
    ],
    [
      'a tag with a path',
      () => skopeoSource({ transport: 'docker', name: { domain: 'a', repository: 'b', tag: '../x' } }),
    ],
    ['no id', () => skopeoSource({ transport: 'docker-daemon', id: '../x' })],
    ['nothing', () => skopeoSource({ transport: 'containers-storage' })],
    ['a relative path', () => skopeoDestination({ transport: 'dir', path: '-x' })],
    ['a colon in a layout', () => skopeoDestination({ transport: 'oci', layout: 'a:b', image: 'c' })],
    ['a colon for umoci', () => umociImage('a:b', 'c')],
    ['a path for a name', () => operandName('../x')],
    ['an option for a name', () => operandName('-x')],
    ['a relative operand', () => operandPath('x')],
    ['a NUL', () => operandPath('/x\0')],
  ])('refuses %s in an argument', (_, make) => {
    expect(make).toThrow(expect.objectContaining({ code: 'internal' }));
  });
});

describe('an image for docker or podman', () => {
  it.each(['ghcr.io/a/b:c', `localhost:5000/a@${SHA}`, 'fledge-runner', '[::1]:5000/a'])('accepts %s', (image) => {
    expect(engineImage(image)).toBe(image);
  });

  it.each(['--privileged', '-v/:/host', '', 'a b', 'a\nb', '/etc'])('refuses the image name %j', (image) => {
    expect(() => engineImage(image)).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});
