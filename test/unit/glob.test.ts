import { readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseGlob, problemOfGlob, problemOfGlobs } from '../../src/config/glob.ts';
import { charactersOf, matchesAlternative } from '../../src/tree/match-glob.ts';

/** Whether a glob matches, and the number of comparisons. */
function match(glob: string, path: string) {
  const counter = { steps: 0 };
  const names = charactersOf(path);
  const matches = parseGlob(glob).some((alternative) => matchesAlternative(alternative, names, counter));
  return { matches, steps: counter.steps };
}

/** Characters that make patterns backtrack, and all that have a meaning. */
const globText = fc
  .array(fc.constantFrom('a', 'a', 'b', '*', '**/', '/', '?', '{', ',', '}', '[ab]', '[!a]', 'é', '🦀'), {
    maxLength: 20,
  })
  .map((parts) => parts.join(''));
const validGlob = globText.filter((glob) => problemOfGlob(glob) === undefined);
const pathText = fc
  .array(fc.constantFrom('a', 'a', 'b', '/', 'é', '🦀', '.'), { minLength: 1, maxLength: 20 })
  .map((parts) => parts.join(''))
  .filter((path) => path.split('/').every((name) => name !== '' && name !== '.' && name !== '..'));

/** The same language as a regular expression, without the expansion of braces. */
function expressionOf(glob: string): RegExp {
  const source = glob.replace(/\*\*\/|\*\*|\*|\?|\[!|[{},]/g, (mark) => {
    switch (mark) {
      case '**/':
        return '(?:[^/]+/)*';
      case '**':
        return '.+';
      case '*':
        return '[^/]*';
      case '?':
        return '[^/]';
      case '[!':
        return '[^/';
      case '{':
        return '(?:';
      case ',':
        return '|';
      default:
        return ')';
    }
  });
  return new RegExp(`^${source}$`, 'su');
}

describe('a glob', () => {
  it('matches the same paths as a regular expression for it', () => {
    // A comma outside braces is a character.
    const plain = validGlob.filter((glob) => glob.includes('{') === glob.includes(','));
    let found = 0;
    fc.assert(
      fc.property(plain, pathText, (glob, path) => {
        fc.pre(!/^[^{]*,|\}[^{]*,/.test(glob));
        const expected = expressionOf(glob).test(path);
        if (expected) found += 1;
        return match(glob, path).matches === expected;
      }),
      { numRuns: 5000 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('matches the same paths as in path.matchesGlob of Node', () => {
    // Node excludes names that begin with a dot from wildcards, has no empty alternatives, and compares halves of characters.
    const paths = pathText.filter((path) => !/(^|\/)\.|🦀/u.test(path));
    let found = 0;
    fc.assert(
      fc.property(validGlob, paths, (glob, path) => {
        fc.pre(!/[{,][,}]/.test(glob));
        const { matches } = match(glob, path);
        if (matches) found += 1;
        return matches === matchesGlob(path, glob);
      }),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(40);
  });

  it('matches its own text if it has no special characters', () => {
    fc.assert(fc.property(pathText, (path) => problemOfGlob(path) !== undefined || match(path, path).matches));
  });

  it('needs at most as many steps as its alternatives are long, for each character of a path', () => {
    const parts = fc.array(fc.constantFrom('*', 'a', 'aa', '?', '/', '**/', '{a,aa}', '{a,*}', '[a]'), {
      maxLength: 50,
    });
    const run = fc.nat({ max: 200 }).map((length) => 'a'.repeat(length));
    const end = fc.constantFrom('', 'b', 'b*', 'b*/**', '*b*/*');
    const hostile = fc
      .tuple(parts, run, end)
      .map(([before, middle, after]) => `${before.join('').replace(/\*+(?!\/)/g, '*')}${middle}${after}`)
      .filter((glob) => problemOfGlob(glob) === undefined);
    const path = fc
      .array(fc.constantFrom('a'.repeat(255), 'a'.repeat(50), 'aab', 'a'), { minLength: 1, maxLength: 16 })
      .map((names) => names.join('/'));
    let mostPerCharacter = 0;
    fc.assert(
      fc.property(hostile, path, (glob, text) => {
        const { steps } = match(glob, text);
        mostPerCharacter = Math.max(mostPerCharacter, steps / text.length);
        const alternatives = parseGlob(glob).flat();
        // Each component meets each name once, and in it each token each character. A star takes a step when it is extended.
        const length = alternatives.reduce((sum, component) => sum + component.length + 1, 1);
        return steps <= 2 * length * (text.length + 1);
      }),
      { numRuns: 2000 },
    );
    expect(mostPerCharacter).toBeGreaterThan(20);
  });

  it('is refused if its braces stand for many alternatives, before they are expanded', () => {
    const glob = '{a,aa,aaa}'.repeat(100);
    expect(problemOfGlob(glob)?.message).toContain('more than 100 alternatives');
    expect(problemOfGlob(`${'{a,'.repeat(249)}a${'}'.repeat(249)}`)?.message).toContain('more than 100 alternatives');
    expect(problemOfGlob('{a,b,c,d,e}{1,2,3,4}{x,y,z,u,v}')).toBeUndefined();
    expect(problemOfGlob('{a,b,c,d,e}{1,2,3,4}{x,y,z,u,v,w}')).toBeDefined();
  });

  it('is refused if it is long', () => {
    expect(problemOfGlob('a'.repeat(1000))).toBeUndefined();
    expect(problemOfGlob('a'.repeat(1001))?.message).toContain('1000 characters');
  });

  it('may have any number of stars', () => {
    const name = 'a'.repeat(255);
    for (const glob of ['*a'.repeat(120), '**/*a*a*a*a*/**/*a', `**/${'*a'.repeat(100)}`]) {
      expect(match(`${glob}b`, name).matches).toBe(false);
      expect(match(glob, `${name}/${name}`).matches).toBe(glob.includes('/'));
    }
  });

  it.each([
    ['['],
    ['[]'],
    ['[!'],
    ['a/[b/c]'],
    ['[z-a]'],
    ['a]'],
    ['{x'],
    ['{a,{b,c}'],
    ['x}'],
    ['{}'],
    ['{x}'],
    ['{1..3}'],
    ['{../a,b}'],
    ['{/a,b}'],
    ['{a/,b}'],
    ['a/{b,../c}'],
    ['{a,}'],
    ['a/{b,}'],
    ['{!a,b}'],
    ['***'],
    ['**.md'],
    ['a**b'],
    ['**a**'],
    ['{**,a}*'],
    ['a\\'],
    ['\\a'],
    ['a\0'],
    ['!a'],
    ['/a'],
    ['a/'],
    ['a//b'],
    ['./a'],
    ['..'],
    [''],
  ])('%j, which would match nothing or not what it seems to, is refused with a reason', (glob) => {
    const problem = problemOfGlob(glob);
    expect(problem?.message).toMatch(/.{10}/);
    if (problem?.suggestion !== undefined) expect(problemOfGlob(problem.suggestion)).toBeUndefined();
  });

  it.each([
    ['**.md', '**/*.md'],
    ['***', '**'],
    ['a/b**c', 'a/b*c'],
    ['**a**/b', '**/*a*/b'],
    ['[**]**', '[**]*'],
    ['/a//', 'a'],
    ['a//', 'a'],
  ])('%s is refused with the pattern that was probably meant: %s', (glob, suggestion) => {
    expect(problemOfGlob(glob)).toMatchObject({ suggestion });
  });

  it('is refused or matches without another exception, whatever its text is', () => {
    fc.assert(
      fc.property(fc.oneof(globText, fc.string({ unit: 'binary-ascii' })), (glob) => {
        if (problemOfGlob(glob) === undefined) match(glob, 'a/b.c');
      }),
      { numRuns: 2000 },
    );
  });

  it('matches classes with ranges, negations and brackets', () => {
    const names = ['a', 'c', 'é', '-', ']', '!', '^', '[', '🦀', '{', ','];
    const matched = (glob: string) => names.filter((name) => match(glob, name).matches);
    expect(matched('[a-c]')).toEqual(['a', 'c']);
    expect(matched('[!a-c]')).toEqual(names.slice(2));
    expect(matched('[^a-c]')).toEqual(names.slice(2));
    expect(matched('[]a-]')).toEqual(['a', '-', ']']);
    expect(matched('[!]')).toEqual(['!']);
    expect(matched('[^]')).toEqual(['^']);
    expect(matched('[[]')).toEqual(['[']);
    expect(matched('[é-🦀]')).toEqual(['é', '🦀']);
    expect(matched('{[{],[,]}')).toEqual(['{', ',']);
    expect(matched(',')).toEqual([',']);
    expect(matched('?')).toEqual(names);
  });

  it('may have alternatives with slashes, none, and others inside', () => {
    const paths = ['a', 'a.bak', 'a/b', 'c', 'c/b', 'd/e/b'];
    const matched = (glob: string) => paths.filter((path) => match(glob, path).matches);
    expect(matched('a{,.bak}')).toEqual(['a', 'a.bak']);
    expect(matched('{a,d/e}/b')).toEqual(['a/b', 'd/e/b']);
    expect(matched('{a{,/b},c}')).toEqual(['a', 'a/b', 'c']);
    expect(matched('{*,a}*')).toEqual(['a', 'a.bak', 'c']);
    expect(matched('{**/b,c}')).toEqual(['a/b', 'c', 'c/b', 'd/e/b']);
  });
});

describe('the globs of one mapping', () => {
  it('have a limit for the number of their alternatives together', () => {
    const glob = '{a,b,c,d,e}{1,2,3,4}{x,y,z,u,v}';
    expect(problemOfGlobs(Array(10).fill(glob))).toBeUndefined();
    expect(problemOfGlobs([...Array(10).fill(glob), 'x'])).toContain('1001 alternatives');
    expect(problemOfGlobs(['[', '{x'])).toBeUndefined();
  });
});

it('docs/fledge-toml.md shows valid globs only', () => {
  const page = readFileSync(new URL('../../docs/fledge-toml.md', import.meta.url), 'utf8');
  const table = /### Globs of `exclude`\n[\s\S]*?\n\n- /.exec(page)?.[0] ?? '';
  const globs = [...table.matchAll(/^\| (`[^|]*`) \|/gm)].flatMap(([, cell = '']) => cell.split(', '));
  expect(globs.length).toBeGreaterThan(6);
  for (const glob of globs) expect(problemOfGlob(glob.slice(1, -1)), glob).toBeUndefined();
});
