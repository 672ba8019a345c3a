import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { InspectedEntry } from '../../src/compare/inspect.ts';
import { fakeElf } from '../helpers/elf.ts';
import { type Workspace, workspace } from '../helpers/process/cli.ts';

/** Names as bytes, one character each; the last one is valid UTF-8. */
const NAMES = ['plain', 'a b', 'new\nline', '\xff\xfe', 'back\\slash', ' -> ', "'", '\x1b[31m', '\xc3\xbc'];

/** A built plugin with an entry of every kind. */
async function builtPlugin(): Promise<Workspace> {
  const place = workspace({
    'fledge.toml': `version = "1"
strategy = "initramfs"
[agent]
source_strategy = "local"
path = "kestrel"
[source]
busybox_url = "/bin/busybox"
[mappings]
"names" = "/srv/names"
"tool" = "/srv/tool"
"lib.so.1" = "/usr/lib/"
`,
    kestrel: fakeElf({ payload: Buffer.from('agent') }),
    tool: '#!/bin/sh\n',
    'lib.so.1': 'a library\n',
  });
  const directory = join(place.plugin, 'names');
  mkdirSync(join(directory, 'empty'), { recursive: true });
  for (const name of NAMES) {
    writeFileSync(inDirectory(directory, name), `${name}\n`);
    symlinkSync(Buffer.from(name, 'latin1'), inDirectory(directory, `link to ${name}`));
  }
  chmodSync(inDirectory(directory, 'a b'), 0o700);
  expect(await place.run(['build', '--platform', 'linux/amd64'])).toMatchObject({ status: 0 });
  return place;
}

function inDirectory(directory: string, name: string): Buffer {
  return Buffer.concat([Buffer.from(`${directory}/`), Buffer.from(name, 'latin1')]);
}

describe('an artifact', () => {
  it('the artifact is one gzip member without name and time that passes gzip --test', async () => {
    const { plugin } = await builtPlugin();
    execFileSync('gzip', ['--test', 'plugin.cpio.gz'], { cwd: plugin });
    const header = readFileSync(join(plugin, 'plugin.cpio.gz')).subarray(0, 10);
    // RFC 1952: magic, deflate, no flags, no time.
    expect([...header.subarray(0, 8)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
    // gzip reads the size from the last member only.
    const listed = shell(plugin, 'gzip --list --quiet plugin.cpio.gz').trim().split(/\s+/);
    expect(listed[1]).toBe(shell(plugin, 'gzip -dc plugin.cpio.gz | wc -c').trim());
  });

  it('GNU cpio lists the artifact as fledge inspect lists it', async () => {
    const place = await builtPlugin();
    const inspected = await place.run(['inspect', 'plugin.cpio.gz', '/']);
    expect(inspected).toMatchObject({ status: 0, stderr: '' });
    const lines = inspected.stdout.trimEnd().split('\n').map(asCpioWrites);
    const listed = shell(place.plugin, 'gzip -dc plugin.cpio.gz | cpio --list --verbose --numeric-uid-gid --quiet')
      // Without the date, whose format depends on the time of today.
      .replace(/^(\S{10}) +(\d+) (\d+) +(\d+) +(\d+)(?:, +(\d+))? .{12} /gm, (_, mode, links, uid, gid, size, minor) => {
        return `${mode} ${links} ${uid} ${gid} ${size}${minor === undefined ? '' : `, ${minor}`} `;
      });
    expect(lines.join('\n')).toBe(listed.trimEnd());
    expect(lines.length).toBeGreaterThan(250);
  });

  it('the artifact holds the names in byte order, with parents first', async () => {
    const place = await builtPlugin();
    const names = shell(place.plugin, 'gzip -dc plugin.cpio.gz | cpio --list --null --quiet').split('\0').slice(0, -1);
    expect(names[0]).toBe('.');
    expect(names.slice(1)).toEqual(names.slice(1).toSorted());
    const entries = await inspect(place, 'plugin.cpio.gz');
    expect(entries.map(({ path }) => (path === '/' ? '.' : asBytes(path.slice(1))))).toEqual(names);
  });

  it('GNU cpio extracts the files that fledge inspect lists, with their contents', async () => {
    const place = await builtPlugin();
    const out = join(place.root, 'extracted');
    mkdirSync(out);
    const script = `gzip -dc ../plugin/plugin.cpio.gz |
      cpio --extract --make-directories --preserve-modification-time --no-absolute-filenames --quiet
      find . -printf '%y %m %U %G %n %s %T@ %p %l\\0'`;
    const found = execFileSync('fakeroot', ['sh', '-c', script], { cwd: out, env: JUDGE_ENVIRONMENT });
    const files = found.toString('latin1').split('\0').slice(0, -1);
    const entries = await inspect(place, 'plugin.cpio.gz');
    const expected = entries.map(asFindWrites);
    expect(files.map(comparable).sort()).toEqual(expected.map(comparable).sort());

    execFileSync('cmp', [join(out, 'bin/busybox'), '/bin/busybox']);
    execFileSync('cmp', [join(out, 'bin/kestrel'), join(place.plugin, 'kestrel')]);
    execFileSync('diff', ['--recursive', '--no-dereference', join(out, 'srv/names'), join(place.plugin, 'names')]);
  });

  it('inspect lists an uncompressed archive the same way', async () => {
    const place = await builtPlugin();
    shell(place.plugin, 'gzip -dc plugin.cpio.gz > plain.cpio');
    expect(await inspect(place, 'plain.cpio')).toEqual(await inspect(place, 'plugin.cpio.gz'));
  });
});

const JUDGE_ENVIRONMENT = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };

/** The output of a shell command, one character per byte. */
function shell(cwd: string, command: string): string {
  return execFileSync('sh', ['-c', command], { cwd, env: JUDGE_ENVIRONMENT }).toString('latin1');
}

async function inspect(place: Workspace, artifact: string): Promise<InspectedEntry[]> {
  const { status, stdout } = await place.run(['inspect', artifact, '--json']);
  expect(status).toBe(0);
  return JSON.parse(stdout).entries;
}

/** The bytes behind the escapes of fledge inspect, one character each. */
function asBytes(text: string): string {
  return Buffer.from(text, 'utf8')
    .toString('latin1')
    .replace(/\\(?:\\|x([0-9a-f]{2}))/g, (_, hex) =>
      hex === undefined ? '\\' : String.fromCharCode(Number.parseInt(hex, 16)),
    );
}

/** A line of fledge inspect in the format of `cpio --list --verbose`, without the date. */
function asCpioWrites(line: string): string {
  const pattern = /^(\S{10}) +(\d+) (\d+):(\d+) +(\d+(?:, \d+)?) 2024-01-01 00:00 \/(.*)$/;
  const [, mode, links, uid, gid, size, path = ''] = pattern.exec(line) ?? [];
  return `${mode} ${links} ${uid} ${gid} ${size} ${path === '' ? '.' : asBytes(path)}`;
}

const LETTERS: Readonly<Record<InspectedEntry['kind'], string>> = {
  file: 'f',
  directory: 'd',
  symlink: 'l',
  'char-device': 'c',
  'block-device': 'b',
  fifo: 'p',
  socket: 's',
};

function asFindWrites({ kind, mode, uid, gid, links, size, mtime, path, target = '' }: InspectedEntry): string {
  const time = `${mtime}.0000000000`;
  const name = path === '/' ? '.' : `.${asBytes(path)}`;
  const bits = Number.parseInt(mode, 8).toString(8);
  return `${LETTERS[kind]} ${bits} ${uid} ${gid} ${links} ${size} ${time} ${name} ${asBytes(target)}`;
}

/**
 * Without what depends on the file system (links and size of a directory), and what GNU cpio does not restore: the
 * times of links, and those of directories, which it changes afterwards.
 */
function comparable(line: string): string {
  return line.replace(/^(d \S+ \S+ \S+) \S+ \S+ \S+/, '$1 - - -').replace(/^(l \S+ \S+ \S+ \S+ \S+) \S+/, '$1 -');
}
