import { join } from 'node:path';
import { copyBinaries, writePayload, writeSmallFiles } from './inputs.ts';
import type { Sample } from './measure.ts';
import { median, minimum } from './statistics.ts';

/** What a plugin has beyond busybox, init and agent. */
export interface Plugin {
  readonly name: string;
  readonly title: string;
  /** A file or directory, relative to the plugin's directory, and an absolute path in the image that nothing has yet. */
  readonly mapping?: { readonly source: string; readonly destination: string };
  /** Writes the mapped files into the plugin's directory. */
  prepare?(directory: string): void;
}

export interface PluginResult {
  readonly plugin: Plugin;
  readonly fledge: SideResult;
  readonly stock: SideResult;
}

export interface SideResult {
  /** In the order in which they were taken: the n-th of one side is paired with the n-th of the other. */
  readonly samples: readonly Sample[];
  /** The peak of all processes together, in megabytes. */
  readonly treeMemory: number;
  /** Of the artifact, in bytes. */
  readonly size: number;
}

export interface Verdict {
  readonly target: string;
  readonly measured: string;
  /** Undefined where this machine cannot tell. */
  readonly met: boolean | undefined;
}

export interface Case {
  readonly name: string;
  readonly plugins: readonly Plugin[];
  /** More runs than this tell nothing new and take long. */
  readonly maxRuns?: number;
  judge(results: readonly PluginResult[], cores: number): readonly Verdict[];
}

const MEGABYTE = 1_000_000;
const FILE_COUNTS = [1_000, 5_000, 20_000] as const;
/** Room for noise: the files' part of the time is small where there are few. A cost that grows with the count is 20. */
const FLAT = 1.5;

export const cases: readonly Case[] = [
  {
    name: 'minimal',
    plugins: [{ name: 'minimal', title: 'minimal: busybox, init, agent' }],
    judge: (results) => results.map((result) => atMost('minimal plugin: time against stock', timeRatio(result), 1)),
  },
  {
    name: 'binaries',
    plugins: [
      {
        name: 'binaries',
        title: '30 MB of binaries',
        mapping: { source: 'binaries', destination: '/opt/binaries' },
        prepare: (directory) => copyBinaries(join(directory, 'binaries'), 30 * MEGABYTE),
      },
    ],
    judge: (results, cores) =>
      results.flatMap((result) => [
        {
          ...atMost('30 MB of binaries: time against stock on 2 cores', timeRatio(result), 0.25),
          ...(cores < 2 && { met: undefined }),
        },
        atMost('30 MB of binaries: size against gzip -9', result.fledge.size / result.stock.size, 1.01),
      ]),
  },
  {
    name: 'payload',
    plugins: [
      {
        name: 'payload',
        title: '200 MiB in one file',
        mapping: { source: 'payload.bin', destination: '/opt/payload.bin' },
        prepare: (directory) => writePayload(join(directory, 'payload.bin'), 200),
      },
    ],
    maxRuns: 3,
    judge: (results) =>
      results.map(({ fledge }) => {
        const peak = Math.max(fledge.treeMemory, ...fledge.samples.map(({ rss }) => rss));
        return atMost('200 MiB payload: peak memory of all processes, MB', peak, 250);
      }),
  },
  {
    name: 'files',
    plugins: [0, ...FILE_COUNTS].map((count) => ({
      name: `files-${count}`,
      title: `${count.toLocaleString('en')} small files`,
      mapping: { source: 'files', destination: '/opt/files' },
      prepare: (directory) => writeSmallFiles(join(directory, 'files'), count),
    })),
    judge: ([none, ...results]) => {
      if (none === undefined) return [];
      const costs = results.map((result, index) => costPerFile(none, result, FILE_COUNTS[index] ?? 0));
      const [first = 0] = costs;
      const last = costs.at(-1) ?? 0;
      const figures = costs.map(
        (cost, index) => `${cost.toFixed(0)} µs at ${FILE_COUNTS[index]?.toLocaleString('en')}`,
      );
      const { target, met } = atMost('cost per file at 20,000 against 1,000', last / first, FLAT);
      return [{ target, measured: `${(last / first).toFixed(2)} (${figures.join(', ')})`, met }];
    },
  },
];

/** The median of the ratios of paired runs. */
export function timeRatio({ fledge, stock }: PluginResult): number {
  return median(timeRatios({ fledge, stock }));
}

export function timeRatios({ fledge, stock }: Pick<PluginResult, 'fledge' | 'stock'>): readonly number[] {
  return fledge.samples.map(({ wall }, index) => wall / (stock.samples[index]?.wall ?? Number.NaN));
}

/** In microseconds, of the fastest runs: what a file adds to the time of a plugin without files. */
function costPerFile(none: PluginResult, some: PluginResult, count: number): number {
  const fastest = ({ fledge }: PluginResult): number => minimum(fledge.samples.map(({ wall }) => wall));
  return (1000 * (fastest(some) - fastest(none))) / count;
}

function atMost(what: string, value: number, limit: number): Verdict {
  return { target: `${what} ≤ ${limit}`, measured: value.toFixed(limit < 100 ? 3 : 0), met: value <= limit };
}
