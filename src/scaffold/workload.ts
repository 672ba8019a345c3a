import { statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseImageReference } from '../config/image-reference.ts';
import { problemOfPath } from '../config/values.ts';
import { FledgeError } from '../support/errors.ts';

/** What a new plugin runs. Paths are relative to the directory of its fledge.toml. */
export type Workload =
  | { readonly kind: 'image'; readonly image: string }
  | { readonly kind: 'dockerfile'; readonly path: string }
  | { readonly kind: 'binary'; readonly path: string };

export type WorkloadKind = Workload['kind'];

/** The options that name a workload, one for each kind. Paths are relative to the working directory. */
export type WorkloadOptions = { readonly [K in WorkloadKind]?: string | undefined };

/** The usual names of a Dockerfile, in the order in which builders look for them. */
const DOCKERFILE_NAMES = ['Dockerfile', 'Containerfile'];

/**
 * The workload that the options name, or undefined if they name none. A directory in place of a Dockerfile stands for the
 * Dockerfile in it.
 *
 * @throws FledgeError `usage` if they name several, or one that fledge.toml cannot name.
 */
export function workloadOf(options: WorkloadOptions, directory: string): Workload | undefined {
  const given = (['image', 'dockerfile', 'binary'] as const).flatMap((kind) => {
    const text = options[kind];
    return text === undefined ? [] : [{ kind, text }];
  });
  const [first, second] = given;
  if (first === undefined) return undefined;
  if (second !== undefined) throw new FledgeError('usage', `--${first.kind} and --${second.kind} exclude each other`);
  return parseWorkload(first.kind, first.text, directory);
}

/**
 * A workload from the text of a user.
 *
 * @throws FledgeError `usage` if fledge.toml cannot name it.
 */
export function parseWorkload(kind: WorkloadKind, text: string, directory: string): Workload {
  if (kind === 'image') return { kind, image: checkedImage(text, directory) };
  const problem = problemOfPath(text);
  if (problem !== undefined) throw new FledgeError('usage', `--${kind}: ${problem}`);
  const path = kind === 'dockerfile' ? dockerfileAt(text) : text;
  return { kind, path: relative(directory, resolve(path)) };
}

/** The path of the Dockerfile in a directory, or undefined if it has none. */
export function findDockerfile(directory: string): string | undefined {
  return DOCKERFILE_NAMES.map((name) => join(directory, name)).find((path) => isFile(path));
}

/** The name that a plugin has by default: that of its image, of its program, or of the directory of its Dockerfile. */
export function defaultName(workload: Workload, directory: string): string {
  switch (workload.kind) {
    case 'image': {
      const parsed = parseImageReference(workload.image);
      return parsed.ok ? parsed.image.baseName : workload.image;
    }
    case 'binary':
      return basename(workload.path);
    case 'dockerfile':
      return basename(dirname(resolve(directory, workload.path)));
  }
}

function checkedImage(text: string, directory: string): string {
  const parsed = parseImageReference(text);
  if (!parsed.ok) {
    const fix =
      parsed.suggestion === undefined ? 'give a reference such as nginx:alpine' : `write ${parsed.suggestion}`;
    throw new FledgeError('usage', `--image: ${parsed.message}`, { fix });
  }
  const { path } = parsed.image;
  if (path !== undefined && directory !== resolve('.')) {
    throw new FledgeError('usage', `--image: the path ${JSON.stringify(path)} is relative to fledge.toml`, {
      fix: `run fledge init in ${directory}`,
    });
  }
  return text;
}

function dockerfileAt(path: string): string {
  if (!isDirectory(path)) return path;
  const found = findDockerfile(path);
  if (found !== undefined) return found;
  throw new FledgeError('usage', `there is no Dockerfile in ${path}`, {
    fix: 'name the Dockerfile: fledge init --dockerfile FILE',
  });
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function isDirectory(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
