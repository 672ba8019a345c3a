import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { FledgeError } from '../support/errors.ts';
import { run } from '../support/process/exec.ts';
import { findOnPath } from '../support/process/search-path.ts';
import { noteActivity } from '../support/report/activity.ts';
import { howToInstall } from './distribution.ts';
import { environmentFor } from './environment.ts';
import { type OldestVersion, type Tool, versionIn } from './table.ts';
import { formatVersion, isAtLeast, type Version } from './version.ts';

/** A suitable tool on this machine. */
export interface FoundTool {
  readonly tool: Tool;
  /** Absolute. */
  readonly path: string;
  /** Undefined if it does not print its version. */
  readonly version: Version | undefined;
}

/** The state of a tool on this machine. */
export type Finding =
  | ({ readonly state: 'found' } & FoundTool)
  /** `what` is missing: the program, or the file that it needs. */
  | { readonly state: 'missing'; readonly tool: Tool; readonly what: string }
  | {
      readonly state: 'too-old';
      readonly tool: Tool;
      readonly path: string;
      readonly version: Version;
      readonly oldest: OldestVersion;
    };

/** A tool that is missing or too old. */
export type UnusableTool = Exclude<Finding, { readonly state: 'found' }>;

/** Directories of root's PATH, in which distributions install tools for file systems. */
const SBIN = ['/usr/local/sbin', '/usr/sbin', '/sbin'] as const;
/** A program usually prints its version within milliseconds; one that does not return is broken. */
const VERSION_TIMEOUT_MS = 20_000;

/**
 * Finds a tool on the PATH, then in the sbin directories, and reads its version. A tool that does not print its version is
 * accepted. `directories` are searched first.
 */
export async function findTool(
  tool: Tool,
  signal?: AbortSignal,
  directories: readonly string[] = [],
): Promise<Finding> {
  const first = directories.flatMap((directory) => tool.commands.map((name) => join(directory, name)));
  const path = (await findFirst(first)) ?? (await findProgram(...tool.commands));
  if (path === undefined) return { state: 'missing', tool, what: tool.commands[0] };
  if (tool.alsoNeeds !== undefined && !existsSync(tool.alsoNeeds)) {
    return { state: 'missing', tool, what: tool.alsoNeeds };
  }
  const version = await askVersion(path, tool, signal);
  if (version !== undefined) noteActivity({ kind: 'tool', name: tool.name, version: formatVersion(version), path });
  const { oldest } = tool;
  if (version === undefined || oldest === undefined || isAtLeast(version, oldest.version)) {
    return { state: 'found', tool, path, version };
  }
  return { state: 'too-old', tool, path, version, oldest };
}

/**
 * Finds a tool that must be on this machine.
 *
 * @throws FledgeError `tool` if it is missing or too old; the fix is the installation command of this distribution.
 */
export async function requireTool(tool: Tool, signal?: AbortSignal): Promise<FoundTool> {
  const finding = await findTool(tool, signal);
  if (finding.state === 'found') return finding;
  throw new FledgeError('tool', describeFinding(finding), { fix: howToFix([finding]) });
}

/** The reason why a tool cannot be used: `skopeo is not on the PATH`. */
export function describeFinding(finding: UnusableTool): string {
  if (finding.state === 'missing') {
    return isAbsolute(finding.what) ? `${finding.what} is missing` : `${finding.what} is not on the PATH`;
  }
  const { path, version, oldest } = finding;
  return `${path} is version ${formatVersion(version)}, which ${oldest.reason}`;
}

/** The fix for tools that cannot be used, in one line: the installation command, and the versions that are needed. */
export function howToFix(findings: readonly UnusableTool[]): string {
  const newer = findings.flatMap((finding) => {
    if (finding.state !== 'too-old') return [];
    return [`${finding.tool.name} ${formatVersion(finding.oldest.version)} or newer is needed`];
  });
  const command = howToInstall(findings.map(({ tool }) => tool));
  return newer.length === 0 ? command : `${newer.join(', ')}: ${command}`;
}

/** The absolute path of a program by one of its names: on the PATH, or in an sbin directory. */
export async function findProgram(...names: readonly string[]): Promise<string | undefined> {
  return findFirst([...names, ...names.flatMap((name) => SBIN.map((directory) => `${directory}/${name}`))]);
}

async function findFirst(places: readonly string[]): Promise<string | undefined> {
  for (const place of places) {
    const path = await findOnPath(place);
    if (path !== undefined) return path;
  }
  return undefined;
}

async function askVersion(path: string, tool: Tool, signal: AbortSignal | undefined): Promise<Version | undefined> {
  let output = '';
  try {
    await run(path, tool.version.args, {
      env: environmentFor('version', process.env),
      timeoutMs: VERSION_TIMEOUT_MS,
      onLine: (line) => {
        output += `${line}\n`;
      },
      signal,
    });
  } catch (error) {
    signal?.throwIfAborted();
    // Some programs, such as unsquashfs, print it and exit with a status other than 0.
    if (!(error instanceof FledgeError)) throw error;
  }
  return versionIn(output, tool);
}
