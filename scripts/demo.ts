// Builds the plugins of examples/ with the committed bundle, and boots the results.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findKernel } from '../test/helpers/boot/kernels.ts';

interface Example {
  readonly what: string;
  /** Compiles or fetches what fledge.toml maps. */
  readonly prepare: readonly string[];
  readonly config: string;
  readonly artifact: string;
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const fledge = join(root, 'dist/cli/index.js');
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

build(webServer);
build(nginx);
boot(webServer);
boot(nginx);
say(`it works; the artifacts are ${webServer.artifact} and ${nginx.artifact}`);

function build({ what, prepare: [script = '', ...args], config, artifact }: Example): void {
  say(`${what}: ${[script, ...args].join(' ')}`);
  run(join(root, script), args);
  const output = join(root, artifact);
  mkdirSync(dirname(output), { recursive: true });
  say(`fledge build --config ${config} --output ${artifact}`);
  run(process.execPath, [fledge, 'build', '--config', join(root, config), '--output', output]);
}

function boot({ artifact }: Example): void {
  const args = ['boot', artifact, '--kernel', kernel, '--http', '/'];
  say(`fledge ${args.join(' ')}`);
  run(process.execPath, [fledge, ...args]);
}

function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', cwd: root });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

function say(text: string): void {
  process.stdout.write(`\n==> ${text}\n`);
}
