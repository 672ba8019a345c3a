import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const source = fileURLToPath(new URL('../fixtures/agent/agent.c', import.meta.url));

/** Compiles the test agent, which reports its environment, and returns the path of the static binary. */
export async function compileTestAgent(
  directory: string,
  compiler: 'gcc' | 'aarch64-linux-gnu-gcc' = 'gcc',
): Promise<string> {
  const output = join(directory, `test-agent-${compiler}`);
  await execute(compiler, ['-static', '-Os', '-s', '-Wall', '-Wextra', '-Werror', source, '-o', output]);
  return output;
}

/** The agent's report: the values of each key, in the order of the output. */
export type AgentReport = ReadonlyMap<string, readonly string[]>;

/**
 * Parses the report in a console text.
 *
 * @throws Error when the report has no end.
 */
export function parseAgentReport(consoleText: string): AgentReport {
  const report = new Map<string, string[]>();
  for (const [, key, value] of consoleText.matchAll(/^FLEDGE-TEST ([^=\n]+)=(.*)$/gm)) {
    if (key === undefined || value === undefined) continue;
    report.set(key, [...(report.get(key) ?? []), value]);
  }
  if (report.get('end')?.[0] !== 'ok') throw new Error(`the agent's report is not complete:\n${consoleText}`);
  return report;
}
