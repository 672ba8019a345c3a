// Builds the plugins of examples/ with the committed bundle, and boots what they make.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startMachine } from '../test/helpers/qemu.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const example = join(root, 'examples', 'http-server');
const output = join(example, 'build', 'plugin.cpio.gz');

say('compiling the example: a web server and its agent');
run('sh', [join(example, 'build.sh')]);

say('fledge build --config examples/http-server --output examples/http-server/build/plugin.cpio.gz');
mkdirSync(dirname(output), { recursive: true });
run(process.execPath, [join(root, 'dist', 'cli', 'index.js'), 'build', '--config', example, '--output', output]);

say('booting it in qemu until it has served its page to itself');
const machine = await startMachine({
  initramfs: output,
  parameters: ['fledge.selfcheck'],
  onText: (text) => process.stdout.write(text),
});
try {
  await machine.waitFor(/self-check passed/);
} finally {
  await machine.stop();
}
say(`it works; the artifact is examples/http-server/build/plugin.cpio.gz`);

function run(command: string, args: readonly string[]): void {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', cwd: root });
  if (error !== undefined) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

function say(text: string): void {
  process.stdout.write(`\n==> ${text}\n`);
}
