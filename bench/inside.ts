/**
 * Compares commands that look inside of artifacts with programs that do the same after a mount: whole processes, warm cache,
 * alternating runs. Needs root, and `npm run build` before.
 *
 *   node bench/inside.ts [--case NAME]... [--runs N] [--check] [--program FILE]
 *
 * --program is the bundle of the command line to measure; default: dist/cli/index.js.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Contest, type InsideCase, insideCases, type Side } from './inside-cases.ts';
import { killRunning, type Measure, prepareMeasure, run, type Sample } from './measure.ts';
import { repositoryFile } from './plugins.ts';
import { describeMachine } from './report.ts';
import { maximum, median, minimum } from './statistics.ts';

const { values: options } = parseArgs({
  options: {
    case: { type: 'string', multiple: true },
    runs: { type: 'string', default: '5' },
    check: { type: 'boolean', default: false },
    program: { type: 'string', default: repositoryFile('dist/cli/index.js') },
  },
});
const chosen = insideCases.filter(({ name }) => options.case?.includes(name) ?? true);
const runs = Number(options.runs);
const program = resolve(options.program);
if (chosen.length === 0 || !Number.isInteger(runs) || runs < 1) {
  throw new Error(`--case must be one of ${insideCases.map(({ name }) => name).join(', ')}, and --runs a number`);
}
if (!existsSync(program)) throw new Error(`cannot run ${program}: it does not exist; run npm run build`);

const directory = mkdtempSync(join(tmpdir(), 'fledge-bench-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    killRunning();
    process.exit(1);
  });
}

const measure = await prepareMeasure(directory);
process.stdout.write(`${describeMachine(2, true)}\n\n`);
process.stdout.write('| case | | wall, ms | CPU, ms | peak memory, MB |\n| --- | --- | ---: | ---: | ---: |\n');
let missed = 0;
for (const each of chosen) {
  process.stderr.write(`bench: ${each.title}, ${runs} runs\n`);
  const contest = await each.prepare({
    directory,
    fledge: (...args) => [process.execPath, program, ...args],
  });
  if (!report(each, contest, await measureInTurn(contest))) missed += 1;
}
if (options.check && missed > 0) process.exitCode = 1;

/** The samples of each side, after one run of each for warm-up. */
async function measureInTurn({ fledge, rivals }: Contest): Promise<ReadonlyMap<Side, readonly Sample[]>> {
  const sides = [fledge, ...Object.values(rivals)];
  const samples = new Map<Side, Sample[]>(sides.map((side) => [side, []]));
  for (let index = -1; index < runs; index++) {
    for (const side of index % 2 === 0 ? sides : sides.toReversed()) {
      const sample = await measureOnce(side, measure);
      if (index >= 0) samples.get(side)?.push(sample);
    }
  }
  return samples;
}

async function measureOnce({ argv, output }: Side, measure: Measure): Promise<Sample> {
  if (output !== undefined) rmSync(output, { recursive: true, force: true });
  // Writes of the previous run must not slow down this one.
  await run({ argv: ['sync'], cwd: directory });
  const sample = await measure({ argv, cwd: directory });
  if (output !== undefined) rmSync(output, { recursive: true, force: true });
  return sample;
}

/** Prints the rows of a case. False if its target was missed. */
function report(
  { title, limit }: InsideCase,
  { fledge, rivals }: Contest,
  samples: ReadonlyMap<Side, readonly Sample[]>,
): boolean {
  const row = (...cells: readonly string[]): void => {
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  };
  const walls = (side: Side): number[] => (samples.get(side) ?? []).map(({ wall }) => wall);
  const describe = (label: string, name: string, side: Side): void => {
    const all = samples.get(side) ?? [];
    const cpu = median(all.map((sample) => sample.cpu));
    row(label, name, spread(walls(side), 0), cpu.toFixed(0), maximum(all.map(({ rss }) => rss)).toFixed(0));
  };
  describe(title, 'fledge', fledge);
  for (const [name, side] of Object.entries(rivals)) describe('', name, side);
  const fastest = walls(fledge).map((_, index) =>
    minimum(Object.values(rivals).map((side) => walls(side)[index] ?? 0)),
  );
  const ratios = walls(fledge).map((wall, index) => wall / (fastest[index] ?? Number.NaN));
  const isMet = median(ratios) <= limit;
  row('', `ratio to the fastest; target ≤ ${limit}`, `**${spread(ratios, 2)}**`, isMet ? 'met' : 'MISSED', '');
  return isMet;
}

/** `median (minimum–maximum)` */
function spread(values: readonly number[], digits: number): string {
  const [middle, least, most] = [median(values), minimum(values), maximum(values)].map((value) =>
    value.toFixed(digits),
  );
  return `${middle} (${least}–${most})`;
}
