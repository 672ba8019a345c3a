import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readInitBinary } from '../../src/init/binary.ts';
import { compileInit } from '../../src/init/compile.ts';
import type { Platform } from '../../src/support/platform.ts';
import { howToInstall } from '../../src/tools/distribution.ts';
import { crossCompilerFor } from '../../src/tools/table.ts';

const execute = promisify(execFile);
const compileModule = new URL('../../src/init/compile.ts', import.meta.url).href;
const repository = fileURLToPath(new URL('../../', import.meta.url));

const platforms: readonly Platform[] = ['linux/amd64', 'linux/arm64'];
const machines: Readonly<Record<Platform, string>> = {
  'linux/amd64': 'Advanced Micro Devices X86-64',
  'linux/arm64': 'AArch64',
};
/** How a binary for the platform is run on the x86-64 machine of the tests. */
const runners: Readonly<Record<Platform, readonly string[]>> = {
  'linux/amd64': [],
  'linux/arm64': ['qemu-aarch64-static'],
};

interface Binary {
  readonly path: string;
  readonly bytes: Buffer;
}

let directory: string;
/** The init that gcc compiles, and the committed one. */
const compiled = new Map<Platform, Binary>();
const committed = new Map<Platform, Binary>();

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'fledge init-'));
  for (const platform of platforms) {
    const scratchDir = await newDirectory();
    const bytes = await compileInit({ platform, scratchDir });
    expect(await readdir(scratchDir)).toEqual([]);
    const path = join(directory, platform.replace('/', '-'));
    await writeFile(path, bytes, { mode: 0o755 });
    compiled.set(platform, { path, bytes });
    const committedBytes = await readInitBinary(platform);
    await writeFile(`${path}-committed`, committedBytes, { mode: 0o755 });
    committed.set(platform, { path: `${path}-committed`, bytes: committedBytes });
  }
});
afterAll(async () => {
  await rm(directory, { recursive: true, force: true });
});
afterEach(() => {
  vi.unstubAllEnvs();
});

let directoryCount = 0;
async function newDirectory(): Promise<string> {
  const path = join(directory, `scratch ${directoryCount++}`);
  await mkdir(path);
  return path;
}

function binaryFor(platform: Platform, binaries: ReadonlyMap<Platform, Binary> = compiled): Binary {
  const binary = binaries.get(platform);
  if (binary === undefined) throw new Error(`the init for ${platform} was not compiled`);
  return binary;
}

describe.each(
  platforms.flatMap((platform) => [
    { name: 'committed', platform, binaries: committed },
    { name: 'compiled', platform, binaries: compiled },
  ]),
)('the $name init for $platform', ({ platform, binaries }) => {
  it('the init is a small static ELF executable for its platform with a non-executable stack', async () => {
    const { path, bytes } = binaryFor(platform, binaries);
    const { stdout } = await execute('readelf', [
      '-W',
      '--file-header',
      '--program-headers',
      '--section-headers',
      path,
    ]);
    expect(stdout).toMatch(/Type:\s+EXEC/);
    expect(stdout).toMatch(new RegExp(`Machine:\\s+${machines[platform]}`));
    expect(stdout).toMatch(/GNU_STACK.* RW /);
    expect(stdout).not.toMatch(/INTERP|DYNAMIC|\.note|\.comment|\.symtab|build-id/);
    expect(bytes.length).toBeLessThan(8192);
  });

  it('the init contains nothing of the machine that built it', () => {
    const text = binaryFor(platform, binaries).bytes.toString('latin1');
    for (const trace of ['GCC', 'GNU', 'Debian', 'Ubuntu', 'fledge init-', repository, '.c\0', '/usr/lib']) {
      expect(text.includes(trace), trace).toBe(false);
    }
  });

  it('explains that it is not an ordinary program and exits with status 1 when it is not PID 1', async () => {
    const [program, ...args] = [...runners[platform], binaryFor(platform, binaries).path];
    if (program === undefined) throw new Error('no program');
    await expect(execute(program, args)).rejects.toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'fledge-init: this is the init of a microVM and runs as PID 1 only\n',
    });
  });
});

describe.each(platforms)('the compilation for %s', (platform) => {
  it('the init has the same bytes from another directory, umask, locale, time zone and environment', async () => {
    const scratchDir = await newDirectory();
    const headers = await newDirectory();
    await writeFile(join(headers, 'stdc-predef.h'), '#error "a header of this machine was read"\n');
    const script = `
      const { compileInit } = await import(${JSON.stringify(compileModule)});
      process.stdout.write(await compileInit(${JSON.stringify({ platform, scratchDir })}));
    `;
    const { stdout } = await execute(
      'sh',
      [
        ...['-c', 'umask 077; exec "$@"', 'sh'],
        ...[process.execPath, '--experimental-strip-types', '--no-warnings', '--input-type=module', '-e', script],
      ],
      {
        cwd: headers,
        encoding: 'buffer',
        env: {
          PATH: process.env['PATH'],
          LC_ALL: 'de_DE.UTF-8',
          LANGUAGE: 'de',
          TZ: 'Pacific/Kiritimati',
          CC: 'false',
          CFLAGS: '-O0 -g',
          LDFLAGS: '-Wl,--build-id',
          CPATH: headers,
          C_INCLUDE_PATH: headers,
          GCC_EXEC_PREFIX: `${headers}/`,
          COMPILER_PATH: headers,
          LIBRARY_PATH: headers,
          DEPENDENCIES_OUTPUT: join(headers, 'dependencies'),
          SOURCE_DATE_EPOCH: '1',
          TMPDIR: '/nonexistent',
        },
      },
    );
    expect(stdout.equals(binaryFor(platform).bytes)).toBe(true);
    expect(await readdir(scratchDir)).toEqual([]);
    expect(await readdir(headers)).toEqual(['stdc-predef.h']);
  });
});

describe('a failing compiler', () => {
  async function fakeGcc(name: string, script: string): Promise<void> {
    const bin = await newDirectory();
    await writeFile(join(bin, name), `#!/bin/sh\n[ "$1" != -dumpfullversion ] || exit 1\n${script}\n`);
    await chmod(join(bin, name), 0o755);
    vi.stubEnv('PATH', bin);
  }

  it('names the package and the alternatives when the compiler is missing', async () => {
    vi.stubEnv('PATH', await newDirectory());
    await expect(compileInit({ platform: 'linux/arm64', scratchDir: await newDirectory() })).rejects.toMatchObject({
      code: 'tool',
      message: 'cannot compile the C init for linux/arm64: aarch64-linux-gnu-gcc is not on the PATH',
      fix: `${howToInstall([crossCompilerFor('linux/arm64')])}, or remove compile = true from [init]`,
    });
  });

  it("shows the end of the compiler's output when it fails and leaves nothing", async () => {
    await fakeGcc('aarch64-linux-gnu-gcc', 'echo "half" >freestanding.elf; echo "cc1: no space left" >&2; exit 4');
    const scratchDir = await newDirectory();
    await expect(compileInit({ platform: 'linux/arm64', scratchDir })).rejects.toMatchObject({
      code: 'tool',
      message: expect.stringMatching(/^cannot compile the C init for linux\/arm64: .*gcc .*4:\ncc1: no space left$/),
    });
    expect(await readdir(scratchDir)).toEqual([]);
  });

  it('refuses an init that was compiled for another platform', async () => {
    const { path } = binaryFor('linux/amd64');
    await fakeGcc('aarch64-linux-gnu-gcc', `exec /bin/cp "${path}" freestanding.elf`);
    await expect(compileInit({ platform: 'linux/arm64', scratchDir: await newDirectory() })).rejects.toMatchObject({
      code: 'tool',
      message: expect.stringMatching(/aarch64-linux-gnu-gcc does not compile for linux\/arm64$/),
    });
  });

  it('reports a compiler that succeeds without writing anything', async () => {
    await fakeGcc('aarch64-linux-gnu-gcc', 'exit 0');
    await expect(compileInit({ platform: 'linux/arm64', scratchDir: await newDirectory() })).rejects.toMatchObject({
      code: 'tool',
      message: expect.stringMatching(/output file is missing/),
    });
  });

  it.each([
    ['fails', "echo 'stdin:1:1: error: no' >&2; exit 1", ' ended with status 1:\nstdin:1:1: error: no'],
    ['is killed', 'kill -KILL $$', ' was killed by SIGKILL'],
    ['writes nothing', 'exit 0', ' exited with status 0, but its output file is missing'],
    ['writes an empty file', ': > freestanding.elf', ' succeeded, but its output is not a program'],
    ['writes a text', 'echo garbage > freestanding.elf', ' succeeded, but its output is not a program'],
  ])('says how a compiler that %s can be replaced', async (_, script, end) => {
    await fakeGcc('aarch64-linux-gnu-gcc', script);
    await expect(compileInit({ platform: 'linux/arm64', scratchDir: await newDirectory() })).rejects.toMatchObject({
      message: `cannot compile the C init for linux/arm64: ${process.env['PATH']}/aarch64-linux-gnu-gcc${end}`,
      fix: 'check that this gcc compiles and links a program, or remove compile = true from [init]',
    });
  });

  it('stops the compiler by the abort signal', async () => {
    const scratchDir = await newDirectory();
    const stopped = AbortSignal.abort(new Error('stopped by the user'));
    await expect(compileInit({ platform: 'linux/amd64', scratchDir, signal: stopped })).rejects.toThrow(
      'stopped by the user',
    );
    expect(await readdir(scratchDir)).toEqual([]);
  });
});
