import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import type { NetworkContext } from '../../../src/net/context.ts';
import type { PublishedFile } from '../../../src/publish/published-files.ts';
import { FledgeError } from '../../../src/support/errors.ts';
import { silentReporter } from '../../../src/support/report/reporter.ts';

/** Writes a file with this content, to be published under its name. */
export function publishedFile(path: string, content: string | Uint8Array): PublishedFile {
  const data = Buffer.from(content);
  writeFileSync(path, data);
  const sha256 = createHash('sha256').update(data).digest('hex');
  return { name: basename(path), path, size: data.length, sha256 };
}

/** Writes the outputs of a build to `directory`: an artifact with this content, a manifest and a provenance record. */
export function builtFiles(directory: string, content: string | Uint8Array = 'the artifact') {
  mkdirSync(directory, { recursive: true });
  const artifact = publishedFile(join(directory, 'plugin.cpio.gz'), content);
  const manifest = publishedFile(join(directory, 'manifest.json'), '{ "name": "hello" }\n');
  const provenance = publishedFile(join(directory, 'provenance.json'), '{}\n');
  return { artifact, manifest, provenance };
}

/** A context that records messages and the milliseconds of each wait instead of waiting. */
export function publishContext(env: Readonly<Record<string, string>>) {
  const said = { info: [] as string[], warn: [] as string[], debug: [] as string[] };
  const waits: number[] = [];
  const context: NetworkContext = {
    env,
    reporter: {
      ...silentReporter,
      info: (message) => said.info.push(message),
      warn: (message) => said.warn.push(message),
      debug: (message) => said.debug.push(message),
    },
    network: {
      delay: async (milliseconds) => {
        waits.push(milliseconds);
      },
    },
  };
  return { context, said, waits };
}

/** Code, message and fix of a failure, which must happen. */
export async function failureOf(promise: Promise<unknown>): Promise<readonly [string, string, string | undefined]> {
  const error = await promise.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof FledgeError)) throw error;
  return [error.code, error.message, error.fix];
}

/** Sets the environment of this process for the running test. */
export function stubEnvironment(env: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
}

/**
 * In the running test, libraries that wait for seconds before a retry wait for a thousandth of that; their output to
 * stdout is returned instead of printed.
 */
export function hurryLibraries(): { readonly printed: () => string } {
  const original = globalThis.setTimeout;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, wait = 0, ...rest: []) =>
    original(run, wait >= 500 && wait < 20_000 ? wait / 1000 : wait, ...rest)) as typeof setTimeout);
  const write = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
  onTestFinished(() => {
    vi.restoreAllMocks();
  });
  return { printed: () => write.mock.calls.map(([text]) => String(text)).join('') };
}
