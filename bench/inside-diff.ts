/**
 * Compares `fledge diff` with the stock tools: two equal images against cmp(1), and two images that differ in 100 files against mounting
 * both and `diff -r --no-dereference`.
 *
 *   node bench/inside-diff.ts [--runs N] [--tree DIRECTORY]
 *
 * It runs `dist/cli/index.js`, and needs root, mke2fs and GNU time. The images contain a copy of the tree; default: /usr/share.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from './statistics.ts';

const fledge = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url));
const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, tree: { type: 'string', default: '/usr/share' } },
});
const directory = mkdtempSync(join(tmpdir(), 'fledge-bench-diff-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));

const MAKE_IMAGES = `
  export PATH="$PATH:/usr/sbin:/sbin"
  cp -a "$1" tree
  size=$(($(du -sm tree | cut -f1) * 5 / 4 + 64))
  make() { truncate -s "\${size}M" "$1"; mke2fs -qF -t ext4 -U 11111111-1111-1111-1111-111111111111 -d tree "$1"; }
  make left.img; cp --sparse=always left.img same.img
  find tree -type f -size +1k | sort | awk 'NR % 50 == 0' | head -100 | while read -r file; do
    printf CHANGED | dd of="$file" bs=1 seek=500 conv=notrunc status=none
  done
  make right.img; rm -r tree; mkdir a b
  cat left.img right.img same.img > /dev/null`;
const MOUNT_AND_DIFF = `
  mount -o ro,loop,noload left.img a && mount -o ro,loop,noload right.img b
  diff -r --no-dereference a b > /dev/null; status=$?; umount a b; exit $status`;

interface Run {
  readonly ms: number;
  /** In MB. */
  readonly memory: number;
}

function measure(command: string, args: readonly string[], expected: number): Run {
  const report = join(directory, 'time');
  const began = performance.now();
  const { status } = spawnSync('time', ['-o', report, '-f', '%M', command, ...args], {
    cwd: directory,
    stdio: 'ignore',
  });
  const ms = performance.now() - began;
  if (status !== expected) throw new Error(`${command} ${args.join(' ')}: status ${status}`);
  // GNU time writes a line about the status before the format.
  return { ms, memory: (Number(readFileSync(report, 'utf8').trim().split('\n').at(-1)) * 1024) / 1e6 };
}

mkdirSync(directory, { recursive: true });
execFileSync('bash', ['--norc', '-euc', MAKE_IMAGES, 'bash', values.tree], { cwd: directory });
const cases = [
  { name: 'equal', ours: 'same.img', stock: ['cmp', ['left.img', 'same.img']], status: 0, target: 1.1 },
  { name: '100 files differ', ours: 'right.img', stock: ['bash', ['-c', MOUNT_AND_DIFF]], status: 1, target: 1.5 },
] as const;
for (const { name, ours, stock, status, target } of cases) {
  const runs: { readonly ours: Run; readonly stock: Run }[] = [];
  // The first run warms the caches.
  for (let index = 0; index <= Number(values.runs); index++) {
    const run = {
      ours: measure(process.execPath, [fledge, 'diff', 'left.img', ours], status),
      stock: measure(stock[0], stock[1], status),
    };
    if (index > 0) runs.push(run);
  }
  const ms = (side: 'ours' | 'stock') => Math.round(median(runs.map((run) => run[side].ms)));
  const ratio = median(runs.map((run) => run.ours.ms / run.stock.ms)).toFixed(2);
  const memory = Math.round(Math.max(...runs.map((run) => run.ours.memory)));
  process.stdout.write(
    `${name}: fledge ${ms('ours')} ms, stock ${ms('stock')} ms, ratio ${ratio} (target ${target}), ${memory} MB\n`,
  );
}
