import { lstatSync, readlinkSync, type Stats } from 'node:fs';
import { isAbsolute, posix, relative, resolve } from 'node:path';
import { cloudInitPaths } from '../manifest/cloud-init.ts';
import { type ByteString, byteStringFromText, displayByteString } from '../support/byte-string.ts';
import type { Environment } from '../support/environment.ts';
import { FledgeError } from '../support/errors.ts';
import { isOwnName } from '../support/files/own-files.ts';
import { MAX_SYMLINKS } from '../support/linux-limits.ts';
import { type Checkout, openCheckout } from '../tools/git.ts';
import { compileExclusion, type Exclusion } from '../tree/exclude.ts';
import { authorFilesOf, describingFilesOf, type NamedFile } from './author-files.ts';
import type { PlannedBuild } from './plan.ts';

/** A plugin and the reason why it is to be built; undefined if its inputs are the same as in the commit. */
export interface PluginChange {
  readonly build: PlannedBuild;
  readonly reason: string | undefined;
}

export interface ChangesSince {
  /** The id of the commit; undefined if there is none, as for the first push of a branch. */
  readonly commit: string | undefined;
  readonly plugins: readonly PluginChange[];
  /** Changed files that are not an input of any plugin, relative to the root of the checkout. */
  readonly others: readonly string[];
}

/** The commit before the first push of a branch, in `github.event.before`. */
const NO_COMMIT = /^0{40}(?:0{24})?$/;

/**
 * Compares the inputs of plugins with a commit: fledge.toml, lock file, template, and every file that a build reads (see
 * `authorFilesOf`). Files that git does not track, that are missing, or that are outside of the checkout cannot be compared,
 * and count as changed. Downloads are not compared.
 *
 * @throws FledgeError `input` if there is no checkout, or it does not have the commit; `tool` without git.
 */
export async function changesSince(
  revision: string,
  builds: readonly PlannedBuild[],
  context: { readonly env: Environment; readonly signal?: AbortSignal | undefined },
): Promise<ChangesSince> {
  if (NO_COMMIT.test(revision)) {
    const reason = 'there is no earlier commit to compare with';
    return { commit: undefined, plugins: builds.map((build) => ({ build, reason })), others: [] };
  }
  const checkout = await openCheckout('.', context);
  const commit = await commitIn(checkout, revision);
  const inputs = builds.map((build) => inputsOf(build, checkout.root));
  const [changed, tracked] = await Promise.all([checkout.changedSince(commit), checkout.tracked()]);
  const submodules = new Set(tracked.submodules);
  const isInSubmodule = (path: ByteString): boolean => ancestorsOf(path).some((above) => submodules.has(above));
  const directories = inputs.flatMap(({ places }) =>
    places.flatMap(({ path, kind, text }) => (kind === 'directory' && !isInSubmodule(path) ? [text || '.'] : [])),
  );
  const untracked = await checkout.untracked([...new Set(directories)]);
  // git lists nothing below a directory of another checkout, such as that of a second repository.
  const hasTracked = (directory: ByteString): boolean =>
    [tracked.files, submodules].some((paths) => paths.values().some((path) => path.startsWith(`${directory}/`)));
  const isUntracked = ({ path, kind }: Place): boolean => {
    if (isInSubmodule(path)) return false;
    if (kind === 'file') return !tracked.files.has(path);
    return kind === 'directory' && path !== '' && !hasTracked(path);
  };

  const seen = new Set<ByteString>();
  const plugins = inputs.map(({ build, places, unknown }): PluginChange => {
    const hits = changed.filter((path) => places.some((place) => isHit(place, path)));
    for (const path of hits) seen.add(path);
    const [first] = hits;
    if (first !== undefined) {
      const more = hits.length > 1 ? ` and ${hits.length - 1} more` : '';
      return { build, reason: `${displayByteString(first)} changed${more}` };
    }
    if (unknown !== undefined) return { build, reason: unknown };
    const loose =
      places.find(isUntracked)?.path ??
      untracked.find((path) => places.some((place) => place.kind === 'directory' && isHit(place, path)));
    return { build, reason: loose && `git does not track ${displayByteString(loose)}` };
  });
  const others = changed.filter((path) => !seen.has(path)).map(displayByteString);
  return { commit, plugins, others };
}

async function commitIn(checkout: Checkout, revision: string): Promise<string> {
  const commit = await checkout.commitOf(revision);
  if (commit !== undefined) return commit;
  const isShallow = await checkout.isShallow();
  const reason = isShallow ? 'this shallow checkout does not have it' : 'this repository does not have it';
  throw new FledgeError('input', `cannot compare with commit ${JSON.stringify(revision)}: ${reason}`, {
    fix: isShallow
      ? 'set fetch-depth: 0 in the step with actions/checkout, or run git fetch --unshallow'
      : 'check the name, or fetch the commit with git fetch; after a forced push, compare with the default branch',
  });
}

/** A place in the checkout. */
interface Place {
  /** Relative to the root of the checkout; empty for the root itself. */
  readonly path: ByteString;
  readonly text: string;
  /** `absent`: a file that may be missing; it counts only if it was changed. */
  readonly kind: 'file' | 'directory' | 'absent';
  /** Paths below a directory that are not inputs. */
  readonly exclusion: Exclusion;
}

interface Inputs {
  readonly build: PlannedBuild;
  readonly places: readonly Place[];
  /** The first input that cannot be compared. */
  readonly unknown: string | undefined;
}

function inputsOf(build: PlannedBuild, root: string): Inputs {
  const { loaded, template } = build;
  const files = {
    loaded,
    template: template?.file,
    templateFiles: template === undefined ? [] : cloudInitPaths(template.fields),
  };
  const { named, ofDockerfile } = authorFilesOf(files);
  const places: Place[] = [];
  let unknown: string | undefined;
  const add = (
    path: string,
    { exclude, mayBeMissing }: { exclude: readonly string[]; mayBeMissing: boolean },
  ): void => {
    const { links, end, stats } = follow(path);
    for (const link of links) if (isBelow(link, root)) places.push(placeOf(link, root, 'file', []));
    if (stats === undefined && mayBeMissing) {
      if (isBelow(end, root)) places.push(placeOf(end, root, 'absent', []));
      return;
    }
    if (stats === undefined) unknown ??= `${path} does not exist`;
    else if (!isBelow(end, root)) unknown ??= `${path} is outside of the repository`;
    else places.push(placeOf(end, root, stats.isDirectory() ? 'directory' : 'file', exclude));
  };
  for (const path of describingFilesOf(files)) add(path, { exclude: [], mayBeMissing: true });
  for (const file of named)
    add(resolve(file.directory, file.path), { exclude: file.exclude, mayBeMissing: isInImage(file, build) });
  const ignoreFiles = new Set(ofDockerfile.slice(2));
  for (const file of ofDockerfile) {
    add(resolve(file.directory, file.path), { exclude: [], mayBeMissing: ignoreFiles.has(file) });
  }
  return { build, places, unknown };
}

/** Whether a path may be one in the image and not of a file: that of an init that a mapping provides. */
function isInImage({ path }: NamedFile, { loaded: { config } }: PlannedBuild): boolean {
  return (
    isAbsolute(path) && config.strategy === 'initramfs' && config.init.mode === 'custom' && config.init.path === path
  );
}

function placeOf(path: string, root: string, kind: Place['kind'], exclude: readonly string[]): Place {
  const text = relative(root, path);
  return { path: byteStringFromText(text), text, kind, exclusion: compileExclusion(exclude) };
}

/** Whether a path that git lists is an input at this place: the path, a submodule above it, or a file below it. */
function isHit({ path, kind, exclusion }: Place, listed: ByteString): boolean {
  if (listed === path || path.startsWith(`${listed}/`)) return true;
  if (kind !== 'directory' || !(path === '' || listed.startsWith(`${path}/`))) return false;
  const below = (path === '' ? listed : listed.slice(path.length + 1)) as ByteString;
  return !exclusion.covers(below) && !below.split('/').some(isOwnName);
}

function ancestorsOf(path: ByteString): ByteString[] {
  const names = path.split('/');
  return names.map((_, index) => names.slice(0, index + 1).join('/') as ByteString);
}

interface Followed {
  /** The links on the way, absolute. */
  readonly links: readonly string[];
  /** The path without links. */
  readonly end: string;
  /** Undefined if it does not exist. */
  readonly stats: Stats | undefined;
}

/** Follows the links of a path one by one: a changed link is a changed input. */
function follow(path: string): Followed {
  const links: string[] = [];
  let rest = path.split('/').filter((name) => name !== '');
  let at = '/';
  let stats: Stats | undefined = look(at);
  while (rest.length > 0) {
    const [name = '', ...after] = rest;
    const next = posix.join(at, name);
    rest = after;
    stats = look(next);
    if (stats?.isSymbolicLink() !== true) {
      at = next;
      if (stats === undefined) return { links, end: posix.join(at, ...rest), stats };
      continue;
    }
    links.push(next);
    if (links.length > MAX_SYMLINKS) return { links, end: next, stats: undefined };
    const target = resolve(posix.dirname(next), readlinkSync(next));
    rest = [...target.split('/').filter((part) => part !== ''), ...rest];
    at = '/';
  }
  return { links, end: at, stats };
}

function look(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

function isBelow(path: string, root: string): boolean {
  return path === root || path.startsWith(root === '/' ? root : `${root}/`);
}
