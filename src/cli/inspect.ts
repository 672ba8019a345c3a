import { once } from 'node:events';
import type { Command } from 'commander';
import type { InspectedEntry } from '../compare/inspect.ts';
import { createCommand } from './common-options.ts';
import type { Session } from './session.ts';

interface InspectOptions {
  readonly json?: boolean;
}

/** `fledge inspect`. */
export function defineInspect(program: Command, session: Session): Command {
  return createCommand({ program, session }, 'inspect', 'list the entries of an initramfs')
    .argument('<artifact>', 'a .cpio.gz or .cpio file')
    .option('--json', 'print an array of entries as JSON')
    .addHelpText(
      'after',
      `
Examples:
  fledge inspect plugin.cpio.gz
  fledge inspect plugin.cpio.gz --json | jq -r '.[] | select(.kind == "file") | .path'`,
    )
    .action((artifact: string, options: InspectOptions) => runInspect(artifact, options));
}

/** Lists the entries of an artifact on stdout while it is read. */
async function runInspect(artifact: string, options: InspectOptions): Promise<void> {
  const { inspectArtifact } = await import('../compare/inspect.ts');
  let separator = '[\n';
  for await (const entry of inspectArtifact(artifact)) {
    await print(options.json ? `${separator}  ${JSON.stringify(entry)}` : `${formatEntry(entry)}\n`);
    separator = ',\n';
  }
  if (options.json) await print('\n]\n');
}

async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
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
