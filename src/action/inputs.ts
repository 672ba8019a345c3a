import * as core from '@actions/core';
import { z } from 'zod';
import { parseImageReference } from '../config/image-reference.ts';
import { hostedRunner, parseRunnerLabels, type RunnerOf } from '../github/runner-labels.ts';
import { FledgeError } from '../support/errors.ts';
import { hostPlatform, PLATFORMS, type Platform } from '../support/platform.ts';
import { type BootInputs, bootContradictions, bootInputSchemas, bootInputsOf } from './boot-inputs.ts';
import { booleanOf, choice, flag, linesOf, listOf, quote, text } from './input-values.ts';
import { type ReleaseInputs, releaseContradictions, releaseInputSchemas, releaseInputsOf } from './release-inputs.ts';

const MODES = ['build', 'plan', 'release', 'compare', 'setup'] as const;
export type Mode = (typeof MODES)[number];

/** A login for one registry. */
export interface RegistryLogin {
  /** The host, with port and path if there are any. */
  readonly registry: string;
  readonly username: string;
  readonly password: string;
}

/** The checked inputs of the step, with defaults. */
export interface Inputs {
  readonly mode: Mode;
  /** Paths and globs. */
  readonly config: readonly string[];
  readonly manifest: string | undefined;
  readonly outputDirectory: string;
  /** Target platform. */
  readonly platform: Platform;
  /** Target platforms of mode plan; in every other mode only `platform`. */
  readonly platforms: readonly Platform[];
  /** Mode plan: the runner of each platform. */
  readonly runnerOf: RunnerOf;
  /** Mode plan: the commit with which the inputs of plugins are compared. */
  readonly since: string | undefined;
  readonly runner: 'auto' | 'host' | 'container';
  readonly runnerImage: string | undefined;
  readonly login: RegistryLogin | undefined;
  readonly urlBase: string | undefined;
  readonly locked: boolean;
  /** True if a warning of a build is an error. */
  readonly strict: boolean;
  readonly sbom: boolean;
  readonly verify: 'auto' | 'none' | 'fsck' | 'full';
  readonly reproducible: 'off' | 'check';
  /** Undefined if artifacts are not booted. */
  readonly boot: BootInputs | undefined;
  readonly uploadArtifact: boolean;
  readonly uploadRelease: boolean;
  readonly artifactName: string | undefined;
  /** Days. */
  readonly retentionDays: number | undefined;
  readonly overwrite: boolean;
  /** True if the files of a plugin are uploaded as one zipped workflow artifact. */
  readonly archive: boolean;
  readonly releaseTag: string | undefined;
  readonly release: ReleaseInputs;
  readonly token: string | undefined;
  /** `on`: not used if something is published. */
  readonly cache: 'off' | 'on' | 'always';
  readonly left: string | undefined;
  readonly right: string | undefined;
  readonly summary: boolean;
  /** Warnings about inputs that have no effect. */
  readonly warnings: readonly string[];
}

/** Inputs with secret values. */
const SECRET_INPUTS = ['password', 'token'] as const;

const DOCKER_HUB = 'docker.io';

/** Every input by its name, with its default; a test compares it with action.yml. */
export const inputSchema = z.object({
  mode: choice(MODES).default('build'),
  config: z.string().default('fledge.toml'),
  manifest: text,
  'output-dir': z.string().default('dist'),
  platform: z
    .string()
    .transform(listOf)
    .pipe(z.array(choice(PLATFORMS)))
    .optional(),
  'runner-labels': z.string().transform(runnersOf).optional(),
  since: text,
  runner: choice(['auto', 'host', 'container']).default('auto'),
  'runner-image': z.string().superRefine(requireImageName).optional(),
  registry: text,
  username: text,
  password: text,
  'url-base': text,
  locked: flag('false'),
  strict: flag('false'),
  sbom: flag('false'),
  verify: choice(['none', 'fsck', 'full']).optional(),
  reproducible: choice(['off', 'check']).default('off'),
  ...bootInputSchemas,
  upload: choice(['artifact', 'release', 'both', 'none']).default('artifact'),
  'artifact-name': text,
  'retention-days': z
    .string()
    .regex(/^(?:0|[1-9]\d{0,3})$/, { error: ({ input }) => `expected a number of days, found ${quote(String(input))}` })
    // As in actions/upload-artifact, 0 is the setting of the repository.
    .transform((days) => Number(days) || undefined)
    .optional(),
  overwrite: flag('false'),
  archive: flag('false'),
  'release-tag': text,
  ...releaseInputSchemas,
  token: text,
  cache: z.string().default('true').transform(cacheOf),
  left: text,
  right: text,
  summary: flag('true'),
});

type RawInputs = z.output<typeof inputSchema>;

/**
 * Reads and checks the inputs of this step. First of all, secrets are masked in the log and removed from the
 * environment, so that child processes do not inherit them.
 *
 * @throws FledgeError `usage` with all problems.
 */
export function readInputs(): Inputs {
  const given = Object.fromEntries(
    // An empty input counts as not set, such as `${{ inputs.tag }}` of a workflow without that input.
    Object.keys(inputSchema.shape).map((name) => [name, core.getInput(name) || undefined]),
  );
  for (const name of SECRET_INPUTS) hideSecret(name, given[name]);

  const parsed = inputSchema.safeParse(given);
  const problems = (parsed.error?.issues ?? []).map(({ path, message }) => `${String(path[0])}: ${message}`);
  problems.push(...contradictionsOf(given));
  if (problems.length > 0 || parsed.data === undefined) {
    throw new FledgeError('usage', problems.map((problem) => `input ${problem}`).join('\n'));
  }
  return inputsOf(parsed.data);
}

/** Makes the runner mask a value in all later output. */
export function maskSecret(value: string): void {
  // The runner masks a secret of several lines only as a whole, so each line is masked too.
  for (const line of new Set([value, ...value.split(/\r?\n/)])) if (line.trim() !== '') core.setSecret(line);
}

function hideSecret(name: string, value: string | undefined): void {
  if (value === undefined) return;
  maskSecret(value);
  delete process.env[`INPUT_${name.toUpperCase()}`];
}

function inputsOf(raw: RawInputs): Inputs {
  const { username, password, upload } = raw;
  const platform = raw.platform?.[0] ?? hostPlatform();
  const uploadRelease = raw.mode === 'release' || upload === 'release' || upload === 'both';
  const warnings = [
    ...(raw.registry !== undefined && password === undefined
      ? [
          `not logged in to ${raw.registry}: username and password are empty (secrets are not available to runs from forks)`,
        ]
      : []),
    ...(uploadRelease && raw.mode === 'build' && raw['url-base'] !== undefined
      ? ['url-base has no effect: in a release, the manifest contains the address of the asset']
      : []),
  ];
  return {
    mode: raw.mode,
    config: linesOf(raw.config),
    manifest: raw.manifest,
    outputDirectory: raw['output-dir'],
    platform,
    platforms: raw.platform ?? [platform],
    runnerOf: raw['runner-labels'] ?? hostedRunner,
    since: raw.since,
    runner: raw.runner,
    runnerImage: raw['runner-image'],
    login:
      username === undefined || password === undefined
        ? undefined
        : { registry: registryOf(raw.registry ?? DOCKER_HUB), username, password },
    urlBase: raw['url-base'],
    locked: raw.locked,
    strict: raw.strict,
    sbom: raw.sbom,
    verify: raw.verify ?? 'auto',
    reproducible: raw.reproducible,
    boot: bootInputsOf(raw),
    uploadArtifact: upload === 'artifact' || upload === 'both',
    uploadRelease,
    artifactName: raw['artifact-name'],
    retentionDays: raw['retention-days'],
    overwrite: raw.overwrite,
    archive: raw.archive,
    releaseTag: raw['release-tag'],
    release: releaseInputsOf(raw),
    token: raw.token,
    cache: raw.cache,
    left: raw.left,
    right: raw.right,
    summary: raw.summary,
    warnings,
  };
}

/** Problems of inputs that are valid on their own but not together. */
function contradictionsOf(given: Readonly<Record<string, string | undefined>>): string[] {
  const problems: string[] = [];
  const isCompare = given['mode'] === 'compare';
  for (const side of ['left', 'right'] as const) {
    if (isCompare && given[side] === undefined)
      problems.push(`${side}: missing; mode compare compares left with right`);
    if (!isCompare && given[side] !== undefined) problems.push(`${side}: only for mode compare; set mode: compare`);
  }
  if (given['mode'] !== 'plan') {
    if (listOf(given['platform'] ?? '').length > 1) {
      problems.push('platform: only mode plan accepts several; use its output matrix');
    }
    for (const name of ['runner-labels', 'since']) {
      if (given[name] !== undefined) problems.push(`${name}: only for mode plan; set mode: plan`);
    }
  }
  problems.push(...releaseContradictions(given));
  const mode = MODES.find((known) => known === (given['mode'] ?? 'build'));
  if (mode !== undefined) problems.push(...bootContradictions(mode, given));
  const { username, password } = given;
  if (username !== undefined && password === undefined) {
    problems.push('password: missing, but username is set (secrets are not available to runs from forks)');
  }
  if (password !== undefined && username === undefined) problems.push('username: missing, but password is set');
  return problems;
}

/** Removes the scheme and slashes of `https://ghcr.io/`. */
function registryOf(value: string): string {
  return value.replace(/^https?:\/\//, '').replace(/\/+$/, '');
}

/** The name becomes an argument of docker, so it must be a valid image name and nothing else. */
function requireImageName(value: string, { addIssue }: z.RefinementCtx): void {
  const parsed = parseImageReference(value);
  if (parsed.ok && parsed.image.transport === undefined) return;
  const why = parsed.ok ? 'write the image without a transport' : parsed.message;
  addIssue({ code: 'custom', message: `expected a container image, found ${quote(value)}: ${why}` });
}

function runnersOf(value: string, context: z.RefinementCtx): RunnerOf {
  const labels = parseRunnerLabels(value);
  if (labels.ok) return labels.runnerOf;
  context.addIssue({ code: 'custom', message: labels.message });
  return z.NEVER;
}

/** A boolean, or `always`. */
function cacheOf(value: string, context: z.RefinementCtx): Inputs['cache'] {
  const known = booleanOf(value);
  if (known !== undefined) return known ? 'on' : 'off';
  if (value === 'always') return value;
  context.addIssue({ code: 'custom', message: `expected true, false or always, found ${quote(value)}` });
  return z.NEVER;
}
