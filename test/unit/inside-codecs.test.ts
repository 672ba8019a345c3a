import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filterOf } from '../../src/inside/codecs/bcj.ts';
import { decodeLz4 } from '../../src/inside/codecs/lz4.ts';
import { decodeLzo } from '../../src/inside/codecs/lzo.ts';
import { decodeXz } from '../../src/inside/codecs/xz.ts';
import { UnreadableImage } from '../../src/inside/damage.ts';

/** Bytes in which instructions of every filter are frequent. */
function code(length: number): Buffer {
  const opcodes = [0xe8, 0xe9, 0x00, 0xff, 0xeb, 0xf0, 0xf8, 0x94, 0x97, 0x90, 0xb0, 0x48, 0x4b, 0x40, 0x7f, 0x01];
  const bytes = Buffer.alloc(length);
  for (let index = 0, state = 7; index < length; index++) {
    state = Math.imul(state, 1_103_515_245) + 12_345;
    const random = (state >>> 16) & 0xff;
    bytes[index] = random & 1 ? (opcodes[(random >>> 1) % opcodes.length] ?? 0) : random;
  }
  return bytes;
}

function xz(input: Buffer, ...args: readonly string[]): Buffer {
  return execFileSync('xz', ['-c', '--check=crc32', ...args], { input });
}

const LIMIT = 70_000;
const whole = Buffer.concat([code(40_000), Buffer.alloc(20_000, 'text '), Buffer.alloc(9_999)]);

describe('the decoder of xz', () => {
  it.each(['x86', 'arm', 'armthumb', 'arm64', 'powerpc', 'sparc'])('undoes the filter %s', (filter) => {
    const packed = xz(whole, `--${filter}`, '--lzma2=preset=1,lc=2,lp=2,pb=4');
    expect(decodeXz(packed, LIMIT).equals(whole)).toBe(true);
  });

  it('reads stored chunks, several blocks, and every check', () => {
    const random = Buffer.from(whole.map((byte, index) => (byte ^ (index * 7919)) & 0xff));
    for (const args of [['--block-size=10000'], ['--check=sha256'], ['--check=none'], ['-0'], ['--lzma2=mode=fast']]) {
      expect(decodeXz(xz(random, ...args), LIMIT).equals(random)).toBe(true);
    }
    expect(decodeXz(xz(Buffer.alloc(0)), LIMIT)).toHaveLength(0);
  });

  it('refuses other filters by their names', () => {
    expect(() => decodeXz(xz(whole, '--ia64', '--lzma2'), LIMIT)).toThrow('ia64');
    expect(() => decodeXz(xz(whole, '--delta', '--lzma2'), LIMIT)).toThrow('delta');
    expect(() => filterOf(0x77)).toThrow('0x77');
  });

  it('refuses more output than the limit, whatever the size of the dictionary', () => {
    const bomb = xz(Buffer.alloc(5_000_000), '--lzma2=preset=0,dict=512MiB');
    expect(bomb.length).toBeLessThan(10_000);
    expect(() => decodeXz(bomb, LIMIT)).toThrow(UnreadableImage);
  });
});

describe('the decoders of compressed blocks', () => {
  const decoders = { lz4: decodeLz4, lzo: decodeLzo, xz: decodeXz };

  it('read the examples of the specifications', () => {
    // A literal "a", a match of 4 + 15 + 255 + 3 at a distance of 1, and five literals.
    const lz4 = Buffer.from([0x1f, 0x61, 1, 0, 255, 3, 0x50, ...Buffer.from('tails')]);
    expect(decodeLz4(lz4, 300).toString()).toBe(`${'a'.repeat(1 + 277)}tails`);
    // Four literals, a match of 3 + 1 at a distance of 4, two literals, and the end.
    const lzo = Buffer.from([21, ...Buffer.from('abcd'), 0b0110_1110, 0, ...Buffer.from('xy'), 0x11, 0, 0]);
    expect(decodeLzo(lzo, 300).toString()).toBe('abcdabcdxy');
  });

  it.each(['lz4', 'lzo', 'xz'] as const)('end with an error or at most the limit for any bytes: %s', (name) => {
    const valid: Readonly<Record<string, Buffer>> = {
      lz4: Buffer.from([0x1f, 0x61, 1, 0, 255, 3, 0x50, ...Buffer.from('tails')]),
      lzo: Buffer.from([21, ...Buffer.from('abcd'), 0b0110_1110, 0, ...Buffer.from('xy'), 0x20, 0, 8, 0, 0x11, 0, 0]),
      xz: xz(whole.subarray(0, 3000)),
    };
    const start = valid[name] ?? Buffer.alloc(0);
    const edits = fc.array(fc.tuple(fc.nat(start.length - 1), fc.nat(255)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(edits, fc.uint8Array({ maxLength: 40 }), fc.boolean(), (changes, bytes, isRandom) => {
        const packed = isRandom ? Buffer.from(bytes) : Buffer.from(start);
        if (!isRandom) for (const [at, byte] of changes) packed[at] = byte;
        try {
          expect(decoders[name](packed, LIMIT).length).toBeLessThanOrEqual(LIMIT);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableImage);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
