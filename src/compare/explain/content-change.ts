import type { EntryContent } from '../../inside/content.ts';
import { isElf } from '../../sources/content-kind.ts';
import { firstDifferenceOf, readRange } from './contents.ts';
import { elfSectionsOf, sectionAt } from './elf-sections.ts';
import type { ContentChange } from './explanation.ts';
import { unifiedDiff } from './line-diff.ts';

/** The largest text of which a diff is computed, in bytes. */
const MAX_TEXT_BYTES = 64 * 1024;
/** The largest ELF file whose sections are read, in bytes. Its content is read from its beginning for each table. */
const MAX_ELF_BYTES = 512 * 1024 * 1024;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Describes the difference of two contents; undefined if they are equal. `context` is that of the diff of texts, in lines. */
export async function describeContents(
  left: EntryContent,
  right: EntryContent,
  context: number,
): Promise<ContentChange | undefined> {
  const firstDifference = await firstDifferenceOf(left, right);
  if (firstDifference === undefined) return undefined;
  const diff = await diffOfTexts(left, right, context);
  if (diff !== undefined) return { firstDifference, diff };
  return { firstDifference, ...(await elfFacts(left, right, firstDifference)) };
}

async function diffOfTexts(left: EntryContent, right: EntryContent, context: number): Promise<string | undefined> {
  const [a, b] = [await textOf(left), await textOf(right)];
  return a === undefined || b === undefined ? undefined : unifiedDiff(a, b, context);
}

/** Undefined for a large file, and for one that is not UTF-8 or contains NUL. */
async function textOf(file: EntryContent): Promise<string | undefined> {
  if (file.size > MAX_TEXT_BYTES) return undefined;
  const bytes = await readRange(file, 0, file.size);
  if (bytes.includes(0)) return undefined;
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

async function elfFacts(
  left: EntryContent,
  right: EntryContent,
  firstDifference: number,
): Promise<Partial<ContentChange>> {
  if (left.size > MAX_ELF_BYTES || right.size > MAX_ELF_BYTES) return {};
  const [a, b] = [await sectionsOf(left), await sectionsOf(right)];
  // The layout of the left one is the expected one.
  const section = [a, b].map((sections) => sections && sectionAt(sections, firstDifference)).find(Boolean);
  return {
    ...(section !== undefined && { section }),
    ...(a?.buildId !== undefined && { leftBuildId: a.buildId }),
    ...(b?.buildId !== undefined && { rightBuildId: b.buildId }),
  };
}

async function sectionsOf(file: EntryContent) {
  return isElf(await readRange(file, 0, 4)) ? elfSectionsOf(file) : undefined;
}
