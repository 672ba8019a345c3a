import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allBlocks, brokenLink, localLinks, pages, proseOf, REPOSITORY } from '../helpers/documents/documents.ts';
import { complaintAbout, fledgeArguments } from '../helpers/documents/parse-command.ts';
import { commandsOf } from '../helpers/documents/shell-words.ts';

/* What the documents tell a reader to open and to type. */

describe('links between the documents', () => {
  it.each(pages())('the links of %s lead to existing files and headings', (page) => {
    expect(localLinks(page).flatMap((link) => brokenLink(page, link) ?? [])).toEqual([]);
  });

  it('docs/README.md lists every page of docs/', () => {
    const listed = localLinks('docs/README.md').map((link) => join('docs', link.split('#')[0] ?? ''));
    const missing = pages().filter((page) => page.startsWith('docs/') && page !== 'docs/README.md');
    expect(missing.filter((page) => !listed.includes(page))).toEqual([]);
  });

  it('README.md is a short page', () => {
    expect(readFileSync(join(REPOSITORY, 'README.md'), 'utf8').split('\n').length).toBeLessThanOrEqual(160);
  });
});

/**
 * Programs of the commands in the documents, and the reason why no test runs these commands. Commands of fledge are parsed by the
 * command line itself; blocks of the language `console` are run by test/integration/document-examples.test.ts.
 */
const NOT_RUN: Readonly<Record<string, string>> = {
  alias: 'sets an alias of the shell',
  'apt-get': 'changes the machine; scripts/setup.sh has the same packages',
  apk: 'changes the machine, and belongs to another distribution',
  brew: 'macOS only',
  cargo: 'needs a Rust project of the reader',
  cat: 'writes a file of the example',
  cd: 'changes the directory of the block only',
  chmod: 'belongs to a script that fledge replaces',
  cp: 'copies files of the example',
  cpio: 'belongs to a script that fledge replaces',
  curl: 'needs the internet',
  docker: 'needs a daemon and a published image; arguments of fledge in it are parsed',
  dnf: 'changes the machine, and belongs to another distribution',
  echo: 'prints a text',
  find: 'belongs to a script that fledge replaces',
  export: 'sets a variable of the block only',
  gcc: 'needs a program of the reader',
  gh: 'needs GitHub',
  git: 'needs a repository of the reader',
  go: 'needs a Go project of the reader',
  gzip: 'belongs to a script that fledge replaces',
  helm: 'needs a cluster',
  id: 'prints the number of the user',
  install: 'changes the machine',
  jq: 'filters the result of a command of fledge',
  kubectl: 'needs a cluster',
  ldd: 'reads a program of the reader',
  limactl: 'macOS only',
  'mkfs.ext4': 'belongs to a script that fledge replaces',
  ln: 'changes the machine',
  mkdir: 'makes a directory of the example',
  multipass: 'macOS and Windows only',
  podman: 'needs a published image; arguments of fledge in it are parsed',
  sed: 'changes a file of the example',
  sha256sum: 'reads the outputs of a build; test/e2e runs it on them',
  source: 'reads a file of the shell',
  stat: 'prints the group of a device',
  tr: 'filters the result of a command',
  truncate: 'belongs to a script that fledge replaces',
  tar: 'unpacks a download',
  uname: 'prints the architecture of the machine',
  volar: 'needs a host with Volant',
  wc: 'counts lines of the example',
  wsl: 'Windows only',
};

/** The programs of the repository that commands start, each with the words after it. */
const OWN_PROGRAMS: Readonly<Record<string, (words: readonly string[], page: string) => boolean>> = {
  npm: ([verb = '', name = '']) => (verb === 'run' ? name in packageScripts() : NPM_VERBS.includes(verb)),
  npx: ([name = '']) => existsSync(join(REPOSITORY, 'node_modules/.bin', name)),
  node: ([path = '']) => existsSync(join(REPOSITORY, path.replace(/^fledge-action\//, ''))),
};

const NPM_VERBS = ['audit', 'ci', 'deprecate', 'init', 'install', 'link', 'login', 'pkg', 'publish', 'test', 'trust'];

describe('commands in the documents', () => {
  const commands = allBlocks('bash', 'sh', 'console').flatMap(({ page, line, language, text }) =>
    commandsOf(language === 'console' ? typedIn(text) : text).map((words) => ({
      place: `${page}:${line}`,
      page,
      words,
    })),
  );

  it('the documents have many commands', () => {
    expect(commands.length).toBeGreaterThan(60);
  });

  it('the command line accepts every command of fledge', async () => {
    const complaints = await Promise.all(
      commands.map(async ({ place, words }) => {
        const args = fledgeArguments(words);
        const complaint = args === undefined ? undefined : await complaintAbout(args);
        return complaint === undefined ? [] : [`${place}: ${words.join(' ')}: ${complaint}`];
      }),
    );
    expect(complaints.flat()).toEqual([]);
  });

  it('the command line refuses a command or an option that it does not have', async () => {
    for (const args of [['biuld'], ['build', '--no-such'], ['diff', 'one'], ['build', '--verify', 'all']]) {
      expect(await complaintAbout(args)).toBeDefined();
    }
  });

  it('the command line accepts the commands in the picture of README.md, which is the same in both themes', async () => {
    const [light, dark] = ['light', 'dark'].map((theme) => textOfPicture(`docs/pictures/terminal-${theme}.svg`));
    expect(light).toEqual(dark);
    const shown = (light ?? []).filter((line) => line.startsWith('$ fledge')).map((line) => line.split(' ').slice(2));
    expect(shown.length).toBeGreaterThan(1);
    for (const args of shown) expect(await complaintAbout(args), args.join(' ')).toBeUndefined();
  });

  it('every other command is one of the repository, or is not run for a reason', () => {
    const unknown = commands.filter(({ words: [program = '', ...words], page }) => {
      if (fledgeArguments([program, ...words]) !== undefined || program in NOT_RUN) return false;
      const own = OWN_PROGRAMS[program];
      if (own !== undefined) return !own(words, page);
      return ![join(REPOSITORY, program), join(REPOSITORY, dirname(page), program)].some((path) => existsSync(path));
    });
    expect(unknown.map(({ place, words }) => `${place}: ${words.join(' ')}`)).toEqual([]);
  });

  it('every command of fledge in a sentence has only existing options', async () => {
    const wrong: string[] = [];
    for (const page of pages()) {
      for (const [, text = ''] of proseOf(page).matchAll(/`fledge ([a-z]+(?: [^`\n]*)?)`/g)) {
        const [command = '', ...words] = text.split(/\s+/);
        for (const option of words.filter((word) => /^--?[a-z][a-z-]*$/.test(word))) {
          const complaint = await complaintAbout([command, option]);
          if (complaint?.includes('unknown')) wrong.push(`${page}: fledge ${text}: ${complaint}`);
        }
        const complaint = await complaintAbout([command, '--help']);
        if (complaint !== undefined) wrong.push(`${page}: fledge ${text}: ${complaint}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

function textOfPicture(path: string): readonly string[] {
  const texts = readFileSync(join(REPOSITORY, path), 'utf8').matchAll(/<text [^>]*>(.*)<\/text>/g);
  return [...texts].map(([, content = '']) => content.replaceAll(/<[^>]*>/g, ''));
}

function typedIn(console: string): string {
  return console
    .split('\n')
    .filter((line) => line.startsWith('$ '))
    .map((line) => line.slice(2))
    .join('\n');
}

function packageScripts(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')).scripts;
}
