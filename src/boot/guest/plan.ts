import { isIPv4 } from 'node:net';
import { FledgeError } from '../../support/errors.ts';

/** The orders for the companion in a machine, which prepares the machine and starts the artifact. */
export interface GuestPlan {
  /** 16 random hexadecimal digits in lower case, which mark the events of this boot. */
  readonly token: string;
  /**
   * The root of the workload. `initramfs`: the artifact is the initramfs. `disk-agent`: a disk, which the agent mounts, as in
   * Volant. `disk-plain`: a disk, which the companion mounts.
   */
  readonly root: 'initramfs' | 'disk-agent' | 'disk-plain';
  /** The types of file systems that are tried for the disk, in this order. */
  readonly fileSystems: readonly string[];
  /** The program that the companion starts, if the root is a disk without an agent. */
  readonly workload?: {
    readonly argv: readonly string[];
    readonly env: Readonly<Record<string, string>>;
    readonly workdir?: string;
  };
  /** The IPv4 settings of the first ethernet interface. Default: no interface is changed. */
  readonly network?: { readonly address: string; readonly prefix: number; readonly gateway: string };
  /** A command to run beside the workload when it is alive after `settleMs`; its program and arguments. */
  readonly run?: readonly string[];
  /** The time in milliseconds for which a workload must be alive. */
  readonly settleMs: number;
  /** True to start a shell on the console. */
  readonly isInteractive: boolean;
}

/** The companion's limits (companion/plan.h and companion/plan.c). */
const MAX_BYTES = 512 * 1024 - 1;
const LIMITS = { filesystem: 16, module: 512, argument: 4096, variable: 4096, run: 4096 } as const;
const MAX_SETTLE_MS = 24 * 60 * 60 * 1000;

type Field = readonly [key: string, value: string];

/**
 * Encodes a plan for the companion: records `key=value`, each ended by NUL. `modules` are the names of the modules in load
 * order.
 *
 * @throws FledgeError `input` if a value is not valid, or exceeds a limit of the companion.
 */
export function encodePlan(plan: GuestPlan, modules: readonly string[] = []): Buffer {
  const { token, root, fileSystems, workload, network, run = [], settleMs, isInteractive } = plan;
  if (!/^[0-9a-f]{16}$/.test(token)) throw refusal('its token does not have 16 hexadecimal digits');
  if (root !== 'initramfs' && fileSystems.length === 0) throw refusal('it names no file system for the disk');
  if (!Number.isInteger(settleMs) || settleMs < 0 || settleMs > MAX_SETTLE_MS) {
    throw refusal(`the settle time of ${settleMs} ms is not between 0 and ${MAX_SETTLE_MS} ms`);
  }
  const fields: Field[] = [
    ['token', token],
    ['root', root],
    ...listOf('filesystem', fileSystems),
    ...listOf('module', modules),
    ...(workload === undefined ? [] : workloadFields(workload)),
    ...(network === undefined ? [] : networkFields(network)),
    ...listOf('run', run),
    ['settle', String(settleMs)],
    ['interactive', isInteractive ? '1' : '0'],
  ];
  for (const [key, value] of fields) {
    if (value.includes('\0')) throw refusal(`a value of ${key} contains a NUL byte`);
  }
  const records = ['fledge-plan 1', ...fields.map(([key, value]) => `${key}=${value}`), 'end'];
  const bytes = Buffer.from(records.map((record) => `${record}\0`).join(''), 'utf8');
  if (bytes.length > MAX_BYTES) throw refusal(`it has ${bytes.length} bytes, and the limit is ${MAX_BYTES}`);
  return bytes;
}

function listOf(key: keyof typeof LIMITS, values: readonly string[]): Field[] {
  if (values.length > LIMITS[key]) {
    throw refusal(`it has ${values.length} values of ${key}, and the limit is ${LIMITS[key]}`);
  }
  return values.map((value) => [key, value] as const);
}

function workloadFields({ argv, env, workdir }: NonNullable<GuestPlan['workload']>): Field[] {
  const variables = Object.entries(env).map(([name, value]) => {
    if (name === '' || name.includes('=')) throw refusal(`"${name}" is not a name of a variable`);
    return `${name}=${value}`;
  });
  if (workdir !== undefined && !workdir.startsWith('/')) throw refusal(`the directory ${workdir} is not absolute`);
  return [
    ...listOf('argument', argv),
    ...listOf('variable', variables),
    ...(workdir === undefined ? [] : [['directory', workdir] as const]),
  ];
}

function networkFields({ address, prefix, gateway }: NonNullable<GuestPlan['network']>): Field[] {
  for (const text of [address, gateway]) {
    if (!isIPv4(text)) throw refusal(`${text} is not an IPv4 address`);
  }
  if (!Number.isInteger(prefix) || prefix < 0 || prefix > 32) throw refusal(`the prefix ${prefix} is not 0 to 32`);
  return [
    ['address', address],
    ['prefix', String(prefix)],
    ['gateway', gateway],
  ];
}

function refusal(reason: string): FledgeError {
  return new FledgeError('input', `cannot encode the plan for the machine: ${reason}`);
}
