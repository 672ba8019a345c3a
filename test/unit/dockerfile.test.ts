import { describe, expect, it } from 'vitest';
import { basesOfDockerfile, withImageNames } from '../../src/config/dockerfile.ts';

interface Options {
  readonly target?: string;
  readonly args?: Readonly<Record<string, string>>;
}

function parse(lines: readonly string[], { target, args = {} }: Options = {}) {
  return basesOfDockerfile(lines.join('\n'), { target, buildArgs: args, platform: 'linux/arm64' });
}

function bases(lines: readonly string[], options?: Options): readonly string[] {
  const parsed = parse(lines, options);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.bases.map(({ text }) => text);
}

/** A variable in braces. */
function braced(text: string): string {
  return `\${${text}}`;
}

describe('the images of a Dockerfile', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['one FROM', ['FROM alpine:3.20'], ['alpine:3.20']],
    ['scratch', ['FROM scratch'], []],
    ['lower case and a platform', ['from --platform=$BUILDPLATFORM golang:1 as build', 'from BUILD'], ['golang:1']],
    ['a default', ['ARG V=3.20', `FROM alpine:${braced('V')}`], ['alpine:3.20']],
    ['quotes', ['ARG I="alpine:3"', 'FROM "$I"'], ['alpine:3']],
    ['a fallback', ['ARG V', `FROM alpine:${braced('V:-edge')}`], ['alpine:edge']],
    ['an alternative', ['ARG V=1', `FROM alpine${braced('V:+:edge')}`], ['alpine:edge']],
    ['a default of a default', ['ARG R=reg.example.com', 'ARG I=$R/app', 'FROM $I:1'], ['reg.example.com/app:1']],
    ['the target platform', ['FROM example.com/base-$TARGETARCH'], ['example.com/base-arm64']],
    ['an ARG after FROM', ['ARG V=1', 'FROM a:$V', 'ARG V=2', 'FROM b:$V'], ['b:1']],
    ['COPY --from', ['FROM a AS x', 'FROM b', 'COPY --from=x / /', 'COPY --from=c:1 /d /e'], ['a', 'b', 'c:1']],
    ['a stage by its number', ['FROM a', 'FROM b', 'COPY --from=0 / /'], ['a', 'b']],
    ['RUN --mount', ['FROM a', 'RUN --mount=type=bind,from=tools:2,target=/t make'], ['a', 'tools:2']],
    ['continued lines', ['FROM \\', '# a comment', '', '  alpine:3 \\', '  AS x'], ['alpine:3']],
    ['another escape', ['# escape=`', 'FROM `', 'alpine:3'], ['alpine:3']],
    [
      'a here-document',
      ['FROM a', 'RUN <<EOF', 'FROM b', 'EOF', 'COPY <<"X" <<-Y /', 'FROM c', 'X', 'FROM d', 'Y'],
      ['a'],
    ],
    ['one image twice', ['FROM a AS x', 'FROM a', 'COPY --from=x / /'], ['a']],
    ['a comment with FROM', ['#FROM b', 'FROM a'], ['a']],
  ])('reads %s', (_, lines, expected) => {
    expect(bases(lines)).toEqual(expected);
  });

  const stages = ['ARG V=1', 'FROM a:$V AS one', 'FROM b AS two', 'FROM c', 'COPY --from=two / /'];

  it.each<readonly [string, string | undefined, readonly string[]]>([
    ['the last stage', undefined, ['b', 'c']],
    ['a stage by its name', 'ONE', ['a:1']],
    ['a stage by its number', '1', ['b']],
  ])('lists only the images that %s needs', (_, target, expected) => {
    expect(bases(stages, target === undefined ? {} : { target })).toEqual(expected);
  });

  it('uses build arguments only for declared variables', () => {
    expect(bases(['ARG V=1', 'FROM a:$V'], { args: { V: '2', W: '3' } })).toEqual(['a:2']);
    expect(parse(['FROM a$W'], { args: { W: ':3' } })).toMatchObject({ ok: true, bases: [{ text: 'a' }] });
  });

  it('replaces the images of a copy, and nothing else', () => {
    const lines = [
      ...[
        'ARG V=1',
        '# FROM a:$V',
        'FROM --platform=x   a:$V AS a',
        'FROM scratch',
        'COPY --from=b:2 /a:$V /b:2',
        'RUN \\',
      ],
      ...['  --mount=type=bind,from=c,target=/c \\', '  echo c', 'COPY --from=a / /', ''],
    ];
    const request = { target: undefined, buildArgs: {}, platform: 'linux/amd64' } as const;
    expect(withImageNames(lines.join('\n'), request, ({ text }) => `<${text}>`).split('\n')).toEqual([
      ...[
        'ARG V=1',
        '# FROM a:$V',
        'FROM --platform=x   <a:1> AS a',
        'FROM scratch',
        'COPY --from=<b:2> /a:$V /b:2',
        'RUN \\',
      ],
      ...['  --mount=type=bind,from=<c>,target=/c \\', '  echo c', 'COPY --from=a / /', ''],
    ]);
  });

  it.each<readonly [string, readonly string[], Options, object]>([
    [
      'a variable without a value',
      ['ARG I', '', `FROM ${braced('I')}`],
      {},
      { line: 3, message: expect.stringMatching(/\$\{I\}.*build_args/) },
    ],
    ['a file without FROM', ['RUN true'], {}, { line: 1, message: 'has no FROM' }],
    ['an unknown target', ['FROM a'], { target: 'x' }, { message: 'has no stage "x"', isTarget: true }],
    ['an invalid name', ['FROM Alpine'], {}, { line: 1, message: expect.stringContaining('lower case') }],
    ['an image of this machine', ['FROM oci:dir'], {}, { line: 1, message: expect.stringContaining('registry') }],
  ])('reports %s', (_, lines, options, expected) => {
    expect(parse(lines, options)).toMatchObject({ ok: false, ...expected });
  });
});
