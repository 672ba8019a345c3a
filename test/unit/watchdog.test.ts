import { describe, expect, it, vi } from 'vitest';
import { Watchdog } from '../../src/net/watchdog.ts';

describe('Watchdog', () => {
  it("leaves no timer when the body's end is reported after the exchange's end", () => {
    vi.useFakeTimers();
    try {
      const watch = new Watchdog(undefined);
      watch.expect('more data', 1000);
      watch.end();
      watch.expect('more data', 1000);
      expect(vi.getTimerCount()).toBe(0);
      vi.runAllTimers();
      expect(watch.signal.aborted).toBe(false);
    } finally {
      vi.useRealTimers();
    }
  });
});
