import { expect } from 'vitest';
import { type FledgeOptions, type Workspace, workspace } from './process/cli.ts';

/** What an earlier build may have left, and no failed one may touch. */
const OLDER_OUTPUTS = {
  'plugin.cpio.gz': 'an older artifact',
  'manifest.json': '{"an older": "manifest"}\n',
  'provenance.json': '{"an older": "record"}\n',
  SHA256SUMS: 'older checksums\n',
};

/** The beginning of a fledge.toml that needs no network: its last table is open. 3 lines. */
export const LOCAL_BUSYBOX = `version = "1"
strategy = "initramfs"
source.busybox_url = "/bin/busybox"
`;

/** A fledge.toml that needs no compiler either. The mappings begin at line 6. */
export function configWith(...mappings: readonly string[]): string {
  return `${LOCAL_BUSYBOX}init.none = true\n[mappings]\n${['"init" = "/init"', ...mappings].join('\n')}\n`;
}

/** Warned of by every build whose mappings bring no program. */
export const NO_PROGRAM =
  'warning: no mapping puts an executable into a bin directory; the workload is /bin/sh: set [workload] entrypoint in manifest.toml';

/** A workspace with this fledge.toml, an `init` to map, what an earlier build left, and further files. */
export function pluginWorkspace(config: string, files: Readonly<Record<string, string | Uint8Array>> = {}): Workspace {
  return workspace({ 'fledge.toml': config, init: '#!/bin/sh\n', ...OLDER_OUTPUTS, ...files });
}

export interface Refusal extends FledgeOptions {
  /** Default: `build -q`. */
  readonly args?: readonly string[];
  /** 2: the config or the command line is wrong. 1: the build failed. */
  readonly status: 1 | 2;
  /** Every line of stderr, with `ROOT` for the path of the workspace. */
  readonly stderr: readonly string[];
  readonly stdout?: string;
  /** What differs from one run to the next; shown as `N`. */
  readonly hide?: RegExp;
}

/** Fledge must end with this status and these lines, and must not have changed anything in the workspace. */
export async function expectRefusal(place: Workspace, refusal: Refusal): Promise<void> {
  const { args = ['build', '-q'], status, stderr, stdout = '', hide, ...options } = refusal;
  const before = place.snapshot();
  const result = await place.run(args, options);
  const shown = hide === undefined ? result.stderr : result.stderr.replace(hide, 'N');
  expect({ ...result, stderr: linesOf(place, shown) }).toEqual({ status, signal: null, stdout, stderr });
  expect(place.snapshot()).toEqual(before);
}

/** Fledge must build. Returns what it printed to stderr, in lines. */
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

/** Runs what follows it without the power of root to pass over permissions; another user has none to lose. */
export const UNPRIVILEGED: readonly string[] =
  process.getuid?.() === 0 ? ['setpriv', '--inh-caps=-all', '--bounding-set=-all'] : [];

/** Text to lines, without the temporary path that the workspace has and without its last line break. */
export function linesOf({ root }: Workspace, text: string): string[] {
  return text === '' ? [] : text.replaceAll(root, 'ROOT').replace(/\n$/, '').split('\n');
}
