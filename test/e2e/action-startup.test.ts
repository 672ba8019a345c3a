import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { actionDefinition, job } from '../helpers/action/action.ts';

/** Notes every module that is loaded until the first line is printed, and then prints them. */
const NOTE_MODULES = `data:text/javascript,
import { registerHooks } from 'node:module';
const urls = [];
registerHooks({ load(url, context, next) { if (url.startsWith('file:')) urls.push(url); return next(url, context); } });
const write = process.stdout.write;
process.stdout.write = function (...args) {
  process.stdout.write = write;
  process.stderr.write(JSON.stringify(urls));
  return write.apply(process.stdout, args);
};`.replaceAll('\n', ' ');

describe('the first line of the log', () => {
  it('loads only one small file before it prints the first line of the log', async () => {
    const step = await job().run({ inputs: { mode: 'plan' }, node: ['--import', NOTE_MODULES] });
    expect(step.log.lines[0]).toMatch(/^fledge \d/);
    const loaded: string[] = JSON.parse(step.stderr);
    expect(loaded.map((url) => url.replace(/^.*\/dist\//, 'dist/'))).toEqual([actionDefinition().runs.main]);
    const bytes = loaded.reduce((sum, url) => sum + statSync(fileURLToPath(url)).size, 0);
    // The toolkit's core, with its HTTP client: 1.1 MB. docs/benchmarks.md has the time.
    expect(bytes).toBeLessThan(1_500_000);
  });
});
