import { basename } from 'node:path';
import type { FledgeConfig } from '../config/types.ts';
import { artifactUrl, parseUrlBase } from '../manifest/url-base.ts';
import type { Platform } from '../support/platform.ts';
import { requireOwnDirectory } from './other-outputs.ts';
import { artifactPath, contextPathOf, inputFilesOf } from './output-path.ts';
import type { Plugin } from './plugin.ts';

/** The properties of a plugin that are known before it is built. */
export interface PluginIdentity {
  readonly name: string;
  readonly platform: Platform;
  /** The artifact's file name, without a directory. */
  readonly file: string;
}

/** The part of a build request that decides where the artifact is written, and from where Volant loads it. */
export interface DestinationRequest {
  readonly plugin: Plugin;
  readonly platform: Platform;
  /**
   * The path of the artifact. Default: in the working directory, `plugin.cpio.gz` or the image's name with the suffix of its
   * format.
   */
  readonly output?: string | undefined;
  /** True if the build may replace the manifest and the checksums of another artifact. Default: false. */
  readonly force?: boolean | undefined;
  /** True if the build writes an SBOM. Default: false. */
  readonly sbom?: boolean | undefined;
  /** The https URL or absolute path of the directory from which Volant loads the artifact. */
  readonly urlBase?: string | undefined;
  /** Returns the artifact's whole URL, for callers that publish it under another file name. Overrides `urlBase`. */
  readonly artifactUrl?: ((plugin: PluginIdentity) => string) | undefined;
}

/** Where a build writes. */
export interface Destination {
  /** The absolute path of the artifact. */
  readonly path: string;
  /** Its name, without a directory. */
  readonly name: string;
  /** The URL or path of the artifact in manifest.json. */
  readonly url: string;
}

/**
 * Chooses the path and the URL of the artifact. `config` has the pins of `lockFile`.
 *
 * @throws FledgeError `usage` if the build would replace a file that it reads, or files of another artifact.
 */
export function chooseDestination(
  request: DestinationRequest,
  { config, lockFile }: { readonly config: FledgeConfig; readonly lockFile: string | undefined },
): Destination {
  const { platform, plugin } = request;
  const { loaded, template, name } = plugin;
  const read = {
    described: [loaded.file, template?.file, lockFile].filter((file) => file !== undefined),
    inputs: inputFilesOf(config, loaded.directory),
    context: contextPathOf(config, loaded.directory),
  };
  const path = artifactPath(request.output, plugin.artifactFile, read, request);
  if (request.force !== true) requireOwnDirectory(path, plugin);
  const file = basename(path);
  const urlBase = request.urlBase === undefined ? undefined : parseUrlBase(request.urlBase);
  return { path, name: file, url: request.artifactUrl?.({ name, platform, file }) ?? artifactUrl(urlBase, path) };
}
