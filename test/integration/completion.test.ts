import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { programTree } from '../../scripts/pages/program-tree.ts';
import { allCommands } from '../../src/cli/command-tree.ts';
import { completionFor } from '../../src/cli/completion/shells.ts';
import { testDirectory } from '../helpers/scratch.ts';

/* The shells judge: each completes these lines in a directory with an image and two directories. */

const tree = programTree();

/** Lines, and the words that a shell offers for the last word of each, in the order of their bytes. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['fledge ', tree.commands.map(({ name }) => name).sort()],
  ['fledge bui', ['build']],
  ['fledge help bo', ['boot']],
  ['fledge build --pla', ['--platform']],
  ['fledge build --platform ', ['linux/amd64', 'linux/arm64']],
  ['fledge build --platform=linux/ar', ['linux/arm64']],
  ['fledge boot --vmm ', ['auto', 'cloud-hypervisor', 'qemu']],
  ['fledge boot --vmm qemu --vol', ['--volant']],
  ['fledge boot ng', ['nginx.img']],
  ['fledge boot -- app', ['app image.img']],
  ['fledge build -o ng', ['nginx.img']],
  ['fledge boot --modules ', ['my plugin', 'web']],
  ['fledge init ', ['my plugin', 'web']],
  ['fledge init --image nginx:alpine ', ['my plugin', 'web']],
  ['fledge init --name ', []],
  ['fledge completion ', ['bash', 'fish', 'zsh']],
];

function directory(): string {
  const made = testDirectory();
  for (const name of ['my plugin', 'web']) mkdirSync(join(made, name));
  for (const name of ['app image.img', 'nginx.img']) writeFileSync(join(made, name), '');
  return made;
}

/** Runs an interactive shell on a terminal, with this text typed. */
function type(shell: string, text: string, cwd: string): string {
  const env = { PATH: process.env['PATH'], HOME: cwd, ZDOTDIR: cwd, TERM: 'dumb', LC_ALL: 'C.UTF-8' };
  return execFileSync('script', ['-qec', shell, '/dev/null'], { cwd, env, input: text, encoding: 'utf8' });
}

/** The offered words. Shells add a space, a slash or an equals sign, and zsh quotes. */
function tidy(words: readonly string[]): string[] {
  const plain = words.map((word) => word.replace(/^--?[a-z-]+=(?=.)|[/= ]+$/g, '').replaceAll('\\', ''));
  return [...new Set(plain)].filter((word) => word !== '').sort();
}

const OFFERS: Readonly<Record<'bash' | 'zsh' | 'fish', (script: string) => string[][]>> = {
  // Ctrl-T inserts all words, and Ctrl-A goes to the start of the line. The result is printed in place of a command.
  bash(script) {
    const cwd = directory();
    writeFileSync(join(cwd, 'completion'), script);
    const setup = `source ./completion; show() { printf '<%s>' "$@"; echo; }; bind '"\\C-t": insert-completions'; PS1=; stty -echo\n`;
    const lines = CASES.map(([line]) => `${line}\x14\x01show \n`).join('');
    const shown = type('bash --norc --noprofile -i', `${setup}${lines}exit\n`, cwd);
    return [...shown.matchAll(/^<fledge>(.*)>\r$/gm)].map(([, words = ''], index) => {
      const typed = CASES[index]?.[0].split(' ').slice(1) ?? [];
      const found = words.slice(1).split('><');
      // Without an offer, bash leaves the word as it was.
      return found.slice(typed.length - 1).filter((word) => word !== typed.at(-1));
    });
  },
  // The function with which completions add words writes them to a file.
  zsh(script) {
    const cwd = directory();
    const found = join(testDirectory(), 'found');
    const code = join(testDirectory(), 'completion');
    writeFileSync(code, script);
    const setup = `autoload -Uz compinit; compinit -u -D; source '${code}'
compadd() { if [[ \${@[1,(i)(-|--)]} != *-(O|A|D)\\ * ]]; then local -a hits; builtin compadd -O hits "$@"; print -rl -- $hits >> '${found}'; fi; builtin compadd "$@" }
next() { print -r -- '=====' >> '${found}' }
PS1=; stty -echo
`;
    const lines = CASES.map(([line]) => `${line}\t\x01next \n`).join('');
    type('zsh -f -i', `${setup}${lines}exit\n`, cwd);
    const groups = readFileSync(found, 'utf8').split('=====\n');
    return groups.slice(0, -1).map((text) => text.split('\n'));
  },
  fish(script) {
    const cwd = directory();
    const asks = CASES.map(([line]) => `complete -C '${line}'; echo =====`).join('\n');
    const shown = execFileSync('fish', ['--no-config', '-c', `${script}\n${asks}`], {
      cwd,
      env: { PATH: process.env['PATH'], HOME: testDirectory(), LC_ALL: 'C.UTF-8' },
      encoding: 'utf8',
    });
    return shown
      .split('=====\n')
      .slice(0, -1)
      .map((text) => text.split('\n').map((line) => line.replace(/\t.*/, '')));
  },
};

describe('fledge completion', () => {
  it.each(['bash', 'zsh', 'fish'] as const)('%s completes commands, options, values and files', (shell) => {
    const offers = OFFERS[shell](completionFor(shell, tree));
    const shown = CASES.map(([line], index) => [line, tidy(offers[index] ?? [])]);
    expect(shown).toEqual(CASES);
  });

  it.each(['bash', 'zsh', 'fish'] as const)('the completion for %s has every command and every option', (shell) => {
    const script = completionFor(shell, tree);
    for (const { path, options } of allCommands(tree)) {
      for (const { long } of options) {
        const name = shell === 'fish' ? ` -l ${long?.slice(2)} ` : `${long}`;
        expect(
          script.includes(path.join(shell === 'zsh' ? '_' : ' ')) && script.includes(name),
          `${path} ${long}`,
        ).toBe(true);
      }
    }
  });
});
