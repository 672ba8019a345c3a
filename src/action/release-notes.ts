import type { ReleaseNotes } from '../publish/release-settings.ts';
import { FledgeError, messageOf } from '../support/errors.ts';
import { isRegularFile, readRegularFile } from '../support/files/regular-file.ts';
import { quote } from './input-values.ts';

/** GitHub refuses a longer body of a release. In characters. */
const GITHUB_CHARACTERS = 125_000;
/** A draft also contains the mark by which the action finds it. */
const MOST_CHARACTERS = GITHUB_CHARACTERS - 200;
const MAX_BYTES = 4 * MOST_CHARACTERS;

/** A single word that is the path of a document, which would be a mistake as a text. */
const PATH = /^(?:\.{0,2}\/\S+|\S+\.(?:md|markdown|txt|rst|adoc))$/i;

/**
 * The notes that the input `release-notes` describes: `generate`, the path of a file, or a text.
 *
 * @throws FledgeError `usage` for notes that are too long; `input` for a file that is missing or cannot be read.
 */
export async function readReleaseNotes(value: string | undefined): Promise<ReleaseNotes> {
  if (value === undefined) return { kind: 'none' };
  if (value === 'generate') return { kind: 'generate' };
  const text = await textOf(value);
  const length = [...text].length;
  if (length <= MOST_CHARACTERS) return { kind: 'text', text };
  throw new FledgeError(
    'usage',
    `input release-notes: the notes have ${length} characters, and GitHub allows ${MOST_CHARACTERS}`,
    { fix: 'shorten them, and link to the whole text' },
  );
}

async function textOf(value: string): Promise<string> {
  if (value.includes('\n')) return value;
  if (!(await isRegularFile(value))) {
    if (!PATH.test(value)) return value;
    throw new FledgeError('input', `input release-notes: there is no file ${quote(value)}`, {
      fix: 'write the path relative to the workspace, or the notes themselves',
    });
  }
  try {
    return Buffer.from(await readRegularFile(value, MAX_BYTES))
      .toString('utf8')
      .replace(/^\ufeff/, '');
  } catch (error) {
    throw new FledgeError('input', `input release-notes: cannot read ${value}: ${messageOf(error)}`, { cause: error });
  }
}
