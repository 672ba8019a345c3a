// Downloads every release that src/tools/table.ts pins, and fails if a digest differs.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceContext } from '../../src/sources/context.ts';
import { fetchFile } from '../../src/sources/download.ts';
import { messageOf } from '../../src/support/errors.ts';
import { silentReporter } from '../../src/support/report/reporter.ts';
import { TOOLS, type Tool } from '../../src/tools/table.ts';

const MAX_BYTES = 128 * 1024 * 1024;

/** A line for each release that is pinned, and whether all of them are right. */
export async function checkPins(
  tools: readonly Tool[],
  context: SourceContext,
): Promise<{ readonly ok: boolean; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  let ok = true;
  for (const { name, release } of tools) {
    for (const [machine, { url, sha256 }] of Object.entries(release?.assets ?? {})) {
      const label = `${name} ${release?.version} for ${machine}`;
      try {
        const { size } = await fetchFile(
          { from: { kind: 'url', url }, sha256, label, maxBytes: MAX_BYTES, expect: 'elf' },
          context,
        );
        lines.push(`${label}: ${size} bytes, as pinned`);
      } catch (error) {
        ok = false;
        lines.push(`${label}: ${messageOf(error)}`);
      }
    }
  }
  return { ok, lines };
}

if (import.meta.main) {
  const directory = mkdtempSync(join(tmpdir(), 'fledge-pins-'));
  try {
    const context = { baseDirectory: directory, cacheDirectory: directory, reporter: silentReporter, env: process.env };
    const { ok, lines } = await checkPins(TOOLS, context);
    process.stdout.write(`${lines.join('\n')}\n`);
    process.exitCode = ok ? 0 : 1;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
