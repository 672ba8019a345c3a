import { settleAll } from '../../support/concurrency.ts';
import { FledgeError } from '../../support/errors.ts';
import { type CommandPrefix, containment } from '../../tools/contained.ts';
import { environmentFor } from '../../tools/environment.ts';
import { describeFinding, type Finding, findTool, howToFix } from '../../tools/find.ts';
import { cloudHypervisor, emulators } from '../../tools/table.ts';
import { formatVersion } from '../../tools/version.ts';
import type { Accelerator } from '../accelerator.ts';
import type { Architecture } from '../artifact/architecture.ts';
import type { VmmChoice, VmmName } from './vmm.ts';

/** A VMM on this machine. */
export interface ChosenVmm {
  readonly name: VmmName;
  /** Absolute. */
  readonly path: string;
  readonly version: string | undefined;
  /** The words before its command, which make it end with this process; default: none. */
  readonly prefix?: CommandPrefix;
}

export interface VmmNeeds {
  readonly choice: VmmChoice;
  readonly architecture: Architecture;
  readonly accelerator: Accelerator;
  /** Whether ports of the machine must be reached, which cloud-hypervisor cannot do without root. */
  readonly needsForwards: boolean;
}

/**
 * Chooses the VMM. `auto` is cloud-hypervisor if it is installed, there is KVM, and no port is needed; otherwise QEMU.
 *
 * @throws FledgeError `tool` if it is missing, with the command that installs it; `usage` if it cannot do what is needed.
 */
export async function chooseVmm(needs: VmmNeeds, signal?: AbortSignal): Promise<ChosenVmm> {
  const [vmm, prefix] = await settleAll(
    findVmm(needs, signal),
    containment({ env: environmentFor('machine', {}), signal, mounts: false }),
  );
  return { ...vmm, prefix };
}

async function findVmm(needs: VmmNeeds, signal: AbortSignal | undefined): Promise<ChosenVmm> {
  const { choice, architecture, accelerator, needsForwards } = needs;
  if (choice === 'cloud-hypervisor') {
    if (accelerator.name !== 'kvm') {
      throw new FledgeError('tool', `cannot start cloud-hypervisor: it needs KVM, and ${accelerator.reason}`, {
        fix: accelerator.fix === undefined ? 'use --vmm qemu' : `${accelerator.fix}; or use --vmm qemu`,
      });
    }
    return required(choice, await findTool(cloudHypervisor, signal));
  }
  if (choice === 'auto' && accelerator.name === 'kvm' && !needsForwards) {
    const finding = await findTool(cloudHypervisor, signal);
    if (finding.state === 'found') return required('cloud-hypervisor', finding);
  }
  return required('qemu', await findTool(emulators[`linux/${architecture}`], signal));
}

function required(name: VmmName, finding: Finding): ChosenVmm {
  if (finding.state === 'found') {
    const { path, version } = finding;
    return { name, path, version: version && formatVersion(version) };
  }
  throw new FledgeError('tool', `cannot start a machine: ${describeFinding(finding)}`, { fix: howToFix([finding]) });
}
