import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GuestEvent, GuestEvents } from '../../src/boot/guest/events.ts';
import { encodePlan, type GuestPlan } from '../../src/boot/guest/plan.ts';

const TOKEN = '0123456789abcdef';
const PLAN: GuestPlan = { token: TOKEN, root: 'initramfs', fileSystems: [], settleMs: 0, isInteractive: false };

describe('the plan of a machine', () => {
  it('the plan is encoded as records that end with NUL', () => {
    const plan: GuestPlan = {
      token: TOKEN,
      root: 'disk-agent',
      fileSystems: ['ext4', 'xfs'],
      workload: { argv: ['a', 'b c', ''], env: { A: 'x=y', B: 'ä' }, workdir: '/srv' },
      network: { address: '10.0.2.15', prefix: 24, gateway: '10.0.2.2' },
      run: ['curl', '-f'],
      settleMs: 1500,
      isInteractive: true,
    };
    expect(encodePlan(plan, ['virtio', 'ext4']).toString('utf8').split('\0')).toEqual([
      'fledge-plan 1',
      `token=${TOKEN}`,
      'root=disk-agent',
      ...['filesystem=ext4', 'filesystem=xfs', 'module=virtio', 'module=ext4'],
      ...['argument=a', 'argument=b c', 'argument=', 'variable=A=x=y', 'variable=B=ä', 'directory=/srv'],
      ...['address=10.0.2.15', 'prefix=24', 'gateway=10.0.2.2', 'run=curl', 'run=-f'],
      ...['settle=1500', 'interactive=1', 'end', ''],
    ]);
  });

  it.each<[string, Partial<GuestPlan>]>([
    ['a token that is too short', { token: 'abc' }],
    ['a disk without file systems', { root: 'disk-plain' }],
    ['a negative settle time', { settleMs: -1 }],
    ['a settle time of a week', { settleMs: 7 * 24 * 60 * 60 * 1000 }],
    ['a NUL byte', { run: ['a\0b'] }],
    ['a name of a variable with =', { workload: { argv: ['a'], env: { 'A=B': '' } } }],
    ['a relative working directory', { workload: { argv: ['a'], env: {}, workdir: 'srv' } }],
    ['an address that is not IPv4', { network: { address: '::1', prefix: 24, gateway: '10.0.2.2' } }],
    ['a prefix that is too long', { network: { address: '10.0.2.15', prefix: 33, gateway: '10.0.2.2' } }],
    ['too many arguments', { run: Array.from({ length: 4097 }, () => 'a') }],
    ['too many bytes', { run: ['a'.repeat(512 * 1024)] }],
  ])('the plan refuses %s', (_, change) => {
    expect(() => encodePlan({ ...PLAN, ...change })).toThrow(expect.objectContaining({ code: 'input' }));
  });
});

describe('the events on a console', () => {
  const line = (event: string): string => `\n@fledge ${TOKEN} ${event}\n`;

  it('events are separated from the text, and values are decoded', () => {
    const reader = new GuestEvents(TOKEN);
    const console = `Loading${line('init')}hello\r\n${line('workload pid=7 program=/bin/a%20%C3%A4%25')}bye`;
    expect(reader.take(console)).toEqual({
      events: [
        { name: 'init', values: {} },
        { name: 'workload', values: { pid: '7', program: '/bin/a ä%' } },
      ],
      text: 'Loading\nhello\r\nbye',
    });
  });

  it('a console in any pieces gives the same events and text', () => {
    const words = fc.constantFrom('text', '\n', '\r\n', '@', '@fledge ', TOKEN, ' ', line('init'), line('alive pid=1'));
    fc.assert(
      fc.property(fc.array(words), fc.array(fc.nat(200)), (parts, cuts) => {
        const console = parts.join('');
        const whole = readAll(new GuestEvents(TOKEN), [console]);
        const places = [0, ...cuts.map((cut) => cut % (console.length + 1)), console.length].sort((a, b) => a - b);
        const pieces = places.slice(1).map((end, index) => console.slice(places[index], end));
        expect(readAll(new GuestEvents(TOKEN), pieces)).toEqual(whole);
      }),
    );
  });

  it('text without events is passed on unchanged', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (pieces) => {
        expect(readAll(new GuestEvents(TOKEN), pieces)).toEqual({ events: [], text: pieces.join('') });
      }),
    );
  });

  it.each([
    ['another token', '@fledge 0123456789abcdee init'],
    ['no token', '@fledge init'],
    ['an unknown name', `@fledge ${TOKEN} victory`],
    ['a value that is not encoded', `@fledge ${TOKEN} init a=é`],
    ['a broken encoding', `@fledge ${TOKEN} init a=%2`],
    ['a pair without a value', `@fledge ${TOKEN} init a`],
    ['a message of the kernel in its middle', `@fledge ${TOKEN} work[ 1.2] oops load pid=7`],
  ])('a line with %s is text', (_, forged) => {
    expect(readAll(new GuestEvents(TOKEN), [`a\n${forged}\nb\n`])).toEqual({ events: [], text: `a\n${forged}\nb\n` });
  });

  it('an event after a message of the kernel is found', () => {
    const text = `\n[    1.2] random: crng init done @fledge ${TOKEN} init\nnext\n`;
    expect(readAll(new GuestEvents(TOKEN), [text])).toEqual({
      events: [{ name: 'init', values: {} }],
      text: '\n[    1.2] random: crng init done next\n',
    });
  });

  it('a key such as __proto__ is a key like others', () => {
    const { events } = new GuestEvents(TOKEN).take(line('init constructor=x'));
    expect(Object.entries(events[0]?.values ?? {})).toEqual([['constructor', 'x']]);
    expect(new GuestEvents(TOKEN).take(line('init __proto__=x')).events).toEqual([]);
  });

  it('the beginning of an endless line is not kept', () => {
    const reader = new GuestEvents(TOKEN);
    const endless = `@fledge ${TOKEN} ${'x'.repeat(5000)}`;
    expect(reader.take(endless)).toEqual({ events: [], text: endless });
  });
});

function readAll(reader: GuestEvents, pieces: readonly string[]): { events: GuestEvent[]; text: string } {
  const results = pieces.map((piece) => reader.take(piece));
  return {
    events: results.flatMap(({ events }) => events),
    text: results.map(({ text }) => text).join('') + reader.end(),
  };
}
