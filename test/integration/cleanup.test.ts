import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testDirectory } from '../helpers/scratch.ts';

/** Imports for the programs of these tests, with a cleanup and an error report that both leave a note. */
const PRELUDE = `
import { writeFileSync } from 'node:fs';
import { atExit, handleSignals, runToEnd } from ${JSON.stringify(new URL('../../src/support/process/cleanup.ts', import.meta.url).href)};
const [, directory] = process.argv;
const note = (name) => writeFileSync(directory + '/' + name, '');
handleSignals((signal) => console.log('stopped by ' + signal));
const report = (error) => {
  console.log('told of ' + error.message);
  return 1;
};
atExit(() => note('cleaned'));
`;

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Notes that the program has written. */
  readonly notes: readonly string[];
}

interface Started {
  kill(signal: NodeJS.Signals): void;
  line(text: string): Promise<void>;
  readonly ended: Promise<Ended>;
}

function start(program: string, wrapper: readonly string[] = []): Started {
  const directory = testDirectory();
  const [file = '', ...args] = [...wrapper, process.execPath, '--input-type=module', '--eval', PRELUDE + program];
  const child = spawn(file, [...args, directory], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([status, signal]) => {
    return { status, signal, stdout, stderr, notes: readdirSync(directory).sort() };
  });
  return {
    kill: (signal) => child.kill(signal),
    async line(text) {
      while (!stdout.split('\n').includes(text)) await Promise.race([once(child.stdout, 'data'), ended]);
    },
    ended,
  };
}

describe('a program with an uncaught error', () => {
  it.each([
    ['in a callback', `setTimeout(() => { throw new Error('this') })`],
    ['in a promise', `void Promise.reject(new Error('this'))`],
    [
      'in a listener',
      `process.on('hello', () => { throw new Error('this') }); setImmediate(() => process.emit('hello'))`,
    ],
    ['twice', `setImmediate(() => { setImmediate(() => { throw new Error('that') }); throw new Error('this') })`],
  ])('reports the first uncaught error, cleans up and exits with status 1: %s', async (_, failure) => {
    const { ended } = start(`runToEnd(() => new Promise(() => { ${failure}; setInterval(() => {}, 1000); }), report);`);
    expect(await ended).toEqual({
      status: 1,
      signal: null,
      stdout: 'told of this\n',
      stderr: '',
      notes: ['cleaned'],
    });
  });

  it('fails when its promise can never be settled', async () => {
    const { ended } = start('runToEnd(() => new Promise(() => {}), report);');
    expect(await ended).toMatchObject({
      status: 1,
      stdout: 'told of it waits for an event that cannot happen\n',
      stderr: '',
      notes: ['cleaned'],
    });
  });

  it('exits with the status of the report, and with 1 when the report itself fails', async () => {
    const two = start(`runToEnd(async () => { throw new Error('this') }, () => 2);`);
    expect(await two.ended).toMatchObject({ status: 2, stderr: '', notes: ['cleaned'] });
    const broken = start(`runToEnd(async () => { throw new Error('this') }, () => { throw new Error('that') });`);
    expect(await broken.ended).toMatchObject({ status: 1, stderr: '', notes: ['cleaned'] });
  });

  it('a program that has ended normally has not failed', async () => {
    const { ended } = start('runToEnd(async () => 3, report);');
    expect(await ended).toMatchObject({ status: 3, stdout: '', stderr: '', notes: ['cleaned'] });
  });
});

/** A cleanup that signals its own process and blocks the event loop for a while. */
const SLOW = `
atExit(() => {
  process.kill(process.pid, 'SIGTERM');
  process.kill(process.pid, 'SIGINT');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
  process.kill(process.pid, 'SIGTERM');
  note('slow');
});
setInterval(() => {}, 1000);
console.log('ready');
`;

describe('a signal', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)(
    '%s followed by other signals lets the cleanup finish',
    async (signal) => {
      const program = start(SLOW);
      await program.line('ready');
      program.kill(signal);
      expect(await program.ended).toEqual({
        status: null,
        signal,
        stdout: `ready\nstopped by ${signal}\n`,
        stderr: '',
        notes: ['cleaned', 'slow'],
      });
    },
  );

  it('a signal ends PID 1 of a container with status 128 plus its number', async () => {
    const numbers = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
    for (const [signal, status] of Object.entries(numbers)) {
      // From inside of its namespace only signals with a handler reach PID 1; so it signals itself.
      const program = start(
        `${SLOW}
        console.log('as ' + process.pid);
        setImmediate(() => process.kill(process.pid, '${signal}'));
        setTimeout(() => note('went on'), 3000);`,
        ['unshare', '--user', '--map-root-user', '--pid', '--fork', '--mount-proc'],
      );
      expect(await program.ended).toEqual({
        status,
        signal: null,
        stdout: `ready\nas 1\nstopped by ${signal}\n`,
        stderr: '',
        notes: ['cleaned', 'slow'],
      });
    }
  });
});
