import { spawnSync } from 'node:child_process';
import { cpus, release } from 'node:os';
import { type PluginResult, peakOf, type SideResult, timeRatios, type Verdict } from './cases.ts';
import { maximum, median, minimum } from './statistics.ts';

/** Tools and the options that print their versions. */
const TOOLS = ['gcc', 'cpio', 'gzip'].map((tool) => [tool, '--version'] as const);
const FILE_SYSTEM_TOOLS = [
  ['skopeo', '--version'],
  ['umoci', '--version'],
  ['/sbin/mke2fs', '-V'],
] as const;

/** The properties of the machine that affect the results, without its identity. */
export function describeMachine(cores: number, makesFileSystems: boolean): string {
  const kernel = release().split('.').slice(0, 2).join('.');
  const chosen = [...TOOLS, ...(makesFileSystems ? FILE_SYSTEM_TOOLS : [])];
  const tools = chosen.map(([tool, option]) => {
    const { stdout, stderr } = spawnSync(tool, [option], { encoding: 'utf8' });
    return `${tool} ${/\d+(\.\d+)+/.exec(`${stdout}${stderr}`)?.[0]}`;
  });
  const model = cpus()[0]?.model.replace(/\s+/g, ' ');
  return [`${cores} cores (${model})`, `Linux ${kernel}`, `Node ${process.versions.node}`, ...tools].join(', ');
}

/** A Markdown table: times as median (min–max), memory as the peak. */
export function renderTable(results: readonly PluginResult[]): string {
  const rows = results.flatMap((result) => {
    const { plugin, fledge, rivals } = result;
    const rivalRows = [...rivals].flatMap(([name, rival]) => {
      const ratios = timeRatios(result, name);
      const time = `**${median(ratios).toFixed(2)}** (${minimum(ratios).toFixed(2)}–${maximum(ratios).toFixed(2)})`;
      const cpu = ratio(medianOf(fledge, 'cpu'), medianOf(rival, 'cpu'), 2);
      const memory = ratio(peakOf(fledge), peakOf(rival), 1);
      return [
        ['', name, ...columnsOf(rival)],
        ['', rivals.size > 1 ? `ratio to ${name}` : 'ratio', time, cpu, memory, ratio(fledge.size, rival.size, 3)],
      ];
    });
    return [[plugin.title, 'fledge', ...columnsOf(fledge)], ...rivalRows];
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

function ratio(a: number, b: number, digits: number): string {
  return (a / b).toFixed(digits);
}
