import { readFileSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { FledgeError, readFailureOf, systemCodeOf } from '../support/errors.ts';
import type { BuilderName } from '../tools/image-builder.ts';

/** The suffixes of ignore files that belong to one Dockerfile, and the names of those of a context; the first one is used. */
const IGNORE_FILES = {
  docker: { suffixes: ['.dockerignore'], names: ['.dockerignore'] },
  podman: { suffixes: ['.containerignore', '.dockerignore'], names: ['.containerignore', '.dockerignore'] },
  buildah: { suffixes: ['.containerignore', '.dockerignore'], names: ['.containerignore', '.dockerignore'] },
} as const satisfies Readonly<Record<BuilderName, object>>;

/** Scratch and step directories of builds, by their names (`isOwnName`). */
const SCRATCH_PATTERNS = ['**/.fledge-????????-*-*-????????????-*', '**/.fledge-step-??????'];

export interface ContextFiles {
  /** Absolute, as the user named them. */
  readonly dockerfile: string;
  readonly context: string;
  readonly builder: BuilderName;
  /** Absolute paths of files and directories that belong to builds; those outside of the context have no effect. */
  readonly own: Iterable<string>;
}

/**
 * The text of an ignore file with the rules of the author and those that exclude the build's own files, so that a second
 * build has the same context as the first. The last rule that matches a path decides.
 *
 * @throws FledgeError `config` if the ignore file of the author cannot be read.
 */
export function ignoreRules({ dockerfile, context, builder, own }: ContextFiles): string {
  const { suffixes, names } = IGNORE_FILES[builder];
  const candidates = [...suffixes.map((suffix) => dockerfile + suffix), ...names.map((name) => join(context, name))];
  const root = realpathSync(context);
  const rules = [...own].flatMap((path) => ruleFor(root, path));
  return [readFirst(candidates), ...SCRATCH_PATTERNS, ...new Set(rules), ''].join('\n');
}

/** Absolute paths of the ignore files that one of the builders would read. */
export function ignoreFileCandidates({ dockerfile, context }: Pick<ContextFiles, 'dockerfile' | 'context'>): string[] {
  const suffixes = Object.values(IGNORE_FILES).flatMap((files): readonly string[] => files.suffixes);
  return [
    ...new Set([...suffixes.map((suffix) => dockerfile + suffix), ...suffixes.map((name) => join(context, name))]),
  ];
}

/** The text of the first file that exists; empty if there is none. */
function readFirst(paths: readonly string[]): string {
  for (const path of paths) {
    try {
      return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
    } catch (error) {
      if (systemCodeOf(error) === 'ENOENT' || systemCodeOf(error) === 'ENOTDIR') continue;
      throw new FledgeError('config', `cannot read ${path}: ${readFailureOf(error)}`, { cause: error });
    }
  }
  return '';
}

/** The rule that excludes a path; none if it is outside of the context, or contains it. */
function ruleFor(root: string, path: string): readonly string[] {
  const inside = relative(root, realPath(path));
  if (inside === '' || inside === '..' || inside.startsWith('../')) return [];
  // Spaces at the ends and line breaks cannot be escaped in an ignore file.
  return [`/${inside.replace(/[\\*?[\]!^-]/g, '\\$&').replace(/[\s\p{Cc}]/gu, '?')}`];
}

/** A path without links; the output of a first build does not exist yet. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
