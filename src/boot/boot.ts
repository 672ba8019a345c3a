import { join } from 'node:path';
import { temporaryDirectory } from '../support/files/scratch.ts';
import type { BootResult } from './boot-result.ts';
import { commandLineOf } from './command-line.ts';
import { Console } from './console.ts';
import { diagnose } from './diagnosis.ts';
import { writeGuestArchive } from './guest/archive.ts';
import { type GuestEvent, GuestEvents } from './guest/events.ts';
import { type Machine, startMachine } from './machine.ts';
import { BootObserver } from './observer.ts';
import { type BootOptions, DEFAULT_TIMEOUT_S } from './options.ts';
import { guestPlanOf, type PreparedBoot } from './prepare.ts';
import { untilHealthy } from './probe.ts';
import { type Stage, StageClock } from './stages.ts';

/** Receives what happens during a boot. */
export interface BootListener {
  onStage(stage: Stage): void;
  /** Text of the console. */
  onConsole?(text: string): void;
  /** The goal is reached, and the machine still runs; it ends when the promise resolves. */
  onReached?(machine: Machine): Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Boots an artifact once, until its goal is reached or it has failed. When it resolves or rejects, the machine has ended and
 * its temporary files are removed.
 *
 * @throws FledgeError if the machine cannot be started. A machine that does not do what was asked is a result.
 */
export async function bootOnce(
  prepared: PreparedBoot,
  options: BootOptions,
  listener: BootListener,
): Promise<BootResult> {
  const { bootable, architecture, accelerator, kernel, vmm, goal } = prepared;
  const scratch = temporaryDirectory('boot');
  const ending = new AbortController();
  try {
    const plan = guestPlanOf(prepared, options);
    const initrd = join(scratch.path, 'initrd');
    await writeGuestArchive(
      initrd,
      {
        plan,
        platform: `linux/${architecture}`,
        modules: prepared.modules,
        ...(options.agent !== undefined && { agentFile: options.agent }),
      },
      bootable.kind === 'initramfs' ? { before: bootable.path } : {},
    );
    const stages = new StageClock((stage) => listener.onStage(stage));
    const machine = await startMachine(
      vmm,
      {
        architecture,
        cpus: prepared.cpus,
        memoryMiB: prepared.memoryMiB,
        kernel,
        initrd,
        ...(bootable.kind === 'image' && {
          disk: {
            path: bootable.path,
            format: bootable.format === 'qcow2' ? ('qcow2' as const) : ('raw' as const),
            bytes: bootable.diskBytes ?? bootable.bytes,
          },
        }),
        commandLine: commandLineOf(prepared, options),
        accelerator: accelerator.name,
        forwards: prepared.ports.map((guestPort) => ({ hostPort: 0, guestPort })),
        interactive: options.interactive === true,
        scratch: scratch.path,
      },
      listener.signal,
    );
    const observer = new BootObserver(goal, stages);
    const console = new Console(options.console);
    const events: GuestEvent[] = [];
    const reading = readConsole(machine, plan.token, { observer, console, events, listener });
    const timeoutMs = (options.timeout ?? DEFAULT_TIMEOUT_S[accelerator.name]) * 1000;
    const timer = setTimeout(() => observer.end('timeout'), timeoutMs);
    if (goal.kind === 'http') {
      const [forward] = machine.forwards;
      untilHealthy({ port: forward?.hostPort ?? 0, path: goal.path, signal: ending.signal }).then(
        () => observer.takeAnswer(),
        () => {},
      );
    }
    const outcome = await observer.outcome.finally(() => clearTimeout(timer));
    ending.abort();
    const ms = stages.now();
    if (outcome.ok) await listener.onReached?.(machine);
    await machine.stop();
    await reading;
    const end = await machine.ended;
    const result = { ms, stages: stages.stages };
    if (outcome.ok) return { ok: true, ...result };
    return { ok: false, ...result, diagnosis: diagnose({ prepared, outcome, events, console, end, timeoutMs }) };
  } finally {
    ending.abort();
    scratch.dispose();
  }
}
