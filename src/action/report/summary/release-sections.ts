import { code, link } from './html.ts';
import type { Section } from './sections.ts';

/** The sections of mode `release`: links to the release and to its index. */
export function releaseSections({
  tag,
  url,
  indexUrl,
  isDraft,
}: {
  readonly tag: string;
  readonly url: string;
  readonly indexUrl: string | undefined;
  readonly isDraft: boolean;
}): Section[] {
  const links = [link('release', url), link('index.json', indexUrl)].filter((text) => text !== '').join(' · ');
  return [
    {
      rank: 'result',
      text: `<p>✅ ${code(tag)} ${isDraft ? 'is complete, and a draft' : 'is published'}: ${links}</p>\n`,
    },
  ];
}
