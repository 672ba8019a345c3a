import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Goal } from '../../src/boot/goal.ts';
import type { GuestEvent } from '../../src/boot/guest/events.ts';
import { BootObserver, type Outcome } from '../../src/boot/observer.ts';
import { StageClock, timesOf } from '../../src/boot/stages.ts';

const ALIVE: Goal = { kind: 'alive' };
const HTTP: Goal = { kind: 'http', port: 80, path: '/' };
const RUN: Goal = { kind: 'run', command: 'true' };

function event(name: GuestEvent['name'], values: GuestEvent['values'] = {}): GuestEvent {
  return { name, values };
}

/** Lets an observer see what happens, and returns its outcome, or undefined if it has not decided. */
async function outcomeOf(goal: Goal, happen: (observer: BootObserver) => void): Promise<Outcome | undefined> {
  const observer = new BootObserver(goal, new StageClock(() => {}));
  happen(observer);
  return Promise.race([observer.outcome, Promise.resolve(undefined)]);
}

describe('BootObserver', () => {
  it.each<[string, Goal, GuestEvent[], boolean | undefined]>([
    ['the workload is alive', ALIVE, [event('workload'), event('alive')], true],
    ['the workload has started', ALIVE, [event('workload')], undefined],
    ['the workload has ended', ALIVE, [event('workload'), event('workload-ended', { status: '0' })], false],
    [
      'the workload has ended with status 0, as a daemon does',
      HTTP,
      [event('workload-ended', { status: '0' })],
      undefined,
    ],
    ['the workload has ended in an unknown way', HTTP, [event('workload-ended')], undefined],
    ['the workload has ended with status 1', HTTP, [event('workload-ended', { status: '1' })], false],
    ['a signal has ended the workload', HTTP, [event('workload-ended', { signal: '9' })], false],
    ['the workload is alive without an answer', HTTP, [event('alive')], undefined],
    ['the command has ended with status 0', RUN, [event('run-ended', { status: '0' })], true],
    ['the command has ended with status 2', RUN, [event('run-ended', { status: '2' })], false],
    ['a signal has ended the command', RUN, [event('run-ended', { signal: '11' })], false],
    ['the shell has ended', { kind: 'shell' }, [event('shell-ended')], true],
  ])('decides after the event: %s (goal %j)', async (_, goal, events, ok) => {
    const outcome = await outcomeOf(goal, (observer) => {
      for (const each of events) observer.takeEvent(each);
    });
    expect(outcome?.ok).toBe(ok);
  });

  it('finds a pattern in whatever pieces the console arrives, and not in older text than it keeps', async () => {
    const goal: Goal = { kind: 'expect', pattern: /^ready on \d+$/m };
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(20), { maxLength: 30 }), async (cuts) => {
        const text = 'noise\nready on 80\nmore\n';
        const places = [0, ...cuts.toSorted((a, b) => a - b), text.length];
        const outcome = await outcomeOf(goal, (observer) => {
          for (const [index, start] of places.entries())
            observer.takeText(text.slice(start, places[index + 1] ?? start));
        });
        expect(outcome).toEqual({ ok: true });
      }),
    );
    expect(await outcomeOf(goal, (observer) => observer.takeText('ready on port\n'.repeat(20_000)))).toBeUndefined();
  });

  it('does not find a pattern in the command line that the kernel prints', async () => {
    const goal: Goal = { kind: 'expect', pattern: /nginx/ };
    const lines = [
      '[    0.000000] Command line: console=ttyS0 volant.runtime=nginx\n',
      '[    0.04] Kernel command line: console=ttyS0 volant.runtime=nginx\n',
      '[    0.05] Unknown kernel command line parameters "volant.runtime=nginx", will be passed to user space.\n',
    ].join('');
    const show = (text: string) =>
      outcomeOf(goal, (observer) => {
        for (const character of text) observer.takeText(character);
      });
    expect(await show(lines)).toBeUndefined();
    expect(await show(`${lines}nginx is ready\n`)).toEqual({ ok: true });
  });

  it('ends a boot after a kernel panic, in whatever pieces its line arrives', async () => {
    vi.useFakeTimers();
    try {
      for (const size of [1, 7, 4096]) {
        const observer = new BootObserver(ALIVE, new StageClock(() => {}));
        const text = `${'noise\n'.repeat(9)}[    1.5] Kernel panic - not syncing: VFS: Unable to mount root fs\nCPU: 0\n`;
        for (let at = 0; at < text.length; at += size) observer.takeText(text.slice(at, at + size));
        await vi.runAllTimersAsync();
        expect(await Promise.race([observer.outcome, undefined])).toEqual({ ok: false, reason: 'machine-ended' });
      }
    } finally {
      vi.useRealTimers();
    }
  });

  it('keeps its first decision', async () => {
    const outcome = await outcomeOf(HTTP, (observer) => {
      observer.takeAnswer();
      observer.end('timeout');
      observer.end('machine-ended');
    });
    expect(outcome).toEqual({ ok: true });
  });
});

describe('StageClock', () => {
  it('reports each stage once, with the time since its creation', () => {
    const seen: unknown[] = [];
    let time = 1000;
    const clock = new StageClock(
      (stage) => seen.push(stage),
      () => time,
    );
    const observer = new BootObserver(ALIVE, clock);
    for (const [at, name] of [
      [1500, 'init'],
      [1700, 'agent'],
      [1750, 'agent'],
      [2000, 'workload'],
      [4000, 'alive'],
    ] as const) {
      time = at;
      observer.takeEvent(event(name));
    }
    const stages = [
      { name: 'kernel', ms: 500 },
      { name: 'init', ms: 500 },
      { name: 'agent', ms: 700 },
      { name: 'workload', ms: 1000 },
      { name: 'answer', ms: 3000 },
    ];
    expect(seen).toEqual(stages);
    expect(clock.stages).toEqual(stages);
  });
});

describe('timesOf', () => {
  it.each([
    [[7], { median: 7, min: 7, max: 7 }],
    [[9, 1, 5], { median: 5, min: 1, max: 9 }],
    [[4, 1, 2, 9], { median: 3, min: 1, max: 9 }],
  ])('the times of %j are %j', (milliseconds, times) => {
    expect(timesOf(milliseconds)).toEqual(times);
  });
});
