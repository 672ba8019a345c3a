import { stat } from 'node:fs/promises';
import { isAbsolute, join, posix, relative, resolve } from 'node:path';
import { FledgeError, systemCodeOf } from '../support/errors.ts';
import { DEFAULT_CONFIG_FILE } from './missing-config.ts';

/** Directories that contain no plugins of the author and are slow to search. */
const NEVER_SEARCHED = ['node_modules', '.git'];

/**
 * Expands patterns to the paths of configs, relative to the working directory, in byte order and without duplicates.
 *
 * - A path matches itself; the path of a directory matches the fledge.toml in it. `*`, `?`, `[…]`, `{a,b}` and `**`
 *   match configs in the same way: `plugins/*` matches every fledge.toml one level below plugins.
 * - A pattern with `!` before it excludes its matches and everything below them, at any position in the list.
 * - `**` does not follow symbolic links, to avoid cycles; node_modules and .git are not searched.
 *
 * @throws FledgeError `usage` with every pattern that matches nothing.
 */
export async function findConfigs(patterns: readonly string[]): Promise<readonly string[]> {
  const excluded = patterns.filter(isExclusion).flatMap((pattern) => excluding(pattern.slice(1)));
  const wanted = patterns.filter((pattern) => !isExclusion(pattern));
  const problems: string[] = [];
  const found = new Set<string>();
  for (const pattern of wanted) {
    const result = await expand(pattern, excluded);
    if (typeof result === 'string') problems.push(result);
    else for (const path of result) found.add(path);
  }
  if (patterns.length === 0) problems.push('no config was given');
  else if (wanted.length === 0) problems.push('no config was given, only exclusions');
  if (problems.length > 0) throw new FledgeError('usage', problems.join('\n'));
  return [...found].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/** The paths that one pattern matches, or an error message if it matches none. */
async function expand(pattern: string, excluded: readonly string[]): Promise<readonly string[] | string> {
  const quoted = JSON.stringify(pattern);
  const literal = await findLiteral(pattern);
  if (literal !== undefined && literal !== 'empty' && excluded.length === 0) return [fromHere(literal, pattern)];
  // Loaded only for patterns.
  const { escapePath, isDynamicPattern } = await import('tinyglobby');
  if (literal === 'empty') {
    const below = `${escapePath(pattern).replace(/\/+$/, '')}/**`;
    return `there is no ${DEFAULT_CONFIG_FILE} in ${pattern}; to include all configs below it, write ${below}`;
  }
  if (literal !== undefined) {
    const isLeftOut = (await match(escapePath(literal), excluded)).length === 0;
    return isLeftOut ? `${quoted} is excluded by a pattern with !` : [fromHere(literal, pattern)];
  }
  const isPattern = isDynamicPattern(pattern) || pattern.includes('\\');
  if (!isPattern) return `there is no file or directory ${quoted}`;
  const parts = pattern.split('/');
  const base = parts
    .slice(
      0,
      parts.findIndex((part) => isDynamicPattern(part)),
    )
    .join('/');
  const unsearched = NEVER_SEARCHED.map((name) => `${base === '' ? '.' : base}/**/${name}/**`);
  const matched = await match(configPattern(pattern), [...excluded, ...unsearched]);
  if (matched.length > 0) return matched.map((path) => fromHere(path, pattern));
  const isForDirectories = configPattern(pattern).endsWith(`/${DEFAULT_CONFIG_FILE}`);
  return `no ${isForDirectories ? DEFAULT_CONFIG_FILE : 'config'} matches ${quoted}`;
}

/** The config at exactly this path, even if it looks like a pattern; `empty` for a directory without a config. */
async function findLiteral(path: string): Promise<string | undefined> {
  if (path === '') return undefined;
  const kind = await kindOf(path);
  if (kind !== 'directory') return kind === undefined ? undefined : path;
  const inside = join(path, DEFAULT_CONFIG_FILE);
  return (await kindOf(inside)) === undefined ? 'empty' : inside;
}

/**
 * The absolute paths of the files that a pattern matches. Patterns are made absolute first, because tinyglobby omits
 * the working directory itself from `../*`.
 */
async function match(pattern: string, ignore: readonly string[]): Promise<string[]> {
  const { escapePath, glob } = await import('tinyglobby');
  const here = escapePath(process.cwd());
  const absolute = (relativePattern: string): string =>
    isAbsolute(relativePattern) ? posix.normalize(relativePattern) : posix.join(here, relativePattern);
  return glob(absolute(pattern), {
    cwd: '/',
    absolute: true,
    expandDirectories: false,
    followSymbolicLinks: !pattern.includes('**'),
    ignore: ignore.map(absolute),
  });
}

/** A pattern whose last component does not contain `toml` matches directories. */
function configPattern(pattern: string): string {
  const path = pattern.replace(/\/+$/, '');
  return /toml[^/]*$/i.test(path) ? path : `${path}/${DEFAULT_CONFIG_FILE}`;
}

function isExclusion(pattern: string): boolean {
  return pattern.startsWith('!');
}

function excluding(pattern: string): readonly string[] {
  const path = pattern.replace(/\/+$/, '');
  return [path, `${path}/**`];
}

/** A path as the user would type it. Outside of the working directory it is absolute if the pattern is. */
function fromHere(path: string, pattern: string): string {
  const near = relative('.', path);
  return near.startsWith('../') && isAbsolute(pattern) ? resolve(path) : near;
}

async function kindOf(path: string): Promise<'directory' | 'other' | undefined> {
  try {
    return (await stat(path)).isDirectory() ? 'directory' : 'other';
  } catch (error) {
    const code = systemCodeOf(error);
    // A path that cannot be examined counts as existing: loading it reports the reason.
    return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' ? undefined : 'other';
  }
}
