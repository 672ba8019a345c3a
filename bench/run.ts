// Compares fledge with the stock tool chain: the same content, whole processes, warm cache, alternating runs.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Case, cases, type PluginResult, type SideResult } from './cases.ts';
import {
  type Command,
  killRunning,
  type Measure,
  measureFootprint,
  prepareMeasure,
  run,
  type Sample,
} from './measure.ts';
import { type Argv, type Bench, type Plugin, RIVALS, type Rival, repositoryFile } from './plugins.ts';
import { describeMachine, renderTable, renderVerdicts } from './report.ts';

const USAGE = `usage: node bench/run.ts [--case NAME]... [--runs N] [--image DIRECTORY] [--check]

  --case NAME  run only this case: ${cases.map(({ name }) => name).join(', ')}
  --runs N     number of measured runs of each side, after one warm-up run (default: 9)
  --image DIR  OCI layout with the image of the case rootfs (default: one of Debian packages, made if it is missing)
  --check      exit with status 1 if a target is missed
`;

const IMAGE = 'node_modules/.cache/fledge-bench/debian';
/** The targets are for this number of cores. Others are not used. */
const CORES = 2;

interface Side {
  readonly command: Command;
  /** Emptied before each run. */
  readonly outputDirectory: string;
  readonly artifact: string;
}

interface Options {
  readonly chosen: readonly Case[];
  readonly runs: number;
  readonly image: string;
  readonly check: boolean;
}

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    const help = options === USAGE;
    process[help ? 'stdout' : 'stderr'].write(options);
    return help ? 0 : 2;
  }
  const directory = mkdtempSync(join(tmpdir(), 'fledge-bench-'));
  process.on('exit', () => rmSync(directory, { recursive: true, force: true, maxRetries: 5 }));
  // Files of a killed run are removed with this directory.
  process.env['TMPDIR'] = directory;
  for (const [signal, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.on(signal, () => {
      killRunning();
      process.exit(status);
    });
  }
  try {
    return await benchmark(options, directory);
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function readOptions(args: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        case: { type: 'string', multiple: true },
        runs: { type: 'string', default: '9' },
        image: { type: 'string', default: repositoryFile(IMAGE) },
        check: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return USAGE;
    const runs = Number(values.runs);
    if (!Number.isInteger(runs) || runs < 1) return `bench: --runs ${values.runs} is not a positive integer\n`;
    const unknown = values.case?.find((wanted) => !cases.some(({ name }) => name === wanted));
    if (unknown !== undefined) return `bench: unknown case ${unknown}\n${USAGE}`;
    const chosen = cases.filter(({ name }) => values.case?.includes(name) ?? true);
    return { chosen, runs, image: resolve(values.image), check: values.check };
  } catch (error) {
    return `bench: ${error instanceof Error ? error.message : String(error)}\n${USAGE}`;
  }
}

async function benchmark({ chosen, runs, image, check }: Options, directory: string): Promise<number> {
  const fledge = repositoryFile('dist/cli/index.js');
  if (!existsSync(fledge)) throw new Error(`cannot run ${fledge}: it does not exist; run npm run build`);
  const onlyRoot = chosen.find(({ needsRoot }) => needsRoot === true);
  if (onlyRoot !== undefined && process.getuid?.() !== 0) {
    throw new Error(`cannot run the case ${onlyRoot.name}: it needs root; select other cases with --case`);
  }
  const cores = Math.min(CORES, availableParallelism());
  const measure = await prepareMeasure(directory);
  const agent = await compileAgent(directory);
  const build = (output: string): Argv => [process.execPath, fledge, 'build', '--quiet', '--output', output];
  process.stdout.write(`${describeMachine(cores, onlyRoot !== undefined)}\n\n`);

  const results: PluginResult[] = [];
  const verdicts = [];
  for (const { name, plugins, maxRuns = runs, evaluate } of chosen) {
    const contests: Contest[] = [];
    for (const plugin of plugins) {
      note(`preparing ${plugin.title}`);
      const pluginDirectory = join(directory, plugin.name);
      mkdirSync(pluginDirectory);
      contests.push(await prepareContest(plugin, { directory: pluginDirectory, agent, image, build }));
    }
    const count = Math.min(runs, maxRuns);
    note(`measuring ${name}, ${count} runs`);
    const measured = await measureInTurn(contests.flatMap(sidesOf), count, measure);
    const completed: PluginResult[] = [];
    for (const contest of contests) {
      const { plugin, fledge, rivals, unpackedBytes } = contest;
      const complete = (side: Side): Promise<SideResult> => completeResult(side, measured.get(side) ?? []);
      const rivalResults = new Map<Rival, SideResult>();
      for (const [rival, side] of rivals) rivalResults.set(rival, await complete(side));
      completed.push({ plugin, fledge: await complete(fledge), rivals: rivalResults, unpackedBytes });
      rmSync(join(directory, plugin.name), { recursive: true, force: true });
    }
    results.push(...completed);
    verdicts.push(...evaluate(completed, cores));
  }

  process.stdout.write(`${renderTable(results)}\n${renderVerdicts(verdicts)}`);
  const missed = verdicts.filter(({ met }) => met === false);
  for (const { target, measured } of missed) note(`target missed: ${target}; measured: ${measured}`);
  return check && missed.length > 0 ? 1 : 0;
}

/** A plugin with the sides that build it. */
interface Contest {
  readonly plugin: Plugin;
  readonly fledge: Side;
  readonly rivals: ReadonlyMap<Rival, Side>;
  readonly unpackedBytes: number | undefined;
}

function sidesOf({ fledge, rivals }: Contest): readonly Side[] {
  return [fledge, ...rivals.values()];
}

async function prepareContest(plugin: Plugin, bench: Bench): Promise<Contest> {
  const { directory, build } = bench;
  const { artifact } = plugin;
  const prepared = await plugin.prepare(bench);
  const side = (name: string, argvFor: (outputDirectory: string) => Argv): Side => {
    const outputDirectory = join(directory, name);
    return { command: { argv: onTwoCores(argvFor(outputDirectory)), cwd: directory }, outputDirectory, artifact };
  };
  const rivals = new Map<Rival, Side>();
  for (const rival of RIVALS) {
    const argvFor = prepared.rivals[rival];
    if (argvFor !== undefined) rivals.set(rival, side(rival, argvFor));
  }
  const fledge = side('fledge', (output) => build(join(output, artifact)));
  return { plugin, fledge, rivals, unpackedBytes: prepared.unpackedBytes };
}

/** Runs each side once for warm-up, then all sides in turn, so that a slower phase of the machine affects all of them. */
async function measureInTurn(sides: readonly Side[], runs: number, measure: Measure): Promise<Map<Side, Sample[]>> {
  const samples = new Map<Side, Sample[]>(sides.map((side) => [side, []]));
  for (let index = -1; index < runs; index++) {
    // Every other round is in reverse order, so that no side always runs after the same one.
    for (const side of index % 2 === 0 ? sides : sides.toReversed()) {
      emptyDirectory(side.outputDirectory);
      // Flush the previous run's writes, so that they do not slow down this run.
      await run({ argv: ['sync'], cwd: side.outputDirectory });
      const sample = await measure(side.command);
      if (index >= 0) samples.get(side)?.push(sample);
    }
  }
  return samples;
}

async function completeResult(side: Side, samples: readonly Sample[]): Promise<SideResult> {
  emptyDirectory(side.outputDirectory);
  const footprint = await measureFootprint(side.command);
  return { samples, ...footprint, size: statSync(join(side.outputDirectory, side.artifact)).size };
}

/** On a machine with more cores, restricts a command to the first two that this process may use. */
function onTwoCores(argv: Command['argv']): Command['argv'] {
  if (availableParallelism() <= CORES) return argv;
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0,1';
  const allowed = list.split(',').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return ['taskset', '-c', allowed.slice(0, CORES).join(','), ...argv];
}

async function compileAgent(directory: string): Promise<string> {
  const agent = join(directory, 'agent');
  const source = repositoryFile('examples/http-server/agent.c');
  await run({ argv: ['gcc', '-static', '-Os', '-s', '-o', agent, source], cwd: directory });
  return agent;
}

function emptyDirectory(path: string): void {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path);
}

function note(text: string): void {
  process.stderr.write(`bench: ${text}\n`);
}
