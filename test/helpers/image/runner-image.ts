import { execFile } from 'node:child_process';
import { createHash, type Hash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { testDirectory } from '../scratch.ts';

const cache = fileURLToPath(new URL('../../../node_modules/.cache/fledge/runner-image', import.meta.url));
const script = fileURLToPath(new URL('runner-image.sh', import.meta.url));
const standIn = fileURLToPath(new URL('../process/docker.ts', import.meta.url));
const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** The inputs of the image: files and directories of the repository. */
const INPUTS = ['runner-image', 'dist/cli', 'LICENSE', 'test/helpers/image/runner-image.sh'];

/** For downloading and installing Debian's packages; many times the duration with a mirror nearby. */
export const RUNNER_IMAGE_TIMEOUT_MS = 900_000;

export const RUNNER_IMAGE_TAG = 'localhost/fledge';

export interface ContainerEngine {
  /** A directory with a program `docker` that can run the runner image, and no other program. */
  readonly directory: string;
  /** The environment of that program. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Builds the runner image from runner-image/Dockerfile, and returns its storage. The first build needs some minutes,
 * one after a change of its inputs some seconds; the file `built` names the inputs of the present image.
 */
export async function buildRunnerImage(): Promise<string> {
  const inputs = digestOfInputs();
  const built = join(cache, 'built');
  if (existsSync(built) && readFileSync(built, 'utf8') === inputs) return cache;
  mkdirSync(cache, { recursive: true });
  const root = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  const [file = 'flock', ...args] = [...root, 'flock', join(cache, 'lock'), 'sh', script, cache];
  await promisify(execFile)(file, args, { timeout: RUNNER_IMAGE_TIMEOUT_MS, maxBuffer: 1 << 26 });
  writeFileSync(built, inputs);
  return cache;
}

function digestOfInputs(): string {
  const hash = createHash('sha256');
  for (const input of INPUTS) addToHash(hash, input);
  return hash.update(process.env['FLEDGE_TEST_MIRROR'] ?? '').digest('hex');
}

function addToHash(hash: Hash, path: string): void {
  const host = join(repository, path);
  if (!statSync(host).isDirectory())
    hash.update(`${path}\0`).update(createHash('sha256').update(readFileSync(host)).digest());
  else for (const name of readdirSync(host).sort()) addToHash(hash, join(path, name));
}

/** A program in place of docker that has the runner image. It is in `parent`; default: a directory of the running test. */
export async function containerEngine(parent?: string): Promise<ContainerEngine> {
  const storage = await buildRunnerImage();
  const directory = parent === undefined ? testDirectory() : mkdtempSync(join(parent, 'engine-'));
  const program = join(directory, 'docker');
  // fledge passes the variables of docker on, and these are others.
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
  /** The arguments of fledge. */
  readonly args: readonly string[];
}

/** Runs the runner image and returns its output; throws if it fails. */
export async function runContainer(engine: ContainerEngine, { options = [], args }: ContainerRun): Promise<string> {
  const { stdout } = await promisify(execFile)(
    join(engine.directory, 'docker'),
    ['run', '--rm', ...options, RUNNER_IMAGE_TAG, ...args],
    { env: { ...process.env, ...engine.env }, maxBuffer: 1 << 26 },
  );
  return stdout;
}
