import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDockerfile, withImageNames } from '../../src/config/dockerfile.ts';

interface Options {
  readonly target?: string;
  readonly args?: Readonly<Record<string, string>>;
}

function parse(lines: readonly string[], { target, args = {} }: Options = {}) {
  return parseDockerfile(lines.join('\n'), { target, buildArgs: args, platform: 'linux/arm64' });
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
    ['a fallback in a fallback', [`FROM a:${braced(`X:-${braced('Y:-3')}`)}`], ['a:3']],
    ['a continued option', ['FROM a', 'RUN --mount=type=cache,target=/c\\', ',id=x true'], ['a']],
    ['quotes in an option', ['FROM a', 'RUN --mount=type=bind,fr"om"=\'t:2\',target=/t make'], ['a', 't:2']],
    ['a key of a mount in upper case', ['FROM a', 'RUN --mount=type=bind,FROM=t:2,target=/t make'], ['a', 't:2']],
    ['a value that looks like a key', ['FROM a', 'RUN --mount=type=bind,target=/t-from=b make'], ['a']],
    ['a variable in a mount', ['FROM a', 'ARG D=/x', 'RUN --mount=type=cache,target=$D true'], ['a']],
    ['an option behind other words', ['FROM a', 'RUN make --mount=type=bind,from=t', 'COPY a --from=b /c'], ['a']],
    ['a trigger', ['FROM a', 'ONBUILD COPY --from=c:1 /d /e'], ['a', 'c:1']],
    ['a space that only Go trims', ['FROM a', '\u0085COPY --from=c:1 /d /e'], ['a', 'c:1']],
    ['a heredoc in quotes, which is none', ['FROM a', 'RUN echo "x <<X y"', 'FROM b', 'COPY --from=0 / /'], ['a', 'b']],
    ['the end of a heredoc exactly', ['FROM a', 'RUN <<X', ' X', 'FROM b', 'X', 'COPY --from=c / /'], ['a', 'c']],
    ['a heredoc beside a default', ['FROM a', `RUN cat <<X > ${braced('A:-/b')}`, 'FROM b', 'X'], ['a']],
    ['shifts and here-strings', ['FROM a', 'RUN echo $((1<<2)) $((1 << 2)) <<< x', 'FROM b'], ['b']],
    ['a directive after the first instruction', ['FROM a', '# escape=`', 'RUN x `', 'FROM b'], ['b']],
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
    ['a file without FROM', ['RUN true'], {}, { line: undefined, message: 'has no FROM' }],
    ['an unknown target', ['FROM a'], { target: 'x' }, { message: 'has no stage "x"', isTarget: true }],
    ['an invalid name', ['FROM Alpine'], {}, { line: 1, message: expect.stringContaining('lower case') }],
    ['an image of this machine', ['FROM oci:dir'], {}, { line: 1, message: expect.stringContaining('registry') }],
    [
      'a part of a name without a value',
      ['FROM $R/a:3'],
      {},
      { line: 1, message: expect.stringContaining('R has no value') },
    ],
    ['an expression', [`FROM ${braced('I%x')}`], {}, { line: 1, message: expect.stringContaining(braced('I%x')) }],
    ['an empty file', [''], {}, { line: undefined, message: 'is empty' }],
    ['an unknown instruction', ['FROM a', 'FORM b'], {}, { line: 2, message: expect.stringContaining('"FORM"') }],
    ['three words after FROM', ['FROM a b c'], {}, { line: 1 }],
    [
      'an endless ARG',
      Array.from({ length: 40 }, (_, i) => `ARG A${i + 1}=$A${i}$A${i}`),
      { args: { A1: 'xx' } },
      { line: 13 },
    ],
  ])('reports %s', (_, lines, options, expected) => {
    expect(parse(lines, options)).toMatchObject({ ok: false, ...expected });
  });

  it.each<readonly [string, readonly string[], number]>([
    ['a variable as a key of a mount', ['FROM a', 'ARG M=from=b', 'RUN --mount=type=bind,target=/m,$M true'], 3],
    ['a variable in a key of a mount', ['FROM a', 'ARG Q=from', 'RUN --mount=type=bind,$Q=b true'], 3],
    ['a variable with a comma', ['FROM a', 'ARG T=/m,from=b', 'RUN --mount=type=bind,target=$T true'], 3],
    ['a variable of one with a comma', ['FROM a', 'ENV T=/,from=b', 'ARG U=$T', 'RUN --mount=target=$U true'], 4],
    ['a variable in the name of an option', ['FROM a', 'ARG Q=from', 'COPY --$Q=b /b /c'], 3],
    ['a variable as an image', ['FROM a', 'ARG Q=b', 'COPY --from=$Q /b /c'], 3],
    ['an escape in an option', ['FROM a', 'RUN --mount=type=bind,fr\\om=b true'], 2],
    ['quotes in quotes', ['FROM a', `RUN --mount='type=bind,"from=b"' true`], 2],
    ['a space in an option', ['FROM a', 'RUN --mount="type=bind, from=b" true'], 2],
    ['two images of a mount', ['FROM a', 'RUN --mount=type=bind,from=b,from=c true'], 2],
    ['an image on two lines', ['FROM a', 'COPY --from=b\\', 'c / /'], 2],
    ['two escape characters at the end of a line', ['FROM a', 'RUN echo \\\\', 'FROM b'], 2],
    ['an escape directive after another directive', ['# syntax=x', '# escape=`', 'FROM a'], 2],
    ['a heredoc without an end', ['FROM a', 'RUN <<X', 'FROM b'], 2],
    ['a heredoc beside an open quote', ['FROM a', "RUN cat <<X it's", 'FROM b', 'X'], 2],
    ['a heredoc with a strange name', ['FROM a', 'RUN cat <<X"Y"', 'FROM b', 'XY'], 2],
    ['a heredoc in an expression', ['FROM a', `RUN cat ${braced('A:-x <<X ')}`, 'FROM b', 'X'], 2],
    ['a heredoc beside an expression', ['FROM a', `RUN cat <<X ${braced('A^^')}`, 'FROM b', 'X'], 2],
  ])('refuses %s, because it could hide an image', (_, lines, line) => {
    expect(parse(lines)).toMatchObject({ ok: false, line });
  });

  it('finds every image of a file that it accepts, however its lines are written', () => {
    const image = fc.integer({ min: 0, max: 99 }).map((number) => `img${number}:1`);
    const gap = fc.constantFrom(' ', '\t', ' \\\n', '  \\\n  # --from=x:1\n\n ', ' \\  \n\t');
    const upper = fc.boolean();
    const instruction = fc
      .record({
        image,
        gap,
        upper,
        kind: fc.constantFrom('copy', 'mount', 'trigger'),
        before: fc.constantFrom(
          '',
          'RUN echo "<<X"\n',
          'RUN <<X\nFROM hidden:1\nX\n',
          '# FROM hidden:1\n',
          'RUN a \\\n FROM\n',
        ),
        other: fc.constantFrom('target=/t', 'target=/from=h', 'ro'),
      })
      .map(({ image, gap, upper, kind, before, other }) => {
        const text = {
          copy: `copy${gap}--chown=0${gap}--from=${image}${gap}/a /b`,
          mount: `run${gap}--mount=type=bind,${other},from=${image}${gap}true`,
          trigger: `onbuild${gap}copy${gap}--from=${image}${gap}/a /b`,
        }[kind];
        return { image, text: before + (upper ? text.replace(/^\w+/, (name) => name.toUpperCase()) : text) };
      });
    fc.assert(
      fc.property(image, fc.array(instruction, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'), (base, parts, end) => {
        const source = [`FROM ${base}`, ...parts.map(({ text }) => text), ''].join('\n').replaceAll('\n', end);
        const request = { target: undefined, buildArgs: {}, platform: 'linux/amd64' } as const;
        const parsed = parseDockerfile(source, request);
        const expected = [...new Set([base, ...parts.map(({ image }) => image)])];
        expect(parsed.ok ? parsed.bases.map(({ text }) => text) : parsed).toEqual(expected);
        const copy = withImageNames(source, request, ({ text }) => text.replace('img', 'pinned/img'));
        expect(copy.replaceAll('pinned/', '')).toBe(source);
        expect(copy.match(/pinned\//g)).toHaveLength(parts.length + 1);
      }),
    );
  });

  it('names stages exactly in a copy, because buildah compares upper and lower case', () => {
    const source = 'FROM a AS Build\nFROM build\nRUN --mount=from=BUILD,target=/x true\nCOPY --from=0 / /\n';
    const request = { target: undefined, buildArgs: {}, platform: 'linux/amd64' } as const;
    expect(withImageNames(source, request, ({ text }) => text)).toBe(
      'FROM a AS Build\nFROM Build\nRUN --mount=from=Build,target=/x true\nCOPY --from=Build / /\n',
    );
  });
});
