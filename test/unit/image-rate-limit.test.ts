import { describe, expect, it } from 'vitest';
import { LONGEST_WAIT_MS } from '../../src/net/http-failure.ts';
import { RateLimitWatch } from '../../src/sources/image/fetch/rate-limit.ts';

const said = (text: string): string => `time="2024-01-01T00:00:00Z" level=debug msg="${text}"`;
const header = (value: string): string => said(`Detected 'Retry-After' header \\"${value}\\"`);
const sleeping = (seconds: number): string =>
  said(
    `Too many requests to http://localhost:5000/v2/x/manifests/1: sleeping for ${seconds.toFixed(6)} seconds before next attempt`,
  );

describe("skopeo's output for a registry with too many requests", () => {
  it("finds the wait that the registry asks for, and not skopeo's pause", () => {
    const watch = new RateLimitWatch();
    expect(watch.read(header('3600'))).toBeUndefined();
    expect(watch.read(sleeping(60))).toEqual({ askedMs: 3_600_000, isTooLong: true });
  });

  it('finds a wait that is given as a date', () => {
    const watch = new RateLimitWatch(() => Date.parse('2024-01-01T00:00:00Z'));
    watch.read(header('Mon, 01 Jan 2024 00:00:30 GMT'));
    expect(watch.read(sleeping(30))).toEqual({ askedMs: 30_000, isTooLong: false });
  });

  it("finds skopeo's pause where the registry asks for none, and limits the sum of pauses", () => {
    const watch = new RateLimitWatch();
    const waits = [2, 4, 8, 16, 32].map((seconds) => watch.read(sleeping(seconds)));
    expect(waits.map((wait) => wait?.isTooLong)).toEqual([false, false, false, false, true]);
    expect(2 + 4 + 8 + 16).toBeLessThan(LONGEST_WAIT_MS / 1000);
  });

  it.each(['', said('GET https://registry/v2/'), header('x'.repeat(200)), said('Too many requests to')])(
    'finds no wait in other output: %s',
    (line) => {
      expect(new RateLimitWatch().read(line)).toBeUndefined();
    },
  );
});
