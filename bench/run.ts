// Measures fledge against the stock tool chain: the same content, whole processes, warm cache, run in turn.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Case, cases, type Plugin, type PluginResult, type SideResult } from './cases.ts';
import {
  type Command,
  killRunning,
  type Measure,
  measureTreeMemory,
  prepareMeasure,
  run,
  type Sample,
} from './measure.ts';
import { describeMachine, renderTable, renderVerdicts } from './report.ts';

const USAGE = `usage: node bench/run.ts [--case NAME]... [--runs N] [--check]

  --case NAME  only this case: ${cases.map(({ name }) => name).join(', ')}
  --runs N     counted runs of each side, after one that is not (default 9)
  --check      exit with status 1 if a target is missed
`;

const BUSYBOX = '/bin/busybox';
/** The targets are for this many; more are not used. */
const CORES = 2;

interface Side {
  readonly command: Command;
  /** Emptied before each run. */
  readonly outputDirectory: string;
}

interface Options {
  readonly chosen: readonly Case[];
  readonly runs: number;
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
  // What a killed run leaves behind goes away with the rest.
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
        check: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return USAGE;
    const runs = Number(values.runs);
    if (!Number.isInteger(runs) || runs < 1) return `bench: --runs ${values.runs} is no positive number\n`;
    const unknown = values.case?.find((wanted) => !cases.some(({ name }) => name === wanted));
    if (unknown !== undefined) return `bench: there is no case ${unknown}\n${USAGE}`;
    const chosen = cases.filter(({ name }) => values.case?.includes(name) ?? true);
    return { chosen, runs, check: values.check };
  } catch (error) {
    return `bench: ${error instanceof Error ? error.message : String(error)}\n${USAGE}`;
  }
}

async function benchmark({ chosen, runs, check }: Options, directory: string): Promise<number> {
  const fledge = repositoryFile('dist/cli/index.js');
  if (!existsSync(fledge)) throw new Error(`${fledge} is missing; run npm run build`);
  const cores = Math.min(CORES, availableParallelism());
  const measure = await prepareMeasure(directory);
  const agent = await compileAgent(directory);
  process.stdout.write(`${describeMachine(cores)}\n\n`);

  const results: PluginResult[] = [];
  const verdicts = [];
  for (const { name, plugins, maxRuns = runs, judge } of chosen) {
    const prepared = plugins.map((plugin) => {
      note(`preparing ${plugin.title}`);
      const pluginDirectory = join(directory, plugin.name);
      writePlugin(plugin, pluginDirectory, agent);
      return { plugin, ...sidesOf(plugin, { directory: pluginDirectory, agent, fledge }) };
    });
    const count = Math.min(runs, maxRuns);
    note(`measuring ${name}, ${count} runs`);
    const measured = await measureInTurn(
      prepared.flatMap(({ fledge, stock }) => [fledge, stock]),
      count,
      measure,
    );
    const judged: PluginResult[] = [];
    for (const { plugin, fledge, stock } of prepared) {
      judged.push({
        plugin,
        fledge: await complete(fledge, measured.get(fledge) ?? []),
        stock: await complete(stock, measured.get(stock) ?? []),
      });
      rmSync(join(directory, plugin.name), { recursive: true, force: true });
    }
    results.push(...judged);
    verdicts.push(...judge(judged, cores));
  }

  process.stdout.write(`${renderTable(results)}\n${renderVerdicts(verdicts)}`);
  const missed = verdicts.filter(({ met }) => met === false);
  for (const { target, measured } of missed) note(`target missed: ${target}, and it is ${measured}`);
  return check && missed.length > 0 ? 1 : 0;
}

/** Each side once without counting, then all in turn, so that a machine that becomes slower slows all of them. */
async function measureInTurn(sides: readonly Side[], runs: number, measure: Measure): Promise<Map<Side, Sample[]>> {
  const samples = new Map<Side, Sample[]>(sides.map((side) => [side, []]));
  for (let index = -1; index < runs; index++) {
    // Every other round backwards: nobody always runs behind the same neighbour.
    for (const side of index % 2 === 0 ? sides : sides.toReversed()) {
      emptyDirectory(side.outputDirectory);
      const sample = await measure(side.command);
      if (index >= 0) samples.get(side)?.push(sample);
    }
  }
  return samples;
}

async function complete(side: Side, samples: readonly Sample[]): Promise<SideResult> {
  emptyDirectory(side.outputDirectory);
  const treeMemory = await measureTreeMemory(side.command);
  return { samples, treeMemory, size: statSync(join(side.outputDirectory, 'plugin.cpio.gz')).size };
}

function writePlugin({ mapping, prepare }: Plugin, directory: string, agent: string): void {
  mkdirSync(directory);
  prepare?.(directory);
  const mappings = mapping === undefined ? '' : `[mappings]\n"${mapping.source}" = "${mapping.destination}"\n`;
  writeFileSync(
    join(directory, 'fledge.toml'),
    `version = "1"
strategy = "initramfs"

[agent]
source_strategy = "local"
path = "${agent}"

[source]
busybox_url = "${BUSYBOX}"

${mappings}`,
  );
}

function sidesOf(
  { mapping }: Plugin,
  { directory, agent, fledge }: { directory: string; agent: string; fledge: string },
): { fledge: Side; stock: Side } {
  const side = (outputDirectory: string, argv: Command['argv']): Side => {
    return { command: { argv: onTwoCores(argv), cwd: directory }, outputDirectory };
  };
  const ours = join(directory, 'fledge');
  const theirs = join(directory, 'stock');
  const output = join(ours, 'plugin.cpio.gz');
  const mapped = mapping === undefined ? [] : [mapping.source, mapping.destination.slice(1)];
  return {
    fledge: side(ours, [process.execPath, fledge, 'build', '--quiet', '--output', output]),
    stock: side(theirs, [
      repositoryFile('bench/stock-chain.sh'),
      theirs,
      repositoryFile('src/init/init.c'),
      BUSYBOX,
      agent,
      ...mapped,
    ]),
  };
}

/** On a machine with more cores, the first two of those that this process may use. */
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

function repositoryFile(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url));
}

function note(text: string): void {
  process.stderr.write(`bench: ${text}\n`);
}
