import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { parseChecksumList } from '../compare/checksum-list.ts';
import { type ByteString, byteStringFromText, bytesOf, showName } from '../support/byte-string.ts';
import { FledgeError } from '../support/errors.ts';
import { option, worded } from '../support/wording.ts';
import { readDocument } from './earlier-outputs.ts';
import { CHECKSUMS_FILE, filesBeside, MANIFEST_FILE } from './output-names.ts';
import type { Plugin } from './plugin.ts';

const manifestSchema = z.object({ name: z.string() });

/**
 * Checks that a build replaces no files of another artifact: manifest.json, provenance.json and SHA256SUMS have the same names
 * for every artifact. `path` is that of the artifact. The files of an artifact that was removed can be replaced, and an artifact
 * whose name the user has chosen can be replaced by that of another plugin.
 *
 * @throws FledgeError `usage` with the other artifact.
 */
export function requireOwnDirectory(path: string, plugin: Plugin): void {
  const other = otherArtifact(path, plugin);
  if (other === undefined) return;
  const directory = dirname(path);
  throw new FledgeError(
    'usage',
    `cannot write ${path}: ${directory} contains ${other}, and the build would replace its manifest and checksums`,
    {
      fix: worded`write to another directory with ${option('output-dir')}, or replace the files with ${option('force')}`,
    },
  );
}

/** The artifact of the directory of `path`, for a message, if it is not the one that is built. */
function otherArtifact(path: string, plugin: Plugin): string | undefined {
  const directory = dirname(path);
  const present = namesListedIn(directory).filter((name) => existsIn(directory, name));
  const own = byteStringFromText(basename(path));
  const beside = filesBeside({ sbom: true }).map(byteStringFromText);
  const other = present.find((name) => name !== own && !beside.includes(name));
  if (other !== undefined) return `another artifact, ${showName(other)}`;
  // Every initramfs has the same default name. The name of an image's file is its own.
  const hasCommonName = plugin.loaded.config.strategy === 'initramfs' && basename(path) === plugin.artifactFile;
  if (!present.includes(own) || !hasCommonName) return undefined;
  const name = nameInManifest(directory);
  if (name === undefined || name === plugin.name) return undefined;
  return `the artifact of another plugin, ${JSON.stringify(name)}`;
}

/** The names in the SHA256SUMS of a directory; none if it has none, or if the file has another form. */
function namesListedIn(directory: string): readonly ByteString[] {
  try {
    const sums = readDocument(join(directory, CHECKSUMS_FILE));
    return parseChecksumList(sums, CHECKSUMS_FILE).map(({ name }) => name);
  } catch {
    return [];
  }
}

function existsIn(directory: string, name: ByteString): boolean {
  return existsSync(Buffer.concat([Buffer.from(`${directory}/`), bytesOf(name)]));
}

function nameInManifest(directory: string): string | undefined {
  try {
    const text = readDocument(join(directory, MANIFEST_FILE)).toString('utf8');
    return manifestSchema.parse(JSON.parse(text)).name;
  } catch {
    return undefined;
  }
}
