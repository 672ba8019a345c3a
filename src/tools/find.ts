import { existsSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { FledgeError } from '../support/errors.ts';
import { findOnPath, run } from '../support/process/exec.ts';
import { howToInstall } from './distribution.ts';
import { environmentFor } from './environment.ts';
import { type OldestVersion, type Tool, versionIn } from './table.ts';
import { formatVersion, isAtLeast, type Version } from './version.ts';

/** A tool of this machine that is good enough. */
export interface FoundTool {
  readonly tool: Tool;
  /** Absolute. */
  readonly path: string;
  /** Undefined if it does not tell. */
  readonly version: Version | undefined;
}

/** What there is of a tool on this machine. */
export type Finding =
  | ({ readonly state: 'found' } & FoundTool)
  /** `what` is not there: the program, or the file that it needs. */
  | { readonly state: 'missing'; readonly tool: Tool; readonly what: string }
  | {
      readonly state: 'too-old';
      readonly tool: Tool;
      readonly path: string;
      readonly version: Version;
      readonly oldest: OldestVersion;
    };

/** What keeps a tool from being used. */
export type Lacking = Exclude<Finding, { readonly state: 'found' }>;

/** Distributions keep tools for file systems where only root's PATH leads. */
const SBIN = ['/usr/local/sbin', '/usr/sbin', '/sbin'] as const;
/** To say one's version takes some milliseconds; a program that does not return is broken. */
const VERSION_TIMEOUT_MS = 20_000;

/**
 * Looks for a tool on the PATH, then where root's PATH leads, and asks for its version. One that does not tell its
 * version is taken as it is: its use will show what it can do. `directories` are searched first.
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
  const { oldest } = tool;
  if (version === undefined || oldest === undefined || isAtLeast(version, oldest.version)) {
    return { state: 'found', tool, path, version };
  }
  return { state: 'too-old', tool, path, version, oldest };
}

/**
 * The tool, if it is on this machine and good enough.
 *
 * @throws FledgeError `tool` that says what is wrong and how this distribution would mend it.
 */
export async function requireTool(tool: Tool, signal?: AbortSignal): Promise<FoundTool> {
  const finding = await findTool(tool, signal);
  if (finding.state === 'found') return finding;
  throw new FledgeError('tool', describeFinding(finding), { fix: howToMend([finding]) });
}

/** Why a tool is not used: `skopeo is not on the PATH`. */
export function describeFinding(finding: Lacking): string {
  if (finding.state === 'missing') {
    return isAbsolute(finding.what) ? `there is no ${finding.what}` : `${finding.what} is not on the PATH`;
  }
  const { path, version, oldest } = finding;
  return `${path} is version ${formatVersion(version)}, which ${oldest.reason}`;
}

/** What to do about tools that are not used: one line. */
export function howToMend(findings: readonly Lacking[]): string {
  const newer = findings.flatMap((finding) => {
    if (finding.state !== 'too-old') return [];
    return [`${finding.tool.name} ${formatVersion(finding.oldest.version)} or newer is needed`];
  });
  const command = howToInstall(findings.map(({ tool }) => tool));
  return newer.length === 0 ? command : `${newer.join(', ')}: ${command}`;
}

/** The absolute path of a program by one of its names: on the PATH, or where root's PATH leads. */
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
  let said = '';
  try {
    await run(path, tool.version.args, {
      env: environmentFor('version', process.env),
      timeoutMs: VERSION_TIMEOUT_MS,
      onLine: (line) => {
        said += `${line}\n`;
      },
      signal,
    });
  } catch (error) {
    signal?.throwIfAborted();
    // Some say it and end with another status than 0, as unsquashfs does.
    if (!(error instanceof FledgeError)) throw error;
  }
  return versionIn(said, tool);
}
