// Builds the plugins of examples/ with the committed bundle, and boots the results.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findKernel, startMachine } from '../test/helpers/process/qemu.ts';

interface Example {
  readonly what: string;
  /** Compiles or fetches what fledge.toml maps. */
  readonly prepare: readonly string[];
  readonly config: string;
  readonly artifact: string;
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const kernel = await findKernel();

const webServer: Example = {
  what: 'a web server in C, as an initramfs',
  prepare: ['examples/http-server/build.sh'],
  config: 'examples/http-server',
  artifact: 'examples/http-server/build/plugin.cpio.gz',
};

const nginx: Example = {
  what: 'nginx from a container image of Debian packages, as a root file system',
  prepare: ['examples/nginx/build.sh'],
  config: 'examples/nginx',
  artifact: 'examples/nginx/build/nginx.img',
};

const loader: Example = {
  what: 'an initramfs that finds the root file system on a virtio disk',
  prepare: ['examples/nginx/loader/modules.sh', basename(kernel).replace('vmlinuz-', '')],
  config: 'examples/nginx/loader',
  artifact: 'examples/nginx/loader/build/plugin.cpio.gz',
};

build(webServer);
build(nginx);
build(loader);
await bootUntilPageIsServed({ initramfs: webServer.artifact });
await bootUntilPageIsServed({ initramfs: loader.artifact, disk: nginx.artifact });
say(`it works; the artifacts are ${webServer.artifact} and ${nginx.artifact}`);

function build({ what, prepare: [script = '', ...args], config, artifact }: Example): void {
  say(`${what}: ${[script, ...args].join(' ')}`);
  run(join(root, script), args);
  const output = join(root, artifact);
  mkdirSync(dirname(output), { recursive: true });
  say(`fledge build --config ${config} --output ${artifact}`);
  run(process.execPath, [join(root, 'dist/cli/index.js'), 'build', '--config', join(root, config), '--output', output]);
}

async function bootUntilPageIsServed({ initramfs, disk }: { initramfs: string; disk?: string }): Promise<void> {
  say(`booting ${disk ?? initramfs} in qemu until it has served its page to itself`);
  const machine = await startMachine({
    kernel,
    initramfs: join(root, initramfs),
    ...(disk !== undefined && { disk: join(root, disk) }),
    parameters: ['fledge.selfcheck'],
    onText: (text) => process.stdout.write(text),
  });
  try {
    await machine.waitFor(/<title>Hello from /);
    await machine.waitFor(/self-check passed/);
  } finally {
    await machine.stop();
  }
}

function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', cwd: root });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

function say(text: string): void {
  process.stdout.write(`\n==> ${text}\n`);
}
