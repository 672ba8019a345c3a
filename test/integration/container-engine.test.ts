import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { FledgeError } from '../../src/support/errors.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import {
  type ContainerRun,
  containerArguments,
  ensureImage,
  findContainerEngine,
  isMoving,
  runContainer,
} from '../../src/tools/container-engine.ts';
import { environmentFor } from '../../src/tools/environment.ts';
import { programs } from '../helpers/process/programs.ts';
import { testDirectory } from '../helpers/scratch.ts';

const CLIENT = environmentFor('engine', { PATH: '/usr/bin:/bin' });
const CONTAINER: ContainerRun = {
  image: 'image',
  name: 'fledge-1',
  user: { uid: 1001, gid: 118 },
  groups: [999],
  mounts: [],
  workingDirectory: '/work',
  passedVariables: [],
  variables: {},
  args: ['build'],
};

/** A directory with a `docker` that consists of this script, and the calls of it. */
function fakeDocker(script: string) {
  const log = join(testDirectory(), 'calls');
  const directory = programs({ docker: `echo "$*" >> '${log}'\n${script}` });
  const engine = { name: 'docker', path: join(directory, 'docker') } as const;
  return { directory, engine, calls: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []) };
}

/** Only this directory is the PATH of the running test. */
function usePath(directory: string): void {
  const before = process.env['PATH'];
  process.env['PATH'] = `${directory}:/usr/bin:/bin`;
  onTestFinished(() => {
    process.env['PATH'] = before;
  });
}

it.each([
  ['podman version 4.9.3', 'podman'],
  ['Docker version 27.5.1, build 9f9e405', 'docker'],
])('recognises the program with the name docker that prints %s as %s', async (version, name) => {
  const { directory } = fakeDocker(`[ "$1" != --version ] || echo '${version}'`);
  usePath(directory);
  expect(await findContainerEngine(CLIENT)).toMatchObject({ name, path: join(directory, 'docker') });
});

it('takes a docker that cannot print its version for docker', async () => {
  const { directory } = fakeDocker('exit 1');
  usePath(directory);
  expect(await findContainerEngine(CLIENT)).toMatchObject({ name: 'docker' });
});

it('runs as root in a container of rootless docker, which is the user of this machine', () => {
  const args = containerArguments({ name: 'docker', path: 'docker', isRootless: true }, CONTAINER);
  expect(args.join(' ')).toContain(' --user 0:0 ');
  expect(args).not.toContain('--group-add');
});

it('switches the labels of SELinux off for the container, where it is enabled', () => {
  const args = (hasSelinux: boolean) => containerArguments({ name: 'docker', path: 'docker', hasSelinux }, CONTAINER);
  expect(args(true).join(' ')).toContain('--security-opt label=disable');
  expect(args(false)).not.toContain('label=disable');
});

it.each([
  ['ghcr.io/volantvm/fledge', true],
  ['ghcr.io/volantvm/fledge:latest', true],
  ['registry.example:5000/fledge:latest', true],
  ['ghcr.io/volantvm/fledge:1.2.3', false],
  [`ghcr.io/volantvm/fledge:latest@sha256:${'0'.repeat(64)}`, false],
  [`ghcr.io/volantvm/fledge@sha256:${'0'.repeat(64)}`, false],
  ['fledge', false],
  ['fledge:latest', false],
  ['localhost/fledge:latest', false],
])('pulls an image that exists locally again because its tag moves: %s: %s', async (image, isPulled) => {
  expect(isMoving(image)).toBe(isPulled);
  const { engine, calls } = fakeDocker('');
  await ensureImage(engine, image, { env: CLIENT, reporter: silentReporter });
  expect(calls().some((call) => call.startsWith('pull '))).toBe(isPulled);
});

it('uses the local image with a warning if it cannot be pulled again', async () => {
  const { engine } = fakeDocker('[ "$1" != pull ] || { echo "Error: no network" >&2; exit 1; }');
  const warnings: string[] = [];
  const reporter = { ...silentReporter, warn: (message: string) => void warnings.push(message) };
  await ensureImage(engine, 'ghcr.io/volantvm/fledge:latest', { env: CLIENT, reporter });
  expect(warnings).toEqual([expect.stringContaining('no network')]);
});

it.each([
  'docker: Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /work.',
  'Error: statfs /work: no such file or directory',
])('explains that the engine has other files than this machine: %s', async (message) => {
  const { engine } = fakeDocker(`[ "$1" != run ] || { echo '${message}' >&2; exit 125; }`);
  const error: unknown = await runContainer(engine, CONTAINER, { env: CLIENT }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(FledgeError);
  expect(error).toMatchObject({ code: 'tool', fix: expect.stringContaining('DOCKER_HOST') });
});
