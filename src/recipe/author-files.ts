import { dirname, isAbsolute, join, resolve } from 'node:path';
import { contextOf, dockerfileOf, fetchedImagesOf } from '../config/images.ts';
import type { LoadedConfig } from '../config/load.ts';
import { lockFileOf } from '../lock/lock-file.ts';
import { ignoreFileCandidates } from './dockerfile-context.ts';

/** A file or directory that fledge.toml or the template names. */
export interface NamedFile {
  /** As written. */
  readonly path: string;
  /** The absolute directory to which a relative path is relative. */
  readonly directory: string;
  /** `image`: a container image, which can be large, and which its digests identify. */
  readonly kind: 'file' | 'image';
  /** The globs of a mapped directory, relative to it. */
  readonly exclude: readonly string[];
}

/** The author's files that a build reads, besides fledge.toml, the lock file and the template. */
export interface AuthorFiles {
  readonly named: readonly NamedFile[];
  /** Files that a builder of a Dockerfile reads. */
  readonly ofDockerfile: readonly NamedFile[];
}

export interface PluginFiles {
  readonly loaded: LoadedConfig;
  /** The manifest template, if there is one. */
  readonly template: string | undefined;
  /** Paths of files that the template names, relative to its directory unless they are absolute. */
  readonly templateFiles?: readonly string[];
}

/**
 * The files that a build of a plugin reads. The copies of a second build (`copyAuthorFiles`) and the comparison with a commit
 * (`changesSince`) both use this list, so a new kind of input belongs here.
 */
export function authorFilesOf({ loaded, template, templateFiles = [] }: PluginFiles): AuthorFiles {
  const { config, directory } = loaded;
  const base = template === undefined ? directory : dirname(resolve(template));
  const named = (path: string, others: Partial<NamedFile> = {}): NamedFile => {
    return { path, directory, kind: 'file', exclude: [], ...others };
  };
  // One line of fledge.toml may have several destinations.
  const mapped = new Map(config.mappings.map(({ source, settings }) => [source, settings.exclude]));
  const images = fetchedImagesOf(config).flatMap(({ reference }) => reference.path ?? []);
  return {
    named: [
      ...Array.from(mapped, ([path, exclude]) => named(path, { exclude })),
      ...programsOf(loaded).map((path) => named(path)),
      ...templateFiles.map((path) => named(path, { directory: base })),
      ...images.map((path) => named(path, { kind: 'image' })),
    ],
    ofDockerfile: dockerfilePathsOf(loaded).map((path) => named(path)),
  };
}

/** The absolute paths of fledge.toml, its lock file and its template, which may not exist. */
export function describingFilesOf({ loaded: { file, directory }, template }: PluginFiles): readonly string[] {
  return [file, lockFileOf(file), template ?? join(directory, 'manifest.toml')].map((path) => resolve(path));
}

/** The paths of files other than mapped ones, as written in fledge.toml. */
function programsOf({ config }: LoadedConfig): string[] {
  const agent = config.agent?.source === 'local' ? [config.agent.path] : [];
  if (config.strategy === 'oci_rootfs') return agent;
  const init = config.init.mode === 'custom' ? [config.init.path] : [];
  const busybox = config.busybox.location?.kind === 'file' ? [config.busybox.location.path] : [];
  return [...agent, ...init, ...busybox];
}

/** The Dockerfile, the whole context, and the ignore files, which may be outside of it and may not exist. */
function dockerfilePathsOf({ config, directory }: LoadedConfig): string[] {
  const source = dockerfileOf(config);
  if (source === undefined) return [];
  const context = contextOf(source);
  const place = (path: string): string => (isAbsolute(path) ? path : resolve(directory, path));
  const ignoreFiles = ignoreFileCandidates({ dockerfile: place(source.text), context: place(context) });
  return [source.text, context, ...ignoreFiles];
}
