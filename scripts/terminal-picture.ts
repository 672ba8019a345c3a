/* The picture of a terminal as an SVG document, whose lines appear one after the other. */

export interface Line {
  readonly text: string;
  /** Seconds from the start of the animation. */
  readonly at: number;
  readonly kind: 'command' | 'detail' | 'result';
}

export interface Theme {
  readonly background: string;
  readonly border: string;
  readonly prompt: string;
  /** Colour of each kind of line. */
  readonly text: Readonly<Record<Line['kind'], string>>;
}

/** The colours of GitHub's two themes. Each has a contrast of 4.5 or more with its background. */
export const THEMES: Readonly<Record<'light' | 'dark', Theme>> = {
  light: {
    background: '#ffffff',
    border: '#d1d9e0',
    prompt: '#1a7f37',
    text: { command: '#1f2328', detail: '#59636e', result: '#1f2328' },
  },
  dark: {
    background: '#0d1117',
    border: '#3d444d',
    prompt: '#3fb950',
    text: { command: '#f0f6fc', detail: '#9198a1', result: '#f0f6fc' },
  },
};

const FONT_SIZE = 13;
const CHARACTER_WIDTH = 7.83;
const LINE_HEIGHT = 19;
const PADDING = 16;
const COLUMNS = 104;

/**
 * Draws the lines. Without animations (`prefers-reduced-motion`, or a viewer that has none) all lines are visible.
 *
 * @throws RangeError if a line is longer than the terminal is wide.
 */
export function drawTerminal(lines: readonly Line[], { background, border, prompt, text: colours }: Theme): string {
  const width = Math.ceil(COLUMNS * CHARACTER_WIDTH) + 2 * PADDING;
  const height = lines.length * LINE_HEIGHT + 2 * PADDING;
  const rows = lines.map(({ text, at, kind }, index) => {
    if (text.length > COLUMNS) throw new RangeError(`the line has more than ${COLUMNS} characters: ${text}`);
    const y = PADDING + (index + 0.75) * LINE_HEIGHT;
    const content = kind === 'command' ? `<tspan class="prompt">$</tspan>${escaped(text.slice(1))}` : escaped(text);
    return `<text class="${kind}" x="${PADDING}" y="${y}" style="animation-delay:${at.toFixed(1)}s">${content}</text>\n`;
  });
  const styles = Object.entries(colours).map(([kind, colour]) => `.${kind}{fill:${colour}}\n`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title">
<title id="title">A terminal: fledge builds a plugin and boots it</title>
<style>
text{font:${FONT_SIZE}px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;white-space:pre;animation:appear .01s backwards}
${styles.join('')}.command{font-weight:600}
.prompt{fill:${prompt}}
@keyframes appear{from{opacity:0}}
@media (prefers-reduced-motion:reduce){text{animation:none}}
</style>
<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8" fill="${background}" stroke="${border}"/>
${rows.join('')}</svg>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
