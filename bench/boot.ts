/**
 * Compares `fledge boot` with QEMU started by hand: the same kernel, initramfs and arguments, until the example http-server answers.
 * Then it boots a root image of 4 GiB, most of it a hole, and a small one.
 *
 *   node bench/boot.ts [--runs N] [--kernel FILE]
 *
 * It runs `dist/cli/index.js`, and needs QEMU, gcc, mke2fs, busybox-static, and a kernel in /boot.
 */
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type ClientRequest, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeGuestArchive } from '../src/boot/guest/archive.ts';
import { findMachineKernel } from '../src/boot/kernel/machine-kernels.ts';
import { guestPlanOf, prepareBoot } from '../src/boot/prepare.ts';
import { qemuArguments } from '../src/boot/vmm/qemu.ts';
import { silentReporter } from '../src/support/report/reporter.ts';
import { maximum, median, minimum } from './statistics.ts';

const fledge = fileURLToPath(new URL('../dist/cli/index.js', import.meta.url));
const example = fileURLToPath(new URL('../examples/http-server', import.meta.url));
const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, kernel: { type: 'string' } } });
const kernel = values.kernel ?? (await findMachineKernel('amd64')).path ?? '';
const directory = mkdtempSync(join(tmpdir(), 'fledge-bench-boot-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
const HAND_PORT = 18_080;
/** The time between two attempts to connect; one that waits does not delay the next one. */
const POLL_MS = 50;

/** The artifact of the example. */
function buildExample(): string {
  const plugin = join(directory, 'plugin');
  cpSync(example, plugin, { recursive: true });
  execFileSync('./build.sh', { cwd: plugin });
  execFileSync(process.execPath, [fledge, 'build', '--quiet'], { cwd: plugin });
  return join(plugin, 'plugin.cpio.gz');
}

/** The milliseconds of the whole command, and of the boot as it reports it. */
function bootWithFledge(artifact: string): { readonly wall: number; readonly boot: number } {
  const began = performance.now();
  const args = [fledge, 'boot', artifact, '--kernel', kernel, '--http', '/', '--json', '--quiet'];
  const result = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  return { wall: performance.now() - began, boot: result.boots[0].ms };
}

/** The arguments with which fledge would start QEMU, for a fixed port, and the files that they name. */
async function argumentsByHand(artifact: string): Promise<{ readonly program: string; readonly args: string[] }> {
  const options = { kernel, http: '/', vmm: 'qemu', volant: '0.6' } as const;
  const user = { env: process.env, reporter: silentReporter };
  const prepared = await prepareBoot({ path: artifact }, options, user);
  const { architecture, accelerator, cpus, memoryMiB, modules, commandLine, vmm } = prepared;
  const initrd = join(directory, 'initrd');
  const plan = guestPlanOf(prepared, options);
  await writeGuestArchive(initrd, { plan, platform: `linux/${architecture}`, modules }, { before: artifact });
  const args = qemuArguments({
    ...{ architecture, cpus, memoryMiB, kernel: prepared.kernel, initrd, scratch: directory },
    commandLine: commandLine.text,
    accelerator: accelerator.name,
    forwards: prepared.ports.map((guestPort) => ({ hostPort: HAND_PORT, guestPort })),
    interactive: false,
  });
  return { program: vmm.path, args };
}

/** Milliseconds from the start of QEMU to the first answer of 2xx. */
function bootByHand(program: string, args: readonly string[]): Promise<number> {
  const began = performance.now();
  const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'inherit'] });
  return new Promise((resolve, reject) => {
    let took: number | undefined;
    const open = new Set<ClientRequest>();
    const poll = setInterval(() => {
      const request = get({ host: '127.0.0.1', port: HAND_PORT, path: '/', agent: false }, (response) => {
        response.resume();
        const { statusCode = 0 } = response;
        if (statusCode < 200 || statusCode > 299 || took !== undefined) return;
        took = performance.now() - began;
        child.kill('SIGKILL');
      });
      open.add(request);
      request.on('error', () => {});
      request.on('close', () => open.delete(request));
    }, POLL_MS);
    child.on('error', reject);
    child.on('close', () => {
      clearInterval(poll);
      for (const request of open) request.destroy();
      if (took === undefined) reject(new Error('QEMU ended before the server answered'));
      else resolve(took);
    });
  });
}

/** A root image with a web server and without an agent, in a directory with its manifest. */
function makeImage(name: string, size: string): string {
  const tree = join(directory, 'tree');
  mkdirSync(join(tree, 'srv'), { recursive: true });
  for (const path of ['bin', 'proc', 'sys', 'dev', 'run', 'tmp']) mkdirSync(join(tree, path), { recursive: true });
  copyFileSync('/bin/busybox', join(tree, 'bin/busybox'));
  writeFileSync(join(tree, 'srv/index.html'), 'a page\n');
  const place = join(directory, name);
  mkdirSync(place);
  const image = join(place, 'image.img');
  execFileSync('mke2fs', ['-q', '-t', 'ext4', '-d', tree, image, size], { env: { PATH: '/usr/sbin:/usr/bin:/sbin' } });
  const workload = {
    entrypoint: ['/bin/busybox', 'httpd', '-f', '-p', '80', '-h', '/srv'],
    base_url: 'http://127.0.0.1:80',
  };
  writeFileSync(
    join(place, 'manifest.json'),
    JSON.stringify({ name, rootfs: { url: '/image.img', format: 'raw' }, workload }),
  );
  return image;
}

function show(title: string, samples: readonly number[], digits = 0): void {
  const [middle, least, most] = [median(samples), minimum(samples), maximum(samples)].map((n) => n.toFixed(digits));
  process.stdout.write(`| ${title} | ${middle} (${least}–${most}) |\n`);
}

const runs = Number(values.runs);
const artifact = buildExample();
const { program, args } = await argumentsByHand(artifact);
const hand: number[] = [];
const whole: number[] = [];
const reported: number[] = [];
for (let run = -1; run < runs; run++) {
  // The first run is a warm-up.
  const byHand = await bootByHand(program, args);
  const { wall, boot } = bootWithFledge(artifact);
  if (run < 0) continue;
  hand.push(byHand);
  whole.push(wall);
  reported.push(boot);
}
const sizes = ['64M', '4G'] as const;
const images = sizes.map((size) => makeImage(`image-${size}`, size));
const times = images.map((): number[] => []);
for (let run = -1; run < runs; run++) {
  for (const [index, image] of images.entries()) {
    const { wall } = bootWithFledge(image);
    if (run >= 0) times[index]?.push(wall);
  }
}
process.stdout.write(`| until the answer, ${runs} runs | ms: median (least–most) |\n| --- | ---: |\n`);
show('QEMU by hand', hand);
show('fledge boot, the machine', reported);
show('fledge boot, the whole command', whole);
show(
  'ratio of the whole command',
  whole.map((ms, run) => ms / (hand[run] ?? Number.NaN)),
  2,
);
for (const [index, size] of sizes.entries()) show(`fledge boot of an image of ${size}iB`, times[index] ?? []);
show(
  'ratio',
  (times[1] ?? []).map((ms, run) => ms / (times[0]?.[run] ?? Number.NaN)),
  2,
);
