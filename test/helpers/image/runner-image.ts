import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { testDirectory } from '../scratch.ts';

const cache = fileURLToPath(new URL('../../../node_modules/.cache/fledge/runner-image', import.meta.url));
const script = fileURLToPath(new URL('runner-image.sh', import.meta.url));
const standIn = fileURLToPath(new URL('../process/docker.ts', import.meta.url));

/** Fetching and installing Debian's packages; many times what it takes with a mirror nearby. */
export const RUNNER_IMAGE_TIMEOUT_MS = 900_000;

export const RUNNER_IMAGE_TAG = 'localhost/fledge';

export interface ContainerEngine {
  /** A directory with a program `docker` that can run the runner image, and nothing else. */
  readonly directory: string;
  /** What that program needs in its environment. */
  readonly env: Readonly<Record<string, string>>;
}

/** Builds the runner image as runner-image/Dockerfile says; the first time takes a minute, then it is there. */
export async function buildRunnerImage(): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [file = 'flock', ...args] = [...root, 'flock', join(cache, 'lock'), 'sh', script, cache];
  await promisify(execFile)(file, args, { timeout: RUNNER_IMAGE_TIMEOUT_MS, maxBuffer: 1 << 26 });
  return cache;
}

/** A stand-in for docker that has the runner image. */
export async function containerEngine(): Promise<ContainerEngine> {
  const storage = await buildRunnerImage();
  const directory = testDirectory();
  const program = join(directory, 'docker');
  // fledge hands docker the variables that docker knows, and these are others.
  const driver = process.env['FLEDGE_TEST_STORAGE'];
  const own = driver === undefined ? [] : [`FLEDGE_TEST_STORAGE='${driver}'`];
  const variables = [`FLEDGE_TEST_RUNNER_STORAGE='${storage}'`, ...own].join(' ');
  writeFileSync(program, `#!/bin/sh\n${variables} exec '${process.execPath}' '${standIn}' "$@"\n`);
  chmodSync(program, 0o755);
  return { directory, env: { FLEDGE_TEST_RUNNER_STORAGE: storage } };
}

export interface ContainerRun {
  /** Options of `docker run` before the image. */
  readonly options?: readonly string[];
  /** What fledge gets. */
  readonly args: readonly string[];
}

/** Runs the runner image and returns what it printed; throws if it fails. */
export async function runContainer(engine: ContainerEngine, { options = [], args }: ContainerRun): Promise<string> {
  const { stdout } = await promisify(execFile)(
    join(engine.directory, 'docker'),
    ['run', '--rm', ...options, RUNNER_IMAGE_TAG, ...args],
    { env: { ...process.env, ...engine.env }, maxBuffer: 1 << 26 },
  );
  return stdout;
}
