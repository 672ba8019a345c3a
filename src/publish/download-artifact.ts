import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ArtifactNotFoundError, DefaultArtifactClient } from '@actions/artifact';
import { FledgeError } from '../support/errors.ts';
import { nearest } from '../support/suggest.ts';
import { artifactError } from './artifact-failure.ts';

/**
 * Downloads a workflow artifact of this run and returns where it is: its file if it is only one, else its directory.
 *
 * @throws FledgeError `usage` if the run has no such artifact, `download` or `publish` if it cannot be had.
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
      throw new FledgeError('download', `the workflow artifact ${name} came with other bytes than were uploaded`, {
        fix: 'run the job again',
      });
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
  // Another answer than a moment ago is no reason to say less.
  const names = await client.listArtifacts().then(
    ({ artifacts }) => artifacts.map((artifact) => artifact.name),
    () => [],
  );
  const suggestion = nearest(name, names);
  const there = names.length === 0 ? 'it has none' : `it has ${names.join(', ')}`;
  return new FledgeError(
    'usage',
    `input ${side}: there is no file or directory ${JSON.stringify(name)}, and no workflow artifact of this run (${there})`,
    {
      fix:
        suggestion === undefined
          ? 'let the job need the one that uploads it (needs:), and name it as that one does'
          : `write ${suggestion}`,
    },
  );
}
