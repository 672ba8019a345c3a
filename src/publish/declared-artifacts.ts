import { appendFile, readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { NetworkContext } from '../net/context.ts';
import { environmentValue } from '../support/environment.ts';
import { messageOf } from '../support/errors.ts';
import type { PublishedFile } from './published-files.ts';

/** The JSON of GITHUB_ARTIFACTS_LIST, as far as it is of use here. */
const listSchema = z.object({
  version: z.literal(1),
  subjects: z.array(z.object({ name: z.string(), digest: z.string() })),
});

/** The runner fails a step that brings the job beyond this. */
const MOST_SUBJECTS = 500;

/**
 * Declares files as artifacts of the job in the file that GITHUB_ARTIFACTS names (actions/runner, pull request 4527),
 * so that `actions/attest` finds them without being told. Does nothing where the runner has no such file. The runner
 * hashes the files when the step is over, under the last component of their path.
 *
 * It fails a step that declares a name twice with different contents, so that what would do this is left out with a
 * warning: whatever the reason, a build is not to fail because of a declaration.
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
      reporter.warn(`${name} is not declared as an artifact of the job: ${reason}`);
      continue;
    }
    known.set(name, `sha256:${sha256}`);
    lines.push(`${path}\n`);
  }
  try {
    await appendFile(file, lines.join(''));
  } catch (error) {
    reporter.warn(`the artifacts of the job cannot be declared: ${messageOf(error)}`);
  }
}

function whyNotDeclared(path: string, before: string | undefined, count: number): string | undefined {
  if (before !== undefined) return `an earlier step declared another file of this name (${before})`;
  // The runner reads lines, trims them, and keeps `=` for what it may learn later.
  if (/[=\r\n]/.test(path) || path.trim() !== path) return `the runner does not take the path ${JSON.stringify(path)}`;
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
    // Empty as long as the feature is switched off.
    if (text === '') return new Map();
    return new Map(listSchema.parse(JSON.parse(text)).subjects.map(({ name, digest }) => [name, digest]));
  } catch (error) {
    reporter.debug(`GITHUB_ARTIFACTS_LIST cannot be read: ${messageOf(error)}`);
    return new Map();
  }
}
