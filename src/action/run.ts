import type { Environment } from '../support/environment.ts';
import { FledgeError } from '../support/errors.ts';
import type { ActionContext } from './context.ts';
import { type Inputs, type Mode, readInputs } from './inputs.ts';
import type { ActionReporter } from './report/reporter.ts';
import { createStepDirectory } from './state.ts';

type RunMode = (inputs: Inputs, context: ActionContext) => Promise<void>;

/** What each mode does; only its own code is loaded. */
const MODES: Readonly<Record<Mode, () => Promise<RunMode>>> = {
  build: async () => (await import('./modes/build.ts')).buildPlugins,
  plan: async () => (await import('./modes/plan.ts')).planMatrix,
  compare: async () => (await import('./modes/compare.ts')).compareSides,
  setup: async () => (await import('./modes/setup.ts')).setUpTools,
};

/** Modes that look at files and start no tool. */
const EVERYWHERE: readonly Mode[] = ['plan', 'compare'];

/**
 * Does what the inputs of this step ask for.
 *
 * @throws whatever made it fail; nothing has been said of that yet.
 */
export async function run(reporter: ActionReporter): Promise<void> {
  const inputs = readInputs();
  for (const warning of inputs.warnings) reporter.warn(warning);
  requireLinuxFor(inputs.mode);
  const directory = createStepDirectory(process.env);
  // Post removes what a build that is killed leaves there. Whoever sets TMPDIR wants another disk.
  process.env['TMPDIR'] ??= directory;
  const runMode = await MODES[inputs.mode]();
  await runMode(inputs, { env: environmentOf(inputs), reporter, directory });
}

function requireLinuxFor(mode: Mode): void {
  if (process.platform === 'linux' || EVERYWHERE.includes(mode)) return;
  const here = process.platform === 'win32' ? 'Windows' : process.platform === 'darwin' ? 'macOS' : process.platform;
  throw new FledgeError('usage', `mode ${mode} needs a Linux runner; on ${here}, mode plan and mode compare work`, {
    fix: 'set runs-on: ubuntu-latest, or ubuntu-24.04-arm for linux/arm64',
  });
}

/**
 * The environment of builds. Kestrel's release is on github.com: the token of another server would be refused there,
 * where no token is needed.
 */
function environmentOf({ token }: Inputs): Environment {
  const { env } = process;
  const isPublicGithub = (env['GITHUB_SERVER_URL'] ?? 'https://github.com') === 'https://github.com';
  const isTokenForReleases = isPublicGithub || env['FLEDGE_GITHUB_API_URL'] !== undefined;
  return token === undefined || !isTokenForReleases ? { ...env } : { GITHUB_TOKEN: token, ...env };
}
