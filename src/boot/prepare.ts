import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { type SourceUser, sourceContext } from '../sources/context.ts';
import { checkElf } from '../sources/elf.ts';
import { settleAll } from '../support/concurrency.ts';
import { FledgeError } from '../support/errors.ts';
import { hostPlatform } from '../support/platform.ts';
import { type Accelerator, findAccelerator } from './accelerator.ts';
import { architectureOf } from './artifact/architecture.ts';
import { type Architecture, type Bootable, openBootable } from './artifact.ts';
import { type CommandLine, commandLineOf } from './command-line.ts';
import { type BootInput, checkConsoleFile } from './console-file.ts';
import { describeGoal, type Goal, goalOf, portOf } from './goal.ts';
import type { GuestPlan } from './guest/plan.ts';
import { kernelProblem } from './kernel/abilities.ts';
import { type FoundKernel, findKernel } from './kernel/find.ts';
import { lockedKernelFor } from './kernel/locked-kernel.ts';
import type { KernelModule } from './modules/kernel-module.ts';
import { modulesFor } from './modules/modules.ts';
import { type BootOptions, settleMsOf } from './options.ts';
import { type ChosenVmm, chooseVmm } from './vmm/choose.ts';
import { GUEST_NETWORK, hasNetwork } from './vmm/vmm.ts';

/** What is found out once, before the first of several boots. */
export interface PreparedBoot {
  readonly bootable: Bootable;
  readonly architecture: Architecture;
  readonly accelerator: Accelerator;
  readonly kernel: FoundKernel;
  readonly modules: readonly KernelModule[];
  readonly vmm: ChosenVmm;
  readonly goal: Goal;
  readonly cpus: number;
  readonly memoryMiB: number;
  /** The ports of the workload. */
  readonly ports: readonly number[];
  readonly commandLine: CommandLine;
}

/** What to boot. */
export interface BootSubject {
  /** An artifact, or a directory with a manifest.json. */
  readonly path: string;
  /** The manifest.json of the artifact. Default: the one in the same directory that names the artifact. */
  readonly manifestFile?: string | undefined;
  /** The fledge.toml that the artifact was built from, if this is known. Its lock file can pin the kernel. */
  readonly configFile?: string | undefined;
}

/** An artifact, with the architecture of its machine. */
interface BootedArtifact extends Pick<BootSubject, 'configFile'> {
  readonly bootable: Bootable;
  readonly architecture: Architecture;
}

const DEFAULT_MEMORY_MIB = 512;

/**
 * Finds out what a boot needs: the artifact, a kernel and its modules, a VMM, and what decides about success.
 *
 * @throws FledgeError `input` if artifact and kernel do not fit together; as the functions for each of them do.
 */
export async function prepareBoot(
  { path, manifestFile, configFile }: BootSubject,
  options: BootOptions,
  user: SourceUser,
): Promise<PreparedBoot> {
  const { reporter, signal } = user;
  const bootable = await openBootable(path, manifestFile);
  const manifest = bootable.manifest?.fields;
  const goal = goalOf(options, manifest);
  if (options.settle !== undefined && goal.kind !== 'alive' && goal.kind !== 'run') {
    reporter.warn(`--settle has no effect: the boot has succeeded when ${describeGoal(goal, 0)}`, {
      code: 'no-effect',
    });
  }
  const architecture = bootable.architecture ?? architectureOf(hostPlatform());
  if (options.agent !== undefined) await checkAgent(options.agent, bootable, architecture);
  const needsForwards = goal.kind === 'http' || options.keep === true;
  const emulatorFor = (guest: Architecture): Promise<Emulator> => findEmulator(guest, options, needsForwards, signal);
  // The emulator prints its version while the kernel is read, if the architecture is known before that. If both are missing, the
  // error is the emulator's, because a user without one has not booted anything yet.
  const [early, { kernel, modules }] = await settleAll(
    bootable.architecture === undefined ? undefined : emulatorFor(architecture),
    findMatchingKernel({ bootable, architecture, configFile }, options, user),
  );
  const { accelerator, vmm } = early ?? (await emulatorFor(kernel.architecture));
  const ports =
    goal.kind === 'http' ? [goal.port] : options.keep === true ? [portOf(manifest?.workload?.base_url)] : [];
  return {
    bootable: { ...bootable, path: resolve(bootable.path) },
    commandLine: commandLineOf({ bootable, architecture: kernel.architecture, accelerator, vmm }, options),
    architecture: kernel.architecture,
    accelerator,
    kernel,
    modules,
    vmm,
    goal,
    cpus: options.cpus ?? manifest?.resources?.cpu_cores ?? 1,
    memoryMiB: options.memory ?? manifest?.resources?.memory_mb ?? DEFAULT_MEMORY_MIB,
    ports,
  };
}

interface Emulator {
  readonly accelerator: Accelerator;
  readonly vmm: ChosenVmm;
}

async function findEmulator(
  architecture: Architecture,
  { vmm: choice }: BootOptions,
  needsForwards: boolean,
  signal: AbortSignal | undefined,
): Promise<Emulator> {
  const accelerator = findAccelerator(architecture);
  return { accelerator, vmm: await chooseVmm({ choice, architecture, accelerator, needsForwards }, signal) };
}

/** Finds a kernel that can start an artifact, and its modules for the machine. */
async function findMatchingKernel(
  { bootable, architecture, configFile }: BootedArtifact,
  options: BootOptions,
  user: SourceUser,
): Promise<{ readonly kernel: FoundKernel; readonly modules: readonly KernelModule[] }> {
  const usesPin = options.kernel === undefined && architecture === 'amd64';
  const pin = usesPin ? await lockedKernelFor(bootable.path, configFile) : undefined;
  // The use of the cache ends with the process: a machine may be started again.
  const sources = sourceContext(user, process.cwd());
  const kernel = await findKernel({ given: options.kernel, sha256: options.kernelSha256, architecture, pin }, sources);
  await sources.cacheUse.trim();
  const problem = kernelProblem(kernel, bootable);
  if (problem !== undefined) throw problem;
  if (options.console !== undefined) checkConsoleFile(options.console, inputsOf(bootable, kernel, options));
  const directory = options.modules === undefined ? kernel.modules : resolve(options.modules);
  if (directory === undefined) return { kernel, modules: [] };
  const { modules, missing } = await modulesFor(directory, wantedModules(bootable), kernel.version, user.signal);
  if (missing.length > 0) {
    user.reporter.info(`the kernel ${kernel.version ?? kernel.path} has no ${missing.join(', ')} in ${directory}`);
  }
  return { kernel, modules };
}

/**
 * Checks that the agent of `--agent` can run in the machine.
 *
 * @throws FledgeError `usage` for an initramfs, which has its own; `input` if it is not a program for the architecture.
 */
async function checkAgent(agent: string, { kind, path }: Bootable, architecture: Architecture): Promise<void> {
  if (kind === 'initramfs') {
    throw new FledgeError('usage', `--agent has no effect: ${path} is an initramfs, which starts its own agent`, {
      fix: 'remove --agent; to use another agent, set path in [agent] of fledge.toml, and build again',
    });
  }
  const platform = `linux/${architecture}` as const;
  await checkElf(agent, { platform, label: 'the agent', advice: `name an agent for ${platform} with --agent` });
}

/** The files that a boot reads. */
function inputsOf({ path, manifest }: Bootable, kernel: FoundKernel, { agent }: BootOptions): BootInput[] {
  return [
    { path, what: 'the artifact' },
    { path: kernel.path, what: 'the kernel' },
    ...(manifest === undefined ? [] : [{ path: manifest.path, what: 'the manifest of the artifact' }]),
    ...(agent === undefined ? [] : [{ path: agent, what: 'the agent' }]),
  ];
}

/** The drivers for the devices of the machine, and the file systems of the artifact. */
function wantedModules({ kind, fileSystem }: Bootable): string[] {
  const drivers = ['virtio_pci', 'virtio_net'];
  if (kind === 'initramfs') return drivers;
  // An overlay makes a read-only root writable.
  const overlay = fileSystem === 'squashfs' ? ['overlay'] : [];
  return [...drivers, 'virtio_blk', ...(fileSystem === undefined ? [] : [fileSystem]), ...overlay];
}

/** The orders for the companion of one boot. */
export function guestPlanOf({ bootable, goal, vmm }: PreparedBoot, options: BootOptions): GuestPlan {
  const { workload } = bootable.manifest?.fields ?? {};
  const argv = [...(workload?.entrypoint ?? []), ...(workload?.args ?? [])];
  const { address, prefix, gateway } = GUEST_NETWORK;
  return {
    token: randomBytes(8).toString('hex'),
    root: bootable.kind === 'initramfs' ? 'initramfs' : 'disk-agent',
    fileSystems: bootable.fileSystem === undefined ? [] : [bootable.fileSystem],
    ...(argv.length > 0 && {
      workload: {
        argv,
        env: workload?.env ?? {},
        ...(workload?.workdir?.startsWith('/') === true && { workdir: workload.workdir }),
      },
    }),
    ...(hasNetwork(vmm) && { network: { address, prefix, gateway } }),
    ...(goal.kind === 'run' && { run: ['/bin/sh', '-c', goal.command] }),
    settleMs: settleMsOf(options),
    isInteractive: options.interactive === true,
  };
}
