import { z } from 'zod';
import { problemOfSha256 } from '../config/values.ts';
import { booleanOf, quote } from './input-values.ts';

/** The inputs of the boot that follows a build. */
export interface BootInputs {
  /**
   * A regular expression for the console. Default: the health check of the manifest, otherwise that the workload stays
   * alive.
   */
  readonly expect: string | undefined;
  /** Seconds. Default: those of `fledge boot`. */
  readonly timeout: number | undefined;
  /** A file or URL. Default: see `findKernel`. */
  readonly kernel: string | undefined;
}

/** A day; a job on a hosted runner has less. */
const LONGEST_SECONDS = 24 * 60 * 60;

/** Booleans of older versions of YAML, which would be valid regular expressions. */
const BOOLEAN_WORDS = /^(?:yes|no|on|off|[yn01])$/i;

/** The schemas of these inputs, by name. */
export const bootInputSchemas = {
  /** True, false, or a regular expression. */
  boot: z.string().default('false').transform(bootOf),
  'boot-expect': z.string().superRefine(requirePattern).optional(),
  'boot-timeout': z.string().transform(secondsOf).optional(),
  kernel: z.string().superRefine(requireKernelDigest).optional(),
};

type RawBootInputs = z.output<z.ZodObject<typeof bootInputSchemas>>;

/** The settings of the boot, or undefined if artifacts are not booted. */
export function bootInputsOf({ boot, ...raw }: RawBootInputs): BootInputs | undefined {
  if (boot === false) return undefined;
  return { expect: boot === true ? raw['boot-expect'] : boot, timeout: raw['boot-timeout'], kernel: raw.kernel };
}

/** Problems of these inputs that are valid on their own but not together, or not in this mode. */
export function bootContradictions(mode: string, given: Readonly<Record<string, string | undefined>>): string[] {
  const { boot = 'false' } = given;
  const settings = ['boot-expect', 'boot-timeout', 'kernel'].filter((name) => given[name] !== undefined);
  const isAsked = booleanOf(boot) !== false;
  if (mode !== 'build') {
    const [first] = [...(isAsked ? ['boot'] : []), ...settings];
    return first === undefined ? [] : [`${first}: only for mode build; mode ${mode} builds nothing that can boot`];
  }
  if (!isAsked) return settings.map((name) => `${name}: has no effect without a boot; set boot: true`);
  if (booleanOf(boot) === undefined && given['boot-expect'] !== undefined) {
    return ['boot-expect: boot is a regular expression already; set boot: true, or remove boot-expect'];
  }
  return [];
}

function bootOf(value: string, context: z.RefinementCtx): boolean | string {
  const known = booleanOf(value);
  if (known !== undefined) return known;
  if (BOOLEAN_WORDS.test(value)) {
    context.addIssue({
      code: 'custom',
      message: `expected true, false or a regular expression, found ${quote(value)}; to wait for that text, set boot: true and boot-expect: ${value}`,
    });
    return z.NEVER;
  }
  requirePattern(value, context);
  return value;
}

/** The expression is compiled here as for the boot, so that a mistake is found before the build. */
function requirePattern(value: string, context: z.RefinementCtx): void {
  try {
    new RegExp(value, 'm');
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : String(error);
    context.addIssue({ code: 'custom', message: `expected a regular expression: ${reason}` });
  }
}

function secondsOf(value: string, context: z.RefinementCtx): number {
  const seconds = Number(value);
  if (/^\d+(\.\d+)?$/.test(value) && seconds > 0 && seconds <= LONGEST_SECONDS) return seconds;
  context.addIssue({
    code: 'custom',
    message: `expected a number of seconds, at most ${LONGEST_SECONDS}, found ${quote(value)}`,
  });
  return z.NEVER;
}

/** Checks the digest at the end of a URL: `https://example.com/vmlinux#sha256=HEX`. */
function requireKernelDigest(value: string, context: z.RefinementCtx): void {
  const fragment = /^https?:\/\/[^#]*#(.*)$/is.exec(value)?.[1];
  if (fragment === undefined) return;
  const problem = problemOfSha256(fragment.replace(/^sha256[=:]/i, ''));
  if (problem !== undefined) {
    context.addIssue({ code: 'custom', message: `the part after # must be sha256=HEX, the checksum: ${problem}` });
  }
}
