import { errorOfChecks } from '../../compare/beside.ts';
import { treeOf } from '../../compare/entry-tree.ts';
import { usageOf } from '../../compare/usage.ts';
import { safeOnRunner } from '../../support/report/workflow-commands.ts';
import { BufferedOutput } from '../buffered-output.ts';
import type { Session } from '../session.ts';
import { checksText, factsText } from './facts-text.ts';
import type { Inspection } from './inspection.ts';
import { Listing } from './listing.ts';
import { treeLines } from './tree-text.ts';
import { usageText } from './usage-text.ts';

/** What is printed about the entries. */
export type TextForm =
  | { readonly kind: 'listing' | 'tree' }
  /** `top` is the number of directories and files. */
  | { readonly kind: 'usage'; readonly top: number };

/**
 * Prints an artifact for people: what is known about it, its entries, and the results of the verification.
 *
 * @throws FledgeError `input` if it is damaged, after the entries before the damage, or if it has another digest than stated.
 */
export async function printText(inspection: Inspection, form: TextForm, session: Session): Promise<void> {
  const { style } = session;
  const output = new BufferedOutput((text) => session.print(safeOnRunner(text)));
  const { unlisted } = inspection;
  if (unlisted !== undefined && form.kind !== 'listing') throw unlisted;
  try {
    if (!inspection.isPart) output.add(`${factsText(inspection.artifact, await inspection.about(), style)}\n`);
    if (unlisted === undefined) await printEntries(inspection, form, { output, style });
  } finally {
    await output.flush();
  }
  if (unlisted !== undefined) session.reporter.warn(unlisted.message, { fix: unlisted.fix });
  const checks = await inspection.check();
  if (checks.length === 0) return;
  output.add(`\n${checksText(checks, style)}`);
  await output.flush();
  const error = errorOfChecks(checks, inspection.artifact.path);
  if (error !== undefined) throw error;
}

async function printEntries(
  { artifact, start, entries }: Inspection,
  form: TextForm,
  { output, style }: { readonly output: BufferedOutput; readonly style: Session['style'] },
): Promise<void> {
  if (form.kind === 'usage') {
    output.add(usageText(await usageOf(entries, { top: form.top, start })));
    return;
  }
  if (form.kind === 'tree') {
    const tree = await treeOf(entries, { start, artifact: artifact.path });
    for (const line of treeLines(tree, start, style)) {
      output.add(line);
      if (output.isDue) await output.flush();
    }
    return;
  }
  const listing = new Listing(style);
  for await (const entry of entries) {
    output.add(listing.line(entry));
    if (output.isDue) await output.flush();
  }
}
