import { PUBLIC_SERVER } from '../github/addresses.ts';
import type { Environment } from '../support/environment.ts';
import { FledgeError } from '../support/errors.ts';
import { setTemporaryRoot } from '../support/files/scratch.ts';
import { listWithAnd } from '../support/text.ts';
import type { ActionContext } from './context.ts';
import { type Inputs, type Mode, readInputs } from './inputs.ts';
import type { ActionReporter } from './report/reporter.ts';
import { failureSections } from './report/summary/failure-section.ts';
import { JobSummary } from './report/summary/job-summary.ts';
import { createStepDirectory } from './state.ts';

type RunMode = (inputs: Inputs, context: ActionContext) => Promise<void>;

/** The function of each mode. Only the code of the chosen mode is loaded. */
const MODES: Readonly<Record<Mode, () => Promise<RunMode>>> = {
  build: async () => (await import('./modes/build.ts')).buildPlugins,
  plan: async () => (await import('./modes/plan.ts')).planMatrix,
  release: async () => (await import('./modes/release.ts')).completeRelease,
  compare: async () => (await import('./modes/compare.ts')).compareSides,
  setup: async () => (await import('./modes/setup.ts')).setUpTools,
};

/** Modes that read files and start no tool, and therefore run on every operating system. */
const PORTABLE_MODES: readonly Mode[] = ['plan', 'release', 'compare'];

/**
 * Runs the mode of this step.
 *
 * @throws Error on any failure; none of them was reported before.
 */
export async function run(reporter: ActionReporter): Promise<void> {
  const inputs = readInputs();
  for (const warning of inputs.warnings) reporter.warn(warning);
  requireLinuxFor(inputs.mode);
  const directory = createStepDirectory(process.env);
  // Post removes the temporary files of a build that was killed from there. A workflow sets TMPDIR to use another disk.
  if (process.env['TMPDIR'] === undefined) setTemporaryRoot(directory);
  const runMode = await MODES[inputs.mode]();
  const env = environmentOf(inputs, directory);
  const summary = new JobSummary({ isWanted: inputs.summary, env });
  try {
    await runMode(inputs, { env, reporter, summary, directory });
  } catch (error) {
    await summary.write(`fledge ${inputs.mode}`, failureSections(error));
    throw error;
  }
}

function requireLinuxFor(mode: Mode): void {
  if (process.platform === 'linux' || PORTABLE_MODES.includes(mode)) return;
  const here = process.platform === 'win32' ? 'Windows' : process.platform === 'darwin' ? 'macOS' : process.platform;
  throw new FledgeError(
    'usage',
    `mode ${mode} needs a Linux runner; on ${here}, the modes ${listWithAnd(PORTABLE_MODES)} work`,
    {
      fix: 'set runs-on: ubuntu-latest, or ubuntu-24.04-arm for linux/arm64',
    },
  );
}

/**
 * The environment of builds. Kestrel's releases are on github.com, which needs no token and refuses the token of
 * another server.
 */
function environmentOf({ token }: Inputs, temporaryRoot: string): Environment {
  const env: Environment = { TMPDIR: temporaryRoot, ...process.env };
  const isPublicGithub = (env['GITHUB_SERVER_URL'] ?? PUBLIC_SERVER) === PUBLIC_SERVER;
  const isTokenForReleases = isPublicGithub || env['FLEDGE_GITHUB_API_URL'] !== undefined;
  return token === undefined || !isTokenForReleases ? env : { GITHUB_TOKEN: token, ...env };
}
