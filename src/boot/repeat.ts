import { join } from 'node:path';
import type { SourceUser } from '../sources/context.ts';
import { isRegularFile } from '../support/files/regular-file.ts';
import { whileReportingElapsed } from '../support/report/elapsed.ts';
import { formatMilliseconds } from '../support/units.ts';
import { type BootListener, bootOnce } from './boot.ts';
import type { BootResult, BootSummary } from './boot-result.ts';
import { checkOptions } from './check-options.ts';
import { describeGoal } from './goal.ts';
import { type BootOptions, settleMsOf } from './options.ts';
import { type BootSubject, type PreparedBoot, prepareBoot } from './prepare.ts';
import { timesOf } from './stages.ts';

/** The caller of a boot. */
export interface BootUser extends SourceUser, Pick<BootListener, 'onConsole' | 'onReached' | 'terminal'> {}

/**
 * Boots an artifact once, or as often as `options.repeat` says, until a boot fails. `subject` is an artifact, a directory with
 * a manifest.json, or a fledge.toml, which is built first; default: the fledge.toml or manifest.json of the working directory.
 *
 * @throws FledgeError as `build` and `prepareBoot` do, and if a machine cannot be started.
 */
export async function bootRepeatedly(
  subject: string | undefined,
  options: BootOptions,
  user: BootUser,
): Promise<BootSummary> {
  checkOptions(options);
  return bootBuilt(await subjectOf(subject, user), options, user);
}

/** `bootRepeatedly` for an artifact that is there. */
export async function bootBuilt(subject: BootSubject, options: BootOptions, user: BootUser): Promise<BootSummary> {
  const { reporter } = user;
  checkOptions(options);
  reporter.step(`prepare the boot of ${subject.path}`);
  const prepared = await prepareBoot(subject, options, user);
  reportChoices(prepared, user);
  const goal = describeGoal(prepared.goal, settleMsOf(options));
  const boots: BootResult[] = [];
  for (let count = options.repeat ?? 1; count > 0; count--) {
    reporter.step(`boot until ${goal}`);
    const boot = () =>
      bootOnce(prepared, options, {
        onStage: ({ name, ms }) => reporter.info(`${name.padEnd(8)} ${formatMilliseconds(ms)}`),
        ...(user.onConsole !== undefined && { onConsole: user.onConsole }),
        ...(user.onReached !== undefined && { onReached: user.onReached }),
        ...(user.terminal !== undefined && { terminal: user.terminal }),
        onIncompleteConsole: (reason) => reporter.warn(`the file ${options.console} is incomplete: ${reason}`),
        // A failure is reported by the second call.
        onStarted: () => void prepared.kernel.digest().catch(() => {}),
        signal: user.signal,
      });
    // A machine that the user works with has the terminal for itself, or runs until Ctrl-C.
    const isOpen = user.terminal !== undefined || user.onReached !== undefined;
    const result = await (isOpen ? boot() : whileReportingElapsed(reporter, `boot until ${goal}`, boot));
    boots.push(result);
    if (!result.ok) break;
  }
  return summaryOf(prepared, goal, boots, await prepared.kernel.digest());
}

/** The artifact to boot; built first if a fledge.toml is given. */
async function subjectOf(subject: string | undefined, user: BootUser): Promise<BootSubject> {
  const config = await configOf(subject);
  if (config === undefined) return { path: subject ?? '.' };
  // Most boots are of an artifact, and start sooner without the code for builds.
  const [{ beginBuild, build }, { completeBuildCommand }, { loadPlugin }] = await Promise.all([
    import('../recipe/build.ts'),
    import('../recipe/build-command.ts'),
    import('../recipe/plugin.ts'),
  ]);
  const { env, reporter, signal } = user;
  const { platform, verify, workers, locked } = completeBuildCommand({ config });
  const steps = beginBuild(reporter);
  const plugin = await loadPlugin(config);
  const { artifact } = await build({ plugin, platform, verify, workers, locked, env, reporter, steps, signal });
  return { path: artifact.path, configFile: plugin.loaded.file };
}

/** The fledge.toml that is built first; undefined if an artifact is given. */
async function configOf(subject: string | undefined): Promise<string | undefined> {
  if (subject === undefined) return (await isRegularFile('fledge.toml')) ? 'fledge.toml' : undefined;
  if (subject.endsWith('.toml')) return subject;
  if (await isRegularFile(join(subject, 'manifest.json'))) return undefined;
  return (await isRegularFile(join(subject, 'fledge.toml'))) ? subject : undefined;
}

function reportChoices(prepared: PreparedBoot, { reporter }: BootUser): void {
  const { vmm, accelerator, kernel, cpus, memoryMiB, commandLine } = prepared;
  const how = accelerator.name === 'kvm' ? 'KVM' : `emulation, because ${accelerator.reason}`;
  reporter.info(`${vmm.name} ${vmm.version ?? ''} with ${how}; CPUs: ${cpus}; memory: ${memoryMiB} MiB`);
  if (accelerator.name === 'tcg' && accelerator.fix !== undefined) reporter.info(`for KVM: ${accelerator.fix}`);
  reporter.info(`kernel ${kernel.version ?? ''} of ${kernel.path}`);
  reporter.debug(`the kernel's command line: ${commandLine.text}`);
  for (const remark of commandLine.remarks) reporter.info(remark);
}

function summaryOf(
  prepared: PreparedBoot,
  goal: string,
  boots: readonly BootResult[],
  kernelSha256: string,
): BootSummary {
  const { bootable, vmm, accelerator, kernel, cpus, memoryMiB, commandLine } = prepared;
  const diagnosis = boots.at(-1)?.diagnosis;
  return {
    ok: diagnosis === undefined,
    artifact: {
      path: bootable.path,
      format: bootable.format,
      ...(bootable.fileSystem !== undefined && { fileSystem: bootable.fileSystem }),
    },
    vmm: { name: vmm.name, ...(vmm.version !== undefined && { version: vmm.version }) },
    accelerator: accelerator.name,
    kernel: {
      path: kernel.path,
      ...(kernel.version !== undefined && { version: kernel.version }),
      sha256: kernelSha256,
      origin: kernel.origin,
    },
    cpus,
    memoryMiB,
    commandLineBytes: commandLine.volantBytes,
    goal,
    boots,
    times: timesOf(boots.map(({ ms }) => ms)),
    ...(diagnosis !== undefined && { diagnosis }),
  };
}
