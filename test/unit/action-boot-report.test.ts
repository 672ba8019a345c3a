import { describe, expect, it } from 'vitest';
import { bootFailure } from '../../src/action/boot-plugin.ts';
import { describeFailure } from '../../src/action/report/annotations.ts';
import type { BootOutcome } from '../../src/action/report/outcome.ts';
import { bootCell, bootSections } from '../../src/action/report/summary/boot-sections.ts';
import { elementsOf, pageHtml, tablesOf } from '../helpers/action/github-page.ts';
import { bootOf } from '../helpers/action/outcomes.ts';

const pageOf = (boot: BootOutcome | undefined): string =>
  bootSections(boot)
    .map(({ text }) => text)
    .join('\n');

describe('the boot in the job summary', () => {
  it('shows the time and the stages of a boot that succeeded, and neither a console nor markup of the goal', () => {
    const boot = { hasPassed: true, summary: bootOf(true, ['secret of the console']) };
    expect(bootCell(boot)).toBe('✅&nbsp;1.2&nbsp;s');
    const page = pageOf(boot);
    expect(tablesOf(page)).toEqual([
      [
        ['stage', 'time'],
        ['kernel', '800 ms'],
      ],
    ]);
    expect(pageHtml(page)).toContain('&#x3C;b>|up after 1.2 s (qemu 9.0.0 with KVM, kernel 6.1.0, 1 CPU, 512 MiB)');
    expect(page).not.toContain('secret');
  });

  it('shows the last lines of the console of a boot that failed, as text', () => {
    const lines = ['```', '</code></pre></details>', '', 'x'.repeat(100_000)];
    const boot = { hasPassed: false, summary: bootOf(false, lines) };
    expect(bootCell(boot)).toBe('❌');
    const page = pageOf(boot);
    expect(Buffer.byteLength(page)).toBeLessThan(4000);
    expect(tablesOf(page)[0]?.at(-1)).toEqual(['failed', '1.2 s']);
    const [console] = elementsOf(page, 'pre');
    expect(console?.text).toMatch(/^```\n<\/code><\/pre><\/details>\n\nx+…/);
    expect(elementsOf(page, 'details').map(({ attributes }) => 'open' in attributes)).toEqual([false, true]);
  });

  it('has no section if there was no boot, or the machine could not be started', () => {
    expect([bootCell(undefined), pageOf(undefined)]).toEqual(['', '']);
    expect([bootCell({ hasPassed: false }), pageOf({ hasPassed: false })]).toEqual(['❌', '']);
  });
});

describe('the error of a boot', () => {
  it('names the plugin, and the inputs for the options of the command line', () => {
    const error = bootFailure('web', {
      code: 'not-shown',
      message: 'the console did not show what --expect asks for within 60 s; --expected is another word',
      fix: 'allow more time: --timeout, or try another kernel (--kernel); --kernel-sha256 is its digest',
    });
    expect(describeFailure(error)).toBe(
      [
        'web does not boot: the console did not show what the input boot-expect asks for within 60 s; --expected is another word',
        'fix: allow more time: the input boot-timeout, or try another kernel (the input kernel); --kernel-sha256 is its digest',
      ].join('\n'),
    );
  });
});
