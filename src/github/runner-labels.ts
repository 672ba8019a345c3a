import { PLATFORMS, type Platform } from '../support/platform.ts';

/** The value of `runs-on`: one label, or several that a runner must all have. */
export type RunnerLabels = string | readonly string[];

/** Labels of GitHub's own runners. */
const HOSTED: Readonly<Record<Platform, string>> = {
  'linux/amd64': 'ubuntu-24.04',
  'linux/arm64': 'ubuntu-24.04-arm',
};

/** The runner of each platform. */
export type RunnerOf = (platform: Platform) => RunnerLabels;

/** GitHub's own runners. */
export const hostedRunner: RunnerOf = (platform) => HOSTED[platform];

export type ParsedLabels =
  | { readonly ok: true; readonly runnerOf: RunnerOf }
  /** `message` completes "expected …, found …". */
  | { readonly ok: false; readonly message: string };

/**
 * Parses labels of runners by platform, as JSON: `{"linux/arm64": ["self-hosted", "arm64"]}`. Platforms without labels get
 * GitHub's own runners.
 */
export function parseRunnerLabels(text: string): ParsedLabels {
  const example = 'such as {"linux/arm64": "my-arm64"} or {"linux/arm64": ["self-hosted", "arm64"]}';
  const fail = (why: string): ParsedLabels => ({ ok: false, message: `expected JSON ${example}: ${why}` });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail('it is not valid JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail('it is not an object');
  const labels = new Map<Platform, RunnerLabels>();
  for (const [key, given] of Object.entries(value)) {
    const platform = PLATFORMS.find((known) => known === key);
    if (platform === undefined) return fail(`${JSON.stringify(key)} is not one of ${PLATFORMS.join(', ')}`);
    if (!isLabels(given)) return fail(`the value of ${JSON.stringify(key)} is not a label or an array of labels`);
    labels.set(platform, given);
  }
  return { ok: true, runnerOf: (platform) => labels.get(platform) ?? hostedRunner(platform) };
}

function isLabels(value: unknown): value is RunnerLabels {
  if (Array.isArray(value)) return value.length > 0 && value.every(isLabel);
  return isLabel(value);
}

function isLabel(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}
