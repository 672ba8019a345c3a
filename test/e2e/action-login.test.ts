import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JOB_TOKEN, type Job, job } from '../helpers/action/action.ts';
import { allowPlainHttp, startRegistry } from '../helpers/image/docker-registry.ts';
import { TestLayout } from '../helpers/image/oci-image.ts';
import { rootfsConfig } from '../helpers/image/rootfs-plugin.ts';
import { tarOf } from '../helpers/image/tar.ts';
import { SYSTEM_PATH } from '../helpers/process/cli.ts';
import { testDirectory } from '../helpers/scratch.ts';

const LOGIN = { user: 'octo', password: 'c0rrect-horse' };
const INPUTS = { upload: 'none', cache: 'false' };

/** An OCI layout with a small image, as skopeo names it. */
function smallImage(): string {
  const layout = new TestLayout(testDirectory());
  const descriptor = layout.addImage({
    layers: [{ tar: tarOf([{ name: 'hello', data: 'hello\n' }]) }],
    run: { Cmd: ['/hello'] },
  });
  layout.write({ small: descriptor });
  return `oci:${layout.directory}:small`;
}

/** A registry that requires a login, with an image, and a job for it. */
async function privateRegistry(): Promise<{ place: Job; host: string }> {
  const registry = await startRegistry({ login: LOGIN });
  await registry.push(smallImage(), 'team/small:1');
  const place = job({ 'fledge.toml': rootfsConfig(`docker://${registry.host}/team/small:1`) });
  allowPlainHttp(place.home, registry.host);
  return { place, host: registry.host };
}

describe('registry, username and password', () => {
  it('logs in for the build and leaves no credentials behind', async () => {
    const { place, host } = await privateRegistry();
    const inputs = { ...INPUTS, registry: host, username: LOGIN.user, password: LOGIN.password };
    const step = await place.run({ inputs, env: { RUNNER_DEBUG: '1' } });
    expect(step.log.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(step.status).toBe(0);
    expect(step.outputs['artifact-path']).toMatch(/small\.img$/);
    expect(place.leftovers().filter((path) => path.includes('auth'))).toEqual([]);
    await step.post();
    expect(place.leftovers()).toEqual([]);
  });

  it('passes no credentials in an argument or a variable of any program', async () => {
    const { place, host } = await privateRegistry();
    const tools = testDirectory();
    const spy = join(tools, 'skopeo');
    writeFileSync(spy, `#!/bin/sh\nprintf '%s\\n' "$*" >> "$0.seen"\nenv >> "$0.seen"\nexec /usr/bin/skopeo "$@"\n`);
    chmodSync(spy, 0o755);
    const inputs = { ...INPUTS, registry: host, username: LOGIN.user, password: LOGIN.password };
    const runnerToken = 'token-of-the-runner';
    const env = { PATH: `${tools}:${SYSTEM_PATH}`, ACTIONS_RUNTIME_TOKEN: runnerToken };
    const step = await place.run({ inputs, env });
    expect(step.status).toBe(0);
    const seen = readFileSync(`${spy}.seen`, 'utf8');
    expect(seen).toContain('REGISTRY_AUTH_FILE=');
    const auth = Buffer.from(`${LOGIN.user}:${LOGIN.password}`).toString('base64');
    for (const secret of [LOGIN.password, auth, JOB_TOKEN, runnerToken]) expect(seen).not.toContain(secret);
  });

  it('explains how to log in when the registry refuses a build without credentials', async () => {
    const { place, host } = await privateRegistry();
    const step = await place.run({ inputs: INPUTS });
    expect(step.status).toBe(1);
    expect(step.log.annotations[0]?.message).toContain(`${host} refuses access`);
  });

  it("adds the step's login to the logins that the workflow has for other registries", async () => {
    const { place, host } = await privateRegistry();
    const auth = Buffer.from(`${LOGIN.user}:${LOGIN.password}`).toString('base64');
    const config = JSON.stringify({ auths: { [host]: { auth } } });
    place.writeHome('.docker/config.json', config);
    const inputs = { ...INPUTS, registry: 'registry.example.com', username: 'someone', password: 'else' };
    expect((await place.run({ inputs })).status).toBe(0);
    expect(readFileSync(join(place.home, '.docker/config.json'), 'utf8')).toBe(config);
  });
});
