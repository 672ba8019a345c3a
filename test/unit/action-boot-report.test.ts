import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { bootFailure } from '../../src/action/boot-plugin.ts';
import { describeFailure } from '../../src/action/report/annotations.ts';
import { bootCell, bootSections } from '../../src/action/report/boot-sections.ts';
import type { BootSummary } from '../../src/boot/boot-result.ts';

/** The result of a boot that has reached the stages up to this text of the console. */
function summaryOf(ok: boolean, console: readonly string[] = []): BootSummary {
  const diagnosis = { code: 'panic', message: 'the kernel panicked', fix: 'try another kernel with --kernel' };
  return {
    ok,
    artifact: { path: '/work/dist/plugin.cpio.gz', format: 'cpio' },
    vmm: { name: 'qemu', version: '9.0.0' },
    accelerator: 'kvm',
    kernel: { path: '/boot/vmlinuz', version: '6.1.0', sha256: 'ab', origin: 'file' },
    cpus: 1,
    memoryMiB: 512,
    commandLineBytes: 300,
    goal: 'the console shows <b>|up',
    boots: [{ ok, ms: 1234, stages: [{ name: 'kernel', ms: 800 }], console, ...(!ok && { diagnosis }) }],
    times: { median: 1234, min: 1234, max: 1234 },
    ...(!ok && { diagnosis }),
  };
}

const render = (sections: readonly string[]): string => marked.parse(sections.join(''), { gfm: true, async: false });

describe('the boot in the job summary', () => {
  it('shows the time of a boot that succeeded, and neither a console nor markup of the goal', () => {
    const boot = { hasPassed: true, summary: summaryOf(true, ['secret of the console']) };
    expect(bootCell(boot)).toMatch(/^✅ 1&#46;2 s$/);
    const html = render(bootSections(boot));
    expect(html).toContain('&lt;b&gt;');
    expect(html).toContain('<td>kernel</td>');
    expect(html).not.toContain('secret');
  });

  it('shows the last lines of the console of a boot that failed, as text', () => {
    const boot = { hasPassed: false, summary: summaryOf(false, ['```', '</details>', 'x'.repeat(100_000)]) };
    expect(bootCell(boot)).toBe('❌');
    const sections = bootSections(boot);
    expect(Buffer.byteLength(sections.join(''))).toBeLessThan(4000);
    const html = render(sections);
    expect(html).toContain('<td>failed</td>');
    expect(html).toMatch(/<code class="language-text">```\n&lt;\/details&gt;\n/);
  });

  it('has no section if there was no boot, or the machine could not be started', () => {
    expect([bootCell(undefined), ...bootSections(undefined)]).toEqual(['']);
    expect([bootCell({ hasPassed: false }), ...bootSections({ hasPassed: false })]).toEqual(['❌']);
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
