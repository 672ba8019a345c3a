import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseLogEvent } from '../../src/support/report/log-events.ts';
import { workspace } from '../helpers/process/cli.ts';

const CONFIG = 'version = "1"\nstrategy = "initramfs"\nsource.busybox_url = "/bin/busybox"\ninit.none = true\n';
const JSON_LOG = ['--log-format', 'json'];

function eventsOf(stderr: string) {
  const lines = stderr.split('\n').slice(0, -1);
  return lines.map((line) => parseLogEvent(line) ?? line);
}

describe('--log-format json', () => {
  it('--log-format json writes the lines that docs/troubleshooting.md shows', async () => {
    const place = workspace({ 'fledge.toml': CONFIG.replace('none', 'nne') });
    const { status, stdout, stderr } = await place.run(['build', ...JSON_LOG]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    const page = readFileSync(fileURLToPath(new URL('../../docs/troubleshooting.md', import.meta.url)), 'utf8');
    const [, example] = /## The log for programs.*?```json\n(.*?)```/s.exec(page) ?? [];
    expect(stderr).toBe(example);
  });

  it('--log-format json writes the steps and warnings of a build to stderr and keeps stdout for the result', async () => {
    const place = workspace({ 'fledge.toml': `${CONFIG}[mappings]\n"init" = "/init"\n`, init: '#!/bin/sh\n' });
    const { status, stdout, stderr } = await place.run(['build', '--json', ...JSON_LOG]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ strategy: 'initramfs' });
    const events = eventsOf(stderr);
    expect(events[0]).toMatchObject({ type: 'start', schema: 1 });
    expect(events).toContainEqual({ type: 'step', title: 'read the configuration' });
    expect(events.filter((event) => typeof event === 'string' || event.type === 'error')).toEqual([]);
  });

  it.each([
    [['validate'], 2, 'config'],
    [['lock'], 2, 'config'],
    [['plan'], 2, 'usage'],
    [['inspect', 'nothing'], 1, 'input'],
    [['diff', 'nothing', 'other'], 2, undefined],
    [['build', 'nothing'], 2, 'usage'],
    [['build', '--outptu', 'x'], 2, 'usage'],
    [['build', '--verify', 'x'], 2, 'usage'],
    [['buidl'], 2, 'usage'],
    [['build', '-q', '-v'], 2, 'usage'],
  ])('--log-format json writes the error of the command %j', async (args, exitStatus, code) => {
    const { status, stdout, stderr } = await workspace().run([...args, ...JSON_LOG]);
    expect({ status, stdout }).toEqual({ status: exitStatus, stdout: '' });
    const events = eventsOf(stderr);
    expect(events.at(-1)).toMatchObject({ type: 'error', message: expect.any(String), ...(code && { code }) });
    expect(events.filter((event) => typeof event === 'string')).toEqual([]);
  });

  it('--log-format json does not change --help', async () => {
    const { status, stdout, stderr } = await workspace().run(['build', '--help', ...JSON_LOG]);
    expect({ status, first: eventsOf(stderr) }).toMatchObject({ status: 0, first: [{ type: 'start' }] });
    expect(stdout).toContain('--log-format');
  });
});
