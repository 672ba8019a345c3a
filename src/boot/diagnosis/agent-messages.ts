import type { BootFacts, Diagnosis } from './facts.ts';
import { ERRNO, programNotExecuted } from './programs.ts';
import { noSpace } from './space.ts';

/** The port of Volant's agent. */
const AGENT_PORT = 8080;

/** Error numbers by their texts in Go, which the agent is written in. */
const GO_ERRORS: Readonly<Record<string, number>> = {
  'exec format error': ERRNO.ENOEXEC,
  'no such file or directory': ERRNO.ENOENT,
  'permission denied': ERRNO.EACCES,
};

/**
 * The diagnosis by the messages of Volant's agent, and by those of servers that cannot listen; undefined if there are none.
 * As PID 1, the agent prints `fatal error in pid1 (STEP): REASON` and halts.
 */
export function diagnoseAgent(facts: BootFacts, text: string): Diagnosis | undefined {
  const taken = portTaken(facts, text);
  if (taken !== undefined) return taken;
  const [, step, reason] = /fatal error in pid1 \(([^)\n]*)\): (.*)/.exec(text) ?? [];
  if (step === undefined || reason === undefined) return undefined;
  const [, program, error] = /(?:fork\/exec|exec:) "?(\/[^\s":]+)"?: (.+)/.exec(reason) ?? [];
  const errno = error === undefined ? undefined : GO_ERRORS[error.trim()];
  if (program !== undefined && errno !== undefined) return programNotExecuted(program, errno, facts);
  const full = noSpace(facts, reason);
  if (full !== undefined) return full;
  if (/health/i.test(reason)) {
    return {
      code: 'health-check',
      message: `the agent stopped the workload: ${reason}`,
      fix: 'let the workload answer with 2xx, or set endpoint in [health_check] of manifest.toml; "" turns the probe off',
    };
  }
  return {
    code: 'agent-failed',
    message: `the agent stopped in the step "${step}": ${reason}`,
    fix: /read-only file system/i.test(reason)
      ? 'build the image with type = "ext4" in [filesystem]: the agent of Volant 0.6 writes a copy of itself to it'
      : 'correct the manifest or the workload; see docs/manifest.md for what the agent needs',
  };
}

const TAKEN = /address already in use|EADDRINUSE/i;

function portTaken({ prepared: { bootable } }: BootFacts, text: string): Diagnosis | undefined {
  const line = text.split('\n').find((candidate) => TAKEN.test(candidate));
  if (line === undefined) return undefined;
  const port = /:(\d{1,5})\b(?!.*:\d{1,5}\b)/.exec(line)?.[1];
  const url = bootable.manifest?.fields.workload?.base_url;
  const isAgent = port === String(AGENT_PORT) || (url !== undefined && URL.parse(url)?.port === String(AGENT_PORT));
  return {
    code: 'port-taken',
    message: isAgent
      ? `two programs in the machine listen on port ${AGENT_PORT}, which is the port of the agent`
      : `two programs in the machine listen on the same port${port === undefined ? '' : `, ${port}`}`,
    fix: 'let the workload listen on another port, and set base_url in [workload] of manifest.toml',
  };
}
