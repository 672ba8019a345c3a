import { createHash } from 'node:crypto';
import { openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openGzip } from '../../src/formats/gzip/gzip.ts';
import { ChildEnvironment, run } from '../../src/support/process/exec.ts';
import { testDirectory } from '../helpers/scratch.ts';

const gzipModule = fileURLToPath(new URL('../../src/formats/gzip/gzip.ts', import.meta.url));

/** Compresses `input` to `output` like the initramfs writer: directly from the file into the chunks. */
async function compress(input: string, output: string): Promise<void> {
  const source = openSync(input, 'r');
  const target = openSync(output, 'w');
  const writer = openGzip({ workers: 2, write: (bytes) => void writeSync(target, bytes) });
  for (;;) {
    const count = readSync(source, writer.reserve());
    if (count === 0) break;
    await writer.commit(count);
  }
  await writer.finish();
}

const ENV = new ChildEnvironment({ LC_ALL: 'C', PATH: process.env['PATH'] ?? '' });

async function gzipSize(file: string): Promise<number> {
  const { stdout } = await run('sh', ['-c', 'gzip -n -9 <"$1" | wc -c', 'sh', file], { env: ENV });
  return Number(stdout.toString());
}

/** Typical content of artifacts: a large program. */
const program = process.execPath;

describe('a file of a program', () => {
  it('writes one member that gzip accepts, lists and decompresses', async () => {
    const directory = testDirectory();
    const input = join(directory, 'input');
    const output = join(directory, 'output.gz');
    const bytes = readFileSync(program).subarray(0, 12_000_000);
    writeFileSync(input, bytes);
    await compress(input, output);

    await run('gzip', ['--test', '--verbose', output], { env: ENV });
    const { stdout: restored } = await run('zcat', [output], { env: ENV });
    expect(restored.equals(bytes)).toBe(true);

    const { stdout: listing } = await run('gzip', ['--list', '--verbose', output], { env: ENV });
    const crc = readFileSync(output).subarray(-8).readUInt32LE(0).toString(16).padStart(8, '0');
    const [, line = ''] = listing.toString().split('\n');
    expect(line).toMatch(new RegExp(`^defla ${crc} .* ${readFileSync(output).length} +12000000 `));
  });

  it('the output is at most 1 % larger than that of gzip -9', async () => {
    const directory = testDirectory();
    const input = join(directory, 'input');
    const output = join(directory, 'output.gz');
    writeFileSync(input, readFileSync(program).subarray(20_000_000, 30_000_000));
    await compress(input, output);
    expect(readFileSync(output).length).toBeLessThanOrEqual((await gzipSize(input)) * 1.01);
  });
});

describe('a file whose length is padded to a multiple of four', () => {
  it.each([0, 1, 2, 3, 4, 5, 6, 7, 1001, 600_000])('gives every reader one member: %d bytes', async (length) => {
    const directory = testDirectory();
    const input = join(directory, 'input');
    const output = join(directory, 'output.gz');
    // Incompressible data is stored, so that the lengths differ as those of the inputs do.
    const bytes = createHash('shake256', { outputLength: length }).update('seed').digest();
    writeFileSync(input, bytes);
    await compress(input, output);

    expect(readFileSync(output).length % 4).toBe(0);
    const { stderr } = await run('gzip', ['--test', output], { env: ENV });
    expect(stderr.toString()).toBe('');
    expect((await run('zcat', [output], { env: ENV })).stdout.equals(bytes)).toBe(true);
    const program = `
import sys, zlib
data = open(sys.argv[1], 'rb').read()
member = zlib.decompressobj(31)
sys.stdout.buffer.write(member.decompress(data))
assert member.eof and member.unused_data == b''`;
    expect((await run('python3', ['-c', program, output], { env: ENV })).stdout.equals(bytes)).toBe(true);
  });
});

it('the process ends by itself when a file is left unfinished', async () => {
  const script = `
    import { openGzip } from ${JSON.stringify(gzipModule)};
    const writer = openGzip({ workers: 2, write: () => undefined });
    await writer.write(new Uint8Array(3_000_000));
    console.log('left');
  `;
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script], {
    env: ENV,
    timeoutMs: 20_000,
  });
  expect(stdout.toString()).toBe('left\n');
});

it('the bytes do not depend on options and environment of the process', async () => {
  const script = `
    import { openGzip } from ${JSON.stringify(gzipModule)};
    import { createHash } from 'node:crypto';
    const hash = createHash('sha256');
    const writer = openGzip({ workers: 3, write: (bytes) => void hash.update(bytes) });
    await writer.write(Buffer.alloc(2_000_000, 'independent of flags '));
    await writer.finish();
    console.log(hash.digest('hex'));
  `;
  const hash = createHash('sha256');
  const writer = openGzip({ workers: 1, write: (bytes) => void hash.update(bytes) });
  await writer.write(Buffer.alloc(2_000_000, 'independent of flags '));
  await writer.finish();
  const expected = `${hash.digest('hex')}\n`;
  // Only the baseline compiler, then without it: two very different machine codes for the same wasm.
  for (const flag of ['--liftoff-only', '--no-liftoff']) {
    const { stdout } = await run(process.execPath, [flag, '--input-type=module', '--eval', script], {
      env: new ChildEnvironment({
        NODE_OPTIONS: '--import=data:text/javascript,0',
        LANG: 'tr_TR.UTF-8',
        TZ: 'Asia/Tokyo',
      }),
    });
    expect(stdout.toString()).toBe(expected);
  }
});
