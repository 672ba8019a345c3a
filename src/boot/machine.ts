import { createServer } from 'node:net';
import { StringDecoder } from 'node:string_decoder';
import { setTimeout as sleep } from 'node:timers/promises';
import { FledgeError } from '../support/errors.ts';
import { type ProgramEnd, type RunningProgram, start } from '../support/process/exec.ts';
import { prefixed } from '../tools/contained.ts';
import { environmentFor } from '../tools/environment.ts';
import type { ChosenVmm } from './vmm/choose.ts';
import { cloudHypervisorArguments } from './vmm/cloud-hypervisor.ts';
import { overlayOf, writeOverlay } from './vmm/overlay.ts';
import { qemuArguments, SANDBOX } from './vmm/qemu.ts';
import type { Forward, MachineSpec } from './vmm/vmm.ts';

/** A machine that runs. */
export interface Machine {
  /** The text of the console, piece by piece; to be read once. The machine waits while it is not read. */
  readonly console: AsyncIterable<string>;
  /** With the ports that were chosen. */
  readonly forwards: readonly Forward[];
  /** Types on the console. */
  write(bytes: string | Uint8Array): void;
  /** Ends the machine at once, and waits until its processes have ended. */
  stop(): Promise<void>;
  readonly ended: Promise<MachineEnd>;
}

export interface MachineEnd {
  /** Of the VMM; undefined if it was killed. */
  readonly status?: number;
  readonly signal?: string;
  /** The messages of the VMM, such as the reason why it did not start. */
  readonly complaints: string;
}

const MAX_ATTEMPTS = 4;
/** An emulated serial port delivers single bytes. In batches they are cheap. */
const BATCH_MS = 5;
/** A VMM that does not start ends within this time; one that starts prints something soon. */
const START_MS = 1000;

/**
 * Starts a machine. Everything that it leaves on the disk is in `spec.scratch`. It ends when this process ends, or the signal
 * aborts; with the prefix of `vmm`, also if this process is killed.
 *
 * @throws FledgeError `tool` if the VMM cannot be started, or a port is in use; `usage` and `output` as the functions for
 *   its arguments.
 */
export async function startMachine(vmm: ChosenVmm, spec: MachineSpec, signal?: AbortSignal): Promise<Machine> {
  if (vmm.name === 'cloud-hypervisor') {
    const args = cloudHypervisorArguments(spec);
    createOverlay(spec);
    return (await attempt(vmm, args, spec, signal)).machine;
  }
  createOverlay(spec);
  let hasSandbox = true;
  for (let attempts = 1; ; attempts++) {
    const concrete = { ...spec, forwards: await withPorts(spec.forwards) };
    const args = qemuArguments(concrete);
    const { machine, end } = await attempt(vmm, hasSandbox ? args : withoutSandbox(args), concrete, signal);
    if (end === undefined || signal?.aborted === true) return machine;
    if (/host forwarding rule/i.test(end.stderr)) {
      // Another process has taken the port in the meantime.
      if (attempts < MAX_ATTEMPTS && spec.forwards.some(({ hostPort }) => hostPort === 0)) continue;
      throw portTaken(end.stderr);
    }
    if (hasSandbox && /seccomp|sandbox/i.test(end.stderr)) {
      hasSandbox = false;
      continue;
    }
    return machine;
  }
}

function createOverlay(spec: MachineSpec): void {
  if (spec.disk !== undefined) writeOverlay(overlayOf(spec), spec.disk);
}

/** Starts a VMM; `end` is set if it has ended before it printed anything. */
async function attempt(
  vmm: ChosenVmm,
  args: readonly string[],
  spec: MachineSpec,
  signal: AbortSignal | undefined,
): Promise<{ readonly machine: Machine; readonly end: ProgramEnd | undefined }> {
  const env = environmentFor('machine', {}, { own: { TMPDIR: spec.scratch } });
  const program = await start(...prefixed(vmm.prefix ?? [], vmm.path, args), { cwd: spec.scratch, env, signal });
  const pieces = consoleOf(program, !spec.interactive);
  const first = pieces.next();
  const timer = Promise.withResolvers<undefined>();
  const timeout = setTimeout(() => timer.resolve(undefined), START_MS);
  const printed = first.then(({ done }) => (done === true ? program.ended : undefined));
  const end = await Promise.race([printed, timer.promise]).finally(() => clearTimeout(timeout));
  const machine: Machine = {
    console: startingWith(first, pieces),
    forwards: spec.forwards,
    write: (bytes) => program.write(bytes),
    async stop() {
      program.kill();
      await program.ended;
    },
    ended: program.ended.then(({ status, signal: name, stderr }) => ({
      ...(status !== undefined && { status }),
      ...(name !== undefined && { signal: name }),
      complaints: stderr,
    })),
  };
  return { machine, end };
}

async function* startingWith(
  first: Promise<IteratorResult<string, void>>,
  rest: AsyncGenerator<string, void>,
): AsyncGenerator<string> {
  try {
    const { done, value } = await first;
    if (done === true) return;
    yield value;
    yield* rest;
  } finally {
    await rest.return();
  }
}

/** Decodes UTF-8. Without carriage returns if `isPlain`. It ends without an error when the program is killed. */
async function* consoleOf({ stdout }: RunningProgram, isPlain: boolean): AsyncGenerator<string, void> {
  const decoder = new StringDecoder('utf8');
  try {
    for await (const bytes of stdout) {
      const text = decoder.write(bytes);
      const piece = isPlain ? text.replaceAll('\r', '') : text;
      if (piece !== '') yield piece;
      await sleep(BATCH_MS);
    }
  } catch {
    // The pipe was closed by the end of the program.
  }
}

function withoutSandbox(args: readonly string[]): string[] {
  const at = args.indexOf(SANDBOX[0]);
  return args.filter((_, index) => index !== at && index !== at + 1);
}

/** Chooses a free port for each 0. */
async function withPorts(forwards: readonly Forward[]): Promise<Forward[]> {
  const chosen: Forward[] = [];
  for (const { hostPort, guestPort } of forwards) {
    chosen.push({ hostPort: hostPort === 0 ? await freePort() : hostPort, guestPort });
  }
  return chosen;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function portTaken(stderr: string): FledgeError {
  const port = /127\.0\.0\.1:(\d+)-/.exec(stderr)?.[1];
  return new FledgeError('tool', `cannot forward port ${port ?? ''} of 127.0.0.1 to the machine: it is in use`, {
    fix: 'end the process that uses it: ss -ltnp shows its name',
  });
}
