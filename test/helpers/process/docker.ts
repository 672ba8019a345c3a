/**
 * In place of `docker` and `podman`: passes `run` to buildah, so that mounts, environment, user, working directory and
 * exit status are really used. $FLEDGE_TEST_RUNNER_STORAGE is the storage that has the image.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildah } from './buildah.ts';

/** The part of buildah's description of a container that is used here. */
interface ContainerDescription {
  readonly OCIv1: { readonly config: { readonly Entrypoint?: readonly string[] } };
}

/** The directory for output files inside of a container. */
const OUTPUT = '/run/output';

const storage = process.env['FLEDGE_TEST_RUNNER_STORAGE'] ?? fail('FLEDGE_TEST_RUNNER_STORAGE is not set');
const [command, ...words] = process.argv.slice(2);
// Every container is removed when it ends.
if (command === 'rm' || command === 'stop') process.exit(0);
if (command === 'image' && words[0] === 'inspect') {
  const { file, args } = buildah(storage, ['inspect', '--type', 'image', words[1] ?? '']);
  process.exit(spawnSync(file, args, { stdio: 'ignore' }).status ?? 1);
}
if (command !== 'run') fail(`only run is known, not ${command}`);

const { values, positionals } = parseRun(words);
const [image = fail('no image'), ...given] = positionals;

const output = mkdtempSync(join(tmpdir(), 'docker-'));
chmodSync(output, 0o777);
const container = call('from', '--pull-never', image).trim();
try {
  const { OCIv1 } = JSON.parse(call('inspect', '--type', 'container', container)) as ContainerDescription;
  const program = values.entrypoint === undefined ? (OCIv1.config.Entrypoint ?? []) : [values.entrypoint];
  const { file, args } = buildah(storage, [
    ...['run', '--isolation', 'chroot', '--volume', `${output}:${OUTPUT}`],
    ...(values.user === undefined ? [] : ['--user', values.user]),
    ...(values.workdir === undefined ? [] : ['--workingdir', values.workdir]),
    ...(values['cap-drop'] ?? []).flatMap((capability) => ['--cap-drop', capability]),
    ...[...(values.volume ?? []), ...(values.mount ?? []).map(volumeOf)].flatMap((volume) => ['--volume', volume]),
    ...(values.env ?? []).flatMap(environment).flatMap((variable) => ['--env', variable]),
    // buildah may lose the end of a short-lived program's output to a pipe of its own; a file has all of it.
    ...['--', container, 'sh', '-c', `exec "$@" >${OUTPUT}/stdout 2>${OUTPUT}/stderr`, 'sh', ...program, ...given],
  ]);
  // A signal to the group also reaches buildah; this process continues in order to remove the container.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
  process.exitCode = spawnSync(file, args, { stdio: ['ignore', 'ignore', 'ignore'] }).status ?? 137;
  process.stdout.write(readFileSync(join(output, 'stdout')));
  process.stderr.write(readFileSync(join(output, 'stderr')));
} finally {
  rmSync(output, { recursive: true, force: true });
  call('rm', container);
}

/** The used options of `docker run`, up to the image; the rest is for the program. */
function parseRun(args: readonly string[]) {
  const options = {
    rm: { type: 'boolean' },
    init: { type: 'boolean' },
    volume: { type: 'string', short: 'v', multiple: true },
    env: { type: 'string', short: 'e', multiple: true },
    user: { type: 'string', short: 'u' },
    workdir: { type: 'string', short: 'w' },
    entrypoint: { type: 'string' },
    mount: { type: 'string', multiple: true },
    name: { type: 'string' },
    'group-add': { type: 'string', multiple: true },
    platform: { type: 'string' },
    pull: { type: 'string' },
    network: { type: 'string' },
    'cap-drop': { type: 'string', multiple: true },
    'security-opt': { type: 'string', multiple: true },
  } as const;
  // Options end at the first word that is neither an option nor a value: parse the words before each candidate.
  for (let end = 0; end <= args.length; end++) {
    if (args[end]?.startsWith('-')) continue;
    try {
      const { values, positionals } = parseArgs({ args: args.slice(0, end), options, strict: true });
      if (positionals.length === 0) return { values, positionals: args.slice(end) };
    } catch {
      // The word is the value of the option before it.
    }
  }
  return fail(`cannot read the arguments: ${args.join(' ')}`);
}

/** `type=bind,source=S,target=T[,readonly]` as `S:T[:ro]`. */
function volumeOf(mount: string): string {
  const fields = new Map(mount.split(',').map((field) => [field.split('=')[0] ?? '', field.replace(/^[^=]*=?/, '')]));
  if (fields.get('type') !== 'bind') fail(`the mount ${mount} is not known`);
  return `${fields.get('source')}:${fields.get('target')}${fields.has('readonly') ? ':ro' : ''}`;
}

/** Like docker: a name without a value gets the value of its own environment, and is omitted if it has none there. */
function environment(variable: string): string[] {
  if (variable.includes('=')) return [variable];
  const value = process.env[variable];
  return value === undefined ? [] : [`${variable}=${value}`];
}

function call(...args: readonly string[]): string {
  const { file, args: all } = buildah(storage, args);
  const { status, stdout, stderr } = spawnSync(file, all, { encoding: 'utf8' });
  return status === 0 ? stdout : fail(`${args.join(' ')}: ${stderr}`);
}

function fail(message: string): never {
  process.exitCode = 125;
  throw new Error(message);
}
