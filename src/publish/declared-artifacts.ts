import { appendFile, readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { NetworkContext } from '../net/context.ts';
import { environmentValue } from '../support/environment.ts';
import { messageOf } from '../support/errors.ts';
import type { PublishedFile } from './published-files.ts';

/** The fields of GITHUB_ARTIFACTS_LIST that are used here. */
const listSchema = z.object({
  version: z.literal(1),
  subjects: z.array(z.object({ name: z.string(), digest: z.string() })),
});

/** The runner fails a step that exceeds this limit of the job. */
const MOST_SUBJECTS = 500;

/**
 * Declares files as artifacts of the job in the file that GITHUB_ARTIFACTS names (actions/runner, pull request 4527),
 * so that `actions/attest` finds them without inputs. Does nothing if the runner does not have this file. The runner
 * hashes the files at the end of the step, under the last component of their path.
 *
 * The runner fails a step that declares a name twice with different contents. Such a file is left out with a warning,
 * because a build must not fail because of a declaration.
 */
export async function declareArtifacts(
  files: readonly PublishedFile[],
  { env, reporter }: Pick<NetworkContext, 'env' | 'reporter'>,
): Promise<void> {
  const file = environmentValue(env, 'GITHUB_ARTIFACTS');
  if (file === undefined) return;
  const known = await declaredBefore(environmentValue(env, 'GITHUB_ARTIFACTS_LIST'), reporter);
  const lines: string[] = [];
  for (const { name, path, sha256 } of files) {
    const before = known.get(name);
    if (before === `sha256:${sha256}`) continue;
    const reason = whyNotDeclared(path, before, known.size);
    if (reason !== undefined) {
      reporter.warn(`cannot declare ${name} as an artifact of the job: ${reason}`);
      continue;
    }
    known.set(name, `sha256:${sha256}`);
    lines.push(`${path}\n`);
  }
  try {
    await appendFile(file, lines.join(''));
  } catch (error) {
    reporter.warn(`cannot declare the artifacts of the job: ${messageOf(error)}`);
  }
}

function whyNotDeclared(path: string, before: string | undefined, count: number): string | undefined {
  if (before !== undefined) return `an earlier step declared another file of this name (${before})`;
  // The runner reads lines, trims them, and reserves `=` for future use.
  if (/[=\r\n]/.test(path) || path.trim() !== path) return `the runner rejects the path ${JSON.stringify(path)}`;
  if (count >= MOST_SUBJECTS) return `a job has at most ${MOST_SUBJECTS}`;
  return undefined;
}

async function declaredBefore(
  list: string | undefined,
  reporter: NetworkContext['reporter'],
): Promise<Map<string, string>> {
  if (list === undefined) return new Map();
  try {
    const text = await readFile(list, 'utf8');
    // Empty while the feature is switched off.
    if (text === '') return new Map();
    return new Map(listSchema.parse(JSON.parse(text)).subjects.map(({ name, digest }) => [name, digest]));
  } catch (error) {
    reporter.debug(`cannot read GITHUB_ARTIFACTS_LIST: ${messageOf(error)}`);
    return new Map();
  }
}
