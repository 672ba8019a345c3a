import { parse } from '@mermaid-js/parser';
import fc from 'fast-check';
import { marked, type Tokens } from 'marked';
import { describe, expect, it } from 'vitest';
import { contentsPie } from '../../src/action/report/contents-pie.ts';
import { code, escapeMarkdown, fencedBlock, table } from '../../src/action/report/escape.ts';
import { fitSections } from '../../src/action/report/summary.ts';
import { shellWord } from '../../src/support/text.ts';

/* Contents of a job summary, checked with a Markdown renderer and mermaid's own parser. */

const HOSTILE =
  '</code><script>alert(1)</script> | `x` [a](http://b) **c** _d_ @octocat #12 &lt; \\ ~~e~~ www.evil.example\n# f';

/** The text of rendered HTML, as a browser shows it. */
function textOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, point: string) => String.fromCodePoint(Number(point)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

const render = (markdown: string): string => marked.parse(markdown, { gfm: true, async: false });

describe('untrusted text in Markdown', () => {
  it('shows untrusted text unchanged and without markup', () => {
    const html = render(`x ${escapeMarkdown(HOSTILE)}\n`);
    expect(html).toMatch(/^<p>x [^<]*<\/p>\n$/);
    expect(textOf(html)).toBe(`x ${HOSTILE.replace('\n', ' ')}\n`);
  });

  it('untrusted text stays in its table cell', () => {
    const html = render(table(['a', 'b'], [[code(HOSTILE), code('||')]]));
    expect(html.match(/<t[hd]>/g)).toHaveLength(4);
    expect(html.match(/<(?!\/?(?:table|thead|tbody|tr|th|td|code)>)/g)).toBeNull();
    expect(textOf(html)).toContain('alert(1)');
  });

  it('any text is rendered unchanged', () => {
    const printableText = fc.string({ unit: 'grapheme' }).filter((text) => /^[^\p{C}\p{Z}]*$/u.test(text));
    fc.assert(
      fc.property(printableText, (text) => {
        expect(textOf(render(`x${escapeMarkdown(text)}x`)).trimEnd()).toBe(`x${text}x`);
      }),
    );
  });

  it('untrusted text does not end its fenced block', () => {
    const text = '```\n````\n</pre>\n~~~';
    const [block] = marked.lexer(fencedBlock('text', text));
    expect(block).toMatchObject({ type: 'code', lang: 'text', text });
  });
});

describe('contentsPie', () => {
  const HOSTILE_NAMES = ['/us"r', '/a\nb', '/%% comment', '/#quot;', '/```', '/日本', '/a : 1', "/o'x"];

  async function slicesOf(markdown: string): Promise<readonly (readonly [string, number])[]> {
    const [block] = marked.lexer(markdown).filter((token): token is Tokens.Code => token.type === 'code');
    expect(block?.lang).toBe('mermaid');
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
  it('fitSections keeps whole sections within the limit and adds a note about omitted ones', () => {
    expect(fitSections(['a\n', 'b\n'], 1000)).toBe('a\nb\n');
    const cut = fitSections(['a\n', 'ä'.repeat(1000), 'c\n'], 1000);
    expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(1000);
    expect(cut).toMatch(/^a\n\n_The summary is truncated at 1 MiB/);
    expect(cut).not.toContain('ä');
    expect(cut).not.toContain('c\n');
  });
});

describe('shellWord', () => {
  it('shellWord quotes words with special characters of a shell', () => {
    expect(shellWord('dist/a-b_1.img')).toBe('dist/a-b_1.img');
    expect(shellWord("it's $HOME")).toBe("'it'\\''s $HOME'");
    expect(shellWord('')).toBe("''");
  });
});
