import { parse } from '@mermaid-js/parser';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentsPie } from '../../src/action/report/summary/contents-pie.ts';
import { code, digest, fencedBlock, link, preformatted, prose, table } from '../../src/action/report/summary/html.ts';
import { fitSections, type Section } from '../../src/action/report/summary/sections.ts';
import { shellWord } from '../../src/support/text.ts';
import { elementNames, elementsOf, linkedTexts, tablesOf } from '../helpers/action/github-page.ts';

/* Contents of a job summary, checked with GitHub's rules for Markdown and HTML, and mermaid's own parser. */

const HOSTILE =
  '</code></td></table><script>alert(1)</script> | `x` [a](http://b) **c** _d_ @octocat #12 o/r#3 a@b.example &lt; \\ ~~e~~ www.evil.example\n\n# f :100:';
const ON_ONE_LINE = HOSTILE.replaceAll('\n', ' ');

/** The text of a paragraph as a browser shows it; undefined if the page has anything but this paragraph and its parts. */
function paragraphOf(html: string, parts: readonly string[]): string | undefined {
  const page = `<p>${html}</p>\n`;
  for (const name of elementNames(page)) if (![...parts, 'p'].includes(name)) return undefined;
  const paragraphs = elementsOf(page, 'p');
  return paragraphs.length === 1 ? paragraphs[0]?.text : undefined;
}

describe('untrusted text in the summary', () => {
  it('shows untrusted text unchanged and without markup', () => {
    expect(paragraphOf(`x ${prose(HOSTILE)}`, ['span'])).toBe(`x ${ON_ONE_LINE}`);
    expect(paragraphOf(code(HOSTILE), ['code'])).toBe(ON_ONE_LINE);
  });

  it('leaves no mention, reference or emoji that GitHub would find in a sentence', () => {
    for (const text of linkedTexts(`<p>${prose(HOSTILE)}</p>\n`)) {
      expect(text === '@' || !text.includes('@')).toBe(true);
      expect(text === '#' || !text.includes('#')).toBe(true);
      expect(text === ':' || !text.includes(':')).toBe(true);
    }
  });

  it('untrusted text stays in its table cell', () => {
    const page = table(
      ['a', 'b'],
      [
        [code(HOSTILE), code('||')],
        [prose(HOSTILE), digest(HOSTILE)],
      ],
    );
    const rows = [
      [ON_ONE_LINE, '||'],
      [ON_ONE_LINE, ON_ONE_LINE],
    ];
    expect(tablesOf(page)).toEqual([[['a', 'b'], ...rows]]);
    expect([...elementNames(page)].sort()).toEqual(['code', 'span', 'table', 'tbody', 'td', 'th', 'tr']);
  });

  it('any text is rendered unchanged', () => {
    const printableText = fc.string({ unit: 'grapheme' }).filter((text) => /^[^\p{C}\p{Z}]*$/u.test(text));
    fc.assert(
      fc.property(printableText, (text) => {
        expect(paragraphOf(`x${prose(text)}x`, ['span'])).toBe(`x${text}x`);
        expect(elementsOf(preformatted(`${text}\n\n${text}`), 'pre')[0]?.text).toBe(`${text}\n\n${text}`);
      }),
    );
  });

  it('untrusted text does not end its fenced block', () => {
    const text = '```\n````\n</pre>\n~~~';
    const [block] = elementsOf(fencedBlock('text', text), 'code');
    expect(block).toMatchObject({ attributes: { className: ['language-text'] }, text: `${text}\n` });
  });

  it('shortens a digest and keeps all of it in a tooltip', () => {
    const [shown] = elementsOf(`<p>${digest(`sha256:${'ab'.repeat(32)}`)}</p>\n`, 'code');
    expect(shown).toMatchObject({ attributes: { title: `sha256:${'ab'.repeat(32)}` }, text: 'sha256:abababababab' });
  });

  it('links to http addresses only', () => {
    const [shown] = elementsOf(`<p>${link('<b>', 'https://github.com/a"b')}</p>\n`, 'a');
    expect(shown).toMatchObject({ attributes: { href: 'https://github.com/a"b' }, text: '<b>' });
    expect([link('x', 'javascript:alert(1)'), link('x', 'not a URL'), link('x', undefined)]).toEqual(['', '', '']);
  });
});

describe('contentsPie', () => {
  const HOSTILE_NAMES = ['/us"r', '/a\nb', '/%% comment', '/#quot;', '/```', '/日本', '/a : 1', "/o'x"];

  async function slicesOf(markdown: string): Promise<readonly (readonly [string, number])[]> {
    const [block] = elementsOf(markdown, 'code');
    expect(block?.attributes).toEqual({ className: ['language-mermaid'] });
    const { sections } = await parse('pie', block?.text ?? '');
    return sections.map(({ label, value }) => [label, value] as const);
  }

  it('contentsPie is a diagram that mermaid can parse, for any names', async () => {
    const contents = HOSTILE_NAMES.map((path, index) => ({ path, size: (index + 1) * 1024 * 1024 }));
    const slices = await slicesOf(contentsPie(contents));
    expect(slices.map(([, value]) => value)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    expect(slices.map(([label]) => label)).toContain('/日本');
  });

  it('contentsPie sums up slices that are too small and omits empty ones', async () => {
    const contents = Array.from({ length: 30 }, (_, index) => ({
      path: `/d${index}`,
      size: (30 - index) * 1024 * 1024,
    }));
    const slices = await slicesOf(contentsPie([...contents, { path: '/tiny', size: 1 }]));
    expect(slices).toHaveLength(9);
    expect(slices.at(-1)?.[0]).toBe('everything else');
    expect(slices.reduce((sum, [, value]) => sum + value, 0)).toBeCloseTo((30 * 31) / 2, 2);
    expect(await slicesOf(contentsPie([{ path: '/one', size: 1 }]))).toEqual([['/one', 0.001]]);
    expect(contentsPie([])).toBe('');
  });
});

describe('fitSections', () => {
  const filler = (rank: Section['rank'], character: string): Section => ({ rank, text: `${character.repeat(300)}\n` });

  it('keeps all sections within the limit, with a blank line before each', () => {
    const sections: readonly Section[] = [
      { rank: 'result', text: 'a\n' },
      { rank: 'boot', text: '' },
      { rank: 'statistics', text: 'b\n' },
    ];
    expect(fitSections(sections, 1000)).toBe('\na\n\nb\n');
  });

  it('leaves out the least important sections first, and says so at the end', () => {
    const sections = [filler('result', 'a'), filler('statistics', 'b'), filler('failure', 'ä'), filler('install', 'd')];
    const cut = fitSections(sections, 1300);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(1300);
    expect(cut).toMatch(/^\na{300}\n\nä{300}\n\n<p>.*1 MiB.*<\/p>\n$/);
  });

  it('leaves out everything that is less important than the first section that does not fit', () => {
    const sections = [filler('result', 'a'), filler('boot', 'b'.repeat(10)), { rank: 'inputs', text: 'c\n' } as const];
    expect(fitSections(sections, 1000)).toMatch(/^\na{300}\n\n<p>/);
  });
});

describe('shellWord', () => {
  it('shellWord quotes words with special characters of a shell', () => {
    expect(shellWord('dist/a-b_1.img')).toBe('dist/a-b_1.img');
    expect(shellWord("it's $HOME")).toBe("'it'\\''s $HOME'");
    expect(shellWord('')).toBe("''");
  });
});
