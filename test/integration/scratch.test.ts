import { execFileSync } from 'node:child_process';
import fs, {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { removeStaleScratch, scratchDirectory, scratchFile } from '../../src/support/files/scratch.ts';
import { asRoot } from '../helpers/process/root.ts';
import { testDirectory } from '../helpers/scratch.ts';

/** The name of old scratch of a build on another machine. */
const STALE = '.fledge-00000000-1-1-0123456789ab';

/** Creates stale scratch and returns its name: a file, or a directory with a file in it. */
function stale(directory: string, kind: 'file' | 'directory', label: string = kind): string {
  const path = join(directory, `${STALE}-${label}`);
  if (kind === 'directory') mkdirSync(join(path, 'below'), { recursive: true });
  writeFileSync(kind === 'directory' ? join(path, 'below/file') : path, '');
  makeOld(path);
  return `${STALE}-${label}`;
}

function makeOld(path: string): void {
  execFileSync('touch', ['--no-dereference', '--date=3 days ago', path]);
}

/** A directory with a file that must stay unchanged. */
function precious(): { readonly path: string; isIntact(): boolean } {
  const path = testDirectory();
  mkdirSync(join(path, 'below'));
  writeFileSync(join(path, 'below/file'), 'precious');
  return { path, isIntact: () => readFileSync(join(path, 'below/file'), 'utf8') === 'precious' };
}

describe('stale scratch of a killed build', () => {
  it('removes stale scratch of this user and keeps that of others', () => {
    const directory = testDirectory();
    stale(directory, 'file');
    stale(directory, 'directory');
    const foreign = [stale(directory, 'file', 'their-file'), stale(directory, 'directory', 'their-directory')];
    for (const name of foreign) asRoot('chown', ['-R', '65534:65534', join(directory, name)]);
    removeStaleScratch(directory);
    expect(readdirSync(directory).sort()).toEqual(foreign.sort());
    for (const name of foreign) asRoot('rm', ['-rf', join(directory, name)]);
  });

  it('does not remove a link with the name of scratch', () => {
    const directory = testDirectory();
    const kept = precious();
    symlinkSync(kept.path, join(directory, `${STALE}-link`));
    makeOld(join(directory, `${STALE}-link`));
    removeStaleScratch(directory);
    expect([readdirSync(directory), kept.isIntact()]).toEqual([[`${STALE}-link`], true]);
  });

  it.each([
    ['where everybody may rename it, a directory stays', 0o777, 1],
    ['where a group may, too', 0o770, 1],
    ['where only its owner may, as in /tmp, it goes', 0o1777, 0],
    ['in a directory of this user only, it goes', 0o700, 0],
  ])('removes a stale directory only where no other user may rename it: %s', (_, mode, left) => {
    const directory = testDirectory();
    stale(directory, 'file');
    const name = stale(directory, 'directory');
    chmodSync(directory, mode);
    removeStaleScratch(directory);
    expect(readdirSync(directory)).toEqual([name].slice(0, left));
  });

  it('keeps a directory in a directory of another user, who may have given it this name', () => {
    const directory = testDirectory();
    stale(directory, 'file');
    const name = stale(directory, 'directory');
    asRoot('chown', ['65534', directory]);
    removeStaleScratch(directory);
    expect(asRoot('ls', ['-A', directory]).toString()).toBe(`${name}\n`);
  });
});

describe('disposed scratch', () => {
  it('keeps a file that has replaced the scratch', () => {
    const directory = testDirectory();
    const kept = precious();
    const [linked, replaced] = [scratchDirectory(directory, 'linked'), scratchDirectory(directory, 'replaced')];
    for (const { path } of [linked, replaced]) renameSync(path, `${path}.moved`);
    symlinkSync(kept.path, linked.path);
    mkdirSync(replaced.path);
    writeFileSync(join(replaced.path, 'file'), '');
    for (const scratch of [linked, replaced]) scratch.dispose();
    expect(kept.isIntact()).toBe(true);
    expect(readdirSync(replaced.path)).toEqual(['file']);
    expect(existsSync(linked.path)).toBe(true);
  });

  it('removes scratch without following links, neither in its place nor inside of it', () => {
    const directory = testDirectory();
    const kept = precious();
    const file = scratchFile(directory, 'file');
    symlinkSync(join(kept.path, 'below/file'), file.path);
    const work = scratchDirectory(directory, 'work');
    symlinkSync(kept.path, join(work.path, 'directory'));
    symlinkSync(join(kept.path, 'below/file'), join(work.path, 'file'));
    file.dispose();
    work.dispose();
    expect([readdirSync(directory), kept.isIntact()]).toEqual([[], true]);
  });

  it('does not follow a link that replaces a directory during the removal', () => {
    const directory = testDirectory();
    const kept = precious();
    const work = scratchDirectory(directory, 'work');
    mkdirSync(join(work.path, 'inner/below'), { recursive: true });
    writeFileSync(join(work.path, 'inner/below/file'), '');
    let swaps = 0;
    const { readdirSync: read } = fs;
    // Between listing and use of the names: the moment of a possible race.
    const readAndSwap = (path: Parameters<typeof read>[0], options: object): unknown => {
      const names = Reflect.apply(read, fs, [path, options]);
      if (swaps === 0 && existsSync(join(String(path), 'inner'))) {
        swaps += 1;
        renameSync(join(work.path, 'inner'), join(directory, 'moved'));
        symlinkSync(kept.path, join(work.path, 'inner'));
      }
      return names;
    };
    Object.assign(fs, { readdirSync: readAndSwap });
    syncBuiltinESMExports();
    onTestFinished(() => {
      Object.assign(fs, { readdirSync: read });
      syncBuiltinESMExports();
    });
    work.dispose();
    expect([swaps, kept.isIntact(), existsSync(work.path)]).toEqual([1, true, false]);
  });

  it('removes scratch with any modes, names and depth', () => {
    const directory = testDirectory();
    const work = scratchDirectory(directory, 'work');
    writeFileSync(Buffer.from(`${work.path}/\xff\xfe`, 'latin1'), '');
    // Longer than the maximum path, as it is possible in an archive.
    const script = 'cd "$1"; for i in $(seq 30); do mkdir "$2" && cd "$2" || exit 1; done; : > file';
    execFileSync('bash', ['-c', script, 'bash', work.path, 'deep'.repeat(50)]);
    mkdirSync(join(work.path, 'closed/below'), { recursive: true });
    for (const path of ['closed/below', 'closed']) chmodSync(join(work.path, path), 0);
    chmodSync(work.path, 0o500);
    work.dispose();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('removes scratch for a user whom its modes exclude', () => {
    const directory = testDirectory();
    const script = `
      import { scratchDirectory } from ${JSON.stringify(new URL('../../src/support/files/scratch.ts', import.meta.url).href)};
      import { chmodSync, mkdirSync } from 'node:fs';
      const work = scratchDirectory(${JSON.stringify(directory)}, 'work');
      mkdirSync(work.path + '/closed/below', { recursive: true });
      for (const path of ['/closed/below', '/closed', '']) chmodSync(work.path + path, 0);
      work.dispose();`;
    const unprivileged = process.getuid?.() === 0 ? ['setpriv', '--inh-caps=-all', '--bounding-set=-all'] : [];
    const [file = '', ...args] = [...unprivileged, process.execPath, '--input-type=module', '--eval', script];
    execFileSync(file, args);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('keeps the contents of mounted file systems', () => {
    const directory = testDirectory();
    const kept = precious();
    const work = scratchDirectory(directory, 'work');
    mkdirSync(join(work.path, 'deep/mount'), { recursive: true });
    asRoot('mount', ['-t', 'tmpfs', 'tmpfs', join(work.path, 'deep/mount')]);
    onTestFinished(() => {
      asRoot('umount', [join(work.path, 'deep/mount')]);
    });
    asRoot('cp', ['-r', join(kept.path, 'below'), join(work.path, 'deep/mount')]);
    expect(() => work.dispose()).toThrow('ENOTEMPTY');
    expect(asRoot('cat', [join(work.path, 'deep/mount/below/file')]).toString()).toBe('precious');
  });
});
