import { describe, expect, it } from 'vitest';
import { LONGEST_WAIT_MS } from '../../src/net/http-failure.ts';
import { RateLimitWatch } from '../../src/sources/image/fetch/rate-limit.ts';

const said = (text: string): string => `time="2024-01-01T00:00:00Z" level=debug msg="${text}"`;
const header = (value: string): string => said(`Detected 'Retry-After' header \\"${value}\\"`);
const sleeping = (seconds: number): string =>
  said(
    `Too many requests to http://localhost:5000/v2/x/manifests/1: sleeping for ${seconds.toFixed(6)} seconds before next attempt`,
  );

describe('what skopeo says of a registry with too many requests', () => {
  it('is what the registry asks for, and not how long skopeo sleeps', () => {
    const watch = new RateLimitWatch();
    expect(watch.read(header('3600'))).toBeUndefined();
    expect(watch.read(sleeping(60))).toEqual({ askedMs: 3_600_000, isTooLong: true });
  });

  it('is a time on the calendar, too', () => {
    const watch = new RateLimitWatch(() => Date.parse('2024-01-01T00:00:00Z'));
    watch.read(header('Mon, 01 Jan 2024 00:00:30 GMT'));
    expect(watch.read(sleeping(30))).toEqual({ askedMs: 30_000, isTooLong: false });
  });

  it('is a pause of skopeo where the registry does not ask for one; all pauses together have a limit', () => {
    const watch = new RateLimitWatch();
    const waits = [2, 4, 8, 16, 32].map((seconds) => watch.read(sleeping(seconds)));
    expect(waits.map((wait) => wait?.isTooLong)).toEqual([false, false, false, false, true]);
    expect(2 + 4 + 8 + 16).toBeLessThan(LONGEST_WAIT_MS / 1000);
  });

  it.each(['', said('GET https://registry/v2/'), header('x'.repeat(200)), said('Too many requests to')])(
    'is about something else: %s',
    (line) => {
      expect(new RateLimitWatch().read(line)).toBeUndefined();
    },
  );
});
