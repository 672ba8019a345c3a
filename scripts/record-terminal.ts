/**
 * Builds and boots examples/http-server with the committed bundle, and draws what the terminal shows as animated pictures:
 * docs/pictures/terminal-light.svg and terminal-dark.svg. Needs what `npm run demo` needs.
 *
 *   node scripts/record-terminal.ts
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findKernel } from '../test/helpers/boot/kernels.ts';
import { drawTerminal, type Line, THEMES } from './terminal-picture.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bundle = join(root, 'dist/cli/index.js');
const COMMANDS = ['cat fledge.toml', 'fledge build', 'fledge boot plugin.cpio.gz --kernel vmlinuz --http /'];
/** Waiting times of the recording are shortened to this many seconds. */
const LONGEST_PAUSE = 0.7;
const TYPING_SECONDS = 0.5;

const directory = mkdtempSync(join(tmpdir(), 'fledge-recording-'));
try {
  await prepare();
  const lines: Line[] = [];
  let now = 0;
  for (const command of COMMANDS) {
    lines.push({ text: `$ ${command}`, at: now, kind: 'command' });
    now += TYPING_SECONDS;
    for (const { text, pause } of await run(command)) {
      now += Math.min(pause, LONGEST_PAUSE);
      lines.push({ text, at: now, kind: /^(?:•| {2})/.test(text) ? 'detail' : 'result' });
    }
    now += TYPING_SECONDS;
  }
  mkdirSync(join(root, 'docs/pictures'), { recursive: true });
  for (const [name, theme] of Object.entries(THEMES)) {
    writeFileSync(join(root, `docs/pictures/terminal-${name}.svg`), drawTerminal(lines, theme));
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}

/** A copy of the example with its programs and a kernel; its fledge.toml loses the comments. */
async function prepare(): Promise<void> {
  cpSync(join(root, 'examples/http-server'), directory, { recursive: true });
  execFileSync(join(directory, 'build.sh'));
  symlinkSync(await findKernel(), join(directory, 'vmlinuz'));
  const config = join(directory, 'fledge.toml');
  writeFileSync(config, readFileSync(config, 'utf8').replaceAll(/^#.*\n/gm, ''));
}

interface Output {
  readonly text: string;
  /** Seconds since the line before. */
  readonly pause: number;
}

/** The lines that a command prints. */
async function run(command: string): Promise<readonly Output[]> {
  const [program = '', ...args] = command.split(' ');
  const argv = program === 'fledge' ? [process.execPath, bundle, ...args] : [program, ...args];
  const child = spawn('sh', ['-c', 'exec "$@" 2>&1', 'sh', ...argv], {
    cwd: directory,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const lines: Output[] = [];
  let rest = '';
  let before = performance.now();
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    const complete = `${rest}${chunk}`.split('\n');
    rest = complete.pop() ?? '';
    for (const text of complete) {
      const now = performance.now();
      lines.push({ text: text.replaceAll(`${directory}/`, ''), pause: (now - before) / 1000 });
      before = now;
    }
  }
  await ended;
  if (child.exitCode !== 0) throw new Error(`${command} failed:\n${lines.map(({ text }) => text).join('\n')}`);
  return lines;
}
