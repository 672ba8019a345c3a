import { type CheckedDigest, errorOfChecks } from '../../compare/beside.ts';
import { inspectEntry } from '../../compare/inspect.ts';
import { usageOf } from '../../compare/usage.ts';
import { displayByteString } from '../../support/byte-string.ts';
import { jsonText } from '../../support/report/json-text.ts';
import { BufferedOutput } from '../buffered-output.ts';
import type { EntryDocument } from '../json/compare.ts';
import type { InspectDocument } from '../json/inspect.ts';
import type { Session } from '../session.ts';
import { entrypointOf, portOf } from './beside-fields.ts';
import type { About, Inspection } from './inspection.ts';

/**
 * In characters: several hundred thousand entries. So much of a document is held back, so that an error in the middle can be
 * the result. It has a limit, because a hostile artifact has any number of entries.
 */
const MAX_HELD_BACK = 64 * 1024 * 1024;

/**
 * Prints an artifact as JSON: with its entries, or with its usage if `usageTop` is the number of directories and files in it.
 *
 * @throws FledgeError `input` if it is damaged, or if it has another digest than stated.
 */
export async function printDocument(
  inspection: Inspection,
  { usageTop: top }: { readonly usageTop?: number },
  session: Session,
): Promise<void> {
  const { entries, start, unlisted } = inspection;
  if (unlisted !== undefined && top !== undefined) throw unlisted;
  const head = headOf(inspection, await inspection.about());
  let checks: readonly CheckedDigest[] = [];
  if (unlisted !== undefined) {
    session.reporter.warn(unlisted.message, { fix: unlisted.fix });
    checks = await inspection.check();
    await session.printJson({ ...head, ...tailOf(checks) } satisfies InspectDocument);
  } else if (top !== undefined) {
    const usage = await usageOf(entries, { top, start });
    checks = await inspection.check();
    await session.printJson({ ...head, usage, ...tailOf(checks) } satisfies InspectDocument);
  } else {
    const output = new BufferedOutput((text) => session.print(text), MAX_HELD_BACK);
    output.add(`${jsonText(head, 2).replace(/\n\}$/, '')},\n  "entries": [`);
    let separator = '\n';
    for await (const entry of entries) {
      const document: EntryDocument = await inspectEntry(entry);
      output.add(`${separator}    ${JSON.stringify(document)}`);
      separator = ',\n';
      if (output.isDue) await output.flush();
    }
    checks = await inspection.check();
    const tail = jsonText(tailOf(checks), 2).replace(/^\{\n?|\n?\}$/g, '');
    output.add(`${separator === '\n' ? '' : '\n  '}]${tail === '' ? '' : `,\n${tail}`}\n}\n`);
    await output.flush();
  }
  const error = errorOfChecks(checks, inspection.artifact.path);
  if (error !== undefined) throw error;
}

/** The fields before the entries. */
function headOf({ artifact, start, isPart }: Inspection, { facts, beside, fileSize }: About): InspectDocument {
  const { path, format, wrapper } = artifact;
  const { manifest, provenance } = beside;
  return {
    path,
    ...(isPart && { below: `/${displayByteString(start)}` }),
    format,
    ...(wrapper !== undefined && { wrapper }),
    ...(fileSize !== undefined && { fileSize }),
    facts: Object.fromEntries(facts.map(({ key, value }) => [key, value])),
    ...(manifest !== undefined && { manifest: manifestOf(manifest) }),
    ...(provenance !== undefined && { provenance: provenanceOf(provenance) }),
  };
}

function manifestOf(manifest: NonNullable<About['beside']['manifest']>): NonNullable<InspectDocument['manifest']> {
  const { name, version } = manifest.fields;
  const port = portOf(manifest);
  return {
    path: manifest.path,
    name,
    ...(version !== undefined && { version }),
    entrypoint: entrypointOf(manifest),
    ...(port !== undefined && { port }),
  };
}

function provenanceOf(
  provenance: NonNullable<About['beside']['provenance']>,
): NonNullable<InspectDocument['provenance']> {
  const { path, platform, strategy, fledge, inputs } = provenance;
  return {
    path,
    platform,
    ...(strategy !== undefined && { strategy }),
    ...(fledge !== undefined && { fledge }),
    inputs: inputs.map(({ name, uri, digest }) => ({ name, uri, ...(digest !== undefined && { digest }) })),
  };
}

/** The field after the entries, if digests were verified. */
function tailOf(checks: readonly CheckedDigest[]): Pick<InspectDocument, 'checksums'> {
  return checks.length === 0 ? {} : { checksums: { ok: checks.every(({ ok }) => ok), files: checks } };
}
