import { plainText } from './console.ts';
import { diagnoseAgent } from './diagnosis/agent-messages.ts';
import { diagnoseEvents } from './diagnosis/events.ts';
import type { BootFacts, Diagnosis } from './diagnosis/facts.ts';
import { diagnoseKernel, outOfMemory } from './diagnosis/kernel-messages.ts';
import { noSpace } from './diagnosis/space.ts';

export type { BootFacts, Diagnosis, DiagnosisCode } from './diagnosis/facts.ts';

/**
 * A line after which a machine does nothing more: the kernel has stopped, or Volant's agent as PID 1 has halted. A boot that
 * shows it need not wait for its time limit.
 */
export const HALTED = /Kernel panic - not syncing|pid1 cannot exit; halting/;

/**
 * Explains why a boot failed, from the console, the events of the companion, and the facts of the boot. The most certain
 * evidence comes first: the VMM, the kernel, the companion, the workload, and then what is missing.
 */
export function diagnose(facts: BootFacts): Diagnosis {
  const text = plainText(facts.console.text);
  return (
    diagnoseVmm(facts, text) ??
    diagnoseSilence(facts, text) ??
    outOfMemory(facts, text) ??
    diagnoseAgent(facts, text) ??
    diagnoseKernel(facts, text) ??
    diagnoseEvents(facts) ??
    noSpace(facts, text) ??
    diagnoseWorkload(facts) ??
    diagnoseEnd(facts, text)
  );
}

/** The VMM complained and started nothing. */
function diagnoseVmm({ prepared, events, outcome, end }: BootFacts, text: string): Diagnosis | undefined {
  if (text.trim() !== '' || events.length > 0) return undefined;
  const hasFailed = outcome.reason === 'machine-ended' && end.status !== undefined && end.status !== 0;
  const failure = hasFailed ? `it ended with status ${end.status} and printed nothing` : undefined;
  const complaint = end.complaints.split('\n').find((line) => line.trim() !== '') ?? failure;
  if (complaint === undefined) return undefined;
  const message = `${prepared.vmm.name} cannot start the machine: ${complaint.trim()}`;
  if (/kvm/i.test(complaint)) {
    return { code: 'vmm-failed', message, fix: 'check the permissions of /dev/kvm: ls -l /dev/kvm' };
  }
  if (/allocate memory|ENOMEM|out of memory/i.test(complaint)) {
    return { code: 'vmm-failed', message, fix: `use less memory than ${prepared.memoryMiB} MiB: --memory` };
  }
  if (/lock/i.test(complaint)) {
    return { code: 'vmm-failed', message, fix: 'end the machine that has opened the image for writing' };
  }
  return { code: 'vmm-failed', message, fix: 'see the message of the VMM; -v shows its command line' };
}

/** A kernel can need this time to print its first line in an emulated machine. */
const HASTY_MS = 20_000;

/** Below this, kernels of distributions print nothing. */
const LEAST_MEMORY_MIB = 64;

function diagnoseSilence(
  { prepared, events, outcome, commandLine, timeoutMs }: BootFacts,
  text: string,
): Diagnosis | undefined {
  if (text.trim() !== '' || events.length > 0) return undefined;
  const { memoryMiB } = prepared;
  if (memoryMiB < LEAST_MEMORY_MIB) {
    return {
      code: 'out-of-memory',
      message: `the kernel printed nothing: ${memoryMiB} MiB of memory are probably too little for it`,
      fix: `give the machine more memory: --memory ${2 * LEAST_MEMORY_MIB}`,
    };
  }
  const console = /(?:^| )console=(\S+)(?!.* console=)/.exec(commandLine ?? '')?.[1];
  const isOther = console !== undefined && !/^tty(?:S0|AMA0)/.test(console);
  const isHasty = outcome.reason === 'timeout' && timeoutMs < HASTY_MS;
  return {
    code: 'silent',
    message:
      outcome.reason === 'machine-ended'
        ? 'the machine ended before it printed anything on its console'
        : `the machine printed nothing on its console within ${timeoutMs / 1000} s`,
    fix: isOther
      ? `remove console=${console} from --append: the machine has a serial console only`
      : `${isHasty ? 'allow more time: --timeout 60; then ' : ''}check that the kernel has a driver for the serial console, and fits the machine; shorten the command line if it is long`,
  };
}

function diagnoseWorkload({ prepared, events, outcome, lastAnswer, timeoutMs }: BootFacts): Diagnosis | undefined {
  const { goal } = prepared;
  const { event } = outcome;
  if (outcome.reason === 'command-failed') {
    return {
      code: 'command-failed',
      message: `the command of --run ${endOf(event?.values)}`,
      fix: 'see its output on the console',
    };
  }
  if (outcome.reason === 'nothing-to-start') {
    return {
      code: 'no-init',
      message: `nothing was started: ${prepared.bootable.path} has no agent, and there is no manifest with an entrypoint`,
      fix: 'name an agent with --agent, put manifest.json beside the image, or run a command in it: --run',
    };
  }
  const ended = event ?? events.find(({ name }) => name === 'workload-ended');
  if (ended !== undefined) return workloadEnded(ended.values, events);
  if (outcome.reason !== 'timeout' || goal.kind !== 'http') return undefined;
  if (!events.some(({ name }) => name === 'workload')) return undefined;
  const hasNoNetwork = events.some(({ name }) => name === 'network-failed');
  const answer = hasNoNetwork ? 'the machine has no network' : (lastAnswer?.reason ?? 'it did not answer');
  const message = `GET ${goal.path ?? '/'} on port ${goal.port ?? 80} failed for ${timeoutMs / 1000} s: ${answer}`;
  if (hasNoNetwork) {
    return {
      code: 'health-check',
      message,
      fix: 'use a kernel that has virtio_net, or name its modules with --modules',
    };
  }
  return {
    code: 'health-check',
    message,
    fix:
      lastAnswer?.status === undefined
        ? 'let the workload listen on this port at 0.0.0.0, or set base_url in [workload] of manifest.toml'
        : 'let the workload answer this path with 2xx, or set endpoint in [health_check] of manifest.toml',
  };
}

function workloadEnded(values: Readonly<Record<string, string>>, events: BootFacts['events']): Diagnosis {
  const program = events.find(({ name }) => name === 'workload')?.values['program'] ?? 'the workload';
  const { status, signal } = values;
  const message = `${program} ${endOf(values)}`;
  if (signal === '4') {
    return { code: 'workload-ended', message, fix: 'compile it for an older processor, or boot with KVM' };
  }
  if (status === '126' || status === '127') {
    return { code: 'workload-ended', message, fix: 'a program that it starts is missing: see the console' };
  }
  return { code: 'workload-ended', message, fix: 'see its last lines on the console' };
}

const SIGNALS: Readonly<Record<string, string>> = {
  '4': 'SIGILL, an instruction that this processor does not have',
  '6': 'SIGABRT',
  '9': 'SIGKILL',
  '11': 'SIGSEGV',
  '15': 'SIGTERM',
};

function endOf({ status, signal }: Readonly<Record<string, string>> = {}): string {
  if (signal !== undefined) return `was ended by signal ${signal} (${SIGNALS[signal] ?? 'see signal(7)'})`;
  return status === undefined ? 'ended' : `ended with status ${status}`;
}

/** What is missing at the end, if nothing went wrong before. */
function diagnoseEnd({ prepared, events, outcome, end, timeoutMs }: BootFacts, text: string): Diagnosis {
  const { goal } = prepared;
  const init = /fledge-init: (.*); powering off/.exec(text)?.[1];
  if (init !== undefined) {
    return { code: 'init-failed', message: `the init of the artifact failed: ${init}`, fix: 'see docs/init.md' };
  }
  if (outcome.reason === 'machine-ended') {
    const how = /reboot: (Power down|Restarting system|System halted)/.test(text)
      ? 'the machine powered itself off'
      : `the machine ended with status ${end.status ?? 'unknown'}${end.complaints === '' ? '' : `: ${end.complaints}`}`;
    return {
      code: 'machine-ended',
      message: `${how} before it did what was asked`,
      fix: 'see its last lines on the console',
    };
  }
  const last = events.at(-1)?.name;
  const reached =
    last === undefined ? 'the kernel printed messages, but no program started' : `its last event was ${last}`;
  const missing = goal.kind === 'expect' ? 'the console did not show what --expect asks for' : 'the boot did not end';
  return {
    code: goal.kind === 'expect' && last !== undefined ? 'not-shown' : 'timeout',
    message: `${missing} within ${timeoutMs / 1000} s; ${reached}`,
    fix: 'see its last lines on the console; if it is only slow, allow more time: --timeout',
  };
}
