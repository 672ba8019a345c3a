import { expect } from 'vitest';
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
  /** Default: `build -q`. */
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
  const { args = ['build', '-q'], status, stderr, stdout = '', hide, ...options } = refusal;
  const before = place.snapshot();
  const result = await place.run(args, options);
  const shown = hide === undefined ? result.stderr : result.stderr.replace(hide, 'N');
  expect({ ...result, stderr: linesOf(place, shown) }).toEqual({ status, signal: null, stdout, stderr });
  expect(place.snapshot()).toEqual(before);
}

/** Expects fledge to build. Returns the lines of stderr. */
export async function expectBuild(place: Workspace, args: readonly string[] = [], options: FledgeOptions = {}) {
  const result = await place.run(['build', '-q', ...args], options);
  const stderr = linesOf(place, result.stderr);
  expect({ status: result.status, stderr }).toEqual({ status: 0, stderr: expect.any(Array) });
  return stderr;
}

/** The entries of plugin.cpio.gz at and below these paths, each with its kind, mode, path and link target. */
export async function inspectPaths(place: Workspace, ...paths: readonly string[]): Promise<string[]> {
  const { stdout } = await place.run(['inspect', 'plugin.cpio.gz', '--json']);
  const entries = JSON.parse(stdout) as { path: string; kind: string; mode: string; target?: string }[];
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
