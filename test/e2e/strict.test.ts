import { describe, expect, it } from 'vitest';
import { job } from '../helpers/action/action.ts';
import { LOCAL, pluginFiles } from '../helpers/action/action-plugin.ts';
import { configWith, NO_PROGRAM, pluginWorkspace } from '../helpers/bad-input.ts';

/** A plugin whose mapped program has Windows line ends. */
const CONFIG = configWith('"crlf" = "/usr/bin/crlf"');
const FILES = { crlf: '#!/bin/sh\r\n' };
const FACTS = { code: 'program', file: 'fledge.toml', line: 7, column: 1, key: 'mappings.crlf' };

describe('warnings of the command line', () => {
  it('are in the JSON of build and validate, with their code and place', async () => {
    const place = pluginWorkspace(CONFIG, FILES);
    for (const command of ['build', 'validate']) {
      const { status, stdout } = await place.run([command, '--without-steps', '--json']);
      expect(status).toBe(0);
      const { warnings } = JSON.parse(stdout) as { warnings: unknown };
      expect(warnings).toEqual([expect.objectContaining(FACTS)]);
    }
  });

  it('are errors with --strict, and nothing is written', async () => {
    const place = pluginWorkspace(CONFIG, FILES);
    const before = place.snapshot();
    for (const command of ['build', 'validate']) {
      const result = await place.run([command, '--without-steps', '--strict']);
      expect(result).toMatchObject({ status: 1, stdout: '' });
      expect(result.stderr).toMatch(/\nerror: .*1 warning \(program\), and --strict makes warnings errors\n {2}fix: /);
    }
    expect(place.snapshot()).toEqual(before);
  });

  it('do not fail a strict build if there are none', async () => {
    const place = pluginWorkspace(configWith(), { 'manifest.toml': 'workload.entrypoint = ["/init"]' });
    expect(await place.run(['build', '--without-steps', '--strict'])).toMatchObject({ status: 0, stderr: '' });
    const other = pluginWorkspace(configWith());
    expect((await other.run(['build', '--without-steps', '--strict'])).stderr).toContain(NO_PROGRAM);
  });
});

describe('warnings of the action', () => {
  const files = { ...pluginFiles('hello', '', CONFIG), ...FILES };

  it('are annotations on their lines, lines of the summary, and in the results', async () => {
    const step = await job(files).run({ inputs: LOCAL });
    expect(step.status).toBe(0);
    expect(step.log.annotations).toEqual([
      expect.objectContaining({
        level: 'warning',
        file: 'fledge.toml',
        message: expect.stringContaining('/usr/bin/crlf'),
      }),
    ]);
    expect(step.summary).toContain('⚠️');
    expect(JSON.parse(step.outputs['results'] ?? '')).toMatchObject([{ warnings: [FACTS] }]);
  });

  it('fail a step with the input strict', async () => {
    const step = await job(files).run({ inputs: { ...LOCAL, strict: 'true' } });
    expect(step.status).toBe(1);
    expect(step.log.annotations.filter(({ level }) => level === 'error').map(({ message }) => message)).toEqual([
      expect.stringContaining('the input strict makes warnings errors'),
    ]);
    expect(step.summary).toContain('⚠️');
  });
});
