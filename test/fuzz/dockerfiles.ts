import { parseDockerfile, withImageNames } from '../../src/config/dockerfile.ts';
import { type FuzzTarget, mutateText, pick } from './fuzz.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;

const DOCKERFILES = [
  'ARG V=1\nFROM a:$V AS Build\nRUN make\nFROM b\nCOPY --from=BUILD / /\nCOPY --chown=0 --from=c:1 / /\n',
  '# escape=`\nFROM a `\n  # x\n  AS b\nRUN --mount=type=bind,target=/x,from=c `\n  true\nFROM b\n',
  'FROM a\r\nRUN <<EOF cat <<-"X"\r\nFROM b\r\nEOF\r\n\tX\r\nENV A=1 B=2\r\nRUN --mount=target=/$A true\r\n',
  'FROM $' + '{A:-$' + '{B:-c}}\nONBUILD RUN --mount=from=d,target=/d true\nHEALTHCHECK --interval=1s CMD x\n',
];
const PARTS = [
  ...[
    '\\',
    '\n',
    '\r\n',
    '`',
    '\t',
    ' ',
    '\u0085',
    '\ufeff',
    '"',
    "'",
    '$',
    '${',
    '}',
    ',',
    '=',
    '#',
    '<<',
    '-',
    '\0',
    'X',
  ],
  ...[
    'FROM ',
    'COPY ',
    'RUN ',
    'ONBUILD ',
    'ARG ',
    '--from=',
    '--mount=',
    'from=',
    '<<X',
    ' AS ',
    '# escape=`',
    '\ud800',
  ],
];

/** Dockerfiles: every image of an accepted one is pinned in the copy, and lines keep their numbers. */
export const dockerfileTarget: FuzzTarget = {
  name: 'dockerfile',
  generate: (random) => mutateText(pick(DOCKERFILES, random), PARTS, random),
  run(input) {
    const source = input.toString();
    const request = { target: undefined, buildArgs: { V: '2' }, platform: 'linux/amd64' } as const;
    const parsed = parseDockerfile(source, request);
    if (!parsed.ok) {
      if (parsed.message === '') throw new Error('it is refused without a reason');
      return;
    }
    const copy = withImageNames(source, request, ({ text }) => `example.com/${text.length}@${DIGEST}`);
    if (copy.split('\n').length !== source.split('\n').length) throw new Error('the copy has another number of lines');
    const again = parseDockerfile(copy, request);
    if (!again.ok) throw new Error(`the copy is refused: ${again.message}`);
    const open = again.bases.find(({ named }) => named.digest !== DIGEST);
    if (open !== undefined) throw new Error(`the copy names ${open.text}`);
  },
};
