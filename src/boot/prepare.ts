import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { type SourceUser, sourceContext } from '../sources/context.ts';
import { hostPlatform } from '../support/platform.ts';
import { type Accelerator, findAccelerator } from './accelerator.ts';
import { architectureOf } from './artifact/readable.ts';
import { type Architecture, type Bootable, openBootable } from './artifact.ts';
import { type CommandLine, commandLineOf } from './command-line.ts';
import { type Goal, goalOf, portOf } from './goal.ts';
import type { GuestPlan } from './guest/plan.ts';
import { kernelProblem } from './kernel/abilities.ts';
import { type FoundKernel, findKernel } from './kernel/find.ts';
import { lockedKernelFor } from './kernel/locked-kernel.ts';
import type { KernelModule } from './modules/kernel-module.ts';
import { modulesFor } from './modules/modules.ts';
import type { BootOptions } from './options.ts';
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
  const architecture = bootable.architecture ?? architectureOf(hostPlatform());
  const usesPin = options.kernel === undefined && architecture === 'amd64';
  const pin = usesPin ? await lockedKernelFor(bootable.path, configFile) : undefined;
  const kernel = await findKernel(
    { given: options.kernel, sha256: options.kernelSha256, architecture, pin },
    sourceContext(user, process.cwd()),
  );
  const problem = kernelProblem(kernel, bootable);
  if (problem !== undefined) throw problem;
  const accelerator = findAccelerator(kernel.architecture);
  const isReachable = goal.kind === 'http' || options.keep === true;
  const vmm = await chooseVmm(
    { choice: options.vmm, architecture: kernel.architecture, accelerator, needsForwards: isReachable },
    signal,
  );
  const directory = options.modules === undefined ? kernel.modules : resolve(options.modules);
  const { modules, missing } =
    directory === undefined
      ? { modules: [], missing: [] }
      : await modulesFor(directory, wantedModules(bootable), kernel.version, signal);
  if (missing.length > 0) {
    reporter.info(`the kernel ${kernel.version ?? kernel.path} has no ${missing.join(', ')} in ${directory}`);
  }
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

/** The drivers for the devices of the machine, and the file systems of the artifact. */
function wantedModules({ kind, fileSystem }: Bootable): string[] {
  const drivers = ['virtio_pci', 'virtio_net'];
  if (kind === 'initramfs') return drivers;
  // An overlay makes a read-only root writable.
  const overlay = fileSystem === 'squashfs' ? ['overlay'] : [];
  return [...drivers, 'virtio_blk', ...(fileSystem === undefined ? [] : [fileSystem]), ...overlay];
}

/** The orders for the companion of one boot. */
export function guestPlanOf({ bootable, goal, vmm }: PreparedBoot, { settle, interactive }: BootOptions): GuestPlan {
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
    settleMs: Math.round(settle * 1000),
    isInteractive: interactive === true,
  };
}
