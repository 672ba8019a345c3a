import { findAccelerator, UDEV_RULE } from '../../boot/accelerator.ts';
import type { Architecture } from '../../boot/artifact.ts';
import { type Environment, environmentValue } from '../../support/environment.ts';
import type { Reporter } from '../../support/report/reporter.ts';
import { environmentFor } from '../../tools/environment.ts';
import { findRoot, outputOf, unlessAborted } from './root.ts';

export interface KvmContext {
  /** The environment with RUNNER_ENVIRONMENT. */
  readonly env: Environment;
  readonly reporter: Reporter;
  readonly signal?: AbortSignal | undefined;
  /** Finds out if the device can be used; default: `findAccelerator`. */
  readonly find?: typeof findAccelerator;
}

const RULE_FILE = '/etc/udev/rules.d/99-kvm4all.rules';
/** udev applies a rule asynchronously; `settle` waits for it. */
const OPEN = [
  'printf "%s\\n" "$1" >"$2"',
  'udevadm control --reload-rules',
  'udevadm trigger --name-match=kvm',
  'udevadm settle --timeout=10',
].join(' && ');

/**
 * Opens /dev/kvm for this user with a udev rule, if there is a device that this user cannot open. It is done on a runner of
 * GitHub only, because such a machine ends with the job. Without KVM, machines are emulated, so a failure is reported and is
 * not an error.
 */
export async function openKvm(architecture: Architecture, context: KvmContext): Promise<void> {
  const { env, reporter, signal, find = findAccelerator } = context;
  const isDenied = (): boolean => {
    const accelerator = find(architecture);
    return accelerator.name === 'tcg' && accelerator.isDenied === true;
  };
  if (!isDenied() || environmentValue(env, 'RUNNER_ENVIRONMENT') !== 'github-hosted') return;
  const failure = await runRule(signal);
  if (failure !== undefined) reporter.info(`cannot open /dev/kvm: ${failure}`);
  else if (isDenied()) reporter.info(`cannot open /dev/kvm: the udev rule ${RULE_FILE} had no effect`);
  else reporter.info(`opened /dev/kvm to all users of this runner: ${RULE_FILE}`);
}

/** Adds the rule and applies it. Returns the reason of a failure. */
async function runRule(signal: AbortSignal | undefined): Promise<string | undefined> {
  const root = await findRoot();
  if (!root.allowed) return root.why;
  const [program = 'sh', ...args] = [...root.command, 'sh', '-c', OPEN, 'sh', UDEV_RULE, RULE_FILE];
  const running = outputOf([program, ...args], environmentFor('sudo', process.env));
  const { exitCode, stderr } = await unlessAborted(running, signal);
  if (exitCode === 0) return undefined;
  return stderr.trim().split('\n').at(-1) || `the udev rule ${RULE_FILE} failed with status ${exitCode}`;
}
