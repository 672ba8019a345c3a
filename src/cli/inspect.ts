import type { Command } from 'commander';
import type { InspectedEntry } from '../compare/inspect.ts';
import { createCommand, jsonOption } from './common-options.ts';
import type { EntryDocument } from './json/compare.ts';
import type { Session } from './session.ts';

interface InspectOptions {
  readonly json?: boolean;
}

/** `fledge inspect`. */
export function defineInspect(program: Command, session: Session): Command {
  return createCommand({ program, session }, 'inspect', 'list the entries of an artifact')
    .argument('<artifact>', 'an initramfs (.cpio.gz, .cpio), or an ext4 image (.img, .qcow2)')
    .addOption(jsonOption('an array of entries'))
    .addHelpText(
      'after',
      `
Each line is one entry, as ls -l prints it.

Examples:
  fledge inspect plugin.cpio.gz
  fledge inspect nginx.img
  fledge inspect plugin.cpio.gz --json | jq -r '.[] | select(.kind == "file") | .path'`,
    )
    .action((artifact: string, options: InspectOptions) => runInspect(artifact, options, session));
}

/** Lists the entries of an artifact on stdout: text while it is read, JSON at its end. */
async function runInspect(artifact: string, { json }: InspectOptions, session: Session): Promise<void> {
  const { inspectArtifact } = await import('../compare/inspect.ts');
  const entries = inspectArtifact(artifact);
  if (json) return printArray(entries, session);
  for await (const entry of entries) await session.print(`${formatEntry(entry)}\n`);
}

/** In characters: several hundred thousand entries. */
const MAX_HELD_BACK = 64 * 1024 * 1024;

/**
 * Prints entries as an array. It is held back, so that an error in the middle can be the result, up to a limit: a hostile
 * artifact has any number of entries.
 */
async function printArray(entries: AsyncIterable<InspectedEntry>, session: Session): Promise<void> {
  let held: string[] = [];
  let length = 0;
  let separator = '[\n';
  for await (const entry of entries) {
    const line = `${separator}  ${JSON.stringify(entry satisfies EntryDocument)}`;
    separator = ',\n';
    held.push(line);
    length += line.length;
    if (length < MAX_HELD_BACK) continue;
    await session.print(held.join(''));
    held = [];
  }
  await session.print(length === 0 ? '[]\n' : `${held.join('')}\n]\n`);
}

/** A line in the format of `ls -l`. */
function formatEntry(entry: InspectedEntry): string {
  const { mode, uid, gid, size, device, path, target } = entry;
  const amount = device === undefined ? String(size) : device.join(', ');
  const link = target === undefined ? '' : ` -> ${target}`;
  return `${modeString(entry.kind, Number.parseInt(mode, 8))} ${`${uid}:${gid}`.padEnd(7)} ${amount.padStart(10)} ${path}${link}`;
}

const KIND_LETTERS: Readonly<Record<InspectedEntry['kind'], string>> = {
  file: '-',
  directory: 'd',
  symlink: 'l',
  'char-device': 'c',
  'block-device': 'b',
  fifo: 'p',
  socket: 's',
};

function modeString(kind: InspectedEntry['kind'], mode: number): string {
  const triple = (bits: number, special: boolean, letter: string): string => {
    const execute = (bits & 1) !== 0;
    const last = special ? (execute ? letter : letter.toUpperCase()) : execute ? 'x' : '-';
    return `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}${last}`;
  };
  return [
    KIND_LETTERS[kind],
    triple(mode >> 6, (mode & 0o4000) !== 0, 's'),
    triple(mode >> 3, (mode & 0o2000) !== 0, 's'),
    triple(mode, (mode & 0o1000) !== 0, 't'),
  ].join('');
}
