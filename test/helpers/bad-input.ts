import { readdirSync } from 'node:fs';
import { expect } from 'vitest';
import type { ErrorCode } from '../../src/support/errors.ts';
import { type ErrorEvent, type LogEvent, parseLogEvent } from '../../src/support/report/log-events.ts';
import { type FledgeOptions, type Workspace, workspace } from './process/cli.ts';

/** Outputs of an earlier build, which a failed one must not change. */
const OLDER_OUTPUTS = {
  'plugin.cpio.gz': 'an older artifact',
  'manifest.json': '{"an older": "manifest"}\n',
  'provenance.json': '{"an older": "record"}\n',
  SHA256SUMS: 'older checksums\n',
};

/** The first 3 lines of a fledge.toml that needs no network; its last table can be continued. */
export const LOCAL_BUSYBOX = `version = "1"
strategy = "initramfs"
source.busybox_url = "/bin/busybox"
`;

/** A fledge.toml that needs no compiler and no network. The mappings begin at line 6. */
export function configWith(...mappings: readonly string[]): string {
  return `${LOCAL_BUSYBOX}init.none = true\n[mappings]\n${['"init" = "/init"', ...mappings].join('\n')}\n`;
}

/** Warning of every build whose mappings contain no program. */
export const NO_PROGRAM =
  'warning: no mapping puts an executable into a bin directory; the workload is /bin/sh: set [workload] entrypoint in manifest.toml';

/** A workspace with this fledge.toml, an `init` to map, the outputs of an earlier build, and further files. */
export function pluginWorkspace(config: string, files: Readonly<Record<string, string | Uint8Array>> = {}): Workspace {
  return workspace({ 'fledge.toml': config, init: '#!/bin/sh\n', ...OLDER_OUTPUTS, ...files });
}

export interface Refusal extends FledgeOptions {
  /** Default: `build` without steps. */
  readonly args?: readonly string[];
  /** 2: the config or the command line is invalid. 1: the build failed. */
  readonly status: 1 | 2;
  /** All lines of stderr, with `ROOT` for the path of the workspace. */
  readonly stderr: readonly string[];
  readonly stdout?: string;
  /** Text that differs between runs; replaced by `N`. */
  readonly hide?: RegExp;
}

/** Expects fledge to end with this status and these lines, and to change nothing in the workspace. */
export async function expectRefusal(place: Workspace, refusal: Refusal): Promise<void> {
  const { args = ['build', '--without-steps'], status, stderr, stdout = '', hide, ...options } = refusal;
  const before = place.snapshot();
  const result = await place.run(args, options);
  const shown = hide === undefined ? result.stderr : result.stderr.replace(hide, 'N');
  expect({ ...result, stderr: linesOf(place, shown) }).toEqual({ status, signal: null, stdout, stderr });
  expect(place.snapshot()).toEqual(before);
}

/** An error by its facts: its words are asserted in the unit test of the room that throws it. */
export interface ExpectedError extends FledgeOptions {
  /** Default: `build` without steps. `--log-format=json` is added. */
  readonly args?: readonly string[];
  readonly code: ErrorCode;
  /** The problems in files: `FILE:LINE:COLUMN KEY (SUGGESTION)`. */
  readonly problems?: readonly string[];
  /** Paths, URLs, digests and names that the message or the fix contains, with `ROOT` for the path of the workspace. */
  readonly names?: readonly string[];
  /** Whether it has a fix; default: true, except for the problems of files, whose messages contain the fix. */
  readonly hasFix?: boolean;
  /** The number of warnings before it; default: 0. */
  readonly warnings?: number;
  /** Whether the workspace has directories that cannot be listed, so that only the plugin's own names are compared. */
  readonly isClosed?: boolean;
}

/**
 * Expects fledge to end with one error of these facts and the exit status of its code, and to change nothing in the
 * workspace. Returns the error.
 */
export async function expectError(place: Workspace, expected: ExpectedError): Promise<ErrorEvent> {
  const {
    args = ['build', '--without-steps'],
    code,
    problems = [],
    names = [],
    warnings = 0,
    isClosed,
    ...options
  } = expected;
  const { hasFix = problems.length === 0 } = expected;
  const contents = (): string[] => (isClosed ? readdirSync(place.plugin) : place.snapshot());
  const before = contents();
  const { status, signal, stdout, stderr } = await place.run([...args, '--log-format=json'], options);
  const events = eventsIn(place, stderr);
  const error = errorIn(place, stderr);
  const text = `${error.message}\n${error.fix ?? ''}`;
  expect({
    ...{ status, signal, stdout, code: error.code, problems: error.problems.map(placeOf) },
    hasFix: error.fix !== undefined,
    missing: names.filter((name) => !text.includes(name)),
    events: events.map((event) => event?.type),
  }).toEqual({
    ...{ status: code === 'config' || code === 'usage' ? 2 : 1, signal: null, stdout: '', code, problems },
    hasFix,
    missing: [],
    events: ['start', ...Array.from({ length: warnings }, () => 'warning'), 'error'],
  });
  expect(contents()).toEqual(before);
  return error;
}

/** The events of `--log-format json`, with `ROOT` for the path of the workspace. */
function eventsIn(place: Workspace, stderr: string): (LogEvent | undefined)[] {
  return linesOf(place, stderr).map(parseLogEvent);
}

/** The error in the output of `--log-format json`, which must have one. */
export function errorIn(place: Workspace, stderr: string): ErrorEvent {
  const error = eventsIn(place, stderr).findLast((event) => event?.type === 'error');
  if (error === undefined) throw new Error(`fledge reported no error: ${stderr}`);
  return error;
}

/** A problem as `FILE:LINE:COLUMN KEY (SUGGESTION)`. */
function placeOf({ file, line, column, key, suggestion }: ErrorEvent['problems'][number]): string {
  const hint = suggestion === undefined ? '' : ` (${suggestion})`;
  return `${file}:${line}:${column}${key === undefined ? '' : ` ${key}`}${hint}`;
}

/** The messages of the warnings of a command that succeeds. Each has a position, with which its message begins. */
export async function warningsOf(place: Workspace, args: readonly string[]): Promise<string[]> {
  const { status, stderr } = await place.run([...args, '--log-format=json']);
  expect(status).toBe(0);
  return eventsIn(place, stderr).flatMap((event) => {
    if (event?.type !== 'warning') return [];
    const { file, line, column } = event.place ?? {};
    expect(event.message.startsWith(`${file}:${line}:${column}: `)).toBe(true);
    return [event.message];
  });
}

/** Expects fledge to build. Returns the lines of stderr. */
export async function expectBuild(place: Workspace, args: readonly string[] = [], options: FledgeOptions = {}) {
  const result = await place.run(['build', '--without-steps', ...args], options);
  const stderr = linesOf(place, result.stderr);
  expect({ status: result.status, stderr }).toEqual({ status: 0, stderr: expect.any(Array) });
  return stderr;
}

/** The entries of plugin.cpio.gz at and below these paths, each with its kind, mode, path and link target. */
export async function inspectPaths(place: Workspace, ...paths: readonly string[]): Promise<string[]> {
  const { stdout } = await place.run(['inspect', 'plugin.cpio.gz', '--json']);
  const { entries } = JSON.parse(stdout) as {
    entries: { path: string; kind: string; mode: string; target?: string }[];
  };
  return entries
    .filter(({ path }) => paths.some((wanted) => path === wanted || path.startsWith(`${wanted}/`)))
    .map(({ path, kind, mode, target }) => `${kind} ${mode} ${path}${target === undefined ? '' : ` -> ${target}`}`);
}

/** Runs the rest of the command line without root's privilege to ignore permissions; other users have none. */
export const UNPRIVILEGED: readonly string[] =
  process.getuid?.() === 0 ? ['setpriv', '--inh-caps=-all', '--bounding-set=-all'] : [];

/** Splits text into lines, without the temporary path of the workspace and the last line break. */
export function linesOf({ root }: Workspace, text: string): string[] {
  return text === '' ? [] : text.replaceAll(root, 'ROOT').replace(/\n$/, '').split('\n');
}
