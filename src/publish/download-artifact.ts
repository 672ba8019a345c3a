import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ArtifactNotFoundError, DefaultArtifactClient } from '@actions/artifact';
import { FledgeError } from '../support/errors.ts';
import { nearest } from '../support/suggest.ts';
import { artifactError } from './artifact-failure.ts';

/**
 * Downloads a workflow artifact of this run. Returns the path of its only file, or its directory if it has more files.
 *
 * @throws FledgeError `usage` if the run does not have the artifact, `download` or `publish` if the download fails.
 */
export async function downloadWorkflowArtifact(
  name: string,
  { side, directory }: { readonly side: string; readonly directory: string },
): Promise<string> {
  const client = new DefaultArtifactClient();
  try {
    const { artifact } = await client.getArtifact(name);
    const { digestMismatch } = await client.downloadArtifact(artifact.id, {
      path: directory,
      ...(artifact.digest !== undefined && { expectedHash: artifact.digest }),
    });
    if (digestMismatch === true) {
      throw new FledgeError(
        'download',
        `cannot use the workflow artifact ${name}: digest mismatch after the download`,
        {
          fix: 'run the job again',
        },
      );
    }
  } catch (error) {
    if (error instanceof FledgeError) throw error;
    if (error instanceof ArtifactNotFoundError) throw await unknownArtifact(name, side, client);
    throw artifactError(`cannot download the workflow artifact ${name}`, error);
  }
  const [only, ...others] = readdirSync(directory);
  return only !== undefined && others.length === 0 ? join(directory, only) : directory;
}

async function unknownArtifact(name: string, side: string, client: DefaultArtifactClient): Promise<FledgeError> {
  // A failure here must not hide the original error.
  const names = await client.listArtifacts().then(
    ({ artifacts }) => artifacts.map((artifact) => artifact.name),
    () => [],
  );
  const suggestion = nearest(name, names);
  const there = names.length === 0 ? 'it has no artifacts' : `it has ${names.join(', ')}`;
  return new FledgeError(
    'usage',
    `input ${side}: ${JSON.stringify(name)} is not a file, a directory, or a workflow artifact of this run (${there})`,
    {
      fix:
        suggestion === undefined
          ? 'add the job that uploads it to needs:, and use the same artifact name'
          : `write ${suggestion}`,
    },
  );
}
