import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs, {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { lockDirectory } from '../../src/support/files/directory-lock.ts';
import { type OutputFile, OutputSet } from '../../src/support/files/output-set.ts';
import {
  removeStaleScratch,
  scratchDirectory,
  scratchFile,
  setTemporaryRoot,
  temporaryDirectory,
} from '../../src/support/files/scratch.ts';
import { placeFile } from '../../src/support/files/write-file.ts';
import { ChildEnvironment, run } from '../../src/support/process/exec.ts';
import { findOnPath } from '../../src/support/process/search-path.ts';
import { asRoot } from '../helpers/process/root.ts';
import { testDirectory } from '../helpers/scratch.ts';

const HOLDER = fileURLToPath(new URL('support-lock-child.ts', import.meta.url));
const MIB = 1024 * 1024;
const ENV = new ChildEnvironment({ PATH: process.env['PATH'] ?? '' });

describe('run', () => {
  it('run returns both streams, passes input, and uses no shell', async () => {
    const { stdout, stderr } = await run('sh', ['-c', 'cat; echo "$1" >&2', 'sh', '$HOME; *'], {
      env: ENV,
      input: 'in',
    });
    expect(stdout.toString()).toBe('in');
    expect(stderr).toBe('$HOME; *\n');
  });

  it('run reports status, signal and the last lines of stderr', async () => {
    await expect(run('sh', ['-c', 'echo why >&2; exit 7'], { env: ENV })).rejects.toThrow(
      'sh ended with status 7:\nwhy',
    );
    await expect(run('sh', ['-c', 'kill -9 $$'], { env: ENV })).rejects.toThrow('sh was killed by SIGKILL');
    await expect(run('/no/such/tool', [], { env: ENV })).rejects.toMatchObject({
      code: 'tool',
      message: expect.stringContaining('cannot start /no/such/tool'),
      fix: 'check that /no/such/tool is installed and executable',
    });
  });

  it('run shows only the end of a long stderr', async () => {
    const error = await run('sh', ['-c', 'seq 100000 >&2; exit 1'], { env: ENV }).catch((caught: Error) => caught);
    expect(String(error).length).toBeLessThan(5000);
    expect(String(error)).toMatch(/99999\n100000$/);
  });

  it('run kills a tool with its children on timeout and abort', async () => {
    const directory = testDirectory();
    const script = `sleep 1000 & echo $! > ${JSON.stringify(join(directory, 'pid'))}; echo started; wait`;
    await expect(run('sh', ['-c', script], { env: ENV, timeoutMs: 300 })).rejects.toThrow(
      'sh did not end within 0.3 s',
    );
    await vi.waitFor(() => expect(isAlive(join(directory, 'pid'))).toBe(false), { interval: 10, timeout: 5000 });
    const controller = new AbortController();
    const running = run('sh', ['-c', 'echo; exec sleep 1000'], { env: ENV, signal: controller.signal });
    controller.abort();
    await expect(running).rejects.toThrow('sh was stopped');
    await expect(run('true', [], { env: ENV, signal: controller.signal })).rejects.toThrow('aborted');
  });

  it('run waits for a tool that has become root and cannot be killed, like sudo', () => {
    const directory = testDirectory();
    chmodSync(directory, 0o755);
    // The checkout may be unreadable for other users, such as below /root.
    cpSync(fileURLToPath(new URL('../../src/support', import.meta.url)), join(directory, 'support'), {
      recursive: true,
    });
    copyFileSync(process.execPath, join(directory, 'node'));
    const becomeRoot = join(directory, 'become-root');
    // Like sudo: a setuid program that changes all its ids to root before it runs the command.
    asRoot('install', ['--owner=root', '--mode=4755', '/usr/bin/setpriv', becomeRoot]);
    const script = `
      import { ChildEnvironment, run } from ${JSON.stringify(join(directory, 'support/process/exec.ts'))};
      const controller = new AbortController();
      const running = run(${JSON.stringify(becomeRoot)}, ['--reuid=0', '--clear-groups', 'sh', '-c', 'echo started; sleep 0.2'], {
        env: new ChildEnvironment({ PATH: '/usr/bin:/bin' }),
        signal: controller.signal,
        onLine: () => controller.abort(),
      });
      running.catch((error) => console.log(error.message));`;
    const unprivileged = process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--clear-groups'] : [];
    const [file = '', ...args] = [...unprivileged, join(directory, 'node'), '--input-type=module', '--eval', script];
    expect(execFileSync(file, args, { cwd: '/', encoding: 'utf8', stdio: 'pipe' })).toBe(`${becomeRoot} was stopped\n`);
  });

  it('run stops a tool that prints without end', async () => {
    await expect(run('yes', [], { env: ENV })).rejects.toThrow('yes printed more than 67108864 bytes');
  });

  it('run accepts a tool that reads no input', async () => {
    await expect(run('true', [], { env: ENV, input: Buffer.alloc(10_000_000) })).resolves.toMatchObject({ stderr: '' });
  });
});

describe('findOnPath', () => {
  it('findOnPath finds executable files, and neither directories nor other files', async () => {
    const directory = testDirectory();
    mkdirSync(join(directory, 'tool-directory'));
    writeFileSync(join(directory, 'tool-text'), '', { mode: 0o644 });
    writeFileSync(join(directory, 'tool-program'), '', { mode: 0o755 });
    const path = process.env['PATH'];
    process.env['PATH'] = `relative:${directory}:${path}`;
    try {
      expect(await findOnPath('tool-directory')).toBeUndefined();
      expect(await findOnPath('tool-text')).toBeUndefined();
      expect(await findOnPath('tool-program')).toBe(join(directory, 'tool-program'));
      expect(await findOnPath(join(directory, 'tool-program'))).toBe(join(directory, 'tool-program'));
    } finally {
      process.env['PATH'] = path;
    }
  });
});

describe('OutputSet', () => {
  it('shows no output file before all are complete, and then all of them with sizes and digests', async () => {
    const directory = testDirectory();
    writeFileSync(join(directory, 'b'), 'old');
    const outputs = new OutputSet(directory);
    const a = outputs.create('a');
    const b = outputs.create('b');
    const writer = a.inOrder();
    writer.write(Buffer.from('one '));
    writer.write(Buffer.from('two'));
    b.inOrder().write(Buffer.from('new'));
    expect(await a.close()).toEqual({ path: join(directory, 'a'), size: 7, sha256: sha256sum('one two') });
    await b.close();
    expect(visibleFiles(directory)).toEqual({ b: 'old' });
    await outputs.publish();
    outputs.discard();
    expect(allFiles(directory)).toEqual({ a: 'one two', b: 'new' });
  });

  it('hashes large files while they are written and leaves nothing when they are discarded', async () => {
    const directory = testDirectory();
    const outputs = new OutputSet(directory);
    const half = Buffer.alloc(20 * MIB, 'half of it, ');
    const write = (name: string): OutputFile => {
      const file = outputs.create(name);
      const writer = file.inOrder();
      writer.write(half);
      writer.hole(100 * MIB);
      writer.write(half);
      return file;
    };
    const size = 140 * MIB;
    const sha256 = sha256sum(Buffer.concat([half, Buffer.alloc(100 * MIB), half]));
    expect(await write('a').close()).toEqual({ path: join(directory, 'a'), size, sha256 });
    await outputs.publish();
    expect(sha256sum(readFileSync(join(directory, 'a')))).toBe(sha256);
    expect(statSync(join(directory, 'a')).blocks * 512).toBeLessThan(60 * MIB);
    write('b');
    outputs.discard();
    expect(readdirSync(directory)).toEqual(['a']);
  });

  it.each([
    ['keep', 60 * MIB],
    ['fill', 200 * MIB],
  ] as const)('keeps the holes that a program has written or fills them: %s', async (holes, most) => {
    const directory = testDirectory();
    const outputs = new OutputSet(directory);
    const file = outputs.create('a');
    const script = 'head -c 41000000 /dev/zero | tr "\\0" x | dd of="$0" bs=1M seek=100 conv=notrunc status=none';
    const output = file.inAnyOrder();
    execFileSync('sh', ['-c', script, output.path]);
    await output.finish({ holes });
    const size = 100 * MIB + 41_000_000;
    const sha256 = sha256sum(Buffer.concat([Buffer.alloc(100 * MIB), Buffer.alloc(41_000_000, 'x')]));
    expect(await file.close()).toEqual({ path: join(directory, 'a'), size, sha256 });
    await outputs.publish();
    expect(sha256sum(readFileSync(join(directory, 'a')))).toBe(sha256);
    const { blocks } = statSync(join(directory, 'a'));
    expect(blocks * 512).toBeLessThan(most);
    if (holes === 'fill') expect(blocks * 512).toBeGreaterThanOrEqual(size);
  });

  it('creates files with the permissions that the umask allows', async () => {
    const directory = testDirectory();
    const umask = process.umask(0o027);
    try {
      const outputs = new OutputSet(directory);
      await outputs.create('a').close();
      await outputs.publish();
    } finally {
      process.umask(umask);
    }
    expect(statSync(join(directory, 'a')).mode & 0o777).toBe(0o640);
  });

  it('publishes files that were written in any order or by a program', async () => {
    const directory = testDirectory();
    const outputs = new OutputSet(directory);
    const a = outputs.create('a');
    const inAnyOrder = a.inAnyOrder();
    inAnyOrder.writeAt(Buffer.from('two'), 4);
    inAnyOrder.writeAt(Buffer.from('one '), 0);
    await inAnyOrder.finish({ holes: 'keep' });
    expect(await a.close()).toEqual({ path: join(directory, 'a'), size: 7, sha256: sha256sum('one two') });
    const b = outputs.create('b');
    const ofProgram = b.inAnyOrder();
    execFileSync('truncate', ['-s', '5M', ofProgram.path]);
    await ofProgram.finish({ holes: 'fill' });
    expect(await b.close()).toMatchObject({ size: 5_242_880, sha256: sha256sum('\0'.repeat(5_242_880)) });
    await outputs.publish();
    expect(statSync(join(directory, 'b')).blocks).toBeGreaterThanOrEqual(10_240);
  });

  it.each([
    ['another file', 'rm "$1"; echo other > "$1"'],
    ['a link', 'mv "$1" "$1.moved"; ln -s "$1.moved" "$1"'],
    ['a file with two names', 'ln "$1" "$1.second"'],
    ['nothing', 'rm "$1"'],
  ])('refuses a file when a program has left %s in its place', async (_, script) => {
    const outputs = new OutputSet(testDirectory());
    const file = outputs.create('a');
    const output = file.inAnyOrder();
    execFileSync('sh', ['-c', script, 'sh', output.path]);
    await expect(output.finish({ holes: 'keep' })).rejects.toMatchObject({
      code: 'tool',
      message: `cannot use ${file.scratchPath}: another process replaced the output file during the build`,
    });
    outputs.discard();
  });

  it('allows only one way to write a file', () => {
    const outputs = new OutputSet(testDirectory());
    const file = outputs.create('a');
    file.inOrder();
    expect(() => file.inAnyOrder()).toThrow('a is already written in order');
    outputs.discard();
  });

  it('keeps the old files when the new ones are discarded', () => {
    const directory = testDirectory();
    writeFileSync(join(directory, 'a'), 'old');
    const outputs = new OutputSet(directory);
    outputs.create('a').inOrder().write(Buffer.from('half'));
    outputs.discard();
    expect(allFiles(directory)).toEqual({ a: 'old' });
  });

  it('restores all old files when one of the new ones cannot be renamed', async () => {
    const directory = testDirectory();
    writeFileSync(join(directory, 'a'), 'old');
    const outputs = new OutputSet(directory);
    for (const name of ['a', 'new', 'b']) {
      const file = outputs.create(name);
      file.inOrder().write(Buffer.from('x'));
      await file.close();
    }
    mkdirSync(join(directory, 'b'));
    await expect(outputs.publish()).rejects.toThrow(`cannot write ${join(directory, 'b')}`);
    outputs.discard();
    expect(readdirSync(directory).sort()).toEqual(['a', 'b']);
    expect(readFileSync(join(directory, 'a'), 'utf8')).toBe('old');
  });

  it('waits for another build that writes to the same directory', async () => {
    const directory = testDirectory();
    const turns: string[] = [];
    const another = spawn(process.execPath, [HOLDER, directory], { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => {
      another.kill('SIGKILL');
    });
    await once(another.stdout, 'data');
    const waiting = ['a', 'b', 'c'].map(async (name) => {
      const outputs = new OutputSet(directory);
      await outputs.create(name).close();
      await outputs.publish();
      turns.push(name);
    });
    // Other directories are not locked.
    await (await lockDirectory(testDirectory()))();
    expect([turns, visibleFiles(directory)]).toEqual([[], {}]);
    // The kernel releases the lock of a killed process.
    another.kill('SIGKILL');
    await Promise.all(waiting);
    expect(turns.toSorted()).toEqual(['a', 'b', 'c']);
    expect(allFiles(directory)).toEqual({ a: '', b: '', c: '' });
  });

  it('does not wait for another user who holds the name of the lock', async () => {
    const directory = testDirectory();
    const { dev, ino } = statSync(directory, { bigint: true });
    const user = process.geteuid?.();
    // The names that are tried; the last one stays free.
    const names = [0, 1, 2].map((turn) => `\\0fledge/${user}/${dev}/${ino}/${turn}`);
    const script = `
      const { createServer } = require('node:net');
      let missing = ${names.length};
      for (const name of [${names.map((name) => `'${name}'`).join(', ')}]) {
        createServer().listen(name, () => { if (--missing === 0) console.log('taken'); });
      }`;
    const node = join(testDirectory(), 'node');
    copyFileSync(process.execPath, node);
    chmodSync(dirname(node), 0o755);
    const program = ['--reuid=65534', '--clear-groups', node, '--eval', script];
    const other =
      user === 0
        ? spawn('setpriv', program, { cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] })
        : spawn('sudo', ['-n', 'setpriv', ...program], { cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] });
    onTestFinished(() => {
      asRoot('kill', [String(other.pid)]);
    });
    await once(other.stdout, 'data');
    // Builds of this user still exclude each other.
    const turns: string[] = [];
    const unlock = await lockDirectory(directory);
    const waiting = lockDirectory(directory).then((release) => {
      turns.push('second');
      release();
    });
    await lockDirectory(testDirectory()).then((release) => release());
    turns.push('first');
    unlock();
    await waiting;
    expect(turns).toEqual(['first', 'second']);
  });

  it('replaces plain files only', () => {
    const directory = testDirectory();
    mkdirSync(join(directory, 'directory'));
    symlinkSync('elsewhere', join(directory, 'link'));
    execFileSync('mkfifo', [join(directory, 'fifo')]);
    const outputs = new OutputSet(directory);
    expect(() => outputs.create('directory')).toThrow('it is a directory');
    expect(() => outputs.create('link')).toThrow('it is a symbolic link');
    expect(() => outputs.create('fifo')).toThrow('it is a special file');
    expect(() => new OutputSet(join(directory, 'missing')).create('a')).toThrow('the directory does not exist');
  });

  it.each([
    ['missing dir/a', 'the directory does not exist', "create it first: mkdir -p 'DIR/missing dir'"],
    ['file/a', 'a part of the path is not a directory', 'choose a directory that you may write to with --output'],
    ['link', 'it is a symbolic link', 'remove it, or choose another path with --output'],
  ])('names the path, the reason and the correction for the output %s', (name, reason, fix) => {
    const directory = testDirectory();
    writeFileSync(join(directory, 'file'), '');
    symlinkSync('/dev/null', join(directory, 'link'));
    const path = join(directory, name);
    expect(() => new OutputSet(dirname(path)).create(basename(path))).toThrow(
      expect.objectContaining({
        code: 'output',
        message: `cannot write ${path}: ${reason}`,
        fix: fix.replace('DIR', () => directory),
      }),
    );
  });

  it('names the path and a place for an output on a full disk', async () => {
    const outputs = new OutputSet(testDirectory());
    vi.spyOn(fs, 'writeSync').mockImplementation(() => {
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    });
    syncBuiltinESMExports();
    onTestFinished(() => {
      vi.restoreAllMocks();
      syncBuiltinESMExports();
    });
    const output = outputs.create('a');
    expect(() => output.inOrder().write(Buffer.from('x'))).toThrow(
      expect.objectContaining({
        message: `cannot write ${join(output.directory, 'a')}: no space left on the disk`,
        fix: `free some space in ${output.directory}, or write elsewhere with --output`,
      }),
    );
    outputs.discard();
  });
});

describe('placeFile', () => {
  it('replaces a file as a whole, with the mode of its options', () => {
    const directory = testDirectory();
    const waiting = testDirectory();
    const path = join(directory, 'file');
    writeFileSync(path, 'old', { mode: 0o644 });
    placeFile(path, Buffer.from('new'), { scratchDirectory: waiting, mode: 0o600, isDurable: true });
    expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['new', 0o600]);
    expect([readdirSync(directory), readdirSync(waiting)]).toEqual([['file'], []]);
  });

  it('leaves no temporary file when the rename fails', () => {
    const directory = testDirectory();
    mkdirSync(join(directory, 'place/below'), { recursive: true });
    const place = () => placeFile(join(directory, 'place'), Buffer.from('x'), { mode: 0o600, isDurable: false });
    expect(place).toThrow(expect.objectContaining({ code: 'EISDIR' }));
    expect(readdirSync(directory)).toEqual(['place']);
  });
});

describe('scratch', () => {
  it('deletes scratch when it is disposed of', () => {
    const directory = testDirectory();
    const scratch = scratchDirectory(directory, 'work');
    writeFileSync(join(scratch.path, 'file'), '');
    expect(statSync(scratch.path).mode & 0o777).toBe(0o700);
    scratch.dispose();
    scratch.dispose();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('names the directory for temporary files that cannot be used, and the variable', () => {
    setTemporaryRoot('/nowhere/at all');
    onTestFinished(() => setTemporaryRoot(tmpdir()));
    expect(() => temporaryDirectory('build')).toThrow(
      expect.objectContaining({
        code: 'output',
        message: 'cannot create a temporary directory in /nowhere/at all: the directory does not exist',
        fix: 'set TMPDIR to a directory that you may write to',
      }),
    );
  });

  it('keeps scratch that was moved to its final path', () => {
    const directory = testDirectory();
    const scratch = scratchFile(directory, 'file');
    writeFileSync(scratch.path, 'new');
    writeFileSync(join(directory, 'kept'), 'old');
    scratch.moveTo(join(directory, 'kept'));
    scratch.dispose();
    expect(readdirSync(directory)).toEqual(['kept']);
    expect(readFileSync(join(directory, 'kept'), 'utf8')).toBe('new');
  });

  it('removes the scratch of a killed process and keeps that of a running one', async () => {
    const directory = testDirectory();
    const script = `
      const { scratchFile, scratchDirectory } = await import(${JSON.stringify(new URL('../../src/support/files/scratch.ts', import.meta.url).href)});
      const { writeFileSync } = await import('node:fs');
      writeFileSync(scratchFile(${JSON.stringify(directory)}, 'file').path, '');
      scratchDirectory(${JSON.stringify(directory)}, 'work');
      console.log('ready');
      setInterval(() => {}, 1000);
    `;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const mine = scratchFile(directory, 'mine');
    writeFileSync(mine.path, '');
    removeStaleScratch(directory);
    expect(readdirSync(directory).length).toBe(3);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    removeStaleScratch(directory);
    expect(readdirSync(directory).map((name) => join(directory, name))).toEqual([mine.path]);
    mine.dispose();
  });

  it('keeps scratch of another machine for a day', () => {
    const directory = testDirectory();
    const foreign = join(directory, '.fledge-00000000-1-1-000000000000-file');
    writeFileSync(foreign, '');
    removeStaleScratch(directory);
    expect(readdirSync(directory)).toHaveLength(1);
    execFileSync('touch', ['-d', '25 hours ago', foreign]);
    removeStaleScratch(directory);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('identifies scratch by its whole name and keeps other hidden files', () => {
    const directory = testDirectory();
    for (const name of ['.fledge-cache', '.fledge-00000000-1-1-xyz', 'fledge-00000000-1-1-000000000000-x']) {
      writeFileSync(join(directory, name), '');
      execFileSync('touch', ['-d', '3 days ago', join(directory, name)]);
    }
    removeStaleScratch(directory);
    expect(readdirSync(directory)).toHaveLength(3);
  });
});

function sha256sum(content: string | Buffer): string {
  return execFileSync('sha256sum', { input: content, encoding: 'utf8' }).slice(0, 64);
}

function allFiles(directory: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(directory)
      .sort()
      .map((name) => [name, readFileSync(join(directory, name), 'utf8')]),
  );
}

function visibleFiles(directory: string): Record<string, string> {
  return Object.fromEntries(Object.entries(allFiles(directory)).filter(([name]) => !name.startsWith('.')));
}

/** Reports if the process whose number is in a file still runs; a killed one may be a zombie until it is reaped. */
function isAlive(pidFile: string): boolean {
  try {
    const stat = readFileSync(`/proc/${readFileSync(pidFile, 'utf8').trim()}/stat`, 'utf8');
    return !/\) [ZX] /.test(stat);
  } catch {
    return false;
  }
}
