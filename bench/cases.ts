import { join } from 'node:path';
import { writeImage, writeSparseFile } from './images.ts';
import { copyBinaries, writePayload, writeSmallFiles } from './inputs.ts';
import type { Sample } from './measure.ts';
import { type Plugin, plainPlugin, qcow2Plugin, type Rival, rootfsPlugin, squashfsPlugin } from './plugins.ts';
import { median, minimum } from './statistics.ts';

export interface PluginResult {
  readonly plugin: Plugin;
  readonly fledge: SideResult;
  readonly rivals: ReadonlyMap<Rival, SideResult>;
  /** The size of its image's decompressed layers, in bytes. */
  readonly unpackedBytes: number | undefined;
}

export interface SideResult {
  /** In the order of the runs: the n-th sample of one side is paired with the n-th of the others. */
  readonly samples: readonly Sample[];
  /** The peak memory of all processes together, in megabytes. */
  readonly treeMemory: number;
  /** The peak size of the temporary files without a name, in bytes. */
  readonly spooled: number;
  /** The size of the artifact, in bytes. */
  readonly size: number;
}

export interface Verdict {
  readonly target: string;
  readonly measured: string;
  /** Undefined if this machine cannot measure it. */
  readonly met: boolean | undefined;
}

export interface Case {
  readonly name: string;
  readonly plugins: readonly Plugin[];
  /** The maximum number of runs, for cases that are slow and have little variance. */
  readonly maxRuns?: number;
  /** True if the stock chain mounts a file system, or only root can make the input. */
  readonly needsRoot?: boolean;
  evaluate(results: readonly PluginResult[], cores: number): readonly Verdict[];
}

const MEGABYTE = 1_000_000;
const FILE_COUNTS = [1_000, 5_000, 20_000] as const;
const LAYER_FILE_COUNTS = [20_000, 200_000] as const;
/** Includes a margin for noise, because few files are a small part of the time. A cost that grows with the count has 20. */
const FLAT = 1.5;
/** The limit for all processes of a build, in megabytes, for any image. */
const MEMORY_LIMIT = 300;

export const cases: readonly Case[] = [
  {
    name: 'minimal',
    plugins: [plainPlugin({ name: 'minimal', title: 'minimal: busybox, init, agent' })],
    evaluate: (results) =>
      results.map((result) => atMost('minimal plugin: time against stock', timeRatio(result, 'stock'), 1)),
  },
  {
    name: 'binaries',
    plugins: [
      plainPlugin({
        name: 'binaries',
        title: '30 MB of binaries',
        mapping: { source: 'binaries', destination: '/opt/binaries' },
        prepare: (directory) => copyBinaries(join(directory, 'binaries'), 30 * MEGABYTE),
      }),
    ],
    evaluate: (results, cores) =>
      results.flatMap((result) => [
        {
          ...atMost('30 MB of binaries: time against stock on 2 cores', timeRatio(result, 'stock'), 0.25),
          ...(cores < 2 && { met: undefined }),
        },
        atMost('30 MB of binaries: size against gzip -9', sizeRatio(result, 'stock'), 1.01),
      ]),
  },
  {
    name: 'payload',
    plugins: [
      plainPlugin({
        name: 'payload',
        title: '200 MiB in one file',
        mapping: { source: 'payload.bin', destination: '/opt/payload.bin' },
        prepare: (directory) => writePayload(join(directory, 'payload.bin'), 200),
      }),
    ],
    maxRuns: 3,
    evaluate: (results) =>
      results.map(({ fledge }) => atMost('200 MiB payload: peak memory of all processes, MB', peakOf(fledge), 250)),
  },
  {
    name: 'files',
    plugins: [0, ...FILE_COUNTS].map((count) =>
      plainPlugin({
        name: `files-${count}`,
        title: `${count.toLocaleString('en')} small files`,
        mapping: { source: 'files', destination: '/opt/files' },
        prepare: (directory) => writeSmallFiles(join(directory, 'files'), count),
      }),
    ),
    evaluate: (results) => evaluateCostPerFile(results, FILE_COUNTS),
  },
  {
    name: 'rootfs',
    plugins: [rootfsPlugin({ name: 'debian', title: 'Debian with nginx, PostgreSQL, Python', compared: true })],
    needsRoot: true,
    evaluate: (results) =>
      results.flatMap((result) => [
        atLeast('root file system: times as fast as stock', 1 / timeRatio(result, 'stock'), 6),
        atMost('root file system: time against the floor', timeRatio(result, 'floor'), 1.6),
        atMost('root file system: temporary files against unpacked size', spoolRatio(result), 1),
        atMost('root file system: peak memory of all processes, MB', peakOf(result.fledge), MEMORY_LIMIT),
      ]),
  },
  {
    name: 'squashfs',
    plugins: [9, 15].map(squashfsPlugin),
    needsRoot: true,
    maxRuns: 3,
    evaluate: (results) =>
      results.flatMap((result, index) => [
        // At level 15 native code is faster than wasm.
        ...(index === 0 ? [atMost(`${result.plugin.name}: time against stock`, timeRatio(result, 'stock'), 1.5)] : []),
        atMost(`${result.plugin.name}: size against stock`, sizeRatio(result, 'stock'), 1.01),
        atMost(`${result.plugin.name}: peak memory of all processes, MB`, peakOf(result.fledge), MEMORY_LIMIT),
      ]),
  },
  {
    name: 'qcow2',
    plugins: [qcow2Plugin()],
    maxRuns: 5,
    evaluate: (results) =>
      results.flatMap((result) => [
        atMost('qcow2: time against the raw image', timeRatio(result, 'stock'), 1.6),
        // The raw image has about as much data on the disk as the layers unpacked.
        atMost('qcow2: size against unpacked size', result.fledge.size / (result.unpackedBytes ?? Number.NaN), 0.4),
        atMost('qcow2: peak memory of all processes, MB', peakOf(result.fledge), MEMORY_LIMIT),
      ]),
  },
  {
    name: 'rootfs-large',
    plugins: [
      rootfsPlugin({
        name: 'large',
        title: 'image of 3 GiB in three files',
        makeImage: (directory) =>
          writeImage(directory, 'stored', (root) => {
            for (const name of ['a', 'b', 'c']) writePayload(join(root, `${name}.bin`), 1024, 'random');
          }),
      }),
    ],
    maxRuns: 2,
    evaluate: (results) =>
      results.flatMap((result) => [
        atMost('image of 3 GiB: peak memory of all processes, MB', peakOf(result.fledge), MEMORY_LIMIT),
        atMost('image of 3 GiB: temporary files against unpacked size', spoolRatio(result), 1),
      ]),
  },
  {
    name: 'rootfs-files',
    plugins: [0, ...LAYER_FILE_COUNTS].map((count) =>
      rootfsPlugin({
        name: `layer-files-${count}`,
        title: `image of ${count.toLocaleString('en')} small files`,
        makeImage: (directory) =>
          writeImage(directory, 'compressed', (root) => writeSmallFiles(join(root, 'files'), count)),
      }),
    ),
    maxRuns: 5,
    evaluate: (results) => [
      ...evaluateCostPerFile(results, LAYER_FILE_COUNTS),
      ...results
        .slice(-1)
        .map(({ fledge }) => atMost('200,000 files: peak memory of all processes, MB', peakOf(fledge), MEMORY_LIMIT)),
    ],
  },
  {
    name: 'rootfs-sparse',
    plugins: [
      rootfsPlugin({
        name: 'dense',
        title: 'image of a file of 1 MiB',
        makeImage: (directory) =>
          writeImage(directory, 'compressed', (root) => writePayload(join(root, 'data'), 1, 'random')),
      }),
      rootfsPlugin({
        name: 'sparse',
        title: 'the same, and a sparse file of 4 GiB',
        makeImage: (directory) =>
          writeImage(directory, 'compressed', (root) => {
            writePayload(join(root, 'data'), 1, 'random');
            writeSparseFile(join(root, 'sparse'), 4 * 2 ** 30);
          }),
      }),
    ],
    evaluate: ([dense, sparse]) => {
      if (dense === undefined || sparse === undefined) return [];
      return [
        atMost('sparse file of 4 GiB: time against without', fastest(sparse) / fastest(dense), FLAT),
        atMost('sparse file of 4 GiB: size against without', sparse.fledge.size / dense.fledge.size, 1),
      ];
    },
  },
];

/** The median of the ratios of paired runs. */
export function timeRatio(result: PluginResult, rival: Rival): number {
  return median(timeRatios(result, rival));
}

export function timeRatios({ fledge, rivals }: PluginResult, rival: Rival): readonly number[] {
  const samples = rivals.get(rival)?.samples ?? [];
  return fledge.samples.map(({ wall }, index) => wall / (samples[index]?.wall ?? Number.NaN));
}

/** The peak memory in megabytes. Sampling can miss a peak, so the kernel's figure for the largest process is included. */
export function peakOf({ samples, treeMemory }: SideResult): number {
  return Math.max(treeMemory, ...samples.map(({ rss }) => rss));
}

function sizeRatio({ fledge, rivals }: PluginResult, rival: Rival): number {
  return fledge.size / (rivals.get(rival)?.size ?? Number.NaN);
}

function spoolRatio({ fledge, unpackedBytes = Number.NaN }: PluginResult): number {
  return fledge.spooled / unpackedBytes;
}

function evaluateCostPerFile(
  [none, ...results]: readonly PluginResult[],
  counts: readonly number[],
): readonly [Verdict] | readonly [] {
  if (none === undefined) return [];
  const costs = results.map((result, index) => (1000 * (fastest(result) - fastest(none))) / (counts[index] ?? 0));
  const shown = (index: number): string => (counts.at(index) ?? 0).toLocaleString('en');
  const growth = (costs.at(-1) ?? Number.NaN) / (costs[0] ?? Number.NaN);
  const figures = costs.map((cost, index) => `${cost.toFixed(0)} µs at ${shown(index)}`).join(', ');
  const { target, met } = atMost(`cost per file at ${shown(-1)} against ${shown(0)}`, growth, FLAT);
  return [{ target, measured: `${growth.toFixed(2)} (${figures})`, met }];
}

/** The time of the fastest run, in milliseconds. */
function fastest({ fledge }: PluginResult): number {
  return minimum(fledge.samples.map(({ wall }) => wall));
}

function atMost(what: string, value: number, limit: number): Verdict {
  return { target: `${what} ≤ ${limit}`, measured: value.toFixed(limit < 100 ? 3 : 0), met: value <= limit };
}

function atLeast(what: string, value: number, limit: number): Verdict {
  return { target: `${what} ≥ ${limit}`, measured: value.toFixed(2), met: value >= limit };
}
