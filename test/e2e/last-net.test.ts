import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { job, type StepOptions } from '../helpers/action/action.ts';
import { LOCAL, pluginFiles } from '../helpers/action/action-plugin.ts';
import { configWith, pluginWorkspace, UNPRIVILEGED } from '../helpers/bad-input.ts';
import { bundle } from '../helpers/process/cli.ts';
import { asRoot } from '../helpers/process/root.ts';
import { testDirectory } from '../helpers/scratch.ts';

/* Errors that are not caught, and errors of the environment: one message, no stack, no leftovers. */

/** A module for node's --import that fails outside of any catch when the plugin's files are read. */
function failWhenReading(failure: string): string {
  const hook = join(testDirectory(), 'hook.mjs');
  writeFileSync(
    hook,
    `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const { openSync } = fs;
let done = false;
fs.openSync = (path, ...rest) => {
  if (!done && String(path).includes('.fledge-')) {
    done = true;
    const fail = () => { ${failure} };
    process.nextTick(fail);
  }
  return openSync(path, ...rest);
};
syncBuiltinESMExports();
`,
  );
  return `--import=${pathToFileURL(hook)}`;
}

const UNCAUGHT: readonly (readonly [string, string])[] = [
  ['an exception', `throw new TypeError('boom')`],
  ['a rejection', `Promise.reject(new TypeError('boom'))`],
  ['an error event', `new (process.getBuiltinModule('node:events'))().emit('error', new TypeError('boom'))`],
];
const NO_SPACE = `throw Object.assign(new Error('ENOSPC: write'), { code: 'ENOSPC', syscall: 'write' })`;

describe('the command line', () => {
  it.each(UNCAUGHT)('the cli reports %s that is not caught in one message and leaves nothing', async (_, failure) => {
    const place = pluginWorkspace(configWith());
    const before = place.snapshot();
    const result = await place.run(['build', '--without-steps'], { env: { NODE_OPTIONS: failWhenReading(failure) } });
    expect(result).toMatchObject({ status: 1, signal: null, stdout: '' });
    expect(result.stderr.split('\n').filter((line) => !line.startsWith('warning: '))).toEqual([
      'error: unexpected error: boom',
      expect.stringMatching(/^ {2}this is a bug in fledge \(fledge .*, Node .*\); please report it at https:.* -v$/),
      '',
    ]);
    expect(place.snapshot()).toEqual(before);
  });

  it('the cli shows a stack trace only with -v', async () => {
    const place = pluginWorkspace(configWith());
    const env = { NODE_OPTIONS: failWhenReading(UNCAUGHT[0]?.[1] ?? '') };
    expect((await place.run(['build', '-v'], { env })).stderr).toMatch(/TypeError: boom\n +at .*hook\.mjs/);
  });

  it('the cli does not report a failed system call as a bug', async () => {
    const place = pluginWorkspace(configWith());
    const result = await place.run(['build', '--without-steps'], { env: { NODE_OPTIONS: failWhenReading(NO_SPACE) } });
    expect(result.status).toBe(1);
    expect(result.stderr).toContain('error: cannot write: no space left on the disk\n  fix: free some space');
    expect(result.stderr).not.toContain('bug');
  });

  it('the cli reports that its working directory does not exist any more', async () => {
    const place = pluginWorkspace(configWith());
    const wrapper = ['sh', '-c', 'mkdir gone; cd gone; rmdir ../gone; exec "$@"', 'sh'];
    for (const args of [['plan'], ['build', '-c', place.plugin]]) {
      expect(await place.run(args, { wrapper })).toMatchObject({
        status: 1,
        stdout: '',
        stderr: expect.stringMatching(
          /error: the current directory no longer exists\n {2}fix: change to a directory that exists\n$/,
        ),
      });
    }
  });

  it('needs a home directory only if the cache is in it and reports a missing one', async () => {
    const place = pluginWorkspace(configWith());
    // A user without an entry in /etc/passwd, as in containers.
    const wrapper = ['setpriv', '--reuid=12345', '--regid=12345', '--clear-groups'];
    asRoot('chown', ['-R', '12345:12345', place.root]);
    const program = { wrapper, script: copiedBundle() };
    const without = { HOME: undefined, FLEDGE_CACHE_DIR: undefined };
    expect(await place.run(['build', '--without-steps'], { ...program, env: without })).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(
        'error: cannot find the home directory: this user does not have one, and HOME is not set\n',
      ),
    });
    expect(await place.run(['build', '--without-steps'], { ...program, env: { HOME: undefined } })).toMatchObject({
      status: 0,
    });
  });

  it('ends quietly when the reader of stdout closes the pipe', async () => {
    const place = pluginWorkspace(configWith());
    const result = await place.run(['schema'], {
      wrapper: ['bash', '-o', 'pipefail', '-c', '"$@" | true; echo "$?"', 'bash'],
    });
    expect(result).toMatchObject({ status: 0, stdout: '0\n', stderr: '' });
  });

  it('refuses to write into a directory that it may not search', async () => {
    const place = pluginWorkspace(configWith());
    mkdirSync(join(place.plugin, 'closed'));
    chmodSync(join(place.plugin, 'closed'), 0o600);
    const output = join('closed', 'plugin.cpio.gz');
    expect(await place.run(['build', '--without-steps', '-o', output], { wrapper: UNPRIVILEGED })).toMatchObject({
      status: 1,
      stderr: `error: cannot write ${join(place.plugin, output)}: permission denied\n  fix: choose a directory that you may write to with --output\n`,
    });
  });

  it.each([
    [
      'TMPDIR that is a file',
      { TMPDIR: '/etc/passwd' },
      /cannot create a temporary directory in \/etc\/passwd: a part/,
    ],
    ['a name that is too long', { FLEDGE_CACHE_DIR: `/tmp/${'x'.repeat(300)}` }, undefined],
  ])('does not report %s as a bug', async (_, env, message) => {
    const place = pluginWorkspace(configWith());
    const { status, stderr } = await place.run(['build', '--without-steps'], { env });
    expect(stderr).not.toMatch(/bug|ENAMETOOLONG|ENOTDIR|\bat /);
    expect(status).toBe(message === undefined ? 0 : 1);
    if (message !== undefined) expect(stderr).toMatch(message);
  });

  it('reports a name that is too long', async () => {
    const place = pluginWorkspace(configWith());
    const result = await place.run(['build', '--without-steps', '-o', `${'x'.repeat(300)}.cpio.gz`]);
    expect(result).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('.cpio.gz: the name is too long\n  fix: '),
    });
  });
});

/** A copy of the bundle that every user can read; a checkout may be below /root. */
function copiedBundle(): string {
  const directory = testDirectory();
  cpSync(dirname(bundle), directory, { recursive: true });
  asRoot('chmod', ['-R', 'a+rX', directory]);
  return join(directory, basename(bundle));
}

/** Options of a step in this environment. */
function stepWith(env: Readonly<Record<string, string>>): StepOptions {
  return { inputs: LOCAL, env };
}

describe('the action', () => {
  it.each(UNCAUGHT)('the action reports %s that is not caught in one annotation', async (_, failure) => {
    const place = job(pluginFiles('hello'));
    const step = await place.run({ inputs: LOCAL, node: [failWhenReading(failure)] });
    expect(step).toMatchObject({ status: 1, signal: null, stderr: '', outputs: {} });
    expect(step.log.annotations.filter(({ level }) => level === 'error')).toMatchObject([
      { message: expect.stringMatching(/^unexpected error: boom\nthis is a bug in fledge \(.*debug logging$/) },
    ]);
    expect(await step.post()).toMatchObject({ status: 0, stderr: '' });
    expect(place.leftovers()).toEqual([]);
  });

  it('post never fails the job', async () => {
    const place = job(pluginFiles('hello'));
    const step = await place.run({ inputs: LOCAL });
    const hook = join(testDirectory(), 'hook.mjs');
    writeFileSync(
      hook,
      `process.env = new Proxy(process.env, {
        get(env, name) {
          if (name === 'STATE_directory') throw new TypeError('boom');
          return env[name];
        },
      });`,
    );
    const post = await step.post({ NODE_OPTIONS: `--import=${pathToFileURL(hook)}` });
    expect(post).toMatchObject({ status: 0, stderr: '' });
    expect(post.log.annotations).toEqual([]);
    expect(post.stdout).toContain('note: the cleanup has failed: boom\n');
  });

  it.each(['GITHUB_OUTPUT', 'GITHUB_STATE'])(
    'names %s before anything is built when the file is not writable',
    async (name) => {
      const place = job(pluginFiles('hello'));
      const missing = join(place.root, 'missing');
      const step = await place.run(stepWith({ [name]: missing }));
      expect(step.status).toBe(1);
      expect(step.log.annotations).toMatchObject([
        {
          level: 'error',
          message: expect.stringContaining(
            `cannot write the runner's file ${missing} (${name}): it does not exist\nfix: run the step as`,
          ),
        },
      ]);
      expect(existsSync(join(place.plugin, 'dist'))).toBe(false);
      expect(place.leftovers()).toEqual([]);
    },
  );

  it('names RUNNER_TEMP when it is not writable', async () => {
    const place = job(pluginFiles('hello'));
    const step = await place.run(stepWith({ RUNNER_TEMP: '/proc' }));
    expect(step.status).toBe(1);
    expect(step.log.annotations).toMatchObject([
      {
        level: 'error',
        message: expect.stringMatching(/^cannot create a directory in \/proc \(RUNNER_TEMP\): .*\nfix: /),
      },
    ]);
  });

  it('warns of a job summary that cannot be written', async () => {
    const place = job(pluginFiles('hello'));
    const step = await place.run(stepWith({ GITHUB_STEP_SUMMARY: join(place.root, 'missing/summary') }));
    expect(step.status).toBe(0);
    expect(step.outputs['artifact-path']).toBeDefined();
    expect(
      step.log.annotations.filter(({ message }) => message.startsWith('cannot write the job summary: ')),
    ).toMatchObject([{ level: 'warning' }]);
  });

  it('writes nothing through a link that leads out of the workspace', async () => {
    const place = job(pluginFiles('hello'));
    const outside = testDirectory();
    symlinkSync(outside, join(place.plugin, 'dist'));
    symlinkSync(outside, join(place.plugin, 'link'));
    for (const directory of ['dist', 'link/below', './link/../link']) {
      const step = await place.run({ inputs: { ...LOCAL, 'output-dir': directory } });
      expect(step.status).toBe(1);
      expect(step.log.annotations.filter(({ level }) => level === 'error')).toMatchObject([
        { message: expect.stringMatching(/a link leads out of the workspace, to .*\nfix: remove the link/) },
      ]);
    }
    expect(readdirSync(outside)).toEqual([]);
    // A path outside of the workspace is allowed if the workflow names it itself.
    expect((await place.run({ inputs: { ...LOCAL, 'output-dir': outside } })).status).toBe(0);
  });
});
