import { join } from 'node:path';
import { temporaryDirectory } from '../support/files/scratch.ts';
import type { BootResult } from './boot-result.ts';
import { Console } from './console.ts';
import { diagnose } from './diagnosis.ts';
import { GoalProbe } from './goal-probe.ts';
import { writeGuestArchive } from './guest/archive.ts';
import { type GuestEvent, GuestEvents } from './guest/events.ts';
import type { GuestPlan } from './guest/plan.ts';
import { type Machine, startMachine } from './machine.ts';
import { BootObserver } from './observer.ts';
import { type BootOptions, DEFAULT_TIMEOUT_S } from './options.ts';
import { guestPlanOf, type PreparedBoot } from './prepare.ts';
import { type Stage, StageClock } from './stages.ts';
import { connectTerminal, type Terminal } from './terminal.ts';
import type { MachineSpec } from './vmm/vmm.ts';

/** Receives what happens during a boot. */
export interface BootListener {
  /** The machine has been started. */
  onStarted?(): void;
  onStage(stage: Stage): void;
  /** Text of the console, without the events of the companion. */
  onConsole?(text: string): void;
  /** The terminal of a user, connected to the console. */
  readonly terminal?: Terminal;
  /** The goal is reached. The machine runs until the promise resolves. */
  onReached?(machine: Machine): Promise<void>;
  /** The file for the console does not have its whole text. */
  onIncompleteConsole?(reason: string): void;
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
  const scratch = temporaryDirectory('boot');
  try {
    const log = new Console(options.console);
    try {
      const plan = guestPlanOf(prepared, options);
      const initrd = join(scratch.path, 'initrd');
      await writeInitrd(initrd, plan, prepared, options);
      const stages = new StageClock((stage) => listener.onStage(stage));
      const spec = machineOf(prepared, options, { initrd, scratch: scratch.path });
      const machine = await startMachine(prepared.vmm, spec, listener.signal);
      listener.onStarted?.();
      try {
        return await follow({ machine, plan, stages, log }, prepared, options, listener);
      } finally {
        await machine.stop();
      }
    } finally {
      log.close();
      if (log.fileFailure !== undefined) listener.onIncompleteConsole?.(log.fileFailure);
    }
  } finally {
    scratch.dispose();
  }
}

/** A machine that has been started. */
interface StartedMachine {
  readonly machine: Machine;
  readonly plan: GuestPlan;
  readonly stages: StageClock;
  readonly log: Console;
}

/** Follows a machine until its goal is reached or it has failed, and then stops it. */
async function follow(
  { machine, plan, stages, log }: StartedMachine,
  prepared: PreparedBoot,
  options: BootOptions,
  listener: BootListener,
): Promise<BootResult> {
  const observer = new BootObserver(prepared.goal, stages);
  const probe = new GoalProbe(prepared.goal, machine, () => observer.takeAnswer());
  const terminal = listener.terminal && connectTerminal(listener.terminal, machine, () => observer.leave());
  const timeoutMs = (options.timeout ?? DEFAULT_TIMEOUT_S[prepared.accelerator.name]) * 1000;
  // A user at the terminal decides when it is over.
  const timer = terminal === undefined ? setTimeout(() => observer.end('timeout'), timeoutMs) : undefined;
  const events: GuestEvent[] = [];
  try {
    const reading = read(machine, new GuestEvents(plan.token), {
      text(text) {
        log.add(text);
        listener.onConsole?.(text);
        terminal?.show(text);
        observer.takeText(text);
      },
      event(event) {
        events.push(event);
        observer.takeEvent(event);
        if (PROBED_AFTER.has(event.name)) probe.start();
        if (event.name === 'root' && hasNothingToStart(plan)) observer.end('nothing-to-start');
      },
    }).finally(() => observer.end('machine-ended'));
    const outcome = await observer.outcome;
    const ms = stages.timeOf('answer') ?? stages.elapsed();
    clearTimeout(timer);
    probe.stop();
    terminal?.disconnect();
    if (outcome.ok) await listener.onReached?.(machine);
    await machine.stop();
    await reading;
    const result = { ms, stages: stages.stages, console: log.lastLines(CONSOLE_LINES) };
    if (outcome.ok) return { ok: true, ...result };
    const diagnosis = diagnose({
      prepared,
      outcome,
      events,
      end: await machine.ended,
      timeoutMs,
      lastAnswer: probe.lastFailure,
      console: log,
      commandLine: prepared.commandLine.text,
    });
    return { ok: false, ...result, diagnosis };
  } finally {
    clearTimeout(timer);
    probe.stop();
    terminal?.disconnect();
  }
}

/** Whether a disk without an agent is mounted, and then nothing is done. */
function hasNothingToStart({ workload, run, isInteractive }: GuestPlan): boolean {
  return workload === undefined && run === undefined && !isInteractive;
}

/** Lines at the end of the console that are shown after a failure. */
const CONSOLE_LINES = 50;

/**
 * The events after which a port is probed. User networking repeats a connection that comes too early after seconds, so earlier
 * probes would delay the answer.
 */
const PROBED_AFTER: ReadonlySet<GuestEvent['name']> = new Set(['workload', 'watch-failed']);

function writeInitrd(
  path: string,
  plan: GuestPlan,
  { architecture, bootable, modules }: PreparedBoot,
  { agent }: BootOptions,
): Promise<void> {
  const files = {
    plan,
    platform: `linux/${architecture}`,
    modules,
    ...(agent !== undefined && { agentFile: agent }),
  } as const;
  return writeGuestArchive(path, files, bootable.kind === 'initramfs' ? { before: bootable.path } : {});
}

function machineOf(
  { bootable, architecture, accelerator, cpus, memoryMiB, kernel, ports, commandLine }: PreparedBoot,
  { interactive }: BootOptions,
  files: { readonly initrd: string; readonly scratch: string },
): MachineSpec {
  const { path, format, bytes, diskBytes = bytes } = bootable;
  return {
    architecture,
    cpus,
    memoryMiB,
    kernel,
    ...files,
    ...(format !== 'cpio' && { disk: { path, format, bytes: diskBytes } }),
    commandLine: commandLine.text,
    accelerator: accelerator.name,
    forwards: ports.map((guestPort) => ({ hostPort: 0, guestPort })),
    interactive: interactive === true,
  };
}

/** Reads the console of a machine to its end. */
async function read(
  { console }: Machine,
  events: GuestEvents,
  reader: { text(text: string): void; event(event: GuestEvent): void },
): Promise<void> {
  for await (const piece of console) {
    const found = events.take(piece);
    if (found.text !== '') reader.text(found.text);
    for (const event of found.events) reader.event(event);
  }
  const rest = events.end();
  if (rest !== '') reader.text(rest);
}
