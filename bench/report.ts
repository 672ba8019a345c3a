import { execFileSync } from 'node:child_process';
import { cpus, release } from 'node:os';
import { type PluginResult, type SideResult, timeRatios, type Verdict } from './cases.ts';
import { maximum, median, minimum } from './statistics.ts';

/** The machine in general terms: what the figures depend on, and not whose it is. */
export function describeMachine(cores: number): string {
  const kernel = release().split('.').slice(0, 2).join('.');
  const tools = ['gcc', 'cpio', 'gzip'].map((tool) => {
    const [line = ''] = execFileSync(tool, ['--version'], { encoding: 'utf8' }).split('\n');
    return `${tool} ${/\d+(\.\d+)+/.exec(line)?.[0]}`;
  });
  const model = cpus()[0]?.model.replace(/\s+/g, ' ');
  return [`${cores} cores (${model})`, `Linux ${kernel}`, `Node ${process.versions.node}`, ...tools].join(', ');
}

/** A Markdown table: times as median (min–max), memory as the peak. */
export function renderTable(results: readonly PluginResult[]): string {
  const rows = results.flatMap(({ plugin, fledge, stock }) => {
    const ratios = timeRatios({ fledge, stock });
    const time = `**${median(ratios).toFixed(2)}** (${minimum(ratios).toFixed(2)}–${maximum(ratios).toFixed(2)})`;
    const cpu = ratio(medianOf(fledge, 'cpu'), medianOf(stock, 'cpu'), 2);
    const memory = ratio(peakOf(fledge), peakOf(stock), 1);
    return [
      [plugin.title, 'fledge', ...columnsOf(fledge)],
      ['', 'stock', ...columnsOf(stock)],
      ['', 'ratio', time, cpu, memory, ratio(fledge.size, stock.size, 3)],
    ];
  });
  const header = ['plugin', '', 'wall, ms', 'CPU, ms', 'peak memory, MB', 'artifact, bytes'];
  return [header, ['---', '---', '---:', '---:', '---:', '---:'], ...rows]
    .map((cells) => `| ${cells.join(' | ')} |\n`)
    .join('');
}

export function renderVerdicts(verdicts: readonly Verdict[]): string {
  const rows = verdicts.map(({ target, measured, met }) => {
    const outcome = met === undefined ? 'not measurable here' : met ? 'met' : 'MISSED';
    return `| ${target} | ${measured} | ${outcome} |\n`;
  });
  return ['| target | measured | |\n', '| --- | --- | --- |\n', ...rows].join('');
}

function columnsOf(side: SideResult): readonly string[] {
  const spread = (key: 'wall' | 'cpu'): string => {
    const values = side.samples.map((sample) => sample[key]);
    return `${medianOf(side, key).toFixed(0)} (${minimum(values).toFixed(0)}–${maximum(values).toFixed(0)})`;
  };
  return [spread('wall'), spread('cpu'), peakOf(side).toFixed(0), side.size.toLocaleString('en')];
}

function medianOf({ samples }: SideResult, key: 'wall' | 'cpu'): number {
  return median(samples.map((sample) => sample[key]));
}

/** Looking every 5 ms can miss what the kernel's own figure of the largest process has seen. */
function peakOf({ samples, treeMemory }: SideResult): number {
  return Math.max(treeMemory, ...samples.map(({ rss }) => rss));
}

function ratio(a: number, b: number, digits: number): string {
  return (a / b).toFixed(digits);
}
