import type { Beside, CheckedDigest } from '../../compare/beside.ts';
import { inspectEntry } from '../../compare/inspect.ts';
import type { Artifact, Fact } from '../../inside/artifact.ts';
import type { InsideEntry } from '../../inside/entry.ts';
import { jsonText } from '../../support/report/json-text.ts';
import type { BufferedOutput } from '../buffered-output.ts';
import type { EntryDocument } from '../json/compare.ts';
import type { InspectDocument } from '../json/inspect.ts';
import { entrypointOf, portOf } from './beside-fields.ts';

/** The fields of the document before the entries. */
export function headOfDocument(
  { path, format, wrapper }: Artifact,
  facts: readonly Fact[],
  {
    beside,
    bytes,
    below,
  }: { readonly beside: Beside; readonly bytes: number | undefined; readonly below: string | undefined },
): InspectDocument {
  const { manifest, provenance } = beside;
  const port = manifest && portOf(manifest);
  const version = manifest?.fields.version;
  return {
    path,
    ...(below !== undefined && { below }),
    format,
    ...(wrapper !== undefined && { wrapper }),
    ...(bytes !== undefined && { fileSize: bytes }),
    facts: Object.fromEntries(facts.map(({ key, value }) => [key, value])),
    ...(manifest !== undefined && {
      manifest: {
        path: manifest.path,
        name: manifest.fields.name,
        ...(version !== undefined && { version }),
        entrypoint: entrypointOf(manifest),
        ...(port !== undefined && { port }),
      },
    }),
    ...(provenance !== undefined && {
      provenance: (({ sha256: _, ...fields }) => fields)(provenance),
    }),
  };
}

/** The field about verified digests, if there are some. */
export function checksumsOf(checks: readonly CheckedDigest[]): Pick<InspectDocument, 'checksums'> {
  if (checks.length === 0) return {};
  return { checksums: { ok: checks.every(({ ok }) => ok), files: checks } };
}

/**
 * Writes a document whose entries are not in memory. The fields of `head` are before them, and those that `tail` returns after
 * them.
 */
export async function writeDocument(
  output: BufferedOutput,
  head: InspectDocument,
  { entries, tail }: { readonly entries: AsyncIterable<InsideEntry>; readonly tail: () => Promise<object> },
): Promise<void> {
  output.add(`${jsonText(head, 2).replace(/\n\}$/, '')},\n  "entries": [`);
  let separator = '\n';
  for await (const entry of entries) {
    const document: EntryDocument = await inspectEntry(entry);
    output.add(`${separator}    ${JSON.stringify(document)}`);
    separator = ',\n';
    if (output.isDue) await output.flush();
  }
  const last = jsonText(await tail(), 2).replace(/^\{\n?|\n?\}$/g, '');
  output.add(`${separator === '\n' ? '' : '\n  '}]${last === '' ? '' : `,\n${last}`}\n}\n`);
  await output.flush();
}
