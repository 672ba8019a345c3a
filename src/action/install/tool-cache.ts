import { createHash } from 'node:crypto';
import { constants, mkdtempSync } from 'node:fs';
import { chmod, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { NetworkSettings } from '../../net/context.ts';
import { HttpFailure } from '../../net/http-failure.ts';
import { fetchFile } from '../../sources/download.ts';
import { type Environment, environmentValue } from '../../support/environment.ts';
import { FledgeError, messageOf } from '../../support/errors.ts';
import { scratchFile } from '../../support/files/scratch.ts';
import type { Reporter } from '../../support/report/reporter.ts';
import type { Asset, Tool } from '../../tools/table.ts';

export interface ToolCacheContext {
  readonly reporter: Reporter;
  /** The environment with RUNNER_TEMP and proxies. The tool cache itself is at RUNNER_TOOL_CACHE of this process. */
  readonly env: Environment;
  readonly signal?: AbortSignal | undefined;
  /** Absolute path of the download cache (`cacheDirectoryOf`). */
  readonly cacheDirectory: string;
  readonly network?: Partial<NetworkSettings> | undefined;
  /** A directory that only this user can write to; it exists for as long as the tools are used. */
  readonly privateDirectory: string;
}

/** The new directory of a tool below `privateDirectory`, or the reason why it is not available. */
export type Cached =
  | { readonly cached: true; readonly directory: string }
  | { readonly cached: false; readonly why: string };

/** Limit of a download, more than ten times the largest tool of the table. */
const MAX_BYTES = 128 * 1024 * 1024;

/**
 * Installs the release of a tool through the runner's tool cache, under the name of its command. The digest of the
 * table is verified when a file is added to the cache and each time it is used. The verified bytes are copied to a
 * private directory, because the runner's tool cache is often writable for all users.
 *
 * @throws FledgeError `download` for bytes with another digest. A network failure and a tool cache that cannot be
 *   written are returned, because another source may have the tool.
 */
export async function cacheRelease(tool: Tool, context: ToolCacheContext): Promise<Cached> {
  const { name, release, commands } = tool;
  const asset = release?.assets[process.arch];
  if (release === undefined || asset === undefined) return fail(`${name} is not published for this machine`);
  const directory = environmentValue(context.env, 'RUNNER_TOOL_CACHE');
  if (directory === undefined) return fail('there is no tool cache: RUNNER_TOOL_CACHE is not set');
  const { cacheFile, find } = await import('@actions/tool-cache');

  const found = find(name, release.version, process.arch);
  try {
    const present = found === '' ? undefined : await readVerified(join(found, commands[0]), asset);
    if (present !== undefined) return { cached: true, directory: await install(present, commands[0], context) };
    const label = `${name} ${release.version}`;
    const file = await download(asset, label, context);
    const program = scratchFile(environmentValue(context.env, 'RUNNER_TEMP') ?? context.cacheDirectory, 'tool');
    try {
      const bytes = await readVerified(file, asset);
      if (bytes === undefined) throw new FledgeError('download', `${file} was changed after it was verified`);
      // Sets the mode first, because the cache copies it and other jobs may use the file at once.
      await writeFile(program.path, bytes, { flag: 'wx' });
      await chmod(program.path, 0o755);
      await cacheFile(program.path, commands[0], name, release.version, process.arch);
      context.reporter.info(`${label} from ${asset.url}`);
      return { cached: true, directory: await install(bytes, commands[0], context) };
    } finally {
      program.dispose();
    }
  } catch (error) {
    context.signal?.throwIfAborted();
    if (error instanceof FledgeError && !(error.cause instanceof HttpFailure)) throw error;
    return fail(messageOf(error));
  }
}

async function download(asset: Asset, label: string, context: ToolCacheContext): Promise<string> {
  const { path } = await fetchFile(
    {
      from: { kind: 'url', url: asset.url },
      sha256: asset.sha256,
      kind: 'tool',
      label,
      maxBytes: MAX_BYTES,
      expect: 'elf',
      mismatchFix: 'do not run the file; report it to its authors, because it was changed here or in transit',
    },
    { ...context, baseDirectory: '/' },
  );
  return path;
}

/** The content of a file, or undefined if it cannot be read or has another digest. */
async function readVerified(path: string, { sha256 }: Asset): Promise<Buffer | undefined> {
  try {
    const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const stats = await handle.stat();
      if (!stats.isFile() || stats.size > MAX_BYTES) return undefined;
      const bytes = await handle.readFile();
      return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}

/** Writes a program to a new directory, which it returns. */
async function install(bytes: Buffer, command: string, { privateDirectory }: ToolCacheContext): Promise<string> {
  const directory = mkdtempSync(join(privateDirectory, 'tool-'));
  await writeFile(join(directory, command), bytes, { flag: 'wx', mode: 0o755 });
  return directory;
}

function fail(why: string): Cached {
  return { cached: false, why };
}
